/** The contributions beside a synthesis: by point, filtered, in order, those of a group under its heading. */
import type { ContributionKind, Group } from '#core/contributions/contribution.ts';
import type { ContributionView } from '#protocol/views.ts';
import { NO_FILTER, NONE, passes, sortedList } from '../../../seances/[id]/animer/sorted-list.ts';
import type { Filter, SortedList } from '../../../seances/[id]/animer/sorted-list.ts';
import type { Layout, Order } from '../../../seances/[id]/shown-contributions.ts';

/** Tabs that are no point: all contributions, and those without a point that the plan has. */
export const ALL = '@all';
export { NONE } from '../../../seances/[id]/animer/sorted-list.ts';

/** Null asks for nothing; '' for those that have none. */
export type DrawerFilter = {
  readonly questionId: string | null;
  readonly kind: ContributionKind | '' | null;
  readonly personId: string | null;
  readonly groupId: string | null;
  /** Only those that do not stand in the synthesis. */
  readonly notTaken: boolean;
};
export const NO_DRAWER_FILTER: DrawerFilter = {
  ...{ questionId: null, kind: null, personId: null, groupId: null, notTaken: false },
};

const asked = (wanted: string | null): string | null => (wanted === '' ? NONE : wanted);

/** A point whose plan has lost it is none. */
export const tabOf = ({ itemId }: Pick<ContributionView, 'itemId'>, itemIds: ReadonlySet<string>): string =>
  itemId !== null && itemIds.has(itemId) ? itemId : NONE;

export const idsOf = (items: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(items.map(({ id }) => id));

/** How many of each tab are not taken over. */
export function leftByTab(
  contributions: readonly ContributionView[],
  itemIds: ReadonlySet<string>,
  takenOver: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const left = new Map<string, number>();
  for (const it of contributions) {
    if (takenOver.has(it.id)) continue;
    const tab = tabOf(it, itemIds);
    left.set(tab, (left.get(tab) ?? 0) + 1);
  }
  return left;
}

export type DrawerParts = {
  readonly tab: string;
  readonly itemIds: ReadonlySet<string>;
  readonly filter: DrawerFilter;
  readonly order: Order;
  readonly layout: Layout;
  readonly takenOver: ReadonlySet<string>;
  readonly notTakenFirst: boolean;
};

/** What is hidden or withdrawn belongs in no synthesis. */
export function drawerList(
  contributions: readonly ContributionView[],
  groups: readonly Group[],
  { tab, itemIds, filter, order, layout, takenOver, notTakenFirst }: DrawerParts,
): SortedList {
  const { questionId, kind, personId, groupId, notTaken } = filter;
  const wanted: Filter = {
    ...NO_FILTER,
    ...{ kind: kind === '' ? NONE : kind, person: asked(personId), group: asked(groupId), notTaken },
  };
  const listed = contributions.filter(
    (it) =>
      (tab === ALL || tabOf(it, itemIds) === tab) &&
      (questionId === null || it.questionId === questionId) &&
      passes(it, wanted, takenOver),
  );
  // An empty list fills by itself: what comes pushes nothing away.
  const fills = listed.every(({ seq }) => seq > layout.newestSeq);
  const laidOut = fills ? { ...layout, newestSeq: Number.POSITIVE_INFINITY } : layout;
  const list = sortedList(listed, groups, { layout: laidOut, order });
  if (!notTakenFirst) return list;
  const isTaken = (entry: SortedList['entries'][number]): boolean =>
    entry.is === 'one'
      ? takenOver.has(entry.contribution.id)
      : entry.members.every(({ id }) => takenOver.has(id));
  return {
    ...list,
    entries: list.entries.toSorted((a, b) => Number(isTaken(a)) - Number(isTaken(b))),
  };
}

/** Whose words they are, for those who sort: by name, each once. */
export function peopleIn(
  contributions: readonly ContributionView[],
): readonly { readonly personId: string; readonly name: string }[] {
  const people = new Map<string, string>();
  for (const { sorting } of contributions)
    if (sorting !== null && sorting.personId !== null && sorting.name !== '')
      people.set(sorting.personId, sorting.name);
  return [...people]
    .map(([personId, name]) => ({ personId, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
