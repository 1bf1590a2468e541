/**
 * Words whose letters have accents that the fonts asked first know, but not the letters. The typesetter would print the
 * accents alone: such words are set in one font that has all.
 */
import { codePointsOf } from './font-coverage.ts';
import type { FontFamily } from './fonts.ts';
import { OTHERS, SANS, SERIF } from './fonts.ts';

/** Without `font`, the text's own fonts do. */
export type PieceInFont = { readonly text: string; readonly font?: string };

export type AccentedWords = {
  /**
   * The text in pieces: an accented word stands in a piece of its own, in the family that has all of it. Headings are
   * printed without serifs, and in the table of contents with: what is without serifs can be set with them.
   */
  cut(text: string, isSans: boolean): readonly PieceInFont[];
  /** The first family that has all signs of the text. */
  familyOf(text: string): string | undefined;
};

/** Accents that go with letters of several scripts: fonts have them beside letters of their own. */
const SHARED_ACCENTS =
  /[\u0300-\u036f\u0483-\u0489\u0951-\u0954\u1ab0-\u1aff\u1cd0-\u1cff\u1dc0-\u1dff\ufe20-\ufe2f]/u;
const WORD = /[\p{L}\p{N}\p{M}\u200c\u200d]+/gu;
const ACCENTED = /\P{M}\p{M}+/gu;
/** So many are remembered, not looked up again each time that they stand in the actes. */
const MOST_REMEMBERED = 10_000;

/** Reads the fonts' character maps once a text asks for them. */
export function openAccentedWords(families: readonly FontFamily[]): AccentedWords {
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

  const inFont = (text: string): PieceInFont => {
    const font = familyOf(text);
    return font === undefined ? { text } : { text, font };
  };
  function piecesOf(word: string, orders: readonly (readonly string[])[]): readonly PieceInFont[] {
    const letters = new Set(word.match(ACCENTED) ?? []);
    const parted = new Set([...letters].filter((letter) => orders.some((order) => isParted(letter, order))));
    if (parted.size === 0) return [{ text: word }];
    const whole = inFont(word);
    // Where no font has the whole word, each such letter gets one of its own.
    return whole.font === undefined
      ? piecesAt(word, ACCENTED, (it) => [parted.has(it) ? inFont(it) : { text: it }])
      : [whole];
  }

  const remembered = {
    serif: new Map<string, readonly PieceInFont[]>(),
    sans: new Map<string, readonly PieceInFont[]>(),
  };
  return {
    cut(text, isSans) {
      if (!SHARED_ACCENTS.test(text)) return [{ text }];
      const known = isSans ? remembered.sans : remembered.serif;
      return piecesAt(text, WORD, (word) => {
        if (!SHARED_ACCENTS.test(word)) return [{ text: word }];
        const pieces = known.get(word) ?? piecesOf(word, isSans ? [SANS, SERIF] : [SERIF]);
        if (known.size >= MOST_REMEMBERED) known.clear();
        known.set(word, pieces);
        return pieces;
      });
    },
    familyOf,
  };
}

/** What the expression finds becomes pieces; neighbours that need no font stay together. */
function piecesAt(
  text: string,
  expression: RegExp,
  piecesOf: (found: string) => readonly PieceInFont[],
): readonly PieceInFont[] {
  const pieces: PieceInFont[] = [];
  let done = 0;
  let end = 0;
  for (const { 0: found, index } of text.matchAll(expression)) {
    end = index;
    for (const piece of piecesOf(found)) {
      if (piece.font !== undefined) {
        if (end > done) pieces.push({ text: text.slice(done, end) });
        pieces.push(piece);
        done = end + piece.text.length;
      }
      end += piece.text.length;
    }
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}
