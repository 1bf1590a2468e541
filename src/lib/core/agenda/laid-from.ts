import type { Duration, Instant } from '#core/time/instant.ts';
import { after, duration, instant } from '#core/time/instant.ts';
import type { Stretch } from './stretches.ts';

export type Laid = { readonly start: Instant; readonly end: Instant };

/**
 * Where a length of time comes to lie around merged stretches: what would start in one starts at its end, what
 * overlaps one goes on after it.
 */
export const laidFrom = (start: Instant, length: Duration, stretches: readonly Stretch[]): Laid => {
  let begun: Instant | null = null;
  let cursor = start;
  let left: number = length;
  for (const { from, to } of stretches) {
    if (to <= cursor) continue;
    if (from > cursor) {
      begun ??= cursor;
      if (left <= from - cursor) break;
      left -= from - cursor;
    }
    cursor = to;
  }
  return { start: begun ?? cursor, end: after(cursor, duration(left)) };
};

/** The latest start from which the length is over by `end`, laid around the same stretches. */
export const latestStart = (end: Instant, length: Duration, stretches: readonly Stretch[]): Instant => {
  const mirrored = stretches.map(({ from, to }) => ({ from: mirror(to), to: mirror(from) })).reverse();
  return mirror(laidFrom(mirror(end), length, mirrored).end);
};

const mirror = (moment: Instant): Instant => instant(0 - moment);
