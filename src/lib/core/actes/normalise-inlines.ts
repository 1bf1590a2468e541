/** Runs of words as every page and Markdown can carry them: cleaned, joined, without spaces where nobody sees them. */
import type { Cleaning } from './clean-text.ts';
import { cleanLine } from './clean-text.ts';
import { linkDestination, mergedRuns, spacesOutsideMarks } from './markdown-inline.ts';
import type { Inline } from './rich-text.ts';
import { trimmedLines } from './trimmed-lines.ts';

const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}\p{Cs}]+$/iu;
/** Soft hyphens and joiners show nothing themselves. */
const VISIBLE = /[^\s\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f]/u;

/** The runs without what cannot be printed and without links that could run something; they keep their words. */
export function normaliseInlines(content: readonly Inline[], cleaning: Cleaning): readonly Inline[] {
  const runs = mergedRuns(content);
  const once = joined(runs.map((inline) => cleanedRun(inline, cleaning)));
  // Two runs that only now stand side by side may compose an accent.
  return once.length === runs.length ? once : joined(once.map((inline) => cleanedRun(inline, cleaning)));
}

const joined = (content: readonly Inline[]): readonly Inline[] =>
  mergedRuns(trimmedLines(mergedRuns(content).flatMap(spacesOutsideMarks)));

function cleanedRun(inline: Inline, cleaning: Cleaning): Inline {
  if (inline.type === 'break') return inline;
  const link = inline.link !== undefined && SAFE_LINK.test(inline.link) ? linkDestination(inline.link) : null;
  return {
    type: 'text',
    text: cleanLine(inline.text, cleaning),
    ...(inline.strong === true ? { strong: true } : {}),
    ...(inline.emphasis === true ? { emphasis: true } : {}),
    ...(link === null ? {} : { link }),
  };
}

/** Whether a reader sees any word. */
export const hasWords = (content: readonly Inline[]): boolean =>
  content.some((inline) => inline.type === 'text' && VISIBLE.test(inline.text));

/** On one line. */
export const withoutBreaks = (content: readonly Inline[]): readonly Inline[] =>
  mergedRuns(content.map((inline) => (inline.type === 'break' ? { type: 'text', text: ' ' } : inline)));

/** In bold throughout. */
export const inBold = (content: readonly Inline[]): readonly Inline[] =>
  content.map((inline) => (inline.type === 'text' ? { ...inline, strong: true } : inline));

/** Without italics, for lines that are set quiet as a whole. */
export const withoutItalics = (content: readonly Inline[]): readonly Inline[] =>
  mergedRuns(
    content.map((inline) => {
      if (inline.type === 'break') return inline;
      const { emphasis: _emphasis, ...upright } = inline;
      return upright;
    }),
  );
