import { expect, test } from 'vitest';
import type { DotsView } from '#protocol/room-views.ts';
import { dotLines } from './dot-lines.ts';

const dots = (ids: readonly string[], counts: DotsView['counts'] = null): DotsView => ({
  ...{ id: 'd', budget: 3, shown: counts !== null, voters: 4, counts },
  contributions: ids.map((id) => ({ id, kind: null, text: `Contribution ${id}` })),
});

test('while it is secret: the selection in its order, without a figure', () => {
  const { lines } = dotLines(dots(['a', 'b', 'c']));
  expect(lines.map(({ id, count, part }) => [id, count, part])).toEqual([
    ['a', null, 0],
    ['b', null, 0],
    ['c', null, 0],
  ]);
});

test('once shown: highest first, equal ones as they were, none as none', () => {
  const { lines } = dotLines(dots(['a', 'b', 'c', 'd'], { b: 4, c: 1, d: 4 }));
  expect(lines.map(({ id, count, part }) => [id, count, part])).toEqual([
    ['b', 4, 1],
    ['d', 4, 1],
    ['c', 1, 0.25],
    ['a', 0, 0],
  ]);
});

test('as many as a room can read', () => {
  const { lines, others } = dotLines(dots(Array.from({ length: 12 }, (_, index) => `c${index}`)));
  expect([lines.length, others]).toEqual([6, 6]);
});
