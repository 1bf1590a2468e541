/** When a room ends, and how that lies to the shared times it must be over for. */
import type { Room, RunProjection } from '#core/agenda/run.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import type { Duration, Instant } from '#core/time/instant.ts';
import { between } from '#core/time/instant.ts';

export type RoomEnd = { readonly at: Instant; readonly kind: 'real' | 'estimated' | 'planned' | 'earliest' };

/** What is left between the room's end and the start of a shared time; negative when the room ends after it. */
export type Margin = { readonly time: SharedTime; readonly margin: Duration };

/** A shared time further away than this is another day's. */
const SAME_OCCASION = 12 * 3_600_000;

/** The shared times that the room is planned to be over for, in order: those from its deadline on, that same day. */
export const timesToEndFor = (room: Room, { deadline }: RunProjection): readonly SharedTime[] =>
  deadline === null
    ? []
    : room.sharedTimes.filter(({ start }) => start >= deadline && start - deadline < SAME_OCCASION);

/** When the room was over, will be as it goes, or is planned to be. */
export const roomEnd = (room: Room, { estimatedEnd, plannedEnd }: RunProjection): RoomEnd | null => {
  if (room.run.finishedAt !== null) return { at: room.run.finishedAt, kind: 'real' };
  if (estimatedEnd !== null) return { at: estimatedEnd, kind: 'estimated' };
  return plannedEnd === null ? null : { at: plannedEnd, kind: 'planned' };
};

/** The margin to each shared time the room must be over for, the first of them first. */
export const marginsOf = (room: Room, projection: RunProjection, end: RoomEnd): readonly Margin[] =>
  timesToEndFor(room, projection).map((time) => ({ time, margin: between(end.at, time.start) }));
