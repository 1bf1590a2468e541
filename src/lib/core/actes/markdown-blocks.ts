/** Blocks as Markdown (CommonMark with tables), whatever document they come from. */
import { inlineMarkdown, lineMarkdown } from './markdown-inline.ts';
import type { Inline } from './rich-text.ts';

export type MarkdownBlock =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly content: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly MarkdownBlock[])[];
      /** An empty line between all items, also where none is needed. */
      readonly loose?: boolean;
    }
  /** `attribution` is '' when nobody is named. */
  | { readonly type: 'quotation'; readonly attribution: string; readonly content: readonly MarkdownBlock[] }
  /** Cells are Markdown already, each on one line; `head` is null when the first row is none. */
  | {
      readonly type: 'table';
      readonly columns: number;
      readonly head: readonly string[] | null;
      readonly rows: readonly (readonly string[])[];
    }
  /** One line that is Markdown already. */
  | { readonly type: 'line'; readonly markdown: string };

type List = Extract<MarkdownBlock, { type: 'list' }>;
type Table = Extract<MarkdownBlock, { type: 'table' }>;

/** Before the name of who said a quotation, on its last line. */
export const ATTRIBUTION = '— ';
const DASH_AS_WORD = '&#x2014; ';

/** Some readers take two quotations for one over an empty line: whoever signs the second would have said both. */
const AFTER_UNSIGNED = '<!-- -->';

/**
 * The blocks one under the other; two lists in a row change their marker, and a comment stands between a quotation that
 * nobody signs and another, or they would be read as one.
 */
export function blocksMarkdown(blocks: readonly MarkdownBlock[]): string {
  let marker: string | null = null;
  return blocks
    .flatMap((block, index) => {
      marker = block.type === 'list' ? otherMarker(block.ordered, marker) : null;
      const written = block.type === 'list' ? listMarkdown(block, marker ?? '-') : blockMarkdown(block);
      const before = blocks[index - 1];
      const isBeside = block.type === 'quotation' && before?.type === 'quotation';
      return isBeside && before.attribution === '' ? [AFTER_UNSIGNED, written] : [written];
    })
    .join('\n\n');
}

const otherMarker = (ordered: boolean, last: string | null): string =>
  ordered ? (last === '.' ? ')' : '.') : last === '-' ? '*' : '-';

function blockMarkdown(block: Exclude<MarkdownBlock, List>): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${headingLine(block.content)}`;
    case 'paragraph':
      return inlineMarkdown(block.content);
    case 'quotation':
      return quoted(quotationMarkdown(block));
    case 'table':
      return tableMarkdown(block);
    case 'line':
      return block.markdown;
  }
}

/** A heading is one line; a `#` at its end belongs to its words. */
export const headingLine = (content: readonly Inline[]): string =>
  inlineMarkdown(content, ' ').replace(/(?<!\\)#$/u, '\\#');

/** A last paragraph that begins like the name of who said it, and is none, must not be read as one. */
function quotationMarkdown({ content, attribution }: Extract<MarkdownBlock, { type: 'quotation' }>): string {
  if (attribution !== '') return `${blocksMarkdown(content)}\n\n${lineMarkdown(ATTRIBUTION + attribution)}`;
  const last = content.at(-1);
  const line = last?.type === 'paragraph' ? inlineMarkdown(last.content) : '';
  if (!line.startsWith(ATTRIBUTION)) return blocksMarkdown(content);
  const markdown = DASH_AS_WORD + line.slice(ATTRIBUTION.length);
  return blocksMarkdown([...content.slice(0, -1), { type: 'line', markdown }]);
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

/** What follows in an item stands under its first word; an empty line anywhere parts all items. */
function listMarkdown(list: List, marker: string): string {
  const items = list.items.map((content, index) => {
    const start = `${list.ordered ? `${list.start + index}${marker}` : marker} `;
    return (
      start +
      itemMarkdown(content, list.loose === true).replace(/\n(?!\n|$)/gu, `\n${' '.repeat(start.length)}`)
    );
  });
  return items.join(list.loose === true || items.some((item) => item.includes('\n\n')) ? '\n\n' : '\n');
}

/** A list right under its paragraph keeps the item tight, where Markdown lets it. */
function itemMarkdown(content: readonly MarkdownBlock[], loose: boolean): string {
  const [first, second, ...rest] = content;
  const tight =
    !loose &&
    first?.type === 'paragraph' &&
    second?.type === 'list' &&
    rest.length === 0 &&
    (!second.ordered || second.start === 1);
  return tight ? `${blocksMarkdown([first])}\n${blocksMarkdown([second])}` : blocksMarkdown(content);
}

/** A table has a head row in Markdown, an empty one when the first row is none. */
function tableMarkdown({ columns, head, rows }: Table): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const empty = Array<string>(columns).fill('');
  return [line(head ?? empty), line(empty.map(() => '---')), ...rows.map(line)].join('\n');
}
