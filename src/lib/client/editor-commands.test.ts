import { Node } from 'prosemirror-model';
import type { Command } from 'prosemirror-state';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { textSchema } from '#ydoc/schema.ts';
import {
  activeIn,
  insertTable,
  liftOnce,
  linkTo,
  newBlockAfter,
  PLAIN,
  toggleListOf,
  toggleProposal,
  toggleQuotation,
  toggleStrong,
  toHeading,
  toParagraph,
} from './editor-commands.ts';

const p = (text: string): object => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
});
const h = (level: number, text: string, item: string | null = null): object => ({
  type: 'heading',
  attrs: { level, item },
  content: [{ type: 'text', text }],
});

/** A text with the cursor inside `at`, or selecting from `at` to the end of `to`. */
function stateOf(content: object[], at: string, to = ''): EditorState {
  const doc = Node.fromJSON(textSchema, { type: 'doc', content });
  const find = (words: string): number => {
    let found = 0;
    doc.descendants((node, position) => {
      if (node.isText && node.text?.includes(words)) found = position + (node.text.indexOf(words) ?? 0);
    });
    return found;
  };
  const state = EditorState.create({ doc });
  const head = to === '' ? find(at) : find(to) + to.length;
  return state.apply(state.tr.setSelection(TextSelection.create(doc, find(at), head)));
}

function after(state: EditorState, ...commands: Command[]): EditorState {
  let next = state;
  for (const command of commands) {
    command(next, (transaction) => {
      next = next.apply(transaction);
    });
  }
  next.doc.check();
  return next;
}

const outline = (state: EditorState): string => state.doc.toString();

describe('headings and paragraphs', () => {
  it('change the selected blocks, and a point’s heading stays that point’s', () => {
    const text = [h(2, 'Budget', 'point-1'), p('Un mot')];
    const third = after(stateOf(text, 'Budget'), toHeading(3));
    expect(third.doc.child(0).attrs).toEqual({ level: 3, item: 'point-1' });
    const made = after(stateOf(text, 'Un mot'), toHeading(2));
    expect(made.doc.child(1).attrs).toEqual({ level: 2, item: null });
    expect(outline(after(made, toParagraph))).toBe('doc(heading("Budget"), paragraph("Un mot"))');
  });

  it('leave lists and quotations one level at a time', () => {
    const list = after(stateOf([p('Un'), p('Deux')], 'Un', 'Deux'), toggleListOf(false));
    expect(outline(after(list, liftOnce))).toBe('doc(paragraph("Un"), paragraph("Deux"))');
  });
});

describe('lists', () => {
  it('wrap, change kind and unwrap', () => {
    const bullets = after(stateOf([p('Un'), p('Deux')], 'Un', 'Deux'), toggleListOf(false));
    expect(outline(bullets)).toBe(
      'doc(bullet_list(list_item(paragraph("Un")), list_item(paragraph("Deux"))))',
    );
    const numbers = after(bullets, toggleListOf(true));
    expect(numbers.doc.child(0).type.name).toBe('ordered_list');
    expect(outline(after(numbers, toggleListOf(true)))).toBe('doc(paragraph("Un"), paragraph("Deux"))');
  });

  it('take a heading as a paragraph', () => {
    expect(outline(after(stateOf([h(2, 'Titre')], 'Titre'), toggleListOf(false)))).toBe(
      'doc(bullet_list(list_item(paragraph("Titre"))))',
    );
  });
});

describe('quotations and proposals', () => {
  it('wrap the whole blocks, turn into each other and unwrap', () => {
    const quoted = after(stateOf([p('Un'), p('Deux'), p('Trois')], 'Un', 'Deux'), toggleQuotation);
    expect(outline(quoted)).toBe('doc(quotation(paragraph("Un"), paragraph("Deux")), paragraph("Trois"))');
    const proposed = after(quoted, toggleProposal);
    expect(proposed.doc.child(0).type.name).toBe('proposal');
    expect(outline(after(proposed, toggleProposal))).toBe(
      'doc(paragraph("Un"), paragraph("Deux"), paragraph("Trois"))',
    );
  });

  it('keep the source of words that were taken over', () => {
    const quotation = {
      type: 'quotation',
      attrs: { attribution: 'Une élue', sources: 'c1' },
      content: [p('Un')],
    };
    const proposed = after(stateOf([quotation], 'Un'), toggleProposal);
    expect(proposed.doc.child(0).attrs).toEqual({ kind: 'proposal', sources: 'c1', settled: null });
  });

  it('take a heading in as a paragraph, and refuse a table', () => {
    expect(outline(after(stateOf([h(2, 'Titre'), p('Un')], 'Titre', 'Un'), toggleProposal))).toBe(
      'doc(proposal(paragraph("Titre"), paragraph("Un")))',
    );
    const table = after(stateOf([p('Un')], 'Un'), insertTable);
    expect(outline(after(table, toggleQuotation))).toBe(outline(table));
  });
});

describe('tables and lines', () => {
  it('put a table after the block, with a line to go on, and the cursor in its first cell', () => {
    const state = after(stateOf([p('Un')], 'Un'), insertTable);
    expect(state.doc.child(1).childCount).toBe(3);
    expect(state.doc.child(1).child(0).child(0).type.name).toBe('table_header');
    expect(state.doc.lastChild?.type.name).toBe('paragraph');
    expect(activeIn(state).block).toBe('table');
    const out = after(state, newBlockAfter);
    expect(out.selection.$from.depth).toBe(1);
  });
});

describe('links', () => {
  it('link the selection, only to where a link may lead, and unlink around the cursor', () => {
    const state = stateOf([p('Voir le site de la ville.')], 'le site', 'le site');
    expect(linkTo('javascript:alert(1)')(state)).toBe(false);
    const linked = after(state, linkTo('https://exemple.fr/'));
    expect(outline(linked)).toContain('link("le site")');
    const inside = linked.apply(linked.tr.setSelection(TextSelection.create(linked.doc, 9)));
    expect(activeIn(inside).link).toBe(true);
    expect(outline(after(inside, linkTo(null)))).toBe('doc(paragraph("Voir le site de la ville."))');
    expect(outline(after(inside, linkTo('https://autre.fr/')))).toContain('link("le site")');
  });

  it('write the address where nothing is selected', () => {
    const state = stateOf([p('Voir ')], 'Voir');
    expect(outline(after(state, linkTo('https://exemple.fr/')))).toContain('link("https://exemple.fr/")');
    expect(linkTo(null)(state)).toBe(false);
  });
});

describe('activeIn', () => {
  it('says what the cursor stands in', () => {
    const heading = activeIn(stateOf([h(3, 'Titre')], 'Titre'));
    expect(heading).toEqual({ ...PLAIN, block: 'heading', level: 3 });
    const strong = after(stateOf([p('Un mot')], 'Un', 'mot'), toggleStrong);
    expect(activeIn(strong).strong).toBe(true);
    expect(activeIn(after(strong, toggleQuotation)).block).toBe('quotation');
  });
});
