/** Lists in Markdown whose marks are none of its own: `•`, `–`, a tick of Wingdings, `a)`, as copied pages have them. */
import type { TypedList } from './typed-lists.ts';
import { typedLists, typedSpeeches } from './typed-lists.ts';

/** What a Markdown parser takes a line for; what is indented is code to it, and may come from a page. */
export type LineKind = 'paragraph' | 'indented' | 'list' | 'other';

/** What Markdown itself reads at a line's start. */
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/u;
const OTHER_BLOCK = /^\s*(?:#{1,6}(?=[ \t]|$)|[>|])/u;
/** A quoted line is no item, nor the rest of one. */
const NO_ITEM = '> …';
const HARD_BREAK = /(?<!\\)\\$/u;
/** Two lists in a row would be one; it is no block. */
const PARTING = '<!-- -->';

/**
 * The same Markdown with such lists written as its own; no list takes in the prose that follows it at once, and what
 * people say stays lines. What a parser takes for another block, or for nested in a list, stays as it is.
 */
export function withTypedLists(markdown: string, kinds: readonly LineKind[]): string {
  const isOf = (kind: LineKind) => (line: string, at: number) => kinds[at] === kind || line.trim() === '';
  const isPlain = (line: string, at: number): boolean =>
    isOf('paragraph')(line, at) || kinds[at] === 'indented' || (kinds[at] === 'list' && /^\S/u.test(line));
  const lines = withSpokenLines(markdown.split(/\r\n?|\n/u), isPlain, kinds);
  const written: string[] = [];
  const ends = new Set(itemsOf(only(lines, isOf('list'))).map(({ to }) => to));
  const copy = (from: number, to?: number): void => {
    for (const [index, line] of lines.slice(from, to).entries())
      written.push(...(ends.has(from + index) && /^\S/u.test(line) && !ITEM.test(line) ? [''] : []), line);
  };
  let at = 0;
  for (const list of typedLists(foreignLines(only(lines, isPlain)))) {
    copy(at, list.items[0]?.from);
    written.push('', PARTING, '', ...itemLines(list), '', PARTING, '');
    at = list.items.at(-1)?.to ?? at;
  }
  copy(at);
  return written.join('\n');
}

const only = (lines: readonly string[], isRead: (line: string, at: number) => boolean): readonly string[] =>
  lines.map((line, at) => (isRead(line, at) ? line : NO_ITEM));

/** The same lines, broken by hand where one of them that is said begins or ends inside a paragraph. */
function withSpokenLines(
  lines: readonly string[],
  isRead: (line: string, at: number) => boolean,
  kinds: readonly LineKind[],
): readonly string[] {
  const speeches = typedSpeeches(foreignLines(only(lines, isRead)));
  const starts = new Set(speeches.flatMap(({ items }) => items.flatMap(({ from, to }) => [from, to])));
  return lines.map((line, at) => {
    const isInside = kinds[at] === 'paragraph' && kinds[at + 1] === 'paragraph' && starts.has(at + 1);
    return isInside && !HARD_BREAK.test(line) ? `${line.trimEnd()}\\` : line;
  });
}

/** The same Markdown with the first signs of such lists written as references: they are words. */
export function withoutTypedLists(markdown: string): string {
  const lines = markdown.split('\n');
  // Beside other lines than here, what people say may be a list.
  const read = foreignLines(lines);
  const found = [...typedLists(read), ...typedSpeeches(read)].flatMap(({ items }) => items);
  const marked = found.map(({ from }) => from).filter((at) => !/^\s*—/u.test(lines[at] ?? ''));
  if (marked.length === 0) return markdown;
  for (const at of marked) lines[at] = lines[at]?.replace(/\S/u, reference) ?? '';
  // What was no list beside these may be one without them.
  return withoutTypedLists(lines.join('\n'));
}

const reference = (sign: string): string => `&#x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;

const foreignLines = (lines: readonly string[]): readonly string[] =>
  outsideOfBlocks(lines).map((line) => (ITEM.test(line) ? NO_ITEM : line));

/** Those of lists that are Markdown's. */
const itemsOf = (lines: readonly string[]): TypedList['items'] =>
  typedLists(outsideOfBlocks(lines))
    .map(({ items }) => items)
    .filter((items) => items.every(({ from }) => ITEM.test(lines[from] ?? '')))
    .flat();

const outsideOfBlocks = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (OTHER_BLOCK.test(line) ? NO_ITEM : line.replace(HARD_BREAK, '')));

const itemLines = ({ ordered, start, items }: TypedList): readonly string[] =>
  items.map(({ words }, index) => `${ordered ? `${start + index}.` : '-'} ${asWords(words)}`);

/** Words that would open another block in the item. */
const asWords = (words: string): string =>
  words
    .replace(/^(?:[-+*](?=\s)|>|#{1,6}(?=\s)|(?:```|~~~))/u, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s)/u, '$1\\$2');
