import { Node } from 'prosemirror-model';
import type { Command } from 'prosemirror-state';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { textSchema } from '#ydoc/schema.ts';
import { placeInTable, tableCommands, toCell } from './table-commands.ts';

const row = (type: string, ...cells: readonly string[]): object => ({
  type: 'table_row',
  content: cells.map((text) => ({
    type,
    content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
  })),
});
const TABLE = [row('table_header', 'a', 'b'), row('table_cell', 'c', 'd'), row('table_cell', 'e', 'f')];

/** A text with a table between two paragraphs, the cursor after `at`. */
function stateAt(at: string, rows: readonly object[] = TABLE): EditorState {
  const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const doc = Node.fromJSON(textSchema, {
    type: 'doc',
    content: [words('avant'), { type: 'table', content: rows }, words('après')],
  });
  let position = 0;
  doc.descendants((node, start) => {
    if (node.text === at) position = start + 1;
  });
  return EditorState.create({ doc, selection: TextSelection.create(doc, position) });
}

function after(state: EditorState, ...commands: readonly Command[]): EditorState {
  let next = state;
  for (const command of commands)
    command(next, (transaction) => {
      next = next.apply(transaction);
    });
  next.doc.check();
  return next;
}

/** The table as lines of cells; headers in capitals, the cursor's cell between brackets. */
function drawn(state: EditorState): string {
  const place = placeInTable(state);
  const table = state.doc.child(1);
  return table.children
    .map((cells, index) =>
      cells.children
        .map((cell, column) => {
          const text = cell.type.name === 'table_header' ? cell.textContent.toUpperCase() : cell.textContent;
          return place?.row === index && place.column === column ? `[${text}]` : text;
        })
        .join(' '),
    )
    .join(' / ');
}

const { addRow, addColumn, removeRow, removeColumn, toggleHeaderRow, removeTable } = tableCommands;

describe('a table', () => {
  it('grows by a row under the cursor’s and a column right of it', () => {
    expect(drawn(after(stateAt('b'), addRow))).toBe('A B /  [] / c d / e f');
    expect(drawn(after(stateAt('f'), addRow))).toBe('A B / c d / e f /  []');
    expect(drawn(after(stateAt('c'), addColumn))).toBe('A  B / c [] d / e  f');
    expect(after(stateAt('a'), addColumn).doc.child(1).child(0).child(1).type.name).toBe('table_header');
  });

  it('loses rows and columns, and itself with the last', () => {
    expect(drawn(after(stateAt('d'), removeRow))).toBe('A B / e [f]');
    expect(drawn(after(stateAt('f'), removeRow))).toBe('A B / c [d]');
    expect(drawn(after(stateAt('d'), removeColumn))).toBe('A / [c] / e');
    for (const gone of [
      after(stateAt('a'), removeRow, removeRow, removeRow),
      after(stateAt('a'), removeColumn, removeColumn),
      after(stateAt('a'), removeTable),
    ])
      expect(gone.doc.toString()).toBe('doc(paragraph("avant"), paragraph, paragraph("après"))');
  });

  it('has a first row of headers, or none', () => {
    const plain = after(stateAt('d'), toggleHeaderRow);
    expect(drawn(plain)).toBe('a b / c [d] / e f');
    expect(drawn(after(plain, toggleHeaderRow))).toBe('A B / c [d] / e f');
  });

  it('is walked through cell by cell, and left at its ends', () => {
    expect(drawn(after(stateAt('b'), toCell(1)))).toBe('A B / [c] d / e f');
    expect(drawn(after(stateAt('c'), toCell(-1)))).toBe('A [B] / c d / e f');
    expect(toCell(1)(stateAt('f'))).toBe(false);
    expect(toCell(-1)(stateAt('a'))).toBe(false);
  });

  it('bears rows of unlike length, as two people’s changes may leave them', () => {
    const ragged = [row('table_cell', 'a'), row('table_cell', 'b', 'c', 'd'), row('table_cell')];
    expect(drawn(after(stateAt('d', ragged), removeColumn))).toBe('a / b [c] / ');
    expect(drawn(after(stateAt('c', ragged), addColumn))).toBe('a  / b c [] d / ');
    expect(drawn(after(stateAt('a', ragged), toCell(1), toCell(1), toCell(1)))).toBe('a / b c [d] / ');
    expect(after(stateAt('b', ragged), removeRow).doc.child(1).childCount).toBe(2);
  });

  it('is none outside a table', () => {
    for (const command of [...Object.values(tableCommands), toCell(1), toCell(-1)])
      expect(command(stateAt('avant'))).toBe(false);
  });
});
