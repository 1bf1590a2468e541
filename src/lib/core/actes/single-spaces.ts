/** One space between two words, in whatever language: a line that is typed with two is set with holes. None begins with « · ». */
import type { TypographyEdit } from './typography-edits.ts';
import { CODE } from './typography-edits.ts';

const NO_BREAK = '\u00a0';
/** Spaces of which one at least may end a line: no-break spaces alone were meant. One before a dot between facts, too. */
const RUN = /(?<![ \t\u00a0])(?:(?=\u00a0*[ \t])[ \t\u00a0]{2,}|\t|(?<=\S) (?=·(?:\s|$)))/gu;
const PARTS_FACTS = /\S[ \t\u00a0]+·(?:\s|$)/u;

/**
 * The changes that make one space of each run of spaces and of each tab, and keep the dot between two facts with the
 * first; code between backticks keeps its own.
 */
export function singleSpaceEdits(text: string): readonly TypographyEdit[] {
  if (!/\t|[ \u00a0]{2}| ·/u.test(text)) return [];
  const codes = text.includes('`') ? [...text.matchAll(CODE)] : [];
  const edits: TypographyEdit[] = [];
  let code = 0;
  for (const { index: from, 0: run } of text.matchAll(RUN)) {
    const to = from + run.length;
    while (endOf(codes[code]) <= from) code += 1;
    if ((codes[code]?.index ?? Infinity) > from) {
      const isBeforeDot = text[to] === '·' && PARTS_FACTS.test(text.slice(Math.max(0, from - 1), to + 2));
      edits.push({ from, to, put: isBeforeDot ? NO_BREAK : ' ' });
    }
  }
  return edits;
}

const endOf = (match: RegExpExecArray | undefined): number =>
  match === undefined ? Infinity : match.index + match[0].length;
