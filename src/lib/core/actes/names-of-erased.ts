/** The names of someone who is erased: what of them goes by itself, and what a person has to judge. */
import type { Person } from '../seminar/person.ts';
import { nameWords } from '../seminar/same-name.ts';
import { knownNames } from './known-names.ts';
import { findingLastNames, searchingNames } from './name-search.ts';
import { writtenNames } from './names-in-words.ts';
import type { NamesTakenOut, Span } from './names-taken-out.ts';
import { apart, namesTakenOut, wholeNames } from './names-taken-out.ts';

export type NamesOfErased = {
  /** What is surely them: their first and last name, and what names them by initials or a title and nobody else. */
  readonly surely: NamesTakenOut;
  /** Has the line say which words are ordinary ones, before anything is taken out. */
  readonly lookThrough: (line: string) => void;
  /** Whatever may name them, as written. */
  readonly namedIn: (line: string) => readonly string[];
  /**
   * For words that somebody judged to be about them: what may be them goes as well. Whether someone else signs or is listed
   * is no matter of words: `isNamed` tells what is surely them.
   */
  readonly judged: NamesTakenOut;
};

/** `erased` are one person and their other devices, `others` everyone else; `unnamed` is « Sans nom ». */
export function namesOfErased(
  erased: readonly Person[],
  others: readonly Person[],
  unnamed: string,
): NamesOfErased {
  const theirs = searchingNames(knownNames(erased, others));
  const anybodys = searchingNames(knownNames(erased, []));
  const findLastNames = findingLastNames(knownNames(erased, []));
  const lastNames = new Set(erased.map(lastNameWords));
  const namesakes = others.filter((it) => lastNames.has(lastNameWords(it)));
  const findNamesakes = wholeNames(namesakes.flatMap(writtenNames));
  const findLastNamesAlone = (line: string): readonly Span[] => {
    const found = findLastNames(line);
    const elsewhere = found.length === 0 ? [] : findNamesakes(line);
    return found.filter(({ from, to }) => !elsewhere.some((it) => it.from <= from && to <= it.to));
  };
  const whole = erased.map(writtenNames);
  const firstNameFirst = whole.flatMap(([name]) => name ?? []);
  const findLastNameFirst = wholeNames(whole.flatMap(([, name]) => name ?? []));
  // « le petit Pierre » is nobody: with capitals it is for the search to say, without any it was typed in haste.
  const findInSmall = (line: string): readonly Span[] =>
    findLastNameFirst(line).filter(({ from, to }) => !/\p{Lu}/u.test(line.slice(from, to)));
  const findWhole = wholeNames(whole.flat());
  const findSurely = (line: string): readonly Span[] => [
    ...findInSmall(line),
    ...theirs.foundIn(line).filter(theirs.isName),
  ];
  const findMaybe = (line: string): readonly Span[] => [
    ...findWhole(line),
    // « LE GOFF, Soizic », as lists are typed.
    ...anybodys.foundIn(inCapitals(line).replaceAll(',', ' ')),
    ...findLastNamesAlone(line),
  ];
  const surely = namesTakenOut(firstNameFirst, unnamed, findSurely);
  const maybe = namesTakenOut(firstNameFirst, unnamed, (line) => [...findSurely(line), ...findMaybe(line)]);
  return {
    surely,
    judged: { ...maybe, isNamed: surely.isNamed },
    lookThrough(line) {
      theirs.foundIn(line);
    },
    namedIn: (line) =>
      apart<Span>(findMaybe(line)).map(({ from, to }) => line.slice(from, to).replace(/\s+/gu, ' ')),
  };
}

const lastNameWords = ({ lastName }: Person): string => nameWords(lastName).join(' ');

/** With a capital at the beginning of each word, those of one letter aside: nobody types every name as it should be. */
const inCapitals = (line: string): string =>
  line.replace(/(?<![\p{L}\p{M}])\p{Ll}(?=\p{L}|\p{M})/gu, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === letter.length ? capital : letter;
  });
