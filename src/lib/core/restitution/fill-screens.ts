/** Where screens end: each is filled, and no list leaves one item by itself where that can be helped. */

/** What is not parted: the lines that it takes, and the list that it is an item of; null when it is of none. */
export type Piece = { readonly lines: number; readonly list: object | null };

type Way = {
  /** Items that stand alone while others of their list stand on other screens. */
  readonly lone: number;
  readonly screens: number;
  /** Where its first screen ends. */
  readonly end: number;
};

/** The pieces, a screen after the other: the fewest lone items, then the fewest screens, then the fullest first. */
export function fillScreens<P extends Piece>(pieces: readonly P[], lines: number): readonly (readonly P[])[] {
  const ways: Way[] = [];
  ways[pieces.length] = { lone: 0, screens: 0, end: pieces.length };
  const inList = countByList(pieces);
  // From the last piece on: what follows a screen is parted best in the same way whatever stands before it.
  for (let from = pieces.length - 1; from >= 0; from -= 1) {
    let best: Way | null = null;
    for (const end of endsFrom(pieces, from, lines)) {
      const after = ways[end];
      if (after === undefined) continue;
      const lone = after.lone + loneIn(pieces.slice(from, end), inList);
      const way = { lone, screens: after.screens + 1, end };
      if (best === null || isAsGood(way, best)) best = way;
    }
    if (best !== null) ways[from] = best;
  }
  const screens: (readonly P[])[] = [];
  for (let from = 0; from < pieces.length;) {
    const end = ways[from]?.end ?? pieces.length;
    screens.push(pieces.slice(from, end));
    from = end;
  }
  return screens;
}

const isAsGood = (one: Way, other: Way): boolean =>
  one.lone === other.lone ? one.screens <= other.screens : one.lone < other.lone;

/** Where a screen that begins there may end, the shortest first; a piece larger than a screen has one by itself. */
function endsFrom(pieces: readonly Piece[], from: number, lines: number): readonly number[] {
  const ends = [from + 1];
  let filled = linesOf(pieces[from]);
  for (let at = from + 1; at < pieces.length; at += 1) {
    filled += linesOf(pieces[at]);
    if (filled > lines) break;
    ends.push(at + 1);
  }
  return ends;
}

/** An item without words has its line too. */
const linesOf = (piece: Piece | undefined): number => Math.max(1, piece?.lines ?? 1);

function countByList(pieces: readonly Piece[]): ReadonlyMap<object, number> {
  const counts = new Map<object, number>();
  for (const { list } of pieces) if (list !== null) counts.set(list, (counts.get(list) ?? 0) + 1);
  return counts;
}

const loneIn = (screen: readonly Piece[], inList: ReadonlyMap<object, number>): number =>
  [...countByList(screen)].filter(([list, count]) => count === 1 && (inList.get(list) ?? 0) > 1).length;
