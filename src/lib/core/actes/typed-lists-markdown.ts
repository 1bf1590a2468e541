/** Lists in Markdown whose marks are none of its own: `•`, `–`, a tick of Wingdings, `a)`, as copied pages have them. */
import type { TypedList } from './typed-lists.ts';
import { typedLists } from './typed-lists.ts';

/** What Markdown itself reads at a line's start. */
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/u;
const OTHER_BLOCK = /^\s*(?:#{1,6}(?=[ \t]|$)|[>|])/u;
/** A quoted line is no item, nor the rest of one. */
const NO_ITEM = '> …';
const HARD_BREAK = /(?<!\\)\\$/u;
const FENCE = /^ {0,3}(?:```|~~~)/u;
/** Two lists in a row would be one; it is no block. */
const PARTING = '<!-- -->';

/** The same Markdown with such lists written as its own; no list takes in the prose that follows it at once. */
export function withTypedLists(markdown: string): string {
  const lines = markdown.split(/\r\n?|\n/u);
  const written: string[] = [];
  const ends = new Set(itemsOf(lines).map(({ to }) => to));
  const copy = (from: number, to?: number): void => {
    for (const [index, line] of lines.slice(from, to).entries())
      written.push(...(ends.has(from + index) && /^\S/u.test(line) && !ITEM.test(line) ? [''] : []), line);
  };
  let at = 0;
  for (const list of foreignLists(lines)) {
    copy(at, list.items[0]?.from);
    written.push('', PARTING, '', ...itemLines(list), '', PARTING, '');
    at = list.items.at(-1)?.to ?? at;
  }
  copy(at);
  return written.join('\n');
}

/** The same Markdown with the first signs of such lists written as references: they are words. */
export function withoutTypedLists(markdown: string): string {
  const lines = markdown.split('\n');
  const marked = foreignLists(lines).flatMap(({ items }) => items.map(({ from }) => from));
  if (marked.length === 0) return markdown;
  for (const at of marked) lines[at] = lines[at]?.replace(/\S/u, reference) ?? '';
  // What was no list beside these may be one without them.
  return withoutTypedLists(lines.join('\n'));
}

const reference = (sign: string): string => `&#x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;

const foreignLists = (lines: readonly string[]): readonly TypedList[] =>
  typedLists(outsideOfBlocks(lines).map((line) => (ITEM.test(line) ? NO_ITEM : line)));

/** Those of lists that are Markdown's. */
const itemsOf = (lines: readonly string[]): TypedList['items'] =>
  typedLists(outsideOfBlocks(lines))
    .map(({ items }) => items)
    .filter((items) => items.every(({ from }) => ITEM.test(lines[from] ?? '')))
    .flat();

function outsideOfBlocks(lines: readonly string[]): readonly string[] {
  let isFenced = false;
  return lines.map((line) => {
    const isFence = FENCE.test(line);
    if (isFence) isFenced = !isFenced;
    return isFence || isFenced || OTHER_BLOCK.test(line) ? NO_ITEM : line.replace(HARD_BREAK, '');
  });
}

const itemLines = ({ ordered, start, items }: TypedList): readonly string[] =>
  items.map(({ words }, index) => `${ordered ? `${start + index}.` : '-'} ${asWords(words)}`);

/** Words that would open another block in the item. */
const asWords = (words: string): string =>
  words
    .replace(/^(?:[-+*](?=\s)|>|#{1,6}(?=\s)|(?:```|~~~))/u, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s)/u, '$1\\$2');
