/**
 * Words whose letters have accents that the fonts asked first know, but not the letters. The typesetter would print the
 * accents alone: such words are set in one font that has all.
 */
import { codePointsOf } from './font-coverage.ts';
import type { FontFamily } from './fonts.ts';
import { OTHERS, SANS, SERIF } from './fonts.ts';

export type AccentedWords = {
  /** The family that has all their letters and accents. */
  readonly family: string;
  /** A regular expression, the longest first. */
  readonly words: string;
  /** Whether a text in Source Serif needs this too, not only one in Atkinson. */
  readonly inSerif: boolean;
};

/** Accents that go with letters of several scripts: fonts have them beside letters of their own. */
const SHARED_ACCENTS =
  /[\u0300-\u036f\u0483-\u0489\u0951-\u0954\u1ab0-\u1aff\u1cd0-\u1cff\u1dc0-\u1dff\ufe20-\ufe2f]/u;
const WORD = /[\p{L}\p{N}\p{M}\u200c\u200d]+/gu;
const ACCENTED = /\P{M}\p{M}+/gu;
/** More than any actes have: an expression of any length would fail to be read. */
const MOST_WORDS = 1000;

/** Finds them in a text as JSON; reads the fonts' character maps once a text asks for them. */
export function openAccentedWords(
  families: readonly FontFamily[],
): (json: string) => readonly AccentedWords[] {
  const files = new Map(families.map(({ name, files: [first = ''] }) => [name, first]));
  const read = new Map<string, ReadonlySet<number>>();
  const has = (family: string, sign: string): boolean => {
    const codePoints = read.get(family) ?? codePointsOf(files.get(family) ?? '');
    read.set(family, codePoints);
    return codePoints.has(sign.codePointAt(0) ?? 0);
  };
  const hasAll = (family: string, text: string): boolean => [...text].every((sign) => has(family, sign));
  /** Whether the first family of the order that has some of the letter and its accents lacks others. */
  const isParted = (letter: string, order: readonly string[]): boolean => {
    const first = order.find((family) => [...letter].some((sign) => has(family, sign)));
    return first !== undefined && !hasAll(first, letter);
  };
  // Text families have the accents of a few languages, and know of no place for them on others' letters.
  const familyOf = (text: string): string | undefined =>
    [...OTHERS, ...SERIF].find((family) => hasAll(family, text));

  return (json) => {
    const found = new Map<string, { family: string; inSerif: boolean; words: string[] }>();
    for (const word of accentedWords(json)) {
      const letters = word.match(ACCENTED) ?? [];
      const parted = letters.filter((letter) => isParted(letter, SANS) || isParted(letter, SERIF));
      // Where no font has the whole word, each such letter gets one of its own.
      for (const text of parted.length > 0 && familyOf(word) !== undefined ? [word] : parted) {
        const family = familyOf(text);
        if (family === undefined) continue;
        const inSerif = parted.some((letter) => isParted(letter, SERIF));
        const alike = found.get(`${family} ${inSerif}`) ?? { family, inSerif, words: [] };
        found.set(`${family} ${inSerif}`, alike);
        alike.words.push(text);
      }
    }
    return [...found.values()].map(({ words, ...others }) => ({
      ...others,
      words: words.sort((one, other) => other.length - one.length).join('|'),
    }));
  };
}

function accentedWords(json: string): readonly string[] {
  if (!SHARED_ACCENTS.test(json)) return [];
  // Without JSON's own letters, as of `\n`.
  const words = json.replace(/\\./gu, ' ').match(WORD) ?? [];
  return [...new Set(words.filter((word) => SHARED_ACCENTS.test(word)))].slice(0, MOST_WORDS);
}
