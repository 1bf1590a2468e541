import { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { DecorationSet } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { textSchema } from '#ydoc/schema.ts';
import type { KnownSource } from '#core/synthesis/source-standing.ts';
import type { Settling } from './source-marks.ts';
import { marksIn, settling, showingSources, sourceMarks, sourceMarksPlugin } from './source-marks.ts';

const p = (text: string): object => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
});
const quotation = (text: string, sources: string, attribution: string | null = null): object => ({
  type: 'quotation',
  attrs: { sources, attribution },
  content: [p(text)],
});
const item = (text: string, sources: string): object => ({
  type: 'list_item',
  attrs: { sources },
  content: [p(text)],
});
const doc = (...content: object[]): Node => Node.fromJSON(textSchema, { type: 'doc', content });

const source = (id: string, over: Partial<KnownSource['sorting'] & object> = {}): KnownSource => ({
  ...{ id, text: `Mots de ${id}`, attribution: { name: null, function: null, town: null } },
  sorting: { withdrawn: false, hidden: null, ...over },
});
const sources = [source('a'), source('b', { withdrawn: true }), source('c', { hidden: 'Nomme quelqu’un.' })];
const known = (id: string): KnownSource | undefined => sources.find((it) => it.id === id);
const WORDS = {
  ...{ reworded: 'reformulé', withdrawn: 'retirée', hidden: 'masquée', unnamed: 'sans nom' },
  settle: (what: string) => what,
};

const text = doc(
  quotation('Mots de a', 'a'),
  quotation('D’autres mots', 'a', 'Inès Caradec'),
  { type: 'bullet_list', content: [item('Mots de b', 'b'), item('Mots de a', 'a')] },
  { type: 'proposal', attrs: { sources: 'c' }, content: [p('Mots de c')] },
  p('Sans source'),
);

const shown = { known, words: WORDS, open: () => undefined, hidesReworded: false };

describe('the marks of a text', () => {
  it('say what became of the sources, in the order of the words, each under a key of its own', () => {
    const marks = sourceMarks(text, known).map(({ key, standing }) => `${key} ${standing}`);
    expect(marks).toEqual(['a #1 unnamed', 'b #0 withdrawn', 'c #0 hidden']);
    expect(sourceMarks(text, () => undefined)).toEqual([]);
  });
  it('are drawn anew when the text or its sources change, and only then', () => {
    let state = EditorState.create({ doc: text, plugins: [sourceMarksPlugin()] });
    expect(marksIn(state)).toEqual([]);
    state = state.apply(showingSources(state, shown));
    const drawn = marksIn(state);
    expect(drawn.map(({ standing }) => standing)).toEqual(['unnamed', 'withdrawn', 'hidden']);
    expect(marksIn(state.apply(state.tr.setMeta('other', true)))).toBe(drawn);
    const typed = state.apply(state.tr.insertText('Et ', 2));
    expect(marksIn(typed).map(({ key }) => key)).toEqual(['a #0', 'a #1', 'b #0', 'c #0']);
  });
  it('are all drawn for who writes; who only reads sees those whose source is gone', () => {
    const plugin = sourceMarksPlugin();
    const drawnOn = (state: EditorState, hidesReworded: boolean): number | undefined => {
      const now = state.apply(showingSources(state, { ...shown, hidesReworded }));
      const set = plugin.props.decorations?.call(plugin, now);
      return set instanceof DecorationSet ? set.find().length : undefined;
    };
    const reworded = doc(quotation('D’autres mots', 'a'), quotation('Mots de b', 'b'));
    const state = EditorState.create({ doc: reworded, plugins: [plugin] });
    // Two to a mark: the words and what stands beside them.
    expect([drawnOn(state, false), drawnOn(state, true)]).toEqual([4, 2]);
  });
});

describe('settling a mark', () => {
  const settled = (before: Node, key: string, how: Settling): EditorState => {
    const state = EditorState.create({ doc: before });
    const mark = sourceMarks(before, known).find((it) => it.key === key);
    const transaction = mark && settling(state, mark, how);
    if (!transaction) throw new Error('nothing was settled');
    transaction.doc.check();
    return state.apply(transaction);
  };
  const marksAfter = (state: EditorState): string[] =>
    sourceMarks(state.doc, known).map(({ key, standing }) => `${key} ${standing}`);

  it('keeps the words until something else becomes of their source', () => {
    const state = settled(text, 'b #0', { type: 'keep' });
    expect(marksAfter(state)).toEqual(['a #1 unnamed', 'c #0 hidden']);
    const hidden = (id: string): KnownSource | undefined =>
      id === 'b' ? source('b', { hidden: '' }) : undefined;
    expect(sourceMarks(state.doc, hidden).map(({ standing }) => standing)).toEqual(['hidden']);
  });
  it('takes the name off, and then says that the words are others', () => {
    const state = settled(text, 'a #1', { type: 'unname', attribution: '' });
    expect(marksAfter(state)[0]).toBe('a #1 reworded');
    const restored = settled(state.doc, 'a #1', { type: 'restore', text: 'Mots de a' });
    expect(marksAfter(restored)).toEqual(['b #0 withdrawn', 'c #0 hidden']);
    expect(restored.doc.child(1).textContent).toBe('Mots de a');
  });
  it('restores a lone paragraph, and what had been kept', () => {
    const paragraph = { ...p('Changé'), attrs: { sources: 'a', settled: 'withdrawn' } };
    const state = settled(doc(paragraph), 'a #0', { type: 'restore', text: 'Mots de a' });
    expect([state.doc.textContent, state.doc.child(0).attrs]).toEqual([
      'Mots de a',
      { sources: 'a', settled: null },
    ]);
  });
  it('takes the words out, with the list they were alone in', () => {
    expect(settled(text, 'b #0', { type: 'remove' }).doc.child(2).childCount).toBe(1);
    const list = doc(p('Avant'), { type: 'bullet_list', content: [item('Mots de b', 'b')] });
    expect(settled(list, 'b #0', { type: 'remove' }).doc.childCount).toBe(1);
    const alone = settled(doc(quotation('Mots de b', 'b')), 'b #0', { type: 'remove' });
    expect(alone.doc.toJSON()).toMatchObject({ content: [{ type: 'paragraph' }] });
  });
});
