import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { textSchema } from '#ydoc/schema.ts';
import { getsMarks, quotationMarks } from './quotation-marks.ts';

const { nodes } = textSchema;
const paragraph = (text: string) => nodes.paragraph.create(null, text === '' ? [] : textSchema.text(text));
const quotation = (...texts: readonly string[]) => nodes.quotation.create(null, texts.map(paragraph));

describe('the marks of a quotation', () => {
  it('are drawn around words', () => {
    expect(getsMarks(quotation('On prête la salle.'))).toBe(true);
    expect(getsMarks(quotation('On prête la salle.', 'Rien n’est écrit.'))).toBe(true);
  });
  it('are not drawn around nothing, nor around marks', () => {
    expect(getsMarks(quotation(''))).toBe(false);
    expect(getsMarks(quotation('«\u00a0On prête la salle.\u00a0»'))).toBe(false);
    expect(getsMarks(quotation('“We lend the room.”'))).toBe(false);
  });
  it('follow the text', () => {
    const plugin = quotationMarks();
    const doc = nodes.doc.create(null, [quotation('On prête la salle.'), paragraph('Ensuite')]);
    const state = EditorState.create({ doc, plugins: [plugin] });
    expect(plugin.getState(state)?.find()).toHaveLength(1);
    const marked = state.apply(state.tr.insertText('«\u00a0', 2));
    expect(plugin.getState(marked)?.find()).toHaveLength(0);
  });
});
