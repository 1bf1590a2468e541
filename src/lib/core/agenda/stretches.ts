/** Stretches of time that a room does not work: in order, apart from each other. */
import type { Duration, Instant } from '#core/time/instant.ts';
import { duration } from '#core/time/instant.ts';

/** From a moment until just before another. */
export type Stretch = { readonly from: Instant; readonly to: Instant };

/** The same time in order, with what overlaps or touches made one and what is empty left out. */
export const mergedStretches = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const merged: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (stretch.to <= stretch.from) continue;
    if (last === undefined || stretch.from > last.to) merged.push(stretch);
    else if (stretch.to > last.to) merged[merged.length - 1] = { from: last.from, to: stretch.to };
  }
  return merged;
};

/** How much of the merged stretches lies between two moments. */
export const coveredBetween = (from: Instant, to: Instant, stretches: readonly Stretch[]): Duration =>
  duration(
    stretches.reduce(
      (sum, stretch) => sum + Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from)),
      0,
    ),
  );

export const stretchAt = (moment: Instant, stretches: readonly Stretch[]): Stretch | undefined =>
  stretches.find(({ from, to }) => from <= moment && moment < to);
