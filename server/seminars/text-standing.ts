/** Who may write in notes and syntheses: a change of that reaches those who have them open at once. */
import type { DomainEvent } from '#core/events/event-types.ts';
import type { Streams } from './streams.ts';
import type { Logger } from './surroundings.port.ts';
import type { SharedTextRef } from './texts.port.ts';

export type TextStanding = {
  readonly committed: (events: readonly DomainEvent[]) => void;
  /** Resolves once everybody was asked about again for what was committed so far. */
  readonly settled: () => Promise<void>;
  /** Nobody writes in the synthesis until the answer is called: what is read meanwhile stays as it is. */
  readonly hold: (atelierId: string) => Promise<() => Promise<void>>;
  readonly isHeld: (atelierId: string) => boolean;
};

export type TextStandingParts = {
  readonly streams: Streams;
  readonly logger: Logger;
  /** Asks again for the rights of everybody who has the text open. */
  readonly recheckDocument: (of: SharedTextRef) => Promise<void>;
};

export function createTextStanding({ streams, logger, recheckDocument }: TextStandingParts): TextStanding {
  /** How many hold the synthesis of an atelier. */
  const holds = new Map<string, number>();

  /** The texts that the event opens or closes to someone: one, or the notes of a whole séminaire. */
  async function textsOf({ type, stream }: DomainEvent): Promise<readonly SharedTextRef[]> {
    const id = stream.slice(stream.indexOf(':') + 1);
    switch (type) {
      case 'notes/opened':
      case 'notes/closed':
        return [{ kind: 'notes', id }];
      case 'synthesis/validated':
      case 'synthesis/reopened':
      case 'synthesis/shown':
        return [{ kind: 'synthesis', id }];
      case 'seminar/closed':
      case 'seminar/reopened': {
        const sittings = (await streams.seminar(id)).state?.sittings ?? [];
        return sittings.map((sitting) => ({ kind: 'notes', id: sitting.id }));
      }
      default:
        return [];
    }
  }

  async function recheck(event: DomainEvent): Promise<void> {
    for (const of of await textsOf(event)) await recheckDocument(of);
  }

  let asking: Promise<void> = Promise.resolve();

  return {
    committed(events) {
      for (const event of events) {
        // Those who stay as they were for now are asked about again by and by.
        const asked = recheck(event).catch((error: unknown) => {
          logger.error('text/not-rechecked', { reason: error instanceof Error ? error.name : 'unknown' });
        });
        asking = Promise.all([asking, asked]).then(() => undefined);
      }
    },
    settled: () => asking,
    async hold(atelierId) {
      const text: SharedTextRef = { kind: 'synthesis', id: atelierId };
      holds.set(atelierId, (holds.get(atelierId) ?? 0) + 1);
      await recheckDocument(text);
      return async () => {
        const left = (holds.get(atelierId) ?? 1) - 1;
        if (left > 0) holds.set(atelierId, left);
        else holds.delete(atelierId);
        await recheckDocument(text);
      };
    },
    isHeld: (atelierId) => holds.has(atelierId),
  };
}
