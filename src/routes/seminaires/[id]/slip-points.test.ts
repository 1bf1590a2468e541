import { expect, test } from 'vitest';
import { agendaItem } from '#core/agenda/plan.ts';
import { slipPointsOf } from './slip-points.ts';

const question = (id: string) => ({ id, text: `Question ${id} ?` });

test('a slip for each question, one for a point without any, none for a pause', () => {
  const items = [
    agendaItem({ id: 'a', title: 'Accueillir', questions: [question('a1'), question('a2')] }),
    agendaItem({ id: 'b', title: 'Pause', kind: 'break' }),
    agendaItem({ id: 'c', title: 'Suites' }),
  ];
  expect(slipPointsOf({ items })).toEqual([
    { id: 'a1', number: 1, title: 'Accueillir', question: 'Question a1 ?' },
    { id: 'a2', number: 1, title: 'Accueillir', question: 'Question a2 ?' },
    { id: 'c', number: 3, title: 'Suites', question: null },
  ]);
});

test('a plan without points has nothing to print', () => {
  expect(slipPointsOf({ items: [] })).toEqual([]);
});
