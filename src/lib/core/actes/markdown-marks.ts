/** Bold, italics and links within what a reader of Markdown bears, with `MARKDOWN_LIMITS` of the door before it. */
import type { ActesBlock } from './actes.ts';
import { blocksInside, withInside } from './blocks-inside.ts';
import { mergedRuns } from './markdown-inline.ts';
import type { Inline } from './rich-text.ts';
import { marksOf, SAYABLE } from './sayable-text.ts';

const marksIn = (content: readonly Inline[]): number =>
  content.reduce((sum, inline) => sum + marksOf(inline), 0);

/** The signs of bold, italics, links and images in the blocks. */
export const marksInside = (blocks: readonly ActesBlock[]): number =>
  blocks.reduce((sum, block) => sum + ownMarks(block) + marksInside(blocksInside(block)), 0);

function ownMarks(block: ActesBlock): number {
  if (block.type === 'image') return 1;
  return 'content' in block && isWords(block) ? marksIn(block.content) : 0;
}

type Words = Extract<ActesBlock, { type: 'heading' | 'paragraph' | 'facts' }>;
const isWords = (block: ActesBlock): block is Words =>
  block.type === 'heading' || block.type === 'paragraph' || block.type === 'facts';

/** The block with plain words where its marks would be too many. */
export function bearableMarks(block: ActesBlock): ActesBlock {
  if (isWords(block)) return marksIn(block.content) > SAYABLE.marks ? plain(block) : block;
  if (block.type !== 'table') return withInside(block, (inside) => inside.map(bearableMarks));
  const rows = block.rows.map((row) => {
    const isTooMuch = row.reduce((sum, { content }) => sum + marksInside(content), 0) > SAYABLE.marks;
    return isTooMuch ? row.map((cell) => ({ ...cell, content: cell.content.map(plain) })) : row;
  });
  const bearable: ActesBlock = { ...block, rows };
  return marksInside([bearable]) > SAYABLE.blockMarks ? plain(bearable) : bearable;
}

function plain(block: ActesBlock): ActesBlock {
  if (!isWords(block)) return withInside(block, (inside) => inside.map(plain));
  const content = block.content.map((inline) =>
    inline.type === 'text' ? ({ type: 'text', text: inline.text } as const) : inline,
  );
  return { ...block, content: mergedRuns(content) };
}
