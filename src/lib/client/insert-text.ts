/** Plain data as blocks of the editor, put into a text at once. */
import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import type { Block, Inline, ListItem, RichText, TableCell } from '#core/actes/rich-text.ts';
import { safeHref } from '#ydoc/attributes.ts';
import { textSchema } from '#ydoc/schema.ts';

const { nodes, marks } = textSchema;

/**
 * After the block of the cursor, or in the place of an empty one; at the end of the text when the cursor was never
 * set. Null when there is nothing to put in. `text` holds only what the editor lets stand: it was read by
 * `readMarkdown`.
 */
export function insertingText(state: EditorState, text: RichText): Transaction | null {
  const blocks = text.map(blockNode);
  if (blocks.length === 0) return null;
  const { $from } = state.selection;
  const wasSet = $from.pos > 1;
  const index = wasSet ? $from.index(0) : state.doc.childCount - 1;
  const block = state.doc.maybeChild(Math.min(index, state.doc.childCount - 1));
  if (block === null) return null;
  let at = 0;
  for (let before = 0; state.doc.child(before) !== block; before += 1) at += state.doc.child(before).nodeSize;
  const isEmpty = block.type === nodes.paragraph && block.content.size === 0;
  const end = at + block.nodeSize;
  const transaction = state.tr.replaceWith(isEmpty ? at : end, end, blocks);
  const inserted = blocks.reduce((size, node) => size + node.nodeSize, isEmpty ? at : end);
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(inserted), -1)).scrollIntoView();
}

function blockNode(block: Block): Node {
  switch (block.type) {
    case 'paragraph':
      return nodes.paragraph.create(null, inlineNodes(block.content));
    case 'heading':
      return nodes.heading.create({ level: block.level }, inlineNodes(block.content));
    case 'list':
      return block.ordered
        ? nodes.ordered_list.create({ order: block.start }, block.items.map(itemNode))
        : nodes.bullet_list.create(null, block.items.map(itemNode));
    case 'quotation':
      return nodes.quotation.create({ attribution: block.attribution || null }, block.content.map(blockNode));
    case 'proposal':
      return nodes.proposal.create({ kind: block.kind }, block.content.map(blockNode));
    case 'table':
      return nodes.table.create(
        null,
        block.rows.map((row) => nodes.table_row.create(null, row.map(cellNode))),
      );
    case 'image':
      return nodes.image.create({
        attachment: block.attachment,
        alternative: block.alternative || null,
      });
  }
}

const itemNode = ({ content }: ListItem): Node => nodes.list_item.create(null, content.map(blockNode));

const cellNode = ({ header, content }: TableCell): Node =>
  (header ? nodes.table_header : nodes.table_cell).create(
    null,
    content.length > 0 ? content.map(blockNode) : nodes.paragraph.create(),
  );

const inlineNodes = (content: readonly Inline[]): readonly Node[] =>
  content.map((inline) => {
    if (inline.type === 'break') return nodes.hard_break.create();
    const href = safeHref(inline.link);
    return textSchema.text(inline.text, [
      ...(href === null ? [] : [marks.link.create({ href })]),
      ...(inline.emphasis ? [marks.emphasis.create()] : []),
      ...(inline.strong ? [marks.strong.create()] : []),
    ]);
  });
