/**
 * Words in runs, each set in one way: names apart, « t-elle » whole, accented words in a font that has them, places to
 * break in words no line can hold. All of it is decided here: a template that searched its text for them would set none
 * beyond five hundred matches in a paragraph, and refuse the whole.
 */
import { unbrokenPieces } from '#core/actes/unbroken.ts';
import type { AccentedWords } from './accented-words.ts';
import { cutAtNames } from './names.ts';

export type PrintedRun = {
  readonly text: string;
  /** The family asked before those of the text around. */
  readonly font?: string;
  readonly isName?: true;
  readonly unbroken?: true;
};

export type WordsSetting = {
  readonly accentedWords: AccentedWords;
  readonly names: ReadonlySet<string>;
  /** In the fonts without serifs. */
  readonly isSans: boolean;
  /** In a table, where a line may be too short for a name with a hyphen. */
  readonly inTable: boolean;
};

/** Of one paragraph: so many are set in less than two seconds, and no page holds them. */
export const MOST_RUNS = 4000;
/** In letters: a longer name may break at its hyphen. */
const LONGEST_WHOLE = 40;

/** What follows the `most` first runs is one run more. */
export function runsOf(text: string, setting: WordsSetting, most = MOST_RUNS): readonly PrintedRun[] {
  const pieces = cutAtNames(breakable(text), setting.names).flatMap((piece): readonly PrintedRun[] => {
    if (!piece.isName)
      return unbrokenPieces(piece.text).map(({ text, unbroken }) =>
        unbroken ? { text, unbroken } : { text },
      );
    return [named(piece.text, !setting.inTable)];
  });
  return limited(inFonts(pieces, setting), most);
}

/** Of a line that names somebody: none of its words is hyphenated. */
export function runsOfNames(line: string, setting: WordsSetting): readonly PrintedRun[] {
  const pieces = breakable(line)
    .split(HYPHENATED)
    .filter((it) => it !== '')
    .map((it) => named(it, true));
  return limited(inFonts(pieces, setting), MOST_RUNS);
}

const HYPHENATED = /([^ ]*-[^ ]*)/u;

const named = (text: string, maybeWhole: boolean): PrintedRun =>
  maybeWhole && text.includes('-') && text.length <= LONGEST_WHOLE
    ? { text, isName: true, unbroken: true }
    : { text, isName: true };

const inFonts = (
  runs: readonly PrintedRun[],
  { accentedWords, isSans }: WordsSetting,
): readonly PrintedRun[] =>
  runs.flatMap((run): readonly PrintedRun[] => {
    const pieces = accentedWords.cut(run.text, isSans);
    if (pieces.length === 1) return [{ ...run, ...pieces[0] }];
    // What stays on one line is one run.
    const font = run.unbroken ? accentedWords.familyOf(run.text) : undefined;
    if (font !== undefined) return [{ ...run, font }];
    const { text: _text, unbroken: _unbroken, ...marks } = run;
    return pieces.map((piece) => ({ ...marks, ...piece }));
  });

function limited(runs: readonly PrintedRun[], most: number): readonly PrintedRun[] {
  if (runs.length <= most + 1) return runs;
  const rest = runs.slice(most);
  const font = rest.find((run) => run.font !== undefined)?.font;
  const text = rest.map((run) => run.text).join('');
  return [...runs.slice(0, most), font === undefined ? { text } : { text, font }];
}

/** From the start of a word: tried at each of its letters, a search of long texts would take four times as long. */
const LONG_WORD = /(?<![^\s\u200b\u00ad])[^\s\u200b\u00ad]{25,}/gu;
/** Hyphenation does for words of letters up to this length. */
const LONGEST_WORD = 60;
const IN_ADDRESS = /[/?&=_.@#%;:,-]+/gu;
const UNBROKEN = /[^\s\u200b\u00ad]{24}(?=[^\s\u200b\u00ad\p{M}])/gu;

/** The word with zero-width spaces after the signs of addresses, and wherever a line would still find none. */
function withBreaks(word: string): string {
  if (/^[\p{L}\p{M}'’.,;:!?()-]+$/u.test(word) && word.length <= LONGEST_WORD) return word;
  return word.replace(IN_ADDRESS, '$&\u200b').replace(UNBROKEN, '$&\u200b');
}

const breakable = (text: string): string => text.replace(LONG_WORD, withBreaks);
