/** Lists in Markdown whose marks are none of its own: `•`, `–`, a tick of Wingdings, `a)`, as copied pages have them. */
import type { TypedList } from './typed-lists.ts';
import { typedLists } from './typed-lists.ts';

/** What Markdown itself reads at a line's start. */
const MARKDOWN_LINE = /^\s*(?:[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$)|>|#{1,6}\s|\|)/u;
/** A quoted line is no item, nor the rest of one. */
const NO_ITEM = '> …';
const HARD_BREAK = /(?<!\\)\\$/u;
const FENCE = /^ {0,3}(?:```|~~~)/u;
/** Two lists in a row would be one; it is no block. */
const PARTING = '<!-- -->';

/** The same Markdown with such lists written as its own. */
export function withTypedLists(markdown: string): string {
  const lines = markdown.split(/\r\n?|\n/u);
  const written: string[] = [];
  let at = 0;
  for (const list of listsOf(lines)) {
    written.push(
      ...lines.slice(at, list.items[0]?.from),
      '',
      PARTING,
      '',
      ...itemLines(list),
      '',
      PARTING,
      '',
    );
    at = list.items.at(-1)?.to ?? at;
  }
  return at === 0 ? markdown : [...written, ...lines.slice(at)].join('\n');
}

/** The same Markdown with the first signs of such lists written as references: they are words. */
export function withoutTypedLists(markdown: string): string {
  const lines = markdown.split('\n');
  const marked = listsOf(lines).flatMap(({ items }) => items.map(({ from }) => from));
  if (marked.length === 0) return markdown;
  for (const at of marked) lines[at] = lines[at]?.replace(/\S/u, reference) ?? '';
  // What was no list beside these may be one without them.
  return withoutTypedLists(lines.join('\n'));
}

const reference = (sign: string): string => `&#x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;

function listsOf(lines: readonly string[]): readonly TypedList[] {
  let isFenced = false;
  return typedLists(
    lines.map((line) => {
      const isFence = FENCE.test(line);
      if (isFence) isFenced = !isFenced;
      return isFence || isFenced || MARKDOWN_LINE.test(line) ? NO_ITEM : line.replace(HARD_BREAK, '');
    }),
  );
}

const itemLines = ({ ordered, start, items }: TypedList): readonly string[] =>
  items.map(({ words }, index) => `${ordered ? `${start + index}.` : '-'} ${asWords(words)}`);

/** Words that would open another block in the item. */
const asWords = (words: string): string =>
  words
    .replace(/^(?:[-+*](?=\s)|>|#{1,6}(?=\s)|(?:```|~~~))/u, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s)/u, '$1\\$2');
