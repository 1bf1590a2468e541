/**
 * Markdown within what its parser can bear. Nested markers make the parser call itself, and a page of emphasis marks
 * makes it slow; beyond what any person writes they are shown as they stand.
 */

export const MARKDOWN_LIMITS = {
  characters: 500_000,
  /** Quotations and lists inside each other. */
  depth: 8,
  /** Columns of white space before a line. */
  indent: 64,
  /** Marks of emphasis, links and code in one paragraph, list item or table row. */
  marks: 400,
  /** The same from one empty line to the next: a paragraph may look like a list. */
  blockMarks: 2_400,
} as const;

const CONTAINER = /^[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]?/;
/** Escaped signs are none, nor are addresses and line breaks between angle brackets. */
const MARKS = /\\[\s\S]|[*_~`[]|<(?!br>|https?:|ftp:)/g;
const EMPTY_LINE = /(\n[ \t>]*\n)/;
const NEXT_ITEM_OR_ROW = /\n(?=[ \t>]*(?:\||(?:[-*+]|\d{1,9}[.)])[ \t]))/;

/** The text with its excess escaped; a longer one ends at its last whole line within the limit. */
export function limitMarkdown(text: string, characters: number = MARKDOWN_LIMITS.characters): string {
  const kept =
    text.length <= characters
      ? text
      : `${text.slice(0, Math.max(0, text.lastIndexOf('\n', characters)))}\n\n…`;
  return kept
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map(limitLine)
    .join('\n')
    .split(EMPTY_LINE)
    .map(limitMarks)
    .join('');
}

function limitLine(line: string): string {
  let rest = line;
  let head = '';
  for (let depth = 0; depth < MARKDOWN_LIMITS.depth; depth += 1) {
    const marker = CONTAINER.exec(rest)?.[0];
    if (marker === undefined) return head + limitIndent(rest);
    head += limitIndent(marker);
    rest = rest.slice(marker.length);
  }
  return CONTAINER.test(rest) ? `${head}\\${rest.trimStart()}` : head + limitIndent(rest);
}

const limitIndent = (line: string): string => {
  const white = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return white > MARKDOWN_LIMITS.indent ? line.slice(white - MARKDOWN_LIMITS.indent) : line;
};

function limitMarks(block: string): string {
  if (marksIn(block) > MARKDOWN_LIMITS.blockMarks) return withoutMarks(block);
  return block
    .split(NEXT_ITEM_OR_ROW)
    .map((part) => (marksIn(part) > MARKDOWN_LIMITS.marks ? withoutMarks(part) : part))
    .join('\n');
}

const isEscaped = (sign: string): boolean => sign.startsWith('\\');

const marksIn = (text: string): number => (text.match(MARKS) ?? []).filter((sign) => !isEscaped(sign)).length;

const withoutMarks = (text: string): string =>
  text.replaceAll(MARKS, (sign) => (isEscaped(sign) ? sign : `\\${sign}`));
