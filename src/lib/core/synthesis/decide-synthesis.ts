/** What becomes of a synthesis that someone proposes, validates, reopens or shows. */
import type { NewDomainEvent } from '../events/event-types.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { newEvent } from '../events/new-event.ts';
import type { Result } from '../result.ts';
import { ok, refused } from '../result.ts';
import type { SynthesisStanding } from './synthesis-standing.ts';

export type SynthesisCommand =
  | { readonly type: 'synthesis/propose' | 'synthesis/reopen' }
  | { readonly type: 'synthesis/show'; readonly shown: boolean }
  /** The version that the text is kept as, and its SHA-256 (hex). */
  | { readonly type: 'synthesis/validate'; readonly versionId: string; readonly hash: string };

export type SynthesisErrorCode = 'synthesis/empty' | 'synthesis/validated' | 'synthesis/not-validated';

/**
 * The events of the command, or the code of why not; what is already as asked for writes nothing. `written`: somebody
 * wrote something in the synthesis.
 */
export function decideSynthesis(
  { state, versions, shown }: SynthesisStanding,
  command: SynthesisCommand,
  written: boolean,
  context: DecisionContext,
): Result<readonly NewDomainEvent[], SynthesisErrorCode> {
  switch (command.type) {
    case 'synthesis/propose':
      if (state === 'validated') return refused('synthesis/validated');
      if (!written) return refused('synthesis/empty');
      return ok(state === 'proposed' ? [] : [newEvent('synthesis/proposed', {}, context)]);
    case 'synthesis/validate': {
      if (state === 'validated') return ok([]);
      if (!written) return refused('synthesis/empty');
      const { versionId, hash } = command;
      return ok([newEvent('synthesis/validated', { versionId, hash }, context)]);
    }
    case 'synthesis/reopen':
      if (state === 'validated') return ok([newEvent('synthesis/reopened', {}, context)]);
      // Two who reopen it at once both find it open.
      return state === 'draft' && versions.length > 0 ? ok([]) : refused('synthesis/not-validated');
    case 'synthesis/show':
      if (command.shown === shown) return ok([]);
      return ok([newEvent('synthesis/shown', { shown: command.shown }, context)]);
  }
}
