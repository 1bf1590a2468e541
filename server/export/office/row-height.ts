/** Whether a table's row has room on a page: how high it will be, as far as its words and pictures tell. */
import type { FlowBlock, FlowCell, FlowRun } from './flow.ts';
import { fitted } from './flow.ts';
import { LIST_STEP_MM, PAGE, PICTURE_ROOM, TEXT_WIDTH_MM } from './styles.ts';

/** In millimetres, rather too much: letters are of unlike widths, and lines end where words do. */
const LETTER = 2.1;
const LINE = 4.8;
const AROUND = 1.6;
const PADDING = 2.5;
const NARROWEST = 8;
/** Of a page's height, with a head above. */
const MOST = (PAGE.height - PAGE.top - PAGE.bottom) * 0.8;

/** A row that has room on one page is not parted between two; `widths` are parts of the width, one a column. */
export function staysWhole(row: readonly FlowCell[], widths: readonly number[]): boolean {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return row.every(({ content }, column) => {
    const width = (TEXT_WIDTH_MM * (widths[column] ?? 0)) / total - PADDING;
    return heightOf(content, width) <= MOST;
  });
}

const heightOf = (blocks: readonly FlowBlock[], width: number): number =>
  blocks.reduce((sum, block) => sum + blockHeight(block, Math.max(width, NARROWEST)), 0);

function blockHeight(block: FlowBlock, width: number): number {
  switch (block.type) {
    case 'paragraph':
      return linesOf(block.runs, width) * LINE + AROUND;
    case 'picture':
      return fitted(block, PICTURE_ROOM).height + LINE;
    case 'list':
      return block.items.reduce((sum, item) => sum + heightOf(item, width - LIST_STEP_MM), 0);
    case 'table':
      return block.rows.reduce(
        (sum, row) => sum + Math.max(...row.map((cell) => heightOf(cell.content, width / row.length))),
        0,
      );
  }
}

const linesOf = (runs: readonly FlowRun[], width: number): number =>
  runs
    .map((run) => (run.type === 'break' ? '\n' : run.text.replaceAll('\n', ' ')))
    .join('')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(Math.ceil((line.length * LETTER) / width), 1), 0);
