/** When a point's time running out is told: once, as it happens. */
import type { RunProjection } from '#core/agenda/run.ts';
import type { Duration, Instant } from '#core/time/instant.ts';

/** The room's point as it is looked at from time to time; null while the room has none. */
export type WatchedPoint = {
  readonly itemId: string;
  readonly remaining: Duration;
  readonly allotted: Duration;
  /** When it was looked at, in server time. */
  readonly at: Instant;
};

const MINUTE = 60_000;
/** Between two looks: timers of a page in the background run once a minute. More is a jump in time. */
const LOOKED_WITHIN = 75_000;

export const watchedPoint = ({ items }: Pick<RunProjection, 'items'>, at: Instant): WatchedPoint | null => {
  const current = items.find(({ state }) => state === 'current');
  if (current === undefined) return null;
  const { itemId, remaining, allotted } = current;
  return { itemId, remaining, allotted, at };
};

/**
 * The warning that was reached between two looks, in minutes left, or null. Only time that went by crosses one: not
 * a page that opens, another point, minutes added or taken, nor a clock that jumps. Of several the last one counts.
 */
export function crossedWarning(
  before: WatchedPoint | null,
  now: WatchedPoint | null,
  minutes: readonly number[],
): number | null {
  if (before === null || now === null) return null;
  if (before.itemId !== now.itemId || before.allotted !== now.allotted) return null;
  const wentBy = now.at - before.at;
  if (wentBy <= 0 || wentBy > LOOKED_WITHIN) return null;
  const crossed = minutes.filter(
    (count) =>
      count * MINUTE < now.allotted && before.remaining > count * MINUTE && now.remaining <= count * MINUTE,
  );
  return crossed.length === 0 ? null : Math.min(...crossed);
}
