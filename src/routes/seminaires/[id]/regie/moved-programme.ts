/** A shared time moved on the day: the programme after it, and what that does to each room. */
import { dayIn } from '#core/agenda/days.ts';
import { project } from '#core/agenda/project.ts';
import type { RunProjection } from '#core/agenda/run.ts';
import type { Programme, SharedTime } from '#core/programme/programme.ts';
import { timesAround } from '#core/programme/programme.ts';
import type { Duration, Instant, Minutes } from '#core/time/instant.ts';
import { after, between, durationOf } from '#core/time/instant.ts';
import type { LiveRow } from '#lib/client/live-seminar.svelte.ts';
import type { SittingRow } from '#protocol/views.ts';
import type { RoomEnd } from './room-end.ts';
import { roomEnd, timesToEndFor } from './room-end.ts';

export type Move = {
  readonly timeId: string;
  /** Later when positive. */
  readonly by: Minutes;
  /** The shared times after it, that same day, move as much. */
  readonly following: boolean;
};

/** The shared times after one, that same day: those that can move along with it. */
export const followingTimes = (
  { times }: Programme,
  moved: SharedTime,
  zone: string,
): readonly SharedTime[] => {
  const day = dayIn(zone, moved.start);
  return times.filter(({ id, start }) => id !== moved.id && start >= moved.end && dayIn(zone, start) === day);
};

/** The shared times once one is moved, in order; null when the programme has no such time. */
export const movedTimes = (
  programme: Programme,
  { timeId, by, following }: Move,
  zone: string,
): readonly SharedTime[] | null => {
  const moved = programme.times.find(({ id }) => id === timeId);
  if (moved === undefined) return null;
  const length = durationOf(by);
  const moving = [moved, ...(following ? followingTimes(programme, moved, zone) : [])];
  return programme.times
    .map((time) =>
      moving.includes(time)
        ? { ...time, start: after(time.start, length), end: after(time.end, length) }
        : time,
    )
    .toSorted((a, b) => a.start - b.start);
};

/** A shared time that another begins before the end of, once something moved: what is then said. */
export const overlapsOf = (times: readonly SharedTime[]): readonly (readonly [SharedTime, SharedTime])[] =>
  times.flatMap((time, index) => {
    const next = times[index + 1];
    return next !== undefined && next.start < time.end ? [[time, next] as const] : [];
  });

/**
 * A sitting held in a shared time that moves begins when that time begins. Those not started whose start lay in it,
 * with their start before and after.
 */
export const sittingsMovedAlong = (
  before: readonly SharedTime[],
  afterwards: readonly SharedTime[],
  rows: readonly SittingRow[],
): readonly { readonly row: SittingRow; readonly start: Instant }[] =>
  rows.flatMap((row) => {
    const { atelierId, start } = row.head;
    if (start === null || row.run.status !== 'not-started') return [];
    const time = before.find((it) => it.atelierId === atelierId && it.start <= start && start < it.end);
    const moved = afterwards.find(({ id }) => id === time?.id);
    if (time === undefined || moved === undefined || moved.start === time.start) return [];
    return [{ row, start: after(start, between(time.start, moved.start)) }];
  });

/** How a room stands to the shared time that moves. */
export type RoomStanding = {
  readonly end: RoomEnd | null;
  /** From the room's end to the time's start; null when the room is not planned to be over for it. */
  readonly margin: Duration | null;
  readonly projection: RunProjection;
};

export type MovedRoom = {
  readonly row: SittingRow;
  readonly before: RoomStanding;
  readonly after: RoomStanding;
  /** Neither its end nor its margin changes. */
  readonly same: boolean;
};

/** Each room before and after the shared times become these, as to the one that was chosen. */
export const roomsAfter = (
  times: readonly SharedTime[],
  chosen: { readonly before: SharedTime; readonly after: SharedTime },
  rows: readonly LiveRow[],
  programme: Programme,
  now: Instant,
): readonly MovedRoom[] => {
  const along = sittingsMovedAlong(
    programme.times,
    times,
    rows.map(({ row }) => row),
  );
  return rows.map(({ row, room, projection }) => {
    const endBefore = roomEnd(room, projection, now);
    const overForIt = timesToEndFor(room, projection).some(({ id }) => id === chosen.before.id);
    const movedRoom = {
      ...room,
      plannedStart: along.find((it) => it.row === row)?.start ?? room.plannedStart,
      sharedTimes: timesAround({ ...programme, times }, row.head.atelierId),
    };
    // A room that must be over for the time is not cut by it when it comes earlier: then it ends too late.
    const uncut = overForIt
      ? { ...movedRoom, sharedTimes: movedRoom.sharedTimes.filter(({ id }) => id !== chosen.after.id) }
      : movedRoom;
    const projectionAfter = project(uncut, now);
    const endAfter = overForIt ? endBefore : roomEnd(uncut, projectionAfter, now);
    const before: RoomStanding = {
      end: endBefore,
      margin: overForIt && endBefore ? between(endBefore.at, chosen.before.start) : null,
      projection,
    };
    const afterwards: RoomStanding = {
      end: endAfter,
      margin: overForIt && endAfter ? between(endAfter.at, chosen.after.start) : null,
      projection: projectionAfter,
    };
    const same = before.margin === afterwards.margin && before.end?.at === afterwards.end?.at;
    return { row, before, after: afterwards, same };
  });
};

export type ProgrammeChange = {
  readonly title: string;
  /** Null when it was added, or taken away. */
  readonly before: Instant | null;
  readonly after: Instant | null;
};

/** What someone else changed in the meantime: the shared times that start otherwise, came or went. */
export const programmeChanges = (
  before: readonly SharedTime[],
  afterwards: readonly SharedTime[],
): readonly ProgrammeChange[] => [
  ...before.flatMap(({ id, title, start }) => {
    const now = afterwards.find((it) => it.id === id)?.start ?? null;
    return now === start ? [] : [{ title, before: start, after: now }];
  }),
  ...afterwards
    .filter(({ id }) => !before.some((it) => it.id === id))
    .map(({ title, start }) => ({ title, before: null, after: start })),
];
