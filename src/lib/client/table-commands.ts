/** What can be done to the table the cursor stands in. Rows may differ in length: two people may have changed it at once. */
import type { Node } from 'prosemirror-model';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import { textSchema } from '#ydoc/schema.ts';

const { nodes } = textSchema;

type Place = {
  readonly table: Node;
  /** Before the table. */
  readonly at: number;
  readonly row: number;
  readonly column: number;
};

/** The innermost table around the cursor; null outside them. */
export function placeInTable(state: EditorState): Place | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    if ($from.node(depth).type === nodes.table_row)
      return {
        table: $from.node(depth - 1),
        at: $from.before(depth - 1),
        row: $from.index(depth - 1),
        column: $from.index(depth),
      };
  }
  return null;
}

/** Whether the first row of the table holds headers. */
export const hasHeaderRow = (table: Node): boolean =>
  table.firstChild !== null &&
  table.firstChild.childCount > 0 &&
  table.firstChild.children.every((cell) => cell.type === nodes.table_header);

const emptyCell = (header: boolean): Node =>
  (header ? nodes.table_header : nodes.table_cell).create(null, nodes.paragraph.create());

/** Before the row. */
function rowAt(table: Node, at: number, row: number): number {
  let position = at + 1;
  for (let index = 0; index < row; index += 1) position += table.child(index).nodeSize;
  return position;
}

/** Before the cell, or after the last one of a shorter row. */
function cellAt(table: Node, at: number, row: number, column: number): number {
  const cells = table.child(row);
  let position = rowAt(table, at, row) + 1;
  for (let index = 0; index < Math.min(column, cells.childCount); index += 1)
    position += cells.child(index).nodeSize;
  return position;
}

const cursorIn = (transaction: Transaction, position: number): Transaction =>
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(position))).scrollIntoView();

const inTable =
  (change: (transaction: Transaction, place: Place) => Transaction): Command =>
  (state, dispatch) => {
    const place = placeInTable(state);
    if (place === null) return false;
    dispatch?.(change(state.tr, place));
    return true;
  };

const addRow = inTable((transaction, { table, at, row, column }) => {
  const cells = table.child(row).children.map(() => emptyCell(false));
  const made = nodes.table_row.create(null, cells);
  const position = rowAt(table, at, row + 1);
  transaction.insert(position, made);
  const changed = transaction.doc.nodeAt(at) ?? table;
  return cursorIn(transaction, cellAt(changed, at, row + 1, column) + 1);
});

const addColumn = inTable((transaction, { table, at, row, column }) => {
  const isHeader = (cells: Node): boolean =>
    cells.childCount > 0 && cells.children.every(({ type }) => type === nodes.table_header);
  for (let index = table.childCount - 1; index >= 0; index -= 1)
    transaction.insert(cellAt(table, at, index, column + 1), emptyCell(isHeader(table.child(index))));
  const changed = transaction.doc.nodeAt(at) ?? table;
  return cursorIn(transaction, cellAt(changed, at, row, column + 1) + 1);
});

const removeTable = inTable(removedTable);

function removedTable(transaction: Transaction, { table, at }: Place): Transaction {
  transaction.replaceWith(at, at + table.nodeSize, nodes.paragraph.create());
  return cursorIn(transaction, at + 1);
}

const removeRow = inTable((transaction, place) => {
  const { table, at, row, column } = place;
  if (table.childCount === 1) return removedTable(transaction, place);
  transaction.delete(rowAt(table, at, row), rowAt(table, at, row + 1));
  const changed = transaction.doc.nodeAt(at) ?? table;
  return cursorIn(transaction, cellAt(changed, at, Math.min(row, changed.childCount - 1), column) + 1);
});

const removeColumn = inTable((transaction, place) => {
  const { table, at, row, column } = place;
  if (table.children.every((cells) => cells.childCount <= 1)) return removedTable(transaction, place);
  for (let index = table.childCount - 1; index >= 0; index -= 1) {
    const cells = table.child(index);
    if (column >= cells.childCount) continue;
    const from = cellAt(table, at, index, column);
    transaction.delete(from, from + cells.child(column).nodeSize);
  }
  const changed = transaction.doc.nodeAt(at) ?? table;
  return cursorIn(transaction, cellAt(changed, at, row, Math.max(column - 1, 0)) + 1);
});

const toggleHeaderRow = inTable((transaction, { table, at }) => {
  const type = hasHeaderRow(table) ? nodes.table_cell : nodes.table_header;
  const first = table.firstChild?.children ?? [];
  first.forEach((_cell, column) => transaction.setNodeMarkup(cellAt(table, at, 0, column), type));
  return transaction;
});

export const tableCommands = {
  addRow,
  addColumn,
  removeRow,
  removeColumn,
  toggleHeaderRow,
  removeTable,
} as const;

export type TableChange = keyof typeof tableCommands;

/** Into the next cell or the one before; false at the ends, where the key leaves the text as elsewhere. */
export const toCell =
  (step: 1 | -1): Command =>
  (state, dispatch) => {
    const place = placeInTable(state);
    if (place === null) return false;
    const { table, at } = place;
    const cells = table.children.flatMap((row, index) =>
      row.children.map((_cell, column) => ({ row: index, column })),
    );
    const present = cells.findIndex(({ row, column }) => row === place.row && column === place.column);
    const next = cells[present + step];
    if (next === undefined) return false;
    dispatch?.(cursorIn(state.tr, cellAt(table, at, next.row, next.column) + 1));
    return true;
  };
