/** Who is named in typed words without having agreed to it. */
import { personOnLists } from '../seminar/seminar.ts';
import { nameWords } from '../seminar/same-name.ts';
import type { ActesMaterial } from './actes-material.ts';
import { nameableOnLists } from './actes-material.ts';
import type { Bearers, LastName, Named, NameNode } from './known-names.ts';
import { knownNames } from './known-names.ts';
import type { Piecewise } from './piecewise.ts';

/** `name` as it was written where that was surest; `count` how many times they are named. */
type NamedUnasked = { readonly name: string; readonly count: number };

/**
 * By part, each person who does not agree to be named and whom its lines name: by first and last name in either order, by
 * initials and last name, or by a title and a last name. Behind a title, and behind initials without points, a last name
 * counts only where it is nowhere an ordinary word. Nobody whose name, so written, is also that of someone who agrees.
 * The words are gone through once, however many people there are, a part a piece.
 */
export function* namingUnasked(
  material: ActesMaterial,
  linesByPart: ReadonlyMap<string, readonly string[]>,
): Piecewise<ReadonlyMap<string, readonly NamedUnasked[]>> {
  const names = namesIn(material);
  const comparedOf = comparing();
  const ordinary = new Set<LastName>();
  const found: [string, readonly Found[]][] = [];
  for (const [part, lines] of linesByPart) {
    const here: Found[] = [];
    for (const line of lines) search(wordsOf(line, comparedOf), names, here, ordinary);
    found.push([part, here]);
    if (lines.length > 0) yield;
  }
  return new Map(
    found.map(([part, here]) => [
      part,
      byPerson(here.filter(({ unsure }) => unsure === null || !ordinary.has(unsure))),
    ]),
  );
}

function namesIn(material: ActesMaterial): NameNode {
  const nameable = nameableOnLists(material);
  const agreed: Named[] = [];
  const unasked: Named[] = [];
  for (const { id: device, firstName, lastName } of material.people.values()) {
    const id = personOnLists(material.seminar, device);
    (nameable.has(id) ? agreed : unasked).push({ id, firstName, lastName });
  }
  return knownNames(unasked, agreed);
}

/** `unsure`: the last name behind a title or initials without points, whose sureness depends on all that is written. */
type Found = { readonly bearers: Bearers; readonly name: string; readonly unsure: LastName | null };

/** The words of a line as they are compared, and where each stands in it. */
type Words = {
  readonly line: string;
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

const WORD = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]+/gu;
const ASCII = /^[\dA-Za-z]+$/;
/** What parts two words of one name: a space, a hyphen or an apostrophe. */
const WITHIN_NAME = /^(?:\s+|\s?['’ʼ‐‑–-]\s?)$/u;
const BETWEEN_INITIALS = /^(?:\.\s*[‐‑-]?|[‐‑-])$/u;
const AFTER_INITIAL = /^\.\s*$/u;
const BARE = /^\s+$/u;
const AFTER_TITLE = /^\.?\s+$/u;
/** What parts those whom one title announces. */
const AMONG_LISTED = /^(?:\s*[,&/]\s*|\.\s*[‐‑-]?\s*|\s+|\s?['’ʼ‐‑–-]\s?)$/u;
const CAPITALS = /^(?:\p{Lu}\p{M}*)+$/u;
/** Chinese and Arabic have no capitals: what is not small counts. */
const SMALL = /^\p{Ll}/u;
const ARTICLES: ReadonlySet<string> = new Set('le la les l de du des d'.split(' '));
const LISTING: ReadonlySet<string> = new Set([...ARTICLES, 'et', 'ou', 'and', 'or']);
/** « J.-P. R. » is as long as initials are. */
const MOST_INITIALS = 4;
const TITLES: ReadonlySet<string> = new Set(
  'm mr mme mlle monsieur madame mademoiselle mrs ms miss dr docteur pr maitre'.split(' '),
);
const TITLES_OF_SEVERAL: ReadonlySet<string> = new Set(
  'mm mmes mlles messieurs mesdames mesdemoiselles drs docteurs prs'.split(' '),
);
/** How far behind « MM. » its last name is looked for. */
const MOST_LISTED_WORDS = 20;

function wordsOf(line: string, comparedOf: (word: string) => string): Words {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: written, index } of line.matchAll(WORD)) {
    words.push(comparedOf(written));
    starts.push(index);
    ends.push(index + written.length);
  }
  return { line, words, starts, ends };
}

const between = ({ line, starts, ends }: Words, before: number): string =>
  line.slice(ends[before], starts[before + 1]);
const written = ({ line, starts, ends }: Words, from: number, to: number): string =>
  line.slice(starts[from], ends[to]).replace(/\s+/gu, ' ');

/** Whether a word begins with a capital, articles aside: « Le petit » is no name, « de L’Isle » is. */
function isCapitalised({ line, words, starts }: Words, from: number, to: number): boolean {
  let onlyArticles = true;
  for (let at = from; at <= to; at += 1) {
    if (ARTICLES.has(words[at] ?? '')) continue;
    onlyArticles = false;
    if (!SMALL.test(line.slice(starts[at]))) return true;
  }
  return onlyArticles && !SMALL.test(line.slice(starts[from]));
}

/** Each word is compared without accents and capitals; the same word many times over is seen to once. */
function comparing(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    if (ASCII.test(word)) return word.toLowerCase();
    const compared = known.get(word) ?? nameWords(word).join('');
    known.set(word, compared);
    return compared;
  };
}

function search(all: Words, names: NameNode, found: Found[], ordinary: Set<LastName>): void {
  for (let from = 0; from < all.words.length; from += 1) {
    const { whole, last } = longestFrom(all, from, names);
    if (last !== null && !isCapitalised(all, from, last.to)) ordinary.add(last.lastName);
    if (whole !== null) {
      found.push({ bearers: whole.bearers, name: written(all, from, whole.to), unsure: null });
      from = whole.to;
    } else if (last !== null) {
      const announced = announcedBefore(all, from, last);
      if (announced === null) continue;
      found.push(announced);
      from = last.to;
    }
  }
}

type Whole = { readonly to: number; readonly bearers: Bearers };
type Last = { readonly to: number; readonly lastName: LastName };

function longestFrom(all: Words, from: number, names: NameNode): { whole: Whole | null; last: Last | null } {
  let whole: Whole | null = null;
  let last: Last | null = null;
  let node = names.next.get(all.words[from] ?? '');
  for (let to = from; node !== undefined; to += 1) {
    if (isWhole(all, from, to, node)) whole = { to, bearers: node.whole };
    if (node.lastName !== null) last = { to, lastName: node.lastName };
    if (node.next.size === 0 || to + 1 >= all.words.length || !WITHIN_NAME.test(between(all, to))) break;
    node = node.next.get(all.words[to + 1] ?? '');
  }
  return { whole, last };
}

/** « La pierre, petit à petit » names no Pierre Petit: both halves bear a capital. */
function isWhole(all: Words, from: number, to: number, { whole, halves }: NameNode): boolean {
  if (whole.size === 0) return false;
  for (const half of halves)
    if (isCapitalised(all, from, from + half - 1) && isCapitalised(all, from + half, to)) return true;
  return false;
}

/** By initials or a title that stand before the last name. */
function announcedBefore(all: Words, from: number, last: Last): Found | null {
  if (from === 0 || !isCapitalised(all, from, last.to)) return null;
  return initialledBefore(all, from, last) ?? titledBefore(all, from, last);
}

/** « J.-P. », « J. P. », « JP », « J-P » or « J P »: as long as the longest that are somebody's. */
function initialledBefore(all: Words, from: number, { to, lastName }: Last): Found | null {
  const gap = between(all, from - 1);
  const isBare = BARE.test(gap);
  let initials = '';
  let found: Found | null = null;
  for (let at = from - 1; at >= 0 && from - at <= MOST_INITIALS; at -= 1) {
    const [word, parted, isNext] = [all.words[at] ?? '', between(all, at), at === from - 1];
    const signs = written(all, at, at).normalize('NFC');
    // « JP Caradec » is one word.
    const isOne = isNext && word.length > 1 && AFTER_TITLE.test(gap);
    const isParted = isNext ? isBare || AFTER_INITIAL.test(parted) : BETWEEN_INITIALS.test(parted);
    const isLetter = word.length === 1 && (isParted || (isBare && BARE.test(parted)));
    // « À Caradec » is said to them or of a place; « A » might be either, and is asked about.
    const isPreposition = isBare && signs === 'À';
    if (!CAPITALS.test(signs) || isPreposition || (!isOne && !isLetter)) break;
    initials = `${word}${initials}`;
    const bearers = lastName.byInitials.get(initials);
    const unsure = isBare ? lastName : null;
    if (bearers !== undefined) found = { bearers, name: written(all, at, to), unsure };
    if (isOne) break;
  }
  return found;
}

function titledBefore(all: Words, from: number, { to, lastName }: Last): Found | null {
  if (lastName.titled.size === 0) return null;
  const title = all.words[from - 1] ?? '';
  const isNext =
    (TITLES.has(title) || TITLES_OF_SEVERAL.has(title)) && AFTER_TITLE.test(between(all, from - 1));
  if (!isNext && !isListed(all, from)) return null;
  return { bearers: lastName.titled, name: written(all, isNext ? from - 1 : from, to), unsure: lastName };
}

/** Whether « MM. » stands before it, and between them only names, as in « MM. Le Goff, J. Tanguy et Caradec ». */
function isListed(all: Words, from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= MOST_LISTED_WORDS; at -= 1) {
    const [word, parted] = [all.words[at] ?? '', between(all, at)];
    if (TITLES_OF_SEVERAL.has(word)) return AFTER_TITLE.test(parted);
    const isName = LISTING.has(word) || isCapitalised(all, at, at);
    if (!isName || !AMONG_LISTED.test(parted)) return false;
  }
  return false;
}

/**
 * Those whom several ways of writing name are one, told as the surest of them says it: what is sure before what is not,
 * what fewer people bear before the rest, then what stands first. Where several people bear a name, it is told once.
 */
function byPerson(found: readonly Found[]): readonly NamedUnasked[] {
  const counts = new Map<Bearers, { readonly name: string; count: number }>();
  const surest = [...found].sort(
    (one, other) =>
      Number(one.unsure !== null) - Number(other.unsure !== null) || one.bearers.size - other.bearers.size,
  );
  for (const { bearers, name } of surest) {
    const before = counts.get(bearers);
    if (before) before.count += 1;
    else counts.set(bearers, { name, count: 1 });
  }
  const told = new Map<string, { readonly name: string; count: number }>();
  for (const [bearers, once] of counts) {
    const known = [...bearers].flatMap((id) => told.get(id) ?? [])[0];
    if (known) known.count += once.count;
    for (const id of bearers) if (!told.has(id)) told.set(id, known ?? once);
  }
  return [...new Set(told.values())];
}
