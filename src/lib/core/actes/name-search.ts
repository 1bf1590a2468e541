/** Looks for people's names in words, line after line, and tells how sure each is. */
import { nameWords } from '../seminar/same-name.ts';
import type { Bearers, LastName, NameNode } from './known-names.ts';
import type { Span } from './names-taken-out.ts';

/**
 * Why words that spell a name may be ordinary ones. `announced`: a last name behind a title or initials without points;
 * `begins`: a last name that stands first, with a capital that the beginning of the sentence explains.
 */
type Doubt = { readonly because: 'announced' | 'begins'; readonly lastName: LastName };

/** Where in a line somebody is named, how, and by whom the name is borne; `doubt` is null where it is sure. */
export type NameFound = {
  readonly from: number;
  readonly to: number;
  /** As written, but for its spaces. */
  readonly name: string;
  readonly bearers: Bearers;
  readonly doubt: Doubt | null;
};

export type NameSearch = {
  /** From left to right. */
  readonly foundIn: (line: string) => readonly NameFound[];
  /** Whether it names somebody, by all the lines that were looked through until now. */
  readonly isName: (found: NameFound) => boolean;
};

/**
 * What is looked for: first and last name in either order, initials and last name, a title and a last name. What is in
 * doubt is no name where its last name stands somewhere as an ordinary word; what begins a sentence, where that is an
 * adjective as well, unless the same person is surely named somewhere.
 */
export function searchingNames(names: NameNode): NameSearch {
  const comparedOf = comparing();
  const ordinary = new Set<LastName>();
  const surelyNamed = new Set<string>();
  return {
    foundIn(line) {
      const found: NameFound[] = [];
      search(wordsOf(line, comparedOf), names, found, ordinary);
      for (const { doubt, bearers } of found)
        if (doubt === null) for (const id of bearers) surelyNamed.add(id);
      return found;
    },
    isName({ doubt, bearers }) {
      if (doubt === null) return true;
      const { because, lastName } = doubt;
      if (because === 'announced') return !ordinary.has(lastName);
      const isOrdinary = lastName.isAdjective || ordinary.has(lastName);
      return !isOrdinary || [...bearers].some((id) => surelyNamed.has(id));
    },
  };
}

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
const CAPITAL = /^\p{Lu}/u;
const CAPITALS = /^(?:\p{Lu}\p{M}*)+$/u;
/** Chinese and Arabic have no capitals: what is not small counts. */
const SMALL = /^\p{Ll}/u;
const LETTER = /^\p{L}$/u;
/** What ends a sentence before a word, and what opens one that is quoted. */
const ENDS = /[.!?…\n]/u;
const OPENS = /[«“"]\s*$/u;
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

function search(all: Words, names: NameNode, found: NameFound[], ordinary: Set<LastName>): void {
  let behindFirstName = -1;
  for (let from = 0; from < all.words.length; from += 1) {
    const { whole, last, lastNameAt } = longestFrom(all, from, names);
    if (last !== null && from !== behindFirstName && isOrdinary(all, from, last)) ordinary.add(last.lastName);
    behindFirstName = lastNameAt ?? behindFirstName;
    if (whole !== null) {
      found.push(foundAt(all, from, whole.to, whole.bearers, whole.doubt));
      // « Petit Pierre Caradec » may name Pierre Caradec.
      if (whole.doubt === null) from = whole.to;
    } else if (last !== null) {
      const announced = announcedBefore(all, from, last);
      if (announced === null) continue;
      found.push(announced);
      from = last.to;
    }
  }
}

const foundAt = (all: Words, from: number, to: number, bearers: Bearers, doubt: Doubt | null): NameFound => ({
  ...{ from: all.starts[from] ?? 0, to: all.ends[to] ?? 0 },
  ...{ name: written(all, from, to), bearers, doubt },
});

type Whole = { readonly to: number; readonly bearers: Bearers; readonly doubt: Doubt | null };
type Last = { readonly to: number; readonly lastName: LastName };

type Longest = {
  readonly whole: Whole | null;
  readonly last: Last | null;
  /** Where the last name behind a first name begins, whatever the capitals of both. */
  readonly lastNameAt: number | null;
};

function longestFrom(all: Words, from: number, names: NameNode): Longest {
  let whole: Whole | null = null;
  let last: Last | null = null;
  let lastNameAt: number | null = null;
  let node = names.next.get(all.words[from] ?? '');
  for (let to = from; node !== undefined; to += 1) {
    whole = wholeAt(all, from, to, node) ?? whole;
    const firstName = node.halves.find(({ lastName }) => lastName === null);
    if (firstName !== undefined) lastNameAt = from + firstName.words;
    if (node.lastName !== null) last = { to, lastName: node.lastName };
    if (node.next.size === 0 || to + 1 >= all.words.length || !WITHIN_NAME.test(between(all, to))) break;
    node = node.next.get(all.words[to + 1] ?? '');
  }
  return { whole, last, lastNameAt };
}

/** « le petit » is; « mme petit » and « le goff » were typed in haste. */
function isOrdinary(all: Words, from: number, { to, lastName }: Last): boolean {
  if (to > from || isCapitalised(all, from, to)) return false;
  if (from === 0) return true;
  const gap = between(all, from - 1);
  const before = all.words[from - 1] ?? '';
  // « il y a petit à petit » holds no initials.
  const isInitials =
    AFTER_INITIAL.test(gap) || (BARE.test(gap) && CAPITALS.test(written(all, from - 1, from - 1)));
  if (isInitials && lastName.byInitials.has(before)) return false;
  return !(TITLES.has(before) && AFTER_TITLE.test(gap)) && !isListed(all, from);
}

/** Where a last name stands with a capital that no beginning of a sentence explains, initials before it aside. */
export const findingLastNames = (names: NameNode): ((line: string) => readonly Span[]) => {
  const comparedOf = comparing();
  return (line) => {
    const all = wordsOf(line, comparedOf);
    const found: Span[] = [];
    for (let from = 0; from < all.words.length; from += 1) {
      const { last } = longestFrom(all, from, names);
      if (last === null) continue;
      if (last.lastName.titled.size > 0 && isBareLastName(all, from, last.to))
        found.push({ from: all.starts[from] ?? 0, to: all.ends[last.to] ?? 0 });
      from = last.to;
    }
    return found;
  };
};

function isBareLastName(all: Words, from: number, to: number): boolean {
  if (!isCapitalised(all, from, to)) return false;
  // Those of an initial that is not theirs are somebody else.
  const before = from === 0 ? '' : written(all, from - 1, from - 1).normalize('NFC');
  if (
    LETTER.test(before) &&
    CAPITAL.test(before) &&
    before !== 'À' &&
    AFTER_TITLE.test(between(all, from - 1))
  )
    return false;
  return !beginsSentence(all, from) || (to > from && !SMALL.test(all.line.slice(all.starts[to])));
}

/** « La pierre, petit à petit » names no Pierre Petit: both halves bear a capital; « Petit Pierre joue » may not. */
function wholeAt(all: Words, from: number, to: number, { whole, halves }: NameNode): Whole | null {
  let doubtful: Whole | null = null;
  for (const { words, lastName } of halves) {
    const end = from + words - 1;
    if (!isCapitalised(all, from, end) || !isCapitalised(all, end + 1, to)) continue;
    if (lastName === null || !owesCapital(all, from, end, to)) return { to, bearers: whole, doubt: null };
    doubtful = { to, bearers: whole, doubt: { because: 'begins', lastName } };
  }
  return doubtful;
}

/** Whether the words have a capital for beginning a sentence that goes on behind the name; an entry of a list does not. */
function owesCapital(all: Words, from: number, end: number, to: number): boolean {
  if (to + 1 >= all.words.length || !BARE.test(between(all, to)) || !beginsSentence(all, from)) return false;
  const first = written(all, from, from);
  if (!CAPITAL.test(first) || CAPITALS.test(first)) return false;
  for (let at = from + 1; at <= end; at += 1) if (!SMALL.test(all.line.slice(all.starts[at]))) return false;
  return true;
}

/** « M. » and « J. » before it end none. */
function beginsSentence(all: Words, from: number): boolean {
  if (from === 0) return true;
  const gap = between(all, from - 1);
  if (OPENS.test(gap)) return true;
  const before = all.words[from - 1] ?? '';
  return ENDS.test(gap) && !TITLES.has(before) && !TITLES_OF_SEVERAL.has(before) && !LETTER.test(before);
}

/** By initials or a title that stand before the last name. */
function announcedBefore(all: Words, from: number, last: Last): NameFound | null {
  if (from === 0 || !isCapitalised(all, from, last.to)) return null;
  return initialledBefore(all, from, last) ?? titledBefore(all, from, last);
}

/** « J.-P. », « J. P. », « JP », « J-P » or « J P »: as long as the longest that are somebody's. */
function initialledBefore(all: Words, from: number, { to, lastName }: Last): NameFound | null {
  const gap = between(all, from - 1);
  const isBare = BARE.test(gap);
  let initials = '';
  let found: NameFound | null = null;
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
    const doubt: Doubt | null = isBare ? { because: 'announced', lastName } : null;
    if (bearers !== undefined) found = foundAt(all, at, to, bearers, doubt);
    if (isOne) break;
  }
  return found;
}

/** The title is part of it: « Mme Caradec », but not « MM. », which is also that of others. */
function titledBefore(all: Words, from: number, { to, lastName }: Last): NameFound | null {
  if (lastName.titled.size === 0) return null;
  const isNext = TITLES.has(all.words[from - 1] ?? '') && AFTER_TITLE.test(between(all, from - 1));
  if (!isNext && !isListed(all, from)) return null;
  const doubt: Doubt = { because: 'announced', lastName };
  return foundAt(all, isNext ? from - 1 : from, to, lastName.titled, doubt);
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
