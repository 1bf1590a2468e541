/** Whether a room is late: by its end once it works, by its start while it should work and does not. */
import { project } from '#core/agenda/project.ts';
import type { Room, RunProjection } from '#core/agenda/run.ts';
import type { Duration, Instant } from '#core/time/instant.ts';
import { between } from '#core/time/instant.ts';
import type { RoomEnd } from './room-end.ts';
import { roomEnd } from './room-end.ts';

const MINUTE = 60_000;
/** A start longer ago was another day's. */
const SAME_OCCASION = 12 * 3_600_000;
const DUE_SOON = 15 * MINUTE;

/**
 * By how much a room that has not started should have: a whole minute at least, else null. While everybody is at a
 * shared time it is not awaited, and a start planned within one is due when that one ends.
 */
export const startLateBy = (
  room: Room,
  { status, sharedTimeNow }: RunProjection,
  now: Instant,
): Duration | null => {
  const { plannedStart, sharedTimes, plan } = room;
  if (status !== 'not-started' || plannedStart === null || plan.items.length === 0) return null;
  if (sharedTimeNow !== null) return null;
  const covering = sharedTimes.find(({ start, end }) => start <= plannedStart && plannedStart < end);
  const late = between(covering?.end ?? plannedStart, now);
  return late >= MINUTE && late <= SAME_OCCASION ? late : null;
};

/** How late the room is (negative when early); null when nothing says so, and in a rehearsal, which nobody awaits. */
export const latenessOf = (room: Room, projection: RunProjection, now: Instant): Duration | null => {
  if (projection.status === 'not-started') return startLateBy(room, projection, now);
  return room.run.rehearsal ? null : projection.drift;
};

export const isLate = (lateness: Duration | null): boolean => lateness !== null && lateness >= MINUTE;

/** When the room ends; one that should have started ends at the earliest as if it started now. */
export const roomEndAt = (room: Room, projection: RunProjection, now: Instant): RoomEnd | null => {
  if (startLateBy(room, projection, now) === null) return roomEnd(room, projection);
  const { plannedEnd } = project({ ...room, plannedStart: now }, now);
  return plannedEnd === null ? null : { at: plannedEnd, kind: 'earliest' };
};

/** Whether the planned start is near or past: a start long before it is likely a slip. */
export const isDueSoon = (plannedStart: Instant | null, now: Instant): boolean =>
  plannedStart === null || plannedStart - now <= DUE_SOON;
