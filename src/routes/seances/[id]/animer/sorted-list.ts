/** Which contributions the console lists, and how: filtered, in order, those of a group under its heading. */
import type { ContributionKind, Group } from '#core/contributions/contribution.ts';
import type { ContributionView } from '#protocol/views.ts';
import { shownContributions } from '../shown-contributions.ts';
import type { Layout, Order } from '../shown-contributions.ts';

/** Of `place`, `kind`, `person` and `group`, null asks for nothing, NONE for those that have none. */
export const NONE = '@none';

export type Filter = {
  /** A point, or one of its questions. */
  readonly place: { readonly itemId: string; readonly questionId: string | null } | typeof NONE | null;
  readonly kind: ContributionKind | typeof NONE | null;
  /** By person; NONE: those whom nobody is known to have said. */
  readonly person: string | null;
  readonly group: string | null;
  /** Only those that do not stand in the synthesis. */
  readonly notTaken: boolean;
  /** Only those that wait to be let onto the projector's wall. */
  readonly toApprove: boolean;
  /** Hidden and withdrawn ones instead of those that are there. */
  readonly gone: boolean;
};

export const NO_FILTER: Filter = {
  ...{ place: null, kind: null, person: null, group: null },
  ...{ notTaken: false, toApprove: false, gone: false },
};

export const isGone = ({ sorting }: ContributionView): boolean =>
  sorting !== null && (sorting.withdrawn || sorting.hidden !== null);

export const waitsForApproval = (it: ContributionView): boolean => !it.approved && !it.pinned && !isGone(it);

export const passes = (it: ContributionView, filter: Filter, takenOver: ReadonlySet<string>): boolean => {
  const { place, kind, person, group } = filter;
  if (isGone(it) !== filter.gone) return false;
  if (place === NONE && it.itemId !== null) return false;
  if (place !== null && place !== NONE) {
    if (it.itemId !== place.itemId) return false;
    if (place.questionId !== null && it.questionId !== place.questionId) return false;
  }
  if (kind !== null && it.kind !== (kind === NONE ? null : kind)) return false;
  if (person !== null && (it.sorting?.personId ?? null) !== (person === NONE ? null : person)) return false;
  if (group !== null && it.groupId !== (group === NONE ? null : group)) return false;
  if (filter.notTaken && takenOver.has(it.id)) return false;
  return !filter.toApprove || waitsForApproval(it);
};

/** How many stand in the synthesis, without what is gone; null while it was not read. */
export const takenCount = (
  listed: readonly ContributionView[],
  takenOver: ReadonlySet<string> | null,
): number | null =>
  takenOver === null ? null : listed.filter((it) => !isGone(it) && takenOver.has(it.id)).length;

export type Entry =
  | { readonly is: 'one'; readonly key: string; readonly contribution: ContributionView }
  | {
      readonly is: 'group';
      readonly key: string;
      readonly group: Group;
      readonly members: readonly ContributionView[];
      /** Of its members together. */
      readonly supports: number;
    };

export type SortedList = {
  readonly entries: readonly Entry[];
  /** How many contributions they hold. */
  readonly count: number;
  /** Those that came since the list was laid out. */
  readonly freshCount: number;
};

/**
 * Laid out as `layout` says. A group stands where its members together would, or its newest one; those that are gone
 * stand by themselves.
 */
export function sortedList(
  contributions: readonly ContributionView[],
  groups: readonly Group[],
  {
    layout,
    order,
    isOwn = () => false,
  }: {
    readonly layout: Layout;
    readonly order: Order;
    /** Said or entered here: no news. */
    readonly isOwn?: (id: string) => boolean;
  },
): SortedList {
  const { shown, freshCount } = shownContributions(contributions, layout, order, isOwn);
  const known = new Map(groups.map((group) => [group.id, group]));
  const laidOut = (it: ContributionView): number => layout.supports.get(it.id) ?? it.supports;
  const members = Map.groupBy(shown, (it) => (isGone(it) ? undefined : known.get(it.groupId ?? '')));
  const places: { readonly entry: Entry; readonly weight: number; readonly newest: number }[] = [];
  for (const [group, of] of members) {
    if (group === undefined) {
      for (const it of of) {
        const entry: Entry = { is: 'one', key: it.id, contribution: it };
        places.push({ entry, weight: laidOut(it), newest: it.seq });
      }
      continue;
    }
    const supports = of.reduce((sum, it) => sum + it.supports, 0);
    places.push({
      entry: { is: 'group', key: `group ${group.id}`, group, members: of, supports },
      weight: of.reduce((sum, it) => sum + laidOut(it), 0),
      newest: Math.max(...of.map(({ seq }) => seq)),
    });
  }
  const entries = places
    .toSorted((a, b) =>
      order === 'support' ? b.weight - a.weight || b.newest - a.newest : b.newest - a.newest,
    )
    .map(({ entry }) => entry);
  return { entries, count: shown.length, freshCount };
}

export const idSet = (ids: readonly string[]): ReadonlySet<string> => new Set(ids);
