/** Which shared times lie within a sitting and interrupt it, and which one ends it. */
import type { SharedTime } from '#core/programme/programme.ts';
import type { Duration, Instant, Minutes } from '#core/time/instant.ts';
import { between, duration, durationOf, instant } from '#core/time/instant.ts';
import type { Room } from './run.ts';
import type { Stretch } from './stretches.ts';
import { coveredBetween } from './stretches.ts';

export type SittingBounds = {
  /** Those that the sitting goes on after, in order. */
  readonly within: readonly SharedTime[];
  /** The first one that the sitting is not to go on after. */
  readonly endedBy: SharedTime | null;
};

/** A suspension from this long on is the time between two days: what was planned after it moves by its length. */
export const BETWEEN_DAYS: Duration = duration(4 * 3_600_000);

/** A start further away than this from the planned one is a rehearsal, a repetition or another day's date. */
export const SAME_OCCASION: Duration = duration(12 * 3_600_000);

/** Less than this planned after a plenary or a meal is no second part: it is what does not fit before it. */
const SECOND_PART: Duration = duration(20 * 60_000);

/** The points that planned times are laid from: once started those of the baseline, the removed ones included. */
export const plannedPointsOf = ({
  plan,
  run,
}: Room): readonly { readonly itemId: string; readonly minutes: Minutes }[] =>
  run.baseline ?? plan.items.map(({ id, plannedMinutes }) => ({ itemId: id, minutes: plannedMinutes }));

/** The planned start, unless the run began so far from it that comparing would say nothing; null without either. */
export const comparedStartOf = ({ plannedStart, run: { startedAt } }: Room): Instant | null => {
  if (plannedStart === null || startedAt === null) return plannedStart ?? startedAt;
  return Math.abs(between(plannedStart, startedAt)) <= SAME_OCCASION ? plannedStart : startedAt;
};

/** The suspensions between two days that are over. */
const nightsOf = ({ run }: Room): readonly Stretch[] =>
  run.suspensions.flatMap(({ from, to }) =>
    to !== null && between(from, to) >= BETWEEN_DAYS ? [{ from, to }] : [],
  );

/**
 * A pause lies within the sitting when anything is planned after it, a plenary, a meal or another shared time when at
 * least twenty minutes are: a sitting that was a little too long, or whose plenary was moved forward, is not continued
 * after it. The first that does not lie within ends the sitting.
 */
export const sittingBoundsOf = (room: Room): SittingBounds => {
  const start = comparedStartOf(room);
  const within: SharedTime[] = [];
  if (start === null) return { within, endedBy: null };
  const nights = nightsOf(room);
  let cursor = start;
  let left: number = plannedPointsOf(room).reduce((sum, point) => sum + durationOf(point.minutes), 0);
  for (const time of room.sharedTimes) {
    if (time.end <= cursor) continue;
    if (time.start > cursor) {
      left -= between(cursor, time.start) - coveredBetween(cursor, time.start, nights);
      const goesOn = time.kind === 'break' ? left > 0 : left >= SECOND_PART;
      if (!goesOn) return { within, endedBy: time };
    }
    within.push(time);
    cursor = instant(Math.max(cursor, time.end));
  }
  return { within, endedBy: null };
};
