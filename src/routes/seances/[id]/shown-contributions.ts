/** Which contributions a phone shows, and in which order: what arrives announces itself and moves nothing. */

export type Order = 'support' | 'time';

type Listed = { readonly id: string; readonly seq: number; readonly supports: number };

/** The list as it was last laid out: what is newer waits, and supports that change move nothing. */
export type Layout = { readonly newestSeq: number; readonly supports: ReadonlyMap<string, number> };

export const layoutOf = (contributions: readonly Listed[]): Layout => ({
  newestSeq: contributions.reduce((newest, it) => Math.max(newest, it.seq), 0),
  supports: new Map(contributions.map((it) => [it.id, it.supports])),
});

export type Shown<C> = { readonly shown: readonly C[]; readonly freshCount: number };

/** One's own stand first as soon as they are there; those of others that came since the layout are only counted. */
export const shownContributions = <C extends Listed>(
  contributions: readonly C[],
  layout: Layout,
  order: Order,
  isOwn: (id: string) => boolean,
): Shown<C> => {
  const laidOut = contributions.filter((it) => it.seq <= layout.newestSeq);
  const newer = contributions.filter((it) => it.seq > layout.newestSeq);
  const own = newer.filter((it) => isOwn(it.id)).toSorted((a, b) => b.seq - a.seq);
  const supportsOf = (it: C): number => layout.supports.get(it.id) ?? it.supports;
  const ordered = laidOut.toSorted((a, b) =>
    order === 'support' ? supportsOf(b) - supportsOf(a) || b.seq - a.seq : b.seq - a.seq,
  );
  return { shown: [...own, ...ordered], freshCount: newer.length - own.length };
};
