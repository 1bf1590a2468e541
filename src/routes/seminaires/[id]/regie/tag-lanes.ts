/** Names beside one another on the axis without covering one another. */

/** A name at a place of the axis, both in pixels; its middle stands at `at`. */
export type Tag = { readonly at: number; readonly width: number };

const GAP = 8;

/** For each name the first lane where it covers no earlier one, or null when there is none. */
export const lanesOf = (tags: readonly Tag[], lanes: number): readonly (number | null)[] => {
  const taken = Array.from({ length: lanes }, () => Number.NEGATIVE_INFINITY);
  return tags.map(({ at, width }) => {
    const lane = taken.findIndex((until) => at - width / 2 >= until + GAP);
    if (lane < 0) return null;
    taken[lane] = at + width / 2;
    return lane;
  });
};

/** Where the middle of a name stands so that it stays between 0 and `length`. */
export const keptInside = ({ at, width }: Tag, length: number): number =>
  Math.max(width / 2, Math.min(length - width / 2, at));
