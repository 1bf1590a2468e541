/** One space between two words, in whatever language: a line that is typed with two is set with holes. */
import type { TypographyEdit } from './typography-edits.ts';
import { CODE } from './typography-edits.ts';

/** Spaces of which one at least may end a line: no-break spaces alone were meant. */
const RUN = /(?<![ \t\u00a0])(?:(?=\u00a0*[ \t])[ \t\u00a0]{2,}|\t)/gu;

/** The changes that make one space of each run of spaces and of each tab; code between backticks keeps its own. */
export function singleSpaceEdits(text: string): readonly TypographyEdit[] {
  if (!/\t|[ \u00a0]{2}/u.test(text)) return [];
  const codes = text.includes('`') ? [...text.matchAll(CODE)] : [];
  const edits: TypographyEdit[] = [];
  let code = 0;
  for (const { index: from, 0: run } of text.matchAll(RUN)) {
    const to = from + run.length;
    while (endOf(codes[code]) <= from) code += 1;
    if ((codes[code]?.index ?? Infinity) > from) edits.push({ from, to, put: ' ' });
  }
  return edits;
}

const endOf = (match: RegExpExecArray | undefined): number =>
  match === undefined ? Infinity : match.index + match[0].length;
