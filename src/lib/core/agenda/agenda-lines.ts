/** Turns pasted text into clean lines that remember where they stood. */

/** A line, or several that a page's edge had cut; `number` counts from 1 in the pasted text. */
export type AgendaLine = {
  readonly number: number;
  readonly text: string;
  /** The line as it stood, its columns apart; only what cannot be shown is left out. */
  readonly raw: string;
  /** Blank characters before the text, a tab counting for four. */
  readonly indent: number;
  readonly afterBlank: boolean;
};

/** Windows-1252 characters that were pasted under the numbers of control characters, from 0x80 on. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FIRST_WINDOWS_1252 = 0x80;

const WINDOWS_LEFTOVERS = /[\u0080-\u009f]/gu;
const INVISIBLE =
  /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0e\ufeff]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d/gu;
const CONTROL = /(?![\t-\r])\p{Cc}/gu;
const LOW_CONTROL = /(?![\t-\r\u007f-\u009f])\p{Cc}/gu;
const SOFT_BREAK = /[\v\f\u2028\u2029]/u;

/** The text as it can be shown: leftovers of Windows-1252 read, nothing invisible, no half characters. */
export const cleanText = (text: string): string =>
  text
    .replace(WINDOWS_LEFTOVERS, (character) =>
      WINDOWS_1252.charAt(character.charCodeAt(0) - FIRST_WINDOWS_1252),
    )
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');

const SIGNATURES = [
  '%PDF-',
  'PK\u0003\u0004',
  '\u0089PNG',
  '\ufffdPNG',
  '{\\rtf',
  'GIF8',
  '\u00ff\u00d8\u00ff',
];
const FEWEST_CONTROLS = 2;
const MOST_TEXT_PER_CONTROL = 25;

/** Whether something is no text at all: a file's signature, or a control character in twenty-five. */
export const looksBinary = (text: string): boolean => {
  if (SIGNATURES.some((signature) => text.startsWith(signature))) return true;
  const controls = text.match(LOW_CONTROL)?.length ?? 0;
  return controls >= FEWEST_CONTROLS && controls * MOST_TEXT_PER_CONTROL > text.length;
};

const TAB_WIDTH = 4;

const indentOf = (text: string): number => {
  let width = 0;
  for (const character of text) {
    if (character.trim() !== '') return width;
    width += character === '\t' ? TAB_WIDTH : 1;
  }
  return width;
};

/** Runs of blanks become one: a tab where there was a tab or a column's gap, else the blank itself or a space. */
const calmSpaces = (text: string): string =>
  text
    .trim()
    .replace(/\s+/gu, (run) => (run.includes('\t') || run.length > 2 ? '\t' : run.length === 1 ? run : ' '));

/** Markdown's headings and bold are left out: what they mark up counts. */
const withoutMarkdown = (text: string): string =>
  text.replace(/^#{1,6}\s/u, '').replace(/(?<!\*)\*\*(?!\*)/gu, '');

/** The lines with words or marks on them; a soft break inside a line begins another under the same number. */
export const readLines = (text: string): { readonly lines: AgendaLine[]; readonly binary: AgendaLine[] } => {
  const lines: AgendaLine[] = [];
  const binary: AgendaLine[] = [];
  let afterBlank = false;
  text.split(/\r\n|\r|\n/u).forEach((raw, index) => {
    const damaged = looksBinary(raw);
    for (const part of raw.split(SOFT_BREAK)) {
      const clean = cleanText(part);
      const line = {
        number: index + 1,
        raw: clean,
        text: withoutMarkdown(calmSpaces(clean)).trim(),
        indent: indentOf(clean),
        afterBlank,
      };
      if (line.text === '') {
        afterBlank = true;
        continue;
      }
      if (damaged) binary.push(line);
      else lines.push(line);
      afterBlank = false;
    }
  });
  return { lines, binary };
};
