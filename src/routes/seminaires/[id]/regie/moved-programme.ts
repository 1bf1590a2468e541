/** A shared time moved on the day: the programme after it, and what that does to each room. */
import { dayIn } from '#core/agenda/days.ts';
import { project } from '#core/agenda/project.ts';
import type { Room, RunProjection } from '#core/agenda/run.ts';
import type { Programme, SharedTime } from '#core/programme/programme.ts';
import { timesAround } from '#core/programme/programme.ts';
import { startAlong } from '#core/programme/start-along.ts';
import type { Duration, Instant, Minutes } from '#core/time/instant.ts';
import { after, between, durationOf } from '#core/time/instant.ts';
import type { LiveRow } from '#lib/client/live-seminar.svelte.ts';
import type { SittingRow } from '#protocol/regie-views.ts';
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

/** How a room stands to the shared time that moves. */
export type RoomStanding = {
  readonly end: RoomEnd | null;
  /** From the room's end to the time's start; null when the room is not planned to be over for it. */
  readonly margin: Duration | null;
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
): readonly MovedRoom[] =>
  rows.map(({ row, room, projection }) => {
    const { atelierId, start } = row.head;
    const plannedStart =
      row.run.status === 'not-started'
        ? startAlong(programme.times, times, { atelierId, start })
        : room.plannedStart;
    const movedRoom = { ...room, plannedStart, sharedTimes: timesAround({ ...programme, times }, atelierId) };
    const before = standingOf(room, projection, chosen.before);
    const afterwards = standingOf(movedRoom, project(movedRoom, now), chosen.after);
    const same = before.margin === afterwards.margin && before.end?.at === afterwards.end?.at;
    return { row, before, after: afterwards, same };
  });

const standingOf = (room: Room, projection: RunProjection, time: SharedTime): RoomStanding => {
  const end = roomEnd(room, projection);
  const overForIt = timesToEndFor(room, projection).some(({ id }) => id === time.id);
  return { end, margin: overForIt && end ? between(end.at, time.start) : null };
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
