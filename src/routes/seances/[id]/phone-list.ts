/** Which contributions a phone shows, and in which order: what arrives, goes or is sorted announces itself and moves nothing. */
import type { Group } from '#core/contributions/contribution.ts';

export type Order = 'support' | 'time';

type Listed = {
  readonly id: string;
  readonly seq: number;
  readonly itemId: string | null;
  readonly groupId: string | null;
  readonly supports: number;
};

/** The list as it was last laid out, every contribution as it was then. */
export type Layout<C> = {
  readonly entries: ReadonlyMap<string, C>;
  /** Their headings then, by group. */
  readonly headings: ReadonlyMap<string, string | null>;
};

export const layoutOf = <C extends Listed>(
  contributions: readonly C[],
  groups: readonly Group[],
): Layout<C> => ({
  entries: new Map(contributions.map((it) => [it.id, it])),
  headings: new Map(groups.map(({ id, heading }) => [id, heading])),
});

/** The layout with the older pages that have come since: they take their place below. The same one when none has. */
export function withOlder<C extends Listed>(layout: Layout<C>, contributions: readonly C[]): Layout<C> {
  const oldest = Math.min(...[...layout.entries.values()].map(({ seq }) => seq));
  const older = contributions.filter(({ id, seq }) => seq < oldest && !layout.entries.has(id));
  if (older.length === 0) return layout;
  return { ...layout, entries: new Map([...layout.entries, ...older.map((it) => [it.id, it] as const)]) };
}

/** `contribution` is null once it is gone: its place stays until the list is laid out anew. */
export type Row<C> = { readonly id: string; readonly contribution: C | null };
export type Section<C> = {
  /** Null for what stands in no group. */
  readonly groupId: string | null;
  readonly heading: string | null;
  readonly rows: readonly Row<C>[];
};
export type Shown<C> = {
  /** One's own since the layout, first. */
  readonly own: readonly Row<C>[];
  readonly sections: readonly Section<C>[];
  /** Of others, since the layout. */
  readonly freshCount: number;
  /** Some stand in another group than the list shows them in. */
  readonly rearranged: boolean;
};

export type Choice = {
  readonly order: Order;
  /** One point's only, or null for all. */
  readonly itemId: string | null;
  /** Those not here may be on a page that has not come. */
  readonly allLoaded: boolean;
  readonly isOwn: (id: string) => boolean;
};

/** The groups first, then what stands in none; in both the chosen order, as it was at the layout. */
export function phoneList<C extends Listed>(
  contributions: readonly C[],
  groups: readonly Group[],
  layout: Layout<C>,
  { order, itemId, allLoaded, isOwn }: Choice,
): Shown<C> {
  const now = new Map(contributions.map((it) => [it.id, it]));
  const oldest = contributions.reduce((least, { seq }) => Math.min(least, seq), Number.POSITIVE_INFINITY);
  const inScope = (it: C): boolean => itemId === null || it.itemId === itemId;
  const rowOf = (entry: C): Row<C> => {
    const isHere = allLoaded || entry.seq >= oldest;
    return { id: entry.id, contribution: now.get(entry.id) ?? (isHere ? null : entry) };
  };
  const entries = [...layout.entries.values()].filter(inScope).toSorted(inOrder(order));
  const fresh = contributions.filter((it) => inScope(it) && !layout.entries.has(it.id));
  const own = fresh.filter(({ id }) => isOwn(id)).toSorted(inOrder('time'));
  return {
    own: own.map((it) => ({ id: it.id, contribution: it })),
    sections: sectionsOf(entries, order).map((those) => {
      const groupId = those[0]?.groupId ?? null;
      const group = groups.find(({ id }) => id === groupId);
      const heading = group?.heading ?? layout.headings.get(groupId ?? '') ?? null;
      return { groupId, heading, rows: those.map(rowOf) };
    }),
    freshCount: fresh.length - own.length,
    rearranged: entries.some(({ id, groupId }) => {
      const it = now.get(id);
      return it !== undefined && it.groupId !== groupId;
    }),
  };
}

const inOrder =
  (order: Order) =>
  (a: Listed, b: Listed): number =>
    order === 'support' ? b.supports - a.supports || b.seq - a.seq : b.seq - a.seq;

/** By group, the most supported (or the newest) group first; those in none last. */
function sectionsOf<C extends Listed>(entries: readonly C[], order: Order): readonly (readonly C[])[] {
  const byGroup = new Map<string | null, C[]>();
  for (const entry of entries) byGroup.set(entry.groupId, [...(byGroup.get(entry.groupId) ?? []), entry]);
  const weight = (those: readonly C[]): number =>
    order === 'support'
      ? those.reduce((sum, { supports }) => sum + supports, 0)
      : Math.max(...those.map(({ seq }) => seq));
  const grouped = [...byGroup].filter(([groupId]) => groupId !== null).map(([, those]) => those);
  const ungrouped = byGroup.get(null);
  return [...grouped.toSorted((a, b) => weight(b) - weight(a)), ...(ungrouped ? [ungrouped] : [])];
}
