/** How much of a screen words take, as far as that can be said without drawing them. */
import type { Block, Inline } from '../actes/rich-text.ts';
import { lineText } from '../synthesis/written-words.ts';

/** What a slide shows under its heading, in type that is read from the last row. */
export const SCREEN = { lines: 9, charactersPerLine: 46 } as const;
const SCREEN_CHARACTERS = SCREEN.lines * SCREEN.charactersPerLine;

/** The lines that end a screen of a page begin the next one. */
const PAGE_LINES = 10;

/** Indents take some of each line. */
const ITEM_CHARACTERS = SCREEN.charactersPerLine - 4;

const wrappedLines = (text: string, perLine: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.trim().length / perLine)), 0);

/** The lines that a block takes on a screen; a picture takes all of them. */
export function linesIn(block: Block, perLine: number = SCREEN.charactersPerLine): number {
  const within = (blocks: readonly Block[], width: number): number =>
    blocks.reduce((sum, it) => sum + linesIn(it, width), 0);
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return wrappedLines(lineText(block.content), perLine);
    case 'list':
      return block.items.reduce((sum, { content }) => sum + within(content, ITEM_CHARACTERS), 0);
    case 'quotation':
    case 'proposal':
      return within(block.content, perLine);
    case 'table':
      return block.rows.reduce((sum, row) => sum + rowLines(row.map(({ content }) => content)), 0);
    case 'image':
      return SCREEN.lines;
  }
}

/** The screens that a page under its heading is scrolled through, one at least. */
export const screensDown = (heading: string, page: readonly Block[]): number =>
  Math.max(
    1,
    Math.ceil(page.reduce((sum, block) => sum + linesIn(block), linesOfHeading(heading)) / PAGE_LINES),
  );

const linesOfHeading = (heading: string): number =>
  heading === '' ? 0 : wrappedLines(heading, SCREEN.charactersPerLine);

/** A row is as high as its highest cell; its cells share the line. */
function rowLines(cells: readonly (readonly Block[])[]): number {
  const width = Math.max(6, Math.floor(SCREEN.charactersPerLine / Math.max(1, cells.length)) - 2);
  const heights = cells.map((blocks) => blocks.reduce((sum, block) => sum + linesIn(block, width), 0));
  return Math.max(1, ...heights);
}

/** A paragraph in parts of a screen at most, cut where a sentence ends, else between words. */
export function cutParagraph(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const parts: (readonly Inline[])[] = [];
  let rest = content;
  for (;;) {
    const text = lineText(rest);
    const at = wrappedLines(text, SCREEN.charactersPerLine) > SCREEN.lines ? cutAt(text) : null;
    if (at === null) return [...parts, rest];
    const [before, after] = splitAt(rest, at);
    parts.push(before);
    rest = after;
  }
}

/** At which a line may end: no-break spaces keep together what stands beside them. */
const SPACES = /[^\S\u00a0\u202f\u2007]+/gu;
const SENTENCE_END = /[.!?…](?:[\u00a0\u202f]?[»”")])?[^\S\u00a0\u202f\u2007]+/gu;

/** Where the text of more than a screen is cut: after a space, so that no word is; null when it has none to be cut at. */
function cutAt(text: string): number | null {
  let end = Math.min(SCREEN_CHARACTERS, text.length);
  // Lines that end early hold less than a screen of characters.
  while (end > 1 && wrappedLines(text.slice(0, end), SCREEN.charactersPerLine) > SCREEN.lines) end -= 1;
  const head = text.slice(0, end);
  const sentence = lastEnd(head, SENTENCE_END);
  const at = sentence !== null && sentence > end / 2 ? sentence : lastEnd(head, SPACES);
  return at !== null && text.slice(0, at).trim() !== '' && text.slice(at).trim() !== '' ? at : null;
}

function lastEnd(text: string, pattern: RegExp): number | null {
  let end: number | null = null;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/** The content before and after a place in its text; a line break is one character of it. */
function splitAt(content: readonly Inline[], at: number): readonly [readonly Inline[], readonly Inline[]] {
  const before: Inline[] = [];
  const after: Inline[] = [];
  let from = 0;
  for (const inline of content) {
    const length = inline.type === 'text' ? inline.text.length : 1;
    const here = at - from;
    from += length;
    if (here >= length) before.push(inline);
    else if (here <= 0 || inline.type === 'break') after.push(inline);
    else {
      before.push({ ...inline, text: inline.text.slice(0, here) });
      after.push({ ...inline, text: inline.text.slice(here) });
    }
  }
  return [before, after];
}
