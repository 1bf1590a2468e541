/**
 * Points that advance by themselves. Nothing ticks: one timer per room waits for the next move, which is written with
 * the exact moment it was due. A log that is late (the server was away) is caught up with before anybody reads it or
 * commands over it, so that a restart changes nothing of what happened when.
 */
import type { DueAdvance } from '#core/agenda/auto-advance.ts';
import { dueAdvance } from '#core/agenda/auto-advance.ts';
import type { Room } from '#core/agenda/run.ts';
import { sittingStream } from '#core/events/envelope.ts';
import type { DomainEvent, NewDomainEvent } from '#core/events/event-types.ts';
import { isRunEvent } from '#core/events/event-types.ts';
import { newEvent } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { foldSitting } from '#core/seminar/sitting.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { Desk } from './desk.ts';
import { roomOf, roomWith } from './room.ts';
import type { Draft, Streams } from './streams.ts';
import type { Clock, Ids, Logger, Timers } from './surroundings.port.ts';

export type AutoAdvance = {
  /** Writes the moves that are due by now, and waits for the next one. */
  readonly catchUp: (sittingId: string) => Promise<void>;
  /** The same for whoever only reads: what does not reach the disk is tried again later, and hides nothing. */
  readonly catchUpToRead: (sittingId: string) => Promise<void>;
  /** Takes in what was just committed: it may have moved what is due. */
  readonly committed: (events: readonly DomainEvent[]) => void;
  readonly close: () => void;
};

export type AutoAdvanceParts = {
  readonly desk: Desk;
  readonly streams: Streams;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly logger: Logger;
};

/** A timer holds 24 days at most; whoever waits longer looks again once a day. */
const LONGEST_WAIT_MILLISECONDS = 24 * 3_600_000;
/** After a move that did not reach the disk. */
const RETRY_MILLISECONDS = 5_000;

export function createAutoAdvance(parts: AutoAdvanceParts): AutoAdvance {
  const { desk, streams, clock, timers, ids, logger } = parts;
  const waiting = new Map<string, () => void>();
  /** The look at each room that began last: what an earlier one finds after it is out of date. */
  const looks = new Map<string, symbol>();
  let closed = false;

  const stopWaiting = (sittingId: string): void => {
    waiting.get(sittingId)?.();
    waiting.delete(sittingId);
  };

  const wait = (sittingId: string, milliseconds: number): void => {
    stopWaiting(sittingId);
    if (closed) return;
    const cancel = timers.after(Math.min(milliseconds, LONGEST_WAIT_MILLISECONDS), () => {
      waiting.delete(sittingId);
      void advance(sittingId);
    });
    waiting.set(sittingId, cancel);
  };

  const advance = (sittingId: string): Promise<void> =>
    catchUp(sittingId).catch((error: unknown) => {
      logger.error('run/advance-failed', {
        sitting: sittingId,
        reason: error instanceof Error ? error.name : 'unknown',
      });
      wait(sittingId, RETRY_MILLISECONDS);
    });

  async function catchUp(sittingId: string): Promise<void> {
    const look = Symbol(sittingId);
    looks.set(sittingId, look);
    const found = await roomOf(streams, sittingId);
    const isLast = looks.get(sittingId) === look;
    if (isLast) looks.delete(sittingId);
    const due = found && !found.seminarClosed ? dueAfter(found.room, found.changedAt) : null;
    const left = due ? due.at - clock.now() : null;
    if (!found || left === null || left > 0) {
      if (isLast && left === null) stopWaiting(sittingId);
      if (isLast && left !== null) wait(sittingId, left);
      return;
    }
    // Asked again in the queue, where whatever was decided before has happened: nothing is moved twice.
    await desk.submit(found.seminarId, `advance.${ids.newId()}`, async (draft) => {
      const moves = await movesDue(draft, sittingId, clock.now(), ids);
      return moves.length === 0
        ? refused('run/already-there')
        : ok([{ stream: sittingStream(sittingId), events: moves }]);
    });
  }

  async function concerned(event: DomainEvent): Promise<readonly string[]> {
    const [kind, id = ''] = event.stream.split(':', 2);
    if (kind === 'sitting') return [id];
    if (event.type === 'seminar/sitting-placed') return [event.payload.sittingId];
    const seminarId = kind === 'seminar' ? id : (await streams.atelier(id)).state?.seminarId;
    const seminar = seminarId === undefined ? null : (await streams.seminar(seminarId)).state;
    const shown = seminar?.sittings.filter(({ atelierId }) => kind === 'seminar' || atelierId === id) ?? [];
    return shown.map((sitting) => sitting.id);
  }

  return {
    catchUp,
    catchUpToRead: advance,
    committed(events) {
      for (const event of events.filter(mayMoveWhatIsDue)) {
        concerned(event).then(
          (sittingIds) => sittingIds.forEach((id) => void advance(id)),
          (error: unknown) =>
            logger.error('run/advance-failed', {
              stream: event.stream,
              reason: error instanceof Error ? error.name : 'unknown',
            }),
        );
      }
    },
    close() {
      closed = true;
      waiting.forEach((cancel) => cancel());
      waiting.clear();
    },
  };
}

/** The move that is due next, not before the room last changed: what was taken back or replanned moves nobody earlier. */
function dueAfter(room: Room, changedAt: Instant): DueAdvance | null {
  const due = dueAdvance(room);
  return due && { ...due, at: instant(Math.max(due.at, changedAt)) };
}

const mayMoveWhatIsDue = (event: DomainEvent): boolean =>
  isRunEvent(event) ||
  event.type === 'plan/revised' ||
  event.type === 'sitting/plan-revised' ||
  event.type === 'sitting/plan-shared' ||
  event.type === 'programme/revised' ||
  event.type === 'seminar/sitting-placed' ||
  event.type === 'seminar/closed' ||
  event.type === 'seminar/reopened';

/** The moves that are due by `now`, each at its moment: after a long silence several follow one another. */
async function movesDue(
  draft: Draft,
  sittingId: string,
  now: Instant,
  { newId }: Ids,
): Promise<readonly NewDomainEvent[]> {
  const found = await roomOf(draft, sittingId);
  if (!found || found.seminarClosed) return [];
  const atelier = (await draft.atelier(found.log.atelierId)).state;
  const seminar = (await draft.seminar(found.seminarId)).state;
  const moves: NewDomainEvent[] = [];
  let log: SittingLog = found.log;
  let room: Room = found.room;
  let { changedAt } = found;
  for (;;) {
    const due = dueAfter(room, changedAt);
    if (due === null || due.at > now) return moves;
    const context = { now: due.at, actor: null, newId };
    const move = newEvent('run/moved', { itemId: due.itemId, automatic: true }, context);
    moves.push(move);
    const happened = { ...move, stream: sittingStream(sittingId), seq: 0 } as DomainEvent;
    log = foldSitting(log, happened) ?? log;
    room = roomWith(log, atelier, seminar, sittingId);
    changedAt = due.at;
  }
}
