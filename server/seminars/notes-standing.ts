/** Whether participants write in the notes or only read them: a change reaches those who have them open at once. */
import type { DomainEvent } from '#core/events/event-types.ts';
import type { Streams } from './streams.ts';
import type { Logger } from './surroundings.port.ts';
import type { SharedTextRef } from './texts.port.ts';

export type NotesStanding = {
  readonly committed: (events: readonly DomainEvent[]) => void;
  /** Resolves once everybody was asked about again for what was committed so far. */
  readonly settled: () => Promise<void>;
};

export type NotesStandingParts = {
  readonly streams: Streams;
  readonly logger: Logger;
  /** Asks again for the rights of everybody who has the text open. */
  readonly recheckDocument: (of: SharedTextRef) => Promise<void>;
};

export function createNotesStanding({ streams, logger, recheckDocument }: NotesStandingParts): NotesStanding {
  /** The sittings whose notes the event opens or closes: one, or all of a séminaire. */
  async function sittingsOf({ type, stream }: DomainEvent): Promise<readonly string[]> {
    const id = stream.slice(stream.indexOf(':') + 1);
    if (type === 'notes/opened' || type === 'notes/closed') return [id];
    if (type !== 'seminar/closed' && type !== 'seminar/reopened') return [];
    return ((await streams.seminar(id)).state?.sittings ?? []).map((sitting) => sitting.id);
  }

  async function recheck(event: DomainEvent): Promise<void> {
    for (const id of await sittingsOf(event)) await recheckDocument({ kind: 'notes', id });
  }

  let asking: Promise<void> = Promise.resolve();

  return {
    committed(events) {
      for (const event of events) {
        // Those who stay as they were for now are asked about again by and by.
        const asked = recheck(event).catch((error: unknown) => {
          logger.error('notes/not-rechecked', { reason: error instanceof Error ? error.name : 'unknown' });
        });
        asking = Promise.all([asking, asked]).then(() => undefined);
      }
    },
    settled: () => asking,
  };
}
