import { describe, expect, test } from 'vitest';
import type { Block, RichText } from '../actes/rich-text.ts';
import { agendaItem, EMPTY_PLAN } from '../agenda/plan.ts';
import type { Plan } from '../agenda/plan.ts';
import { readingMinutes } from './reading-time.ts';
import { mostSupportedFirst, sectionOf, sharedPoints } from './side-by-side.ts';
import { templateOf } from './template.ts';
import { isWritten, plainText } from './written-words.ts';

const paragraph = (text: string): Block => ({
  ...{ type: 'paragraph', sources: [], content: [{ type: 'text', text }] },
});
const heading = (text: string, item: string | null, level: 1 | 2 | 3 = 2): Block => ({
  ...{ type: 'heading', level, item, content: [{ type: 'text', text }] },
});
const words = (count: number): string => Array.from({ length: count }, () => 'mot').join(' ');
const planOf = (...items: Plan['items']): Plan => ({ ...EMPTY_PLAN, items });

test('[SY8] minutes to read it aloud', () => {
  const of = (count: number) => readingMinutes([paragraph(words(count))]);
  expect([0, 10, 900, 2_240, 3_000, 3_400].map(of)).toEqual([0, 1, 6, 15, 20, 25]);
  expect(readingMinutes([heading(words(300), null), paragraph(words(300))])).toBe(4);
  expect(readingMinutes([heading('Accueillir', 'p1')])).toBe(0);
});

test('[SY8] a lone picture is written, a heading is not', () => {
  expect(isWritten([{ type: 'image', attachment: 'photo-1', alternative: '' }])).toBe(true);
  expect(isWritten([heading('Accueillir', 'p1'), paragraph(' – ')])).toBe(false);
});

describe('[SY9] the template', () => {
  const plan = planOf(
    agendaItem({
      ...{ id: 'p1', title: 'Accueillir' },
      questions: [
        { id: 'q1', text: 'Qui vient ?' },
        { id: 'q2', text: 'Qui ne vient pas ?' },
      ],
    }),
    agendaItem({ id: 'p2', title: 'Pause', kind: 'break' }),
    agendaItem({ id: 'p3', title: 'Aller vers' }),
  );
  const said = (id: string, supports: number, questionId: string | null, itemId = 'p1') => ({
    ...{ id, supports, questionId, itemId, text: `Paroles de ${id}.\n\nEncore.` },
  });
  test('has points and questions, and what was supported most', () => {
    const contributions = [
      ...[said('a', 1, 'q1'), said('b', 4, 'q1'), said('c', 1, 'q1'), said('d', 1, 'q1'), said('e', 0, 'q2')],
      ...[said('f', 2, null), said('g', 2, 'gone'), said('h', 9, 'q1'), said('i', 3, null, 'p3')],
    ];
    const sections = templateOf(plan, contributions, new Set(['h']));
    expect(sections.map(({ title }) => title)).toEqual(['Accueillir', 'Aller vers']);
    const shape = sections.map(({ blocks }) =>
      blocks.map((block) => (block.type === 'proposal' ? block.sources.join() : plainText([block]))),
    );
    expect(shape).toEqual([['f', 'g', 'Qui vient ?', 'b', 'a', 'c', 'Qui ne vient pas ?'], ['i']]);
    expect(plainText(sections[1]?.blocks ?? [])).toBe('Paroles de i.\nEncore.');
  });
});

describe('[SY10] side by side', () => {
  test('the points of all, each once', () => {
    const shared = planOf(agendaItem({ id: 'p1', title: 'Un' }), agendaItem({ id: 'p2', title: 'Deux' }));
    const own = planOf(
      agendaItem({ id: 'p2', title: 'Deux autrement' }),
      agendaItem({ id: 'p9', title: 'Neuf' }),
    );
    expect(sharedPoints(shared, [own, own])).toEqual([
      { itemId: 'p1', title: 'Un' },
      { itemId: 'p2', title: 'Deux' },
      { itemId: 'p9', title: 'Neuf' },
      { itemId: null, title: '' },
    ]);
  });
  test('of the notes what stands under the heading', () => {
    const notes: RichText = [
      ...[
        paragraph('avant'),
        heading('Un', 'p1'),
        paragraph('un'),
        heading('Détail', null, 3),
        paragraph('plus'),
      ],
      ...[heading('Deux', 'p2'), paragraph('deux'), heading('Autre', null, 2), paragraph('autre')],
    ];
    const said = (itemId: string | null) => plainText(sectionOf(notes, itemId));
    expect([said('p1'), said('p2'), said(null), said('p9')]).toEqual([
      'un\nDétail\nplus',
      'deux',
      'avant',
      '',
    ]);
    expect(plainText(sectionOf([paragraph('seul')], null))).toBe('seul');
  });
  test('most supported first, of equals the first said', () => {
    const at = (seq: number, supports: number) => ({ seq, supports });
    expect(mostSupportedFirst([at(3, 1), at(2, 5), at(1, 1)])).toEqual([at(2, 5), at(1, 1), at(3, 1)]);
  });
});
