/** The gommettes on the projector: the selection while people vote, then the figures, highest first. */
import type { DottedView, DotsView } from '#protocol/room-views.ts';

export type DotLine = DottedView & {
  /** Null while it is secret. */
  readonly count: number | null;
  /** Of the highest, 0 to 1. */
  readonly part: number;
};

/** As many as a room can read at once; figures take more room. */
const MOST_LINES = { secret: 6, counted: 5 } as const;

/** Those that stand, and how many others there are. */
export function dotLines({ contributions, counts }: DotsView): {
  readonly lines: readonly DotLine[];
  readonly others: number;
} {
  const highest = Math.max(1, ...Object.values(counts ?? {}));
  const all = contributions
    .filter(({ text }) => text !== null)
    .map((it): DotLine => {
      const count = counts === null ? null : (counts[it.id] ?? 0);
      return { ...it, count, part: (count ?? 0) / highest };
    })
    // Where they are equal the selection's order stays.
    .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0));
  const most = counts === null ? MOST_LINES.secret : MOST_LINES.counted;
  return { lines: all.slice(0, most), others: Math.max(0, all.length - most) };
}
