/** What the toolbar and the keys do to a text, and what stands where the cursor is. */
import { chainCommands, lift, toggleMark } from 'prosemirror-commands';
import type { Attrs, MarkType, Node, NodeType } from 'prosemirror-model';
import { Fragment, NodeRange } from 'prosemirror-model';
import { liftListItem, wrapRangeInList } from 'prosemirror-schema-list';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import { idOf, safeHref, sourcesAttribute, sourcesOf } from '#ydoc/attributes.ts';
import { textSchema } from '#ydoc/schema.ts';
import { hasHeaderRow, placeInTable } from './table-commands.ts';

const { nodes, marks } = textSchema;
const LISTS: readonly NodeType[] = [nodes.bullet_list, nodes.ordered_list];
const WRAPS: readonly NodeType[] = [nodes.quotation, nodes.proposal];

export type Active = {
  readonly block: 'paragraph' | 'heading' | 'list' | 'quotation' | 'proposal' | 'table';
  /** Of a heading; 0 elsewhere. */
  readonly level: number;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly link: boolean;
  /** The cursor stands in a table; `headerRow`: its first row holds headers. */
  readonly inTable: boolean;
  readonly headerRow: boolean;
};

export const PLAIN: Active = {
  block: 'paragraph',
  level: 0,
  strong: false,
  emphasis: false,
  link: false,
  inTable: false,
  headerRow: false,
};

/** What stands where the selection begins: the innermost block that has a button. */
export function activeIn(state: EditorState): Active {
  const { $from } = state.selection;
  const parent = $from.parent;
  let block: Active['block'] = parent.type === nodes.heading ? 'heading' : 'paragraph';
  for (let depth = $from.depth; depth > 0 && block === 'paragraph'; depth -= 1) {
    block = blockNames.get($from.node(depth).type) ?? 'paragraph';
  }
  const place = placeInTable(state);
  return {
    block,
    level: block === 'heading' ? Number(parent.attrs['level']) : 0,
    strong: isMarked(state, marks.strong),
    emphasis: isMarked(state, marks.emphasis),
    link: isMarked(state, marks.link),
    inTable: place !== null,
    headerRow: place !== null && hasHeaderRow(place.table),
  };
}

const blockNames = new Map<NodeType, Active['block']>([
  [nodes.bullet_list, 'list'],
  [nodes.ordered_list, 'list'],
  [nodes.quotation, 'quotation'],
  [nodes.proposal, 'proposal'],
  [nodes.table, 'table'],
]);

function isMarked(state: EditorState, mark: MarkType): boolean {
  const { from, $from, to, empty } = state.selection;
  if (empty) return mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, mark);
}

/** The depth of the innermost ancestor of one of the types; null outside them. */
function depthOf(state: EditorState, types: readonly NodeType[]): number | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (types.includes($from.node(depth).type)) return depth;
  }
  return null;
}

/** Turns the selected blocks into headings; a point's heading stays that point's. */
export const toHeading = (level: 1 | 2 | 3): Command =>
  toTextblock(nodes.heading, (old) => ({
    level,
    item: old.type === nodes.heading ? idOf(old.attrs['item']) : null,
  }));

export const toParagraph: Command = toTextblock(nodes.paragraph, (old) =>
  old.type === nodes.paragraph ? old.attrs : {},
);

function toTextblock(type: NodeType, attrs: (old: Node) => Attrs): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const transaction = state.tr.setBlockType(from, to, type, attrs);
    if (!transaction.docChanged) return false;
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
}

/** Takes the selection one level out of what holds it; false at the top. */
export const liftOnce: Command = chainCommands(liftListItem(nodes.list_item), lift);

/** Into a list, into the other kind of list, or out of it. */
export const toggleListOf = (ordered: boolean): Command => {
  const type = ordered ? nodes.ordered_list : nodes.bullet_list;
  return (state, dispatch) => {
    const depth = depthOf(state, LISTS);
    if (depth !== null) {
      const { $from } = state.selection;
      if ($from.node(depth).type === type) return liftListItem(nodes.list_item)(state, dispatch);
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
      return true;
    }
    const { transaction, range } = withoutHeadings(state, (at) => at.$from.blockRange(at.$to));
    if (range === null || !wrapRangeInList(transaction, range, type)) return false;
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
};

export const toggleQuotation: Command = toggleWrap(nodes.quotation, (old) => ({
  attribution: null,
  sources: sourcesAttribute(sourcesOf(old?.attrs['sources'])),
}));

export const toggleProposal: Command = toggleWrap(nodes.proposal, (old) => ({
  kind: 'proposal',
  sources: sourcesAttribute(sourcesOf(old?.attrs['sources'])),
}));

/** Around the selected blocks of the text, into it from the other wrap, or out of it. */
function toggleWrap(type: NodeType, attrs: (old: Node | null) => Attrs): Command {
  return (state, dispatch) => {
    const depth = depthOf(state, WRAPS);
    if (depth !== null) {
      const { $from, $to } = state.selection;
      const wrap = $from.node(depth);
      if (wrap.type !== type) {
        if (!type.validContent(wrap.content)) return false;
        dispatch?.(state.tr.setNodeMarkup($from.before(depth), type, attrs(wrap)));
        return true;
      }
      // Whatever may stand in a wrap may stand where the wrap stands.
      const range = $from.blockRange($to, (node) => node === wrap);
      if (range === null) return false;
      dispatch?.(state.tr.lift(range, range.depth - 1).scrollIntoView());
      return true;
    }
    const { transaction, range } = withoutHeadings(state, (at) => new NodeRange(at.$from, at.$to, 0));
    if (range === null || !type.validContent(contentOf(range))) return false;
    dispatch?.(transaction.wrap(range, [{ type, attrs: attrs(null) }]).scrollIntoView());
    return true;
  };
}

const contentOf = ({ parent, startIndex, endIndex }: NodeRange): Fragment =>
  Fragment.from(parent.children.slice(startIndex, endIndex));

/** Headings stand only at the top of a text: those selected become paragraphs before they are wrapped. */
function withoutHeadings(
  state: EditorState,
  rangeOf: (selection: Transaction['selection']) => NodeRange | null,
): { readonly transaction: Transaction; readonly range: NodeRange | null } {
  const transaction = state.tr;
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (node, position) => {
    if (node.type === nodes.heading) transaction.setNodeMarkup(position, nodes.paragraph, {});
  });
  return { transaction, range: rangeOf(transaction.selection) };
}

export const toggleStrong: Command = toggleWordMark(marks.strong);
export const toggleEmphasis: Command = toggleWordMark(marks.emphasis);

/** A word being composed takes the mark whole: a phone's keyboard writes it anew with every letter. */
function toggleWordMark(mark: MarkType): Command {
  return (state, dispatch, view) => {
    const { $from, from } = state.selection;
    const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ');
    const length = /\S*$/u.exec(before)?.[0].length ?? 0;
    if (view?.composing !== true || !state.selection.empty || length === 0)
      return toggleMark(mark)(state, dispatch);
    const { tr } = state;
    const [start, end] = [from - length, from];
    dispatch?.(
      isMarked(state, mark) ? tr.removeMark(start, end, mark) : tr.addMark(start, end, mark.create()),
    );
    return true;
  };
}

/** The stretch of one link around a position, for a cursor that stands in it. */
function linkAround(state: EditorState): { readonly from: number; readonly to: number } | null {
  const { $from, empty, from, to } = state.selection;
  if (!empty) return { from, to };
  const mark = marks.link.isInSet($from.marks()) ?? marks.link.isInSet($from.nodeAfter?.marks ?? []);
  if (mark === undefined) return null;
  let start = $from.index();
  let end = start;
  const { parent } = $from;
  if (!mark.isInSet(parent.maybeChild(start)?.marks ?? [])) start -= 1;
  while (start > 0 && mark.isInSet(parent.child(start - 1).marks)) start -= 1;
  while (end < parent.childCount && mark.isInSet(parent.child(end).marks)) end += 1;
  let position = $from.start();
  for (let index = 0; index < start; index += 1) position += parent.child(index).nodeSize;
  let length = 0;
  for (let index = start; index < Math.max(end, start + 1); index += 1)
    length += parent.child(index).nodeSize;
  return { from: position, to: position + length };
}

/** Links the selection, or writes the address where the cursor stands; null takes the link away. */
export const linkTo =
  (href: string | null): Command =>
  (state, dispatch) => {
    const around = linkAround(state);
    if (href === null) {
      if (around === null) return false;
      dispatch?.(state.tr.removeMark(around.from, around.to, marks.link));
      return true;
    }
    const safe = safeHref(href);
    if (safe === null || !state.selection.$from.parent.inlineContent) return false;
    const mark = marks.link.create({ href: safe });
    if (around === null) dispatch?.(state.tr.replaceSelectionWith(textSchema.text(safe, [mark]), false));
    else
      dispatch?.(
        state.tr.removeMark(around.from, around.to, marks.link).addMark(around.from, around.to, mark),
      );
    return true;
  };

/** A table after the present block of the text, its first row the headers, and a line to go on writing after it. */
export const insertTable: Command = (state, dispatch) => {
  const rows = 3;
  const columns = 2;
  const row = (type: NodeType): Node =>
    nodes.table_row.create(
      null,
      Array.from({ length: columns }, () => type.create(null, nodes.paragraph.create())),
    );
  const table = nodes.table.create(
    null,
    Array.from({ length: rows }, (_, index) => row(index === 0 ? nodes.table_header : nodes.table_cell)),
  );
  const { $from } = state.selection;
  const at = $from.depth === 0 ? $from.pos : $from.after(1);
  const transaction = state.tr.insert(at, table);
  const after = transaction.doc.resolve(at + table.nodeSize).nodeAfter;
  if (after === null) transaction.insert(at + table.nodeSize, nodes.paragraph.create());
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(at + 1)));
  dispatch?.(transaction.scrollIntoView());
  return true;
};

/** A new line after the present block of the text: the way out of a table, a quotation, a list. */
export const newBlockAfter: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth === 0) return false;
  const at = $from.after(1);
  const transaction = state.tr.insert(at, nodes.paragraph.create());
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(at + 1)));
  dispatch?.(transaction.scrollIntoView());
  return true;
};
