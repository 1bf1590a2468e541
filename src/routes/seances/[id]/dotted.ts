/** Gommettes on a phone: what is left to place, and in which order the results are read. */
import type { DotsView } from '#protocol/room-views.ts';

export type Placed = Readonly<Record<string, number>>;

/** How many are left; never less than none. */
export const dotsLeft = (budget: number, placed: Placed): number =>
  Math.max(0, budget - Object.values(placed).reduce((sum, count) => sum + count, 0));

/** Once shown, those with most first; while secret, as they were chosen. */
export const inDotsOrder = ({ contributions, counts }: DotsView): DotsView['contributions'] =>
  counts === null
    ? contributions
    : contributions.toSorted((a, b) => (counts[b.id] ?? 0) - (counts[a.id] ?? 0));
