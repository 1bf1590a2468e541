import { EditorState } from 'prosemirror-state';
import { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { textSchema } from '#ydoc/schema.ts';
import { endOfSection, linesOf, takenOverIn, unsavedLines } from './sections.ts';
import type { Taken } from './take-over.ts';
import { gapAt, startingFrom, takingOver, takingOverAt, takingOverGroup } from './take-over.ts';

const words = (text: string): object[] => (text === '' ? [] : [{ type: 'text', text }]);
const p = (text: string): object => ({ type: 'paragraph', content: words(text) });
const h = (level: number, text: string, item: string | null = null): object => ({
  type: 'heading',
  attrs: { level, item },
  content: words(text),
});
const doc = (...content: object[]): Node => Node.fromJSON(textSchema, { type: 'doc', content });

const taken = (over: Partial<Taken> = {}): Taken => ({
  id: 'contribution-1',
  text: 'Un goûter partagé le mercredi.',
  attribution: 'une bénévole (Roubaix)',
  as: 'quotation',
  itemId: 'point-1',
  ...over,
});

/** The text as an outline: one line a block, indented, after the take-over. */
function after(before: Node, ...all: Taken[]): string[] {
  let state = EditorState.create({ doc: before });
  for (const one of all) state = state.apply(takingOver(state, one).transaction);
  return outline(state);
}

function outline(state: EditorState): string[] {
  state.doc.check();
  const lines: string[] = [];
  state.doc.descendants((node, _position, parent) => {
    if (node.isText || parent === null) return false;
    const sources = typeof node.attrs['sources'] === 'string' ? ` [${node.attrs['sources']}]` : '';
    lines.push(node.isTextblock ? `${node.type.name}: ${node.textContent}` : `${node.type.name}${sources}`);
    return true;
  });
  return lines;
}

const seeded = doc(h(2, 'Le budget', 'point-1'), p(''), h(2, 'La cuisine', 'point-2'), p(''));

describe('takingOver', () => {
  it('puts a quotation at the end of its section, before the empty line left for writing', () => {
    expect(after(seeded, taken())).toEqual([
      'heading: Le budget',
      'quotation [contribution-1]',
      'paragraph: Un goûter partagé le mercredi.',
      'paragraph: ',
      'heading: La cuisine',
      'paragraph: ',
    ]);
  });

  it('takes several over at once, each at the end of its section', () => {
    const all = [
      taken({ id: 'one', as: 'list' }),
      taken({ id: 'two', as: 'list' }),
      taken({ id: 'three', as: 'list', itemId: 'point-2', text: 'Un repas.' }),
    ];
    const state = EditorState.create({ doc: seeded });
    expect(outline(state.apply(takingOver(state, ...all).transaction))).toEqual([
      ...[
        'heading: Le budget',
        'bullet_list',
        'list_item [one]',
        'paragraph: Un goûter partagé le mercredi.',
      ],
      ...['list_item [two]', 'paragraph: Un goûter partagé le mercredi.', 'paragraph: '],
      ...['heading: La cuisine', 'bullet_list', 'list_item [three]', 'paragraph: Un repas.', 'paragraph: '],
    ]);
  });

  it('adds to the list that ends the section', () => {
    expect(
      after(
        seeded,
        taken({ as: 'list' }),
        taken({ as: 'list', id: 'contribution-2', text: 'Un frigo solidaire.' }),
      ),
    ).toEqual([
      'heading: Le budget',
      'bullet_list',
      'list_item [contribution-1]',
      'paragraph: Un goûter partagé le mercredi.',
      'list_item [contribution-2]',
      'paragraph: Un frigo solidaire.',
      'paragraph: ',
      'heading: La cuisine',
      'paragraph: ',
    ]);
  });

  it('makes a proposal of several lines, with a line left to go on writing', () => {
    const only = doc(h(2, 'Le budget', 'point-1'), h(3, 'Détail'), p('Un mot.'));
    expect(after(only, taken({ as: 'proposal', text: 'Une charte\n\navec la ville' }))).toEqual([
      'heading: Le budget',
      'heading: Détail',
      'paragraph: Un mot.',
      'proposal [contribution-1]',
      'paragraph: Une charte',
      'paragraph: avec la ville',
      'paragraph: ',
    ]);
  });

  it('goes to the end of the text when the point has no section', () => {
    expect(after(doc(p('Un mot.')), taken({ itemId: 'unknown' }))[1]).toBe('quotation [contribution-1]');
    expect(after(doc(p('')), taken({ itemId: null }))).toEqual([
      'quotation [contribution-1]',
      'paragraph: Un goûter partagé le mercredi.',
      'paragraph: ',
    ]);
  });

  it('leaves the cursor in what was taken over', () => {
    const state = EditorState.create({ doc: seeded });
    const next = state.apply(takingOver(state, taken()).transaction);
    expect(next.selection.$from.parent.textContent).toBe('Un goûter partagé le mercredi.');
  });
});

describe('takingOverGroup', () => {
  const group = {
    heading: 'Les horaires',
    itemId: 'point-1',
    entries: [
      { id: 'contribution-1', text: 'Ouvrir le samedi.' },
      { id: 'contribution-2', text: 'Pas après 18 h.' },
    ],
  };
  it('puts its heading under that of the point, then its words as a list', () => {
    const state = EditorState.create({ doc: seeded });
    const next = state.apply(takingOverGroup(state, group).transaction);
    expect(outline(next)).toEqual([
      'heading: Le budget',
      'heading: Les horaires',
      'bullet_list',
      'list_item [contribution-1]',
      'paragraph: Ouvrir le samedi.',
      'list_item [contribution-2]',
      'paragraph: Pas après 18 h.',
      'paragraph: ',
      'heading: La cuisine',
      'paragraph: ',
    ]);
    expect(next.doc.child(1).attrs['level']).toBe(3);
    expect(next.selection.$from.parent.textContent).toBe('Pas après 18 h.');
  });
  it('goes to the end of the text without a section, and without a heading when it has none', () => {
    const state = EditorState.create({ doc: doc(p('Un mot.')) });
    const next = state.apply(takingOverGroup(state, { ...group, heading: '', itemId: null }).transaction);
    expect(outline(next).slice(0, 3)).toEqual([
      'paragraph: Un mot.',
      'bullet_list',
      'list_item [contribution-1]',
    ]);
    expect(outline(next).at(-1)).toBe('paragraph: ');
  });
});

describe('endOfSection', () => {
  it('ends before the next heading of the same level or above', () => {
    const text = doc(
      h(2, 'Un', 'a'),
      p('x'),
      h(3, 'Sous', 'b'),
      p('y'),
      h(1, 'Partie'),
      p('z'),
      h(2, 'Deux', 'c'),
    );
    expect(text.resolve(endOfSection(text, 'a')).nodeBefore?.textContent).toBe('y');
    expect(text.resolve(endOfSection(text, 'b')).nodeBefore?.textContent).toBe('y');
    expect(text.resolve(endOfSection(text, 'c')).nodeBefore?.textContent).toBe('Deux');
    expect(text.resolve(endOfSection(text, null)).nodeBefore?.textContent).toBe('Deux');
  });
});

describe('takenOverIn', () => {
  it('says what stands in the text and under which heading', () => {
    const found = takenOverIn([
      { type: 'paragraph', sources: ['c0'], content: [] },
      { type: 'heading', level: 2, item: 'a', content: [{ type: 'text', text: 'Le budget' }] },
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [
          {
            sources: ['c1'],
            content: [{ type: 'quotation', attribution: '', sources: ['c2'], content: [] }],
          },
        ],
      },
      { type: 'heading', level: 2, item: 'b', content: [{ type: 'text', text: 'La cuisine' }] },
      { type: 'proposal', kind: 'proposal', sources: ['c3', 'c1'], content: [] },
    ]);
    expect([...found.ids]).toEqual(['c0', 'c1', 'c2', 'c3']);
    expect(found.headings.get('c0')).toBe('');
    expect(found.headings.get('c1')).toBe('Le budget');
    expect(found.headings.get('c3')).toBe('La cuisine');
  });
});

describe('unsavedLines', () => {
  it('gives the lines that were not there when all was saved', () => {
    const saved = doc(h(2, 'Le budget'), p('Déjà là.'));
    const present = doc(h(2, 'Le budget'), p('Déjà là, ou presque.'), p('Déjà là.'), p('Tout neuf.'));
    expect(linesOf(saved)).toEqual(['Le budget', 'Déjà là.']);
    expect(unsavedLines(saved, present)).toEqual(['Déjà là, ou presque.', 'Tout neuf.']);
    expect(unsavedLines(null, saved)).toEqual(['Le budget', 'Déjà là.']);
  });
});

describe('what is dropped into a text', () => {
  const written = doc(p('Avant.'), {
    type: 'bullet_list',
    content: [
      { type: 'list_item', content: [p('un')] },
      { type: 'list_item', content: [p('deux')] },
    ],
  });
  const dropped = (position: number, below: boolean, ...all: Taken[]): string[] => {
    const state = EditorState.create({ doc: written });
    return outline(state.apply(takingOverAt(state, all, gapAt(written, position, below)).transaction));
  };
  it('stands between the blocks where it was let go of', () => {
    expect(dropped(2, false, taken())[0]).toBe('quotation [contribution-1]');
    expect(dropped(2, true, taken({ as: 'list' }), taken({ id: 'b', as: 'list' })).slice(0, 4)).toEqual([
      ...['paragraph: Avant.', 'bullet_list', 'list_item [contribution-1]'],
      'paragraph: Un goûter partagé le mercredi.',
    ]);
  });
  it('is an entry of the list it was let go of in', () => {
    expect(dropped(12, true, taken({ text: 'trois' }))).toEqual([
      ...['paragraph: Avant.', 'bullet_list', 'list_item', 'paragraph: un'],
      ...['list_item [contribution-1]', 'paragraph: trois', 'list_item', 'paragraph: deux', 'paragraph: '],
    ]);
  });
});

it('a synthesis begins with its points, their questions and what was supported, whatever stands there already', () => {
  const proposal = {
    ...({ type: 'proposal', kind: 'proposal', sources: ['c1'] } as const),
    content: [{ type: 'paragraph', sources: [], content: [{ type: 'text', text: 'Ouvrir.' }] }] as const,
  };
  const question = {
    ...({ type: 'heading', level: 3, item: null } as const),
    content: [{ type: 'text', text: 'Qui vient ?' }] as const,
  };
  const sections = [
    { itemId: 'point-2', title: 'La cuisine', blocks: [question, proposal] },
    { itemId: 'point-3', title: 'Le jardin', blocks: [] },
  ];
  const state = EditorState.create({ doc: seeded });
  expect(outline(state.apply(startingFrom(state, sections).transaction))).toEqual([
    ...['heading: Le budget', 'paragraph: ', 'heading: La cuisine', 'heading: Qui vient ?'],
    ...['proposal [c1]', 'paragraph: Ouvrir.', 'paragraph: ', 'paragraph: '],
    ...['heading: Le jardin', 'paragraph: '],
  ]);
});
