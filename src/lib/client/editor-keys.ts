/** The keys of the editor and what typing at a line's start does. But in a table, Tab is left alone: it leaves the text. */
import { baseKeymap, chainCommands, liftEmptyBlock, splitBlockAs } from 'prosemirror-commands';
import { inputRules, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { redoCommand, undoCommand } from 'y-prosemirror';
import { textSchema } from '#ydoc/schema.ts';
import {
  newBlockAfter,
  toggleEmphasis,
  toggleListOf,
  toggleProposal,
  toggleQuotation,
  toggleStrong,
} from './editor-commands.ts';
import { tableCommands, toCell } from './table-commands.ts';

const { nodes } = textSchema;

/** The second half of a heading is no longer that point's heading: two would fight over its section. */
const splitBlock = splitBlockAs((node, atEnd, $from) =>
  node.type === nodes.heading && !atEnd && $from.parentOffset > 0
    ? { type: nodes.heading, attrs: { ...node.attrs, item: null } }
    : null,
);

const insertBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

export const editorKeys = (): readonly Plugin[] => [
  keymap({
    'Mod-z': undoCommand,
    'Mod-y': redoCommand,
    'Shift-Mod-z': redoCommand,
    'Mod-b': toggleStrong,
    'Mod-i': toggleEmphasis,
    'Mod-Shift-7': toggleListOf(true),
    'Mod-Shift-8': toggleListOf(false),
    'Mod-Shift-9': toggleQuotation,
    'Mod-Shift-p': toggleProposal,
    'Mod-]': sinkListItem(nodes.list_item),
    'Mod-[': liftListItem(nodes.list_item),
    // A French keyboard has its brackets behind AltGr.
    'Mod-m': sinkListItem(nodes.list_item),
    'Shift-Mod-m': liftListItem(nodes.list_item),
    Tab: toCell(1),
    'Shift-Tab': toCell(-1),
    'Alt-Shift-ArrowDown': tableCommands.addRow,
    'Alt-Shift-ArrowUp': tableCommands.removeRow,
    'Alt-Shift-ArrowRight': tableCommands.addColumn,
    'Alt-Shift-ArrowLeft': tableCommands.removeColumn,
    Backspace: undoInputRule,
    // A new item has no source of its own.
    Enter: chainCommands(
      splitListItem(nodes.list_item, { sources: null }),
      liftListItemWhenEmpty,
      liftEmptyBlock,
      splitBlock,
    ),
    'Shift-Enter': insertBreak,
    'Mod-Enter': newBlockAfter,
  }),
  keymap(baseKeymap),
];

function liftListItemWhenEmpty(...given: Parameters<Command>): boolean {
  const [state] = given;
  const { $from, empty } = state.selection;
  return empty && $from.parent.content.size === 0 && liftListItem(nodes.list_item)(...given);
}

/** `- `, `1. ` and `> ` at a line's start. Nothing for other numbers: « 1986. Une année » is no list. */
export const editorRules = (): Plugin =>
  inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*•–]\s$/, nodes.bullet_list),
      wrappingInputRule(/^\s*1[.)]\s$/, nodes.ordered_list),
      wrappingInputRule(/^\s*>\s$/, nodes.quotation),
    ],
  });
