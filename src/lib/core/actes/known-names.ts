/** The names that words are looked through for: a tree by their words, so that its size costs nothing where none stands. */
import type { Person } from '../seminar/person.ts';
import { nameWords } from '../seminar/same-name.ts';

/** People who share what was written, by the id they have on the lists. */
export type Bearers = Set<string>;

export type LastName = {
  /** By the initials of their first names, from « I » to « JP ». */
  readonly byInitials: Map<string, Bearers>;
  /** Those whom « Mme » before it names; empty for a last name that is too short to be sure of. */
  readonly titled: Bearers;
  /** « Petit », « Cher »: an adjective that French sets before a first name as well. */
  readonly isAdjective: boolean;
};

/** The half of a name that stands first: of how many words, and which last name it is, if it is one. */
type Half = { readonly words: number; readonly lastName: LastName | null };

export type NameNode = {
  readonly next: Map<string, NameNode>;
  /** First and last name, in either order, end here. */
  readonly whole: Bearers;
  readonly halves: Half[];
  lastName: LastName | null;
};

export type Named = Pick<Person, 'firstName' | 'lastName'> & { readonly id: string };

/** « Mme Le » could be anybody's beginning. */
const SURE_LETTERS = 4;
/** Those that stand before a noun without an article between. */
const ADJECTIVES: ReadonlySet<string> = new Set(
  [
    'petit petite petits petites grand grande gros grosse bon bonne beau bel belle joli jolie jeune jeunes',
    'vieux vieil vieille nouveau nouvel nouvelle ancien ancienne cher chere chers cheres brave braves',
    'pauvre pauvres saint sainte gentil gentille doux douce premier premiere dernier derniere seul seule',
  ]
    .join(' ')
    .split(' '),
);

/** The names of those who must not be named, but for what names somebody who may be as well. */
export function knownNames(unasked: readonly Named[], agreed: readonly Named[]): NameNode {
  const allowed = new Set(agreed.flatMap(waysToName));
  const root = newNode();
  for (const person of unasked) {
    const [first, last] = [nameWords(person.firstName), nameWords(person.lastName)];
    if (last.length === 0) continue;
    const node = nodeAt(root, last);
    const isAdjective = last.length === 1 && last.every((word) => ADJECTIVES.has(word));
    node.lastName ??= { byInitials: new Map(), titled: new Set(), isAdjective };
    const { lastName } = node;
    if (first.length > 0 && !allowed.has(wholeKey(first, last)))
      for (const [half, other, begins] of [
        [first, last, null],
        [last, first, lastName],
      ] as const) {
        const { whole, halves } = nodeAt(root, [...half, ...other]);
        whole.add(person.id);
        if (!halves.some((it) => it.words === half.length && it.lastName === begins))
          halves.push({ words: half.length, lastName: begins });
      }
    const { byInitials, titled } = lastName;
    for (const initials of initialsOf(first)) {
      if (allowed.has(initialsKey(initials, last))) continue;
      const bearers = byInitials.get(initials) ?? new Set();
      byInitials.set(initials, bearers);
      bearers.add(person.id);
    }
    if (last.join('').length >= SURE_LETTERS && !allowed.has(titledKey(last))) titled.add(person.id);
  }
  return root;
}

const newNode = (): NameNode => ({
  next: new Map(),
  whole: new Set(),
  halves: [],
  lastName: null,
});

function nodeAt(root: NameNode, words: readonly string[]): NameNode {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? newNode();
    node.next.set(word, next);
    node = next;
  }
  return node;
}

/** Of « Jean-Pierre »: « jp », and « j » as many write it. */
function initialsOf(first: readonly string[]): readonly string[] {
  const letters = first.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0));
  return [...new Set([letters.join(''), ...letters.slice(0, 1)])].filter((it) => it !== '');
}

const wholeKey = (first: readonly string[], last: readonly string[]): string =>
  [...first, ...last].sort().join(' ');
const initialsKey = (initials: string, last: readonly string[]): string => `${initials}. ${last.join(' ')}`;
const titledKey = (last: readonly string[]): string => `Mme ${last.join(' ')}`;

function waysToName({ firstName, lastName }: Named): readonly string[] {
  const [first, last] = [nameWords(firstName), nameWords(lastName)];
  return [
    wholeKey(first, last),
    titledKey(last),
    ...initialsOf(first).map((initials) => initialsKey(initials, last)),
  ];
}
