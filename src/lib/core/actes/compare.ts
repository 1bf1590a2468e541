/** What became of the actes from one version to another, paragraph by paragraph. */
import type { Actes } from './actes.ts';
import { blockTexts, partTitle } from './block-texts.ts';

/** A paragraph that came (`before` is null), went (`after` is null) or was written anew, under the title of its part. */
export type ActesChange = {
  readonly part: string;
  readonly before: string | null;
  readonly after: string | null;
};

type Line = { readonly part: string; readonly text: string };

/** A gap with more pairs than this is not searched for paragraphs that stayed; their beginnings and ends are. */
const MOST_PAIRS = 10_000;
/** How often a gap is parted into smaller ones: each time, all paragraphs that are left are looked at once. */
const DEEPEST = 16;

/** In the order of the later version; what went stands where it was. Time grows with the length, not with its square. */
export function changesBetween(before: Actes, after: Actes): readonly ActesChange[] {
  const was = linesOf(before);
  const is = linesOf(after);
  const changes: ActesChange[] = [];
  let done: Pair = { was: 0, is: 0 };
  const settle = (next: Pair): void => {
    for (const change of rewritten(was.slice(done.was, next.was), is.slice(done.is, next.is)))
      changes.push(change);
    done = { was: next.was + 1, is: next.is + 1 };
  };
  stayed(was.map(keyOf), is.map(keyOf)).forEach(settle);
  settle({ was: was.length, is: is.length });
  return changes;
}

/** The cover's lines stand under the title. */
function linesOf(actes: Actes): readonly Line[] {
  const { title, organisation, cover } = actes;
  const front = [organisation, cover.label, cover.title, cover.theme, cover.dayAndPlace, cover.counts];
  return [
    ...front.filter((text) => text !== '').map((text) => ({ part: title, text })),
    ...actes.parts.flatMap((part) => {
      const name = partTitle(part);
      return part.blocks.flatMap(blockTexts).map((text) => ({ part: name, text }));
    }),
  ];
}

const keyOf = ({ text }: Line): string => text;

type Pair = { readonly was: number; readonly is: number };

/** Which paragraphs stayed, in order: those said once anchor the others. */
function stayed(was: readonly string[], is: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const waiting: { from: Pair; to: Pair; depth: number }[] = [
    { from: { was: 0, is: 0 }, to: { was: was.length, is: is.length }, depth: 0 },
  ];
  for (let gap = waiting.pop(); gap !== undefined; gap = waiting.pop()) {
    let { was: a, is: b } = gap.from;
    let { was: aEnd, is: bEnd } = gap.to;
    for (; a < aEnd && b < bEnd && was[a] === is[b]; a += 1, b += 1) pairs.push({ was: a, is: b });
    for (; a < aEnd && b < bEnd && was[aEnd - 1] === is[bEnd - 1]; aEnd -= 1, bEnd -= 1)
      pairs.push({ was: aEnd - 1, is: bEnd - 1 });
    if (a === aEnd || b === bEnd) continue;
    const { depth } = gap;
    const anchors = depth === DEEPEST ? [] : risingPairs(saidOnce(was, a, aEnd, is, b, bEnd));
    if (anchors.length === 0) {
      for (const pair of longestCommon(was, { from: a, to: aEnd }, is, { from: b, to: bEnd }))
        pairs.push(pair);
      continue;
    }
    let from = { was: a, is: b };
    for (const anchor of [...anchors, { was: aEnd, is: bEnd }]) {
      if (anchor.was < aEnd) pairs.push(anchor);
      waiting.push({ from, to: anchor, depth: depth + 1 });
      from = { was: anchor.was + 1, is: anchor.is + 1 };
    }
  }
  return pairs.sort((one, other) => one.was - other.was);
}

/** Paragraphs that both gaps say exactly once, in the order of the earlier one. */
function saidOnce(
  was: readonly string[],
  a: number,
  aEnd: number,
  is: readonly string[],
  b: number,
  bEnd: number,
): readonly Pair[] {
  const before = placesSaidOnce(was, a, aEnd);
  const after = placesSaidOnce(is, b, bEnd);
  return [...before].flatMap(([text, place]): readonly Pair[] => {
    const there = after.get(text);
    return place === null || there === undefined || there === null ? [] : [{ was: place, is: there }];
  });
}

/** By text; null where it is said more than once. */
function placesSaidOnce(
  texts: readonly string[],
  from: number,
  to: number,
): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>();
  for (let place = from; place < to; place += 1) {
    const text = texts[place] as string;
    places.set(text, places.has(text) ? null : place);
  }
  return places;
}

/** The most pairs that keep their order in both (the longest rising subsequence, by patience). */
function risingPairs(pairs: readonly Pair[]): readonly Pair[] {
  const piles: number[] = [];
  const below: (number | null)[] = [];
  pairs.forEach(({ is }, index) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] as number] as Pair).is < is) low = middle + 1;
      else high = middle;
    }
    below[index] = low === 0 ? null : (piles[low - 1] as number);
    piles[low] = index;
  });
  const rising: Pair[] = [];
  for (let at: number | null = piles.at(-1) ?? null; at !== null; at = below[at] ?? null)
    rising.push(pairs[at] as Pair);
  return rising.reverse();
}

type Gap = { readonly from: number; readonly to: number };

/** The longest common subsequence of a small gap; none of a large one, where every paragraph is said again and again. */
function longestCommon(
  was: readonly string[],
  before: Gap,
  is: readonly string[],
  after: Gap,
): readonly Pair[] {
  const [rows, columns] = [before.to - before.from, after.to - after.from];
  if (rows * columns > MOST_PAIRS) return [];
  const isSame = (a: number, b: number): boolean => was[before.from + a] === is[after.from + b];
  const lengths = new Uint32Array((rows + 1) * (columns + 1));
  const at = (a: number, b: number): number => lengths[a * (columns + 1) + b] ?? 0;
  for (let a = rows - 1; a >= 0; a -= 1)
    for (let b = columns - 1; b >= 0; b -= 1)
      lengths[a * (columns + 1) + b] = isSame(a, b)
        ? at(a + 1, b + 1) + 1
        : Math.max(at(a + 1, b), at(a, b + 1));
  const pairs: Pair[] = [];
  for (let a = 0, b = 0; a < rows && b < columns;) {
    if (isSame(a, b)) pairs.push({ was: before.from + a++, is: after.from + b++ });
    else if (at(a + 1, b) >= at(a, b + 1)) a += 1;
    else b += 1;
  }
  return pairs;
}

/** Of paragraphs that went and came in one place, those that share words are one that was written anew. */
function rewritten(went: readonly Line[], came: readonly Line[]): readonly ActesChange[] {
  const changes: ActesChange[] = [];
  const words = new Map<string, ReadonlySet<string>>();
  const wordsIn = (text: string): ReadonlySet<string> => {
    const known = words.get(text) ?? wordsOf(text);
    words.set(text, known);
    return known;
  };
  let next = 0;
  for (const line of came) {
    const nearby = went.slice(next, next + NEAR);
    const same = nearby.findIndex((old) => old.text === line.text);
    const near = same === -1 ? nearby.findIndex((old) => areAlike(old.text, line.text, wordsIn)) : same;
    if (near !== -1) {
      const before = (went[next + near] as Line).text;
      changes.push(...went.slice(next, next + near).map(gone));
      if (before !== line.text) changes.push({ part: line.part, before, after: line.text });
      next += near + 1;
    } else {
      changes.push({ part: line.part, before: null, after: line.text });
    }
  }
  return [...changes, ...went.slice(next).map(gone)];
}

/** How many paragraphs on an earlier wording is looked for. */
const NEAR = 8;

const gone = ({ part, text }: Line): ActesChange => ({ part, before: text, after: null });

/** Whether they share a third of their words, or the one begins with the other. */
function areAlike(one: string, other: string, wordsIn: (text: string) => ReadonlySet<string>): boolean {
  const words = wordsIn(one);
  const others = wordsIn(other);
  if (words.size === 0 || others.size === 0) return one.startsWith(other) || other.startsWith(one);
  let shared = 0;
  for (const word of words) if (others.has(word)) shared += 1;
  return shared * 3 >= Math.max(words.size, others.size);
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
