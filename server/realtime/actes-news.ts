/** Tells whoever puts the actes together that what they are made from became another. */
import type { DomainEvent } from '#core/events/event-types.ts';
import type { SharedTextRef } from '../seminars/texts.port.ts';
import type { Logger, Timers } from '../seminars/surroundings.port.ts';
import type { Streams } from '../seminars/streams.ts';
import { actesRoom } from './listeners.ts';

/** The actes are read again at once for all that changes within it. */
export const ACTES_NEWS_MILLISECONDS = 300;

export type ActesNews = {
  /** Takes in what was just committed. */
  readonly committed: (events: readonly DomainEvent[]) => void;
  /** A shared text is another on disk. */
  readonly textCommitted: (of: SharedTextRef) => void;
  readonly close: () => void;
};

export type ActesNewsParts = {
  readonly streams: Pick<Streams, 'atelier' | 'sitting'>;
  readonly tell: (room: string, of: { readonly seminarId: string }) => void;
  readonly timers: Timers;
  readonly logger: Logger;
};

type Subject = { readonly kind: string; readonly id: string };

export function createActesNews({ streams, tell, timers, logger }: ActesNewsParts): ActesNews {
  const changed = new Map<string, Subject>();
  let cancel: (() => void) | null = null;

  async function seminarOf({ kind, id }: Subject): Promise<string | undefined> {
    switch (kind) {
      case 'sitting':
      case 'notes':
        return (await streams.sitting(id)).state?.seminarId;
      case 'atelier':
      case 'synthesis':
        return (await streams.atelier(id)).state?.seminarId;
      default:
        // The id of a free text begins with its séminaire's.
        return id.split('~', 1)[0];
    }
  }

  async function tellAll(): Promise<void> {
    const subjects = [...changed.values()];
    changed.clear();
    const seminars = new Set(await Promise.all(subjects.map(seminarOf)));
    for (const seminarId of seminars) if (seminarId !== undefined) tell(actesRoom(seminarId), { seminarId });
  }

  function note(subject: Subject): void {
    changed.set(`${subject.kind}:${subject.id}`, subject);
    cancel ??= timers.after(ACTES_NEWS_MILLISECONDS, () => {
      cancel = null;
      tellAll().catch((error: unknown) => {
        logger.warn('realtime/actes-news-failed', {
          reason: error instanceof Error ? error.name : 'unknown',
        });
      });
    });
  }

  return {
    committed(events) {
      for (const { stream } of events) {
        const [kind = '', id = ''] = stream.split(':', 2);
        note({ kind, id });
      }
    },
    textCommitted: note,
    close() {
      cancel?.();
      cancel = null;
    },
  };
}
