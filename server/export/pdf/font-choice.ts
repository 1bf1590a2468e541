/**
 * Which fonts a text is set in. The typesetter asks font after font for the signs of a letter with accents, and loses the
 * letter where a font has only its accents: such letters get a font that has all.
 */
import { codePointsOf } from './font-coverage.ts';
import type { FontFamily } from './fonts.ts';
import { OTHERS, SANS, SERIF } from './fonts.ts';

/** A family by its name, or for a class of characters only, as a regular expression. */
type Font = string | { readonly name: string; readonly covers: string };

/** In the order in which they are asked. */
type Fonts = { readonly serif: readonly Font[]; readonly sans: readonly Font[] };

/** Accents that go with letters of several scripts: fonts have them beside letters of their own. */
const SHARED_ACCENTS =
  /[\u0300-\u036f\u0483-\u0489\u0951-\u0954\u1ab0-\u1aff\u1cd0-\u1cff\u1dc0-\u1dff\ufe20-\ufe2f]/u;
const ACCENTED = /(\P{M})(\p{M}+)/gu;

// Atkinson's zero is slashed and reads as struck out: figures come from Inter.
const FIGURES: Font = { name: 'Inter', covers: '[0-9]' };

/** The choice for a text; reads the fonts' character maps once a text asks for them. */
export function openFontChoice(families: readonly FontFamily[]): (text: string) => Fonts {
  const files = new Map(families.map(({ name, files: [first = ''] }) => [name, first]));
  const read = new Map<string, ReadonlySet<number>>();
  const has = (name: string, codePoint: number): boolean => {
    const codePoints = read.get(name) ?? codePointsOf(files.get(name) ?? '');
    read.set(name, codePoints);
    return codePoints.has(codePoint);
  };

  /** The families that write the letters whole, for those that the first to be asked would not. */
  function wholeLetters(accents: ReadonlyMap<number, ReadonlySet<number>>, order: readonly string[]): Font[] {
    const letters = new Map<string, string>();
    for (const [letter, marks] of accents) {
      const signs = [letter, ...marks];
      const first = order.find((name) => signs.some((sign) => has(name, sign)));
      if (first === undefined || signs.every((sign) => has(first, sign))) continue;
      // Text families have the accents of a few languages, and know of no place for them on others' letters.
      const whole = [...OTHERS, ...order].find((name) => signs.every((sign) => has(name, sign)));
      if (whole !== undefined) letters.set(whole, `${letters.get(whole) ?? ''}\\u{${letter.toString(16)}}`);
    }
    return [...letters].map(([name, covered]) => ({ name, covers: `[${covered}]` }));
  }

  return (text) => {
    const accents = accentsByLetter(text);
    return {
      serif: [...wholeLetters(accents, SERIF), ...SERIF],
      sans: [...wholeLetters(accents, SANS), FIGURES, ...SANS],
    };
  };
}

/** The accents met on each letter. */
function accentsByLetter(text: string): ReadonlyMap<number, ReadonlySet<number>> {
  const accents = new Map<number, Set<number>>();
  if (!SHARED_ACCENTS.test(text)) return accents;
  for (const [, letter = '', marks = ''] of text.matchAll(ACCENTED)) {
    if (!SHARED_ACCENTS.test(marks)) continue;
    const codePoint = letter.codePointAt(0) ?? 0;
    const known = accents.get(codePoint) ?? new Set();
    for (const mark of marks) known.add(mark.codePointAt(0) ?? 0);
    accents.set(codePoint, known);
  }
  return accents;
}
