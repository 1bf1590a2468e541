import { expect, test } from 'vitest';
import { agendaItem } from '#core/agenda/plan.ts';
import { presentedIn, presentedNow, presentedTitle } from './presented.ts';

const item = (id: string, restitutes: string | null) => agendaItem({ id, title: `Point ${id}`, restitutes });
const items = [item('1', null), item('2', 'b'), item('3', 'a'), item('4', 'b')];

test('each synthesis once, in the order of the plan, under the title of its first point', () => {
  expect(presentedIn({ items })).toEqual([
    { atelierId: 'b', title: 'Point 2' },
    { atelierId: 'a', title: 'Point 3' },
  ]);
  expect([presentedTitle({ items }, 'b'), presentedTitle({ items }, 'c')]).toEqual(['Point 2', '']);
});

test('the point that the room is at says which one it presents', () => {
  expect(['1', '3', null].map((at) => presentedNow(items, at))).toEqual([null, 'a', null]);
});
