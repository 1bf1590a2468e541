/** How long blocks are on paper: near enough to decide what stands together, and how wide columns are. */
import type { ActesBlock } from '#core/actes/actes.ts';
import type { Inline } from '#core/actes/rich-text.ts';
import { plainWords } from './quotation-marks.ts';

/** Signs of running text in a line of a page's full width. */
const SIGNS_A_LINE = 88;
/** A photo, however it is cut, with its description. */
const PICTURE_LINES = 24;
/** More stand in two columns. */
const ATTENDANCE_IN_ONE_COLUMN = 8;

/** The height that blocks take, in lines of running text. */
export const linesOf = (blocks: readonly ActesBlock[], signsALine = SIGNS_A_LINE): number =>
  sum(blocks.map((block) => linesOfBlock(block, signsALine)));

const signsOf = (blocks: readonly ActesBlock[]): number =>
  sum(
    blocks.map((block) => {
      if (block.type === 'paragraph' || block.type === 'heading') return plainWords(block.content).length;
      return block.type === 'list' ? signsOf(block.items.flatMap(({ content }) => content)) : 0;
    }),
  );

type Table = Extract<ActesBlock, { type: 'table' }>;

const NARROWEST = 9;
const WIDEST = 120;
/** In signs. */
const BETWEEN_COLUMNS = 3;

/** Parts of the width: a column whose cells say more is wider, without starving the others. */
export const columnWidths = ({ rows, columns }: Table): readonly number[] =>
  Array.from({ length: columns }, (_, index) => {
    const longest = rows.reduce((most, row) => Math.max(most, signsOf(row[index]?.content ?? [])), 0);
    return Math.round(Math.sqrt(Math.min(Math.max(longest, NARROWEST), WIDEST)) * 100) / 100;
  });

/** The height of each row, with the space around it. */
export function linesOfRows(table: Table, signsALine = SIGNS_A_LINE): readonly number[] {
  const widths = columnWidths(table);
  const whole = sum(widths);
  return table.rows.map((row) => {
    const cells = row.map(({ content }, index) => {
      const inside = (signsALine * (widths[index] ?? 1)) / whole - BETWEEN_COLUMNS;
      return linesOf(content, inside);
    });
    return 1 + Math.max(0, ...cells);
  });
}

function linesOfBlock(block: ActesBlock, signsALine: number): number {
  const lines = (content: readonly Inline[]) => wrapped(plainWords(content), signsALine) + breaksIn(content);
  switch (block.type) {
    case 'heading':
      return lines(block.content) + (block.level <= 2 ? 2 : 1);
    case 'paragraph':
      return lines(block.content);
    case 'facts':
      return lines(block.content) + 1;
    case 'list':
      return 1 + sum(block.items.map(({ content }) => linesOf(content, signsALine - 4)));
    case 'quotation':
      return 2 + linesOf(block.content, signsALine - 12) + (block.attribution === '' ? 0 : 1);
    case 'proposal':
    case 'contribution':
      return 2 + linesOf(block.content, signsALine);
    case 'presentation':
      return 1 + wrapped(block.who, signsALine) + linesOf([...block.quotation, ...block.content], signsALine);
    case 'attendance': {
      const columns = block.entries.length > ATTENDANCE_IN_ONE_COLUMN ? 2 : 1;
      const all = block.entries.map(({ who, note }) => wrapped(`${who} ${note}`, signsALine / columns - 4));
      return 1 + sum(all) / columns;
    }
    case 'table':
      return 1 + sum(linesOfRows(block, signsALine));
    case 'image':
      return block.file === null ? 3 : PICTURE_LINES;
  }
}

const sum = (all: readonly number[]): number => all.reduce((whole, it) => whole + it, 0);
const wrapped = (text: string, signsALine: number): number =>
  Math.max(1, Math.ceil(text.length / Math.max(signsALine, 1)));
const breaksIn = (content: readonly Inline[]): number =>
  content.filter(({ type }) => type === 'break').length;
