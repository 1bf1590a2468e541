/** A sitting's room: all that its times are computed from, gathered from the three logs that tell of it. */
import type { Room } from '#core/agenda/run.ts';
import { runOf } from '#core/agenda/run.ts';
import { EMPTY_PROGRAMME, timesAround } from '#core/programme/programme.ts';
import type { AtelierLog } from '#core/seminar/atelier.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { planOf } from '#core/seminar/sitting.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { Draft } from './streams.ts';

/** A sitting that its séminaire holds. */
export type RoomOfSitting = {
  readonly seminarId: string;
  readonly log: SittingLog;
  readonly room: Room;
  readonly seminarClosed: boolean;
  /** The moment of the last event of the sitting's own log. */
  readonly lastAt: Instant;
  /** The last moment at which its log, its atelier's plan or the programme changed, or the séminaire opened again: nothing moves before it any more. */
  readonly changedAt: Instant;
};

export const roomWith = (
  log: SittingLog,
  atelier: AtelierLog | null,
  seminar: Seminar | null,
  sittingId: string,
): Room => ({
  plan: planOf(log, atelier),
  run: runOf(log.runEvents),
  plannedStart: seminar?.sittings.find(({ id }) => id === sittingId)?.start ?? null,
  sharedTimes: timesAround(seminar?.programme ?? EMPTY_PROGRAMME, log.atelierId),
});

/** The room as the streams, or a draft of them, have it; null when no séminaire holds the sitting (any more). */
export async function roomOf(
  streams: Pick<Draft, 'seminar' | 'atelier' | 'sitting'>,
  sittingId: string,
): Promise<RoomOfSitting | null> {
  const { state: log, lastAt } = await streams.sitting(sittingId);
  if (!log) return null;
  const { seminarId, atelierId } = log;
  const seminar = (await streams.seminar(seminarId)).state;
  if (!seminar?.sittings.some(({ id }) => id === sittingId)) return null;
  const atelier = await streams.atelier(atelierId);
  const { programmeRevisedAt, reopenedAt, closed: seminarClosed } = seminar;
  const changedAt = instant(Math.max(lastAt, atelier.lastAt, programmeRevisedAt ?? 0, reopenedAt ?? 0));
  const room = roomWith(log, atelier.state, seminar, sittingId);
  return { seminarId, log, lastAt, changedAt, room, seminarClosed };
}
