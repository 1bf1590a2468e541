/** Where the synthesis of an atelier stands: brouillon, proposée, validée; reopening keeps the earlier version. */
import type { DomainEvent } from '../events/event-types.ts';
import type { Instant } from '../time/instant.ts';

export const SYNTHESIS_STATES = ['draft', 'proposed', 'validated'] as const;
export type SynthesisState = (typeof SYNTHESIS_STATES)[number];

export type SynthesisStanding = {
  readonly state: SynthesisState;
  /** The versions that were validated, oldest first. */
  readonly versions: readonly { readonly id: string; readonly at: Instant; readonly hash: string }[];
  /** Participants may read along. */
  readonly shown: boolean;
};

export const NEW_SYNTHESIS: SynthesisStanding = { state: 'draft', versions: [], shown: false };

/** The standing after the event; other events leave it as it is. */
export function foldSynthesis(standing: SynthesisStanding, event: DomainEvent): SynthesisStanding {
  switch (event.type) {
    case 'synthesis/proposed':
      return { ...standing, state: 'proposed' };
    case 'synthesis/validated': {
      const { versionId, hash } = event.payload;
      return {
        ...standing,
        state: 'validated',
        versions: [...standing.versions, { id: versionId, at: event.at, hash }],
      };
    }
    case 'synthesis/reopened':
      return { ...standing, state: 'draft' };
    case 'synthesis/shown':
      return { ...standing, shown: event.payload.shown };
    default:
      return standing;
  }
}
