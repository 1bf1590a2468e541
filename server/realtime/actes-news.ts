/** Tells whoever puts the actes together that what they are made from became another. */
import { concernsActes } from '#core/actes/actes-read.ts';
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
  /** Whether any page follows any actes. */
  readonly isFollowed: () => boolean;
  readonly tell: (room: string, of: { readonly seminarId: string }) => void;
  readonly timers: Timers;
  readonly logger: Logger;
};

type Subject = { readonly kind: string; readonly id: string };

export function createActesNews({ streams, isFollowed, tell, timers, logger }: ActesNewsParts): ActesNews {
  const changed = new Map<string, Subject>();
  let cancel: (() => void) | null = null;
  let closed = false;

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
    const seminars = new Set<string>();
    for (const found of await Promise.allSettled(subjects.map(seminarOf))) {
      if (found.status === 'fulfilled') seminars.add(found.value ?? '');
      else logger.warn('realtime/actes-news-failed', { reason: nameOf(found.reason) });
    }
    for (const seminarId of seminars) tell(actesRoom(seminarId), { seminarId });
  }

  function note(subject: Subject): void {
    // The last texts go to disk after the last page has gone.
    if (closed || !isFollowed()) return;
    changed.set(`${subject.kind}:${subject.id}`, subject);
    cancel ??= timers.after(ACTES_NEWS_MILLISECONDS, () => {
      cancel = null;
      void tellAll();
    });
  }

  return {
    committed(events) {
      for (const { type, stream } of events) {
        if (!concernsActes(type)) continue;
        const [kind = '', id = ''] = stream.split(':', 2);
        note({ kind, id });
      }
    },
    textCommitted: note,
    close() {
      closed = true;
      cancel?.();
      cancel = null;
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
