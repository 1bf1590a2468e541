import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { expect, it } from 'vitest';
import { textSchema } from '#ydoc/schema.ts';
import { pastedText } from './pasted-text.ts';

const { nodes, marks } = textSchema;
const paragraph = (text: string) => nodes.paragraph.create(null, text === '' ? null : textSchema.text(text));
const state = (block: Node): EditorState => EditorState.create({ doc: nodes.doc.create(null, block) });

const BULLETS = '• un\n• deux';
const saidAt = (it: EditorState, at: number, text: string, asItIs = false): string =>
  pastedText(text, TextSelection.create(it.doc, at).$from, asItIs).content.toString();

const LIST = 'bullet_list(list_item(paragraph("un")), list_item(paragraph("deux")))';

it('makes a list of bullets, and a paragraph of any other line', () => {
  const empty = state(paragraph(''));
  expect(saidAt(empty, 1, `Avant :\r\n\r\n${BULLETS}\r\nAprès.`)).toBe(
    `<paragraph("Avant :"), ${LIST}, paragraph("Après.")>`,
  );
  expect(saidAt(empty, 1, '3) un\n4) deux')).toBe(`<${LIST.replace('bullet_list', 'ordered_list')}>`);
  expect(saidAt(empty, 1, 'Une ligne\n\nUne autre')).toBe('<paragraph("Une ligne"), paragraph("Une autre")>');
});

it('leaves lines as they are where plain text was asked for', () => {
  expect(saidAt(state(paragraph('')), 1, BULLETS, true)).toBe('<paragraph("• un"), paragraph("• deux")>');
});

it('sets the words like those at the cursor', () => {
  const bold = state(nodes.paragraph.create(null, textSchema.text('gras', [marks.strong.create()])));
  expect(saidAt(bold, 3, 'mot')).toBe('<paragraph(strong("mot"))>');
});
