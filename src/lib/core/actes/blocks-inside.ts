/** What stands inside a block of the actes, whatever its type. */
import type { ActesBlock } from './actes.ts';

/** The blocks right inside it, in the order they are read. */
export function blocksInside(block: ActesBlock): readonly ActesBlock[] {
  switch (block.type) {
    case 'list':
      return block.items.flatMap(({ content }) => content);
    case 'quotation':
    case 'proposal':
    case 'contribution':
      return block.content;
    case 'presentation':
      return [...block.quotation, ...block.content];
    case 'table':
      return block.rows.flat().flatMap(({ content }) => content);
    case 'heading':
    case 'paragraph':
    case 'facts':
    case 'attendance':
    case 'image':
      return [];
  }
}

/** The block with what stands right inside it changed, place by place. */
export function withInside(
  block: ActesBlock,
  change: (blocks: readonly ActesBlock[]) => readonly ActesBlock[],
): ActesBlock {
  switch (block.type) {
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, content: change(item.content) })) };
    case 'quotation':
    case 'proposal':
    case 'contribution':
      return { ...block, content: change(block.content) };
    case 'presentation':
      return { ...block, quotation: change(block.quotation), content: change(block.content) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, content: change(cell.content) }))),
      };
    case 'heading':
    case 'paragraph':
    case 'facts':
    case 'attendance':
    case 'image':
      return block;
  }
}
