/** What gommettes can be placed on, and what is proposed for them. */
import type { DotsView, DottedView } from '#protocol/room-views.ts';
import type { ContributionView } from '#protocol/views.ts';

/** As many as are chosen before anybody chose. */
const PROPOSED = 6;

/** What the room sees of one point (of all with null), most supported first, then as they were said. */
export const dottable = (
  contributions: readonly ContributionView[],
  itemId: string | null,
): readonly ContributionView[] =>
  contributions
    .filter(
      ({ sorting, text }) =>
        text !== null && (sorting?.hidden ?? null) === null && sorting?.withdrawn !== true,
    )
    .filter((it) => itemId === null || it.itemId === itemId)
    .toSorted((a, b) => b.supports - a.supports || a.seq - b.seq);

/** The most supported, those with support only. */
export const proposedForDots = (listed: readonly ContributionView[]): readonly string[] =>
  listed
    .filter(({ supports }) => supports > 0)
    .slice(0, PROPOSED)
    .map(({ id }) => id);

export type DotsResult = DottedView & { readonly count: number };

/** Most gommettes first; in the order of the selection where they have as many. */
export const dotsResults = ({ contributions, counts }: DotsView): readonly DotsResult[] =>
  contributions.map((it) => ({ ...it, count: counts?.[it.id] ?? 0 })).toSorted((a, b) => b.count - a.count);
