/** The contributions beside a synthesis: by point, most supported first, taken over or not. */

type Listed = {
  readonly id: string;
  readonly seq: number;
  readonly itemId: string | null;
  readonly supports: number;
};

/** Those of a point (null: of none that the plan has), most supported first, the older first where they are equal. */
export const drawerOrder = <C extends Listed>(
  contributions: readonly C[],
  {
    itemId,
    itemIds,
    takenOver,
    notTakenOverFirst,
  }: {
    readonly itemId: string | null;
    readonly itemIds: ReadonlySet<string>;
    readonly takenOver: ReadonlySet<string>;
    readonly notTakenOverFirst: boolean;
  },
): readonly C[] => {
  const placeOf = ({ itemId: at }: C): string | null => (at !== null && itemIds.has(at) ? at : null);
  const rank = (it: C): number => (notTakenOverFirst && takenOver.has(it.id) ? 1 : 0);
  return contributions
    .filter((it) => placeOf(it) === itemId)
    .toSorted((a, b) => rank(a) - rank(b) || b.supports - a.supports || a.seq - b.seq);
};
