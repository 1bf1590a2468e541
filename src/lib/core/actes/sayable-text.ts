/**
 * A text as Markdown can say it. What is lost on the way is lost here and nowhere else: writing this and reading it
 * back gives it again.
 */
import { linkDestination, mergedRuns, spacesOutsideMarks } from './markdown-inline.ts';
import type { Block, Inline, ListItem, RichText, TableCell } from './rich-text.ts';
import { trimmedLines } from './trimmed-lines.ts';

/** What a reader of Markdown bears, with `MARKDOWN_LIMITS` of the door before it. */
export const SAYABLE = {
  /** Lists, quotations, proposals and tables inside each other. */
  depth: 6,
  /** Signs of bold, italics and links in a paragraph or a table's row. */
  marks: 400,
  /** The same in a list or table. */
  blockMarks: 2_400,
  /** Characters of the name under a quotation, and of an image's description. */
  line: 500,
  /** The greatest number a list starts at. */
  start: 999_999,
} as const;

type Place = 'top' | 'item' | 'quotation' | 'proposal' | 'cell';

const ALLOWED: Readonly<Record<Place, ReadonlySet<Block['type']>>> = {
  top: new Set(['paragraph', 'heading', 'list', 'quotation', 'proposal', 'table', 'image']),
  item: new Set(['paragraph', 'list', 'quotation', 'image']),
  quotation: new Set(['paragraph', 'list']),
  proposal: new Set(['paragraph', 'list', 'quotation']),
  cell: new Set(['paragraph', 'image']),
};

/**
 * The text without its sources and points, without what is empty, without spaces at the ends of lines, with bold and
 * italics only on words; only what the editor lets stand where it stands; a table with one row of headers at most.
 */
export const sayableText = (text: RichText): RichText => sayableBlocks(text, 'top', 0);

const sayableBlocks = (blocks: readonly Block[], place: Place, depth: number): readonly Block[] =>
  blocks.flatMap((block) => sayableBlock(block, place, depth));

function sayableBlock(block: Block, place: Place, depth: number): readonly Block[] {
  const mayStand = ALLOWED[place].has(block.type);
  switch (block.type) {
    case 'paragraph':
      return paragraphs(block.content, place);
    case 'heading': {
      const content = mergedRuns(sayableInlines(block.content).map(breakAsSpace));
      if (!mayStand) return paragraphs(content.map(bold), place);
      return content.length === 0 ? [] : [{ type: 'heading', level: block.level, item: null, content }];
    }
    case 'image': {
      const alternative = sayableLine(block.alternative);
      if (!mayStand) return paragraphs([{ type: 'text', text: alternative }], place);
      return ATTACHMENT_ID.test(block.attachment) ? [{ ...block, alternative }] : [];
    }
    case 'list':
    case 'quotation':
    case 'proposal':
    case 'table':
      if (!mayStand || depth >= SAYABLE.depth) return lifted(block, place, depth);
      return sayableContainer(block, depth + 1);
  }
}

const ATTACHMENT_ID = /^[A-Za-z0-9_-]{1,64}$/u;

type Container = Extract<Block, { type: 'list' | 'quotation' | 'proposal' | 'table' }>;

function sayableContainer(block: Container, depth: number): readonly Block[] {
  switch (block.type) {
    case 'list': {
      const items = block.items
        .map(({ content }): ListItem => ({ content: sayableBlocks(content, 'item', depth), sources: [] }))
        .filter(({ content }) => content.length > 0);
      const list: Block = { ...block, start: block.ordered ? listStart(block.start) : 1, items };
      return items.length === 0 ? [] : [withinMarks(list, SAYABLE.blockMarks)];
    }
    case 'quotation': {
      const content = sayableBlocks(block.content, 'quotation', depth);
      const attribution = sayableLine(block.attribution);
      return content.length === 0 ? [] : [{ type: 'quotation', attribution, content, sources: [] }];
    }
    case 'proposal': {
      const content = sayableBlocks(block.content, 'proposal', depth);
      return content.length === 0 ? [] : [{ type: 'proposal', kind: block.kind, content, sources: [] }];
    }
    case 'table':
      return sayableTable(block, depth);
  }
}

const listStart = (start: number): number =>
  Number.isInteger(start) && start >= 0 && start <= SAYABLE.start ? start : 1;

/** Rows of one length. Only a whole first row can be headers, and one that says nothing is none. */
function sayableTable(block: Extract<Block, { type: 'table' }>, depth: number): readonly Block[] {
  const columns = block.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = block.rows
    .filter((row) => row.length > 0)
    .map((row, index) => {
      const header = index === 0 && row.some((cell) => cell.header);
      const cells = Array.from({ length: columns }, (_, at): TableCell => ({
        header,
        content: sayableBlocks(row[at]?.content ?? [], 'cell', depth),
      }));
      return cells.reduce((marks, cell) => marks + marksIn(cell.content), 0) > SAYABLE.marks
        ? cells.map((cell) => ({ ...cell, content: cell.content.map(unmarked) }))
        : cells;
    });
  const isEmpty = (row: readonly TableCell[]) => row.every(({ content }) => content.length === 0);
  if (rows.every(isEmpty)) return [];
  const [first] = rows;
  const said = first?.[0]?.header === true && isEmpty(first) ? rows.slice(1) : rows;
  return [withinMarks({ type: 'table', rows: said }, SAYABLE.blockMarks)];
}

/** What holds a block is left out where it may not stand, and its words stay. */
function lifted(block: Container, place: Place, depth: number): readonly Block[] {
  switch (block.type) {
    case 'list':
      return block.items.flatMap(({ content }, index) => {
        const words = sayableBlocks(content, place, depth);
        return place === 'cell' ? numbered(words, block.ordered ? `${block.start + index}. ` : '• ') : words;
      });
    case 'quotation': {
      const attribution = sayableLine(block.attribution);
      const name: Block = {
        type: 'paragraph',
        content: [{ type: 'text', text: `— ${attribution}` }],
        sources: [],
      };
      return sayableBlocks(attribution === '' ? block.content : [...block.content, name], place, depth);
    }
    case 'proposal':
      return sayableBlocks(block.content, place, depth);
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(({ content }) => sayableBlocks(content, place, depth)));
  }
}

function numbered(blocks: readonly Block[], marker: string): readonly Block[] {
  const [first, ...rest] = blocks;
  return first?.type === 'paragraph'
    ? [{ ...first, content: mergedRuns([{ type: 'text', text: marker }, ...first.content]) }, ...rest]
    : blocks;
}

/** In a cell two breaks in a row part two paragraphs. */
function paragraphs(content: readonly Inline[], place: Place): readonly Block[] {
  const said = sayableInlines(content);
  const parts: Inline[][] = [[]];
  said.forEach((inline, index) => {
    const parting = place === 'cell' && inline.type === 'break';
    const isDouble = parting && (said[index - 1]?.type === 'break' || said[index + 1]?.type === 'break');
    if (!isDouble) parts.at(-1)?.push(inline);
    else if (said[index - 1]?.type !== 'break') parts.push([]);
  });
  return parts
    .filter((part) => part.length > 0)
    .map((part) => withinMarks({ type: 'paragraph', content: part, sources: [] }, SAYABLE.marks));
}

/** Line ends and controls say nothing in a line. */
const CONTROLS = /\r\n|[\p{Cc}\u2028\u2029]/gu;
const LONE_SURROGATES = /\p{Cs}/gu;
const SAFE_LINK = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

const cleaned = (text: string): string => text.replace(CONTROLS, ' ').replace(LONE_SURROGATES, '\ufffd');

const sayableLine = (text: string): string =>
  cleaned(text).replace(/\s+/gu, ' ').trim().slice(0, SAYABLE.line).trim().replace(LONE_SURROGATES, '');

function sayableInlines(content: readonly Inline[]): readonly Inline[] {
  const runs = content.map((inline): Inline => {
    if (inline.type === 'break') return inline;
    const link =
      inline.link !== undefined && SAFE_LINK.test(inline.link) ? linkDestination(inline.link) : null;
    return {
      type: 'text',
      text: cleaned(inline.text),
      ...(inline.strong === true ? { strong: true } : {}),
      ...(inline.emphasis === true ? { emphasis: true } : {}),
      ...(link === null ? {} : { link }),
    };
  });
  return mergedRuns(trimmedLines(mergedRuns(runs).flatMap(spacesOutsideMarks)));
}

const breakAsSpace = (inline: Inline): Inline =>
  inline.type === 'break' ? { type: 'text', text: ' ' } : inline;

const bold = (inline: Inline): Inline => (inline.type === 'text' ? { ...inline, strong: true } : inline);

/** Without any bold, italics and links when there are more than a reader bears. */
const withinMarks = (block: Block, most: number): Block =>
  marksIn([block]) > most ? unmarked(block) : block;

const marksIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return block.content.reduce((marks, inline) => marks + marksOf(inline), sum);
      case 'image':
        return sum + 1;
      case 'list':
        return block.items.reduce((marks, { content }) => marks + marksIn(content), sum);
      case 'quotation':
      case 'proposal':
        return sum + marksIn(block.content);
      case 'table':
        return block.rows.flat().reduce((marks, { content }) => marks + marksIn(content), sum);
    }
  }, 0);

/** The signs of bold, italics and links that a run takes. */
export const marksOf = (inline: Inline): number =>
  inline.type === 'break'
    ? 0
    : (inline.strong ? 4 : 0) +
      (inline.emphasis ? 2 : 0) +
      (inline.link === undefined ? 0 : 1) +
      (inline.text.match(/[\p{L}\p{N}]_(?=[\p{L}\p{N}])/gu)?.length ?? 0);

function unmarked(block: Block): Block {
  const bare = (content: readonly Inline[]): readonly Inline[] =>
    mergedRuns(
      content.map((inline) => (inline.type === 'text' ? { type: 'text', text: inline.text } : inline)),
    );
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: bare(block.content) };
    case 'image':
      return block;
    case 'list':
      return { ...block, items: block.items.map((it) => ({ ...it, content: it.content.map(unmarked) })) };
    case 'quotation':
    case 'proposal':
      return { ...block, content: block.content.map(unmarked) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((it) => ({ ...it, content: it.content.map(unmarked) }))),
      };
  }
}
