import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canCut, cutInTwo } from './cut-item.ts';
import { newDraft } from './plan-items.ts';
import type { DraftItem } from './plan-items.ts';

const SECOND = { id: 'second-00', title: 'Accueillir (suite)' };
const point = (plannedMinutes: number | null, questions = 0): DraftItem => ({
  ...newDraft('first-000', 'Accueillir'),
  plannedMinutes,
  context: 'Deux arrivées par mois.',
  questions: Array.from({ length: questions }, (_, index) => ({
    id: `q-${index}-00000`,
    text: `${index} ?`,
  })),
});
const cut = (item: DraftItem, before: number): readonly [DraftItem, DraftItem] => {
  const both = cutInTwo(item, before, SECOND);
  if (both === null) throw new Error('the point is long enough');
  return both;
};

describe('cutting a point in two', () => {
  test.each([
    [60, 3, 2, 40, 20],
    [60, 2, 1, 30, 30],
    [30, 3, 1, 10, 20],
    [7, 2, 1, 4, 3],
    [60, 3, 0, 30, 30],
    [45, 0, 0, 25, 20],
  ])(
    '%i min and %i questions, before question %i: %i and %i',
    (minutes, questions, before, first, second) => {
      const both = cut(point(minutes, questions), before);
      expect(both.map(({ plannedMinutes }) => plannedMinutes)).toEqual([first, second]);
    },
  );

  test('shares the questions where it is cut, and leaves the context with the first', () => {
    const [first, second] = cut(point(60, 3), 2);
    expect(first.questions.map(({ text }) => text)).toEqual(['0 ?', '1 ?']);
    expect(second.questions.map(({ text }) => text)).toEqual(['2 ?']);
    expect([first.context, second.context]).toEqual(['Deux arrivées par mois.', '']);
    expect([first.id, second.id, second.title]).toEqual(['first-000', 'second-00', 'Accueillir (suite)']);
  });

  test('keeps floors within the shorter minutes', () => {
    const [first, second] = cut({ ...point(60), floorMinutes: 45 }, 0);
    expect([first.floorMinutes, second.floorMinutes]).toEqual([30, 30]);
  });

  test('does not cut what has no two minutes', () => {
    for (const minutes of [null, 1, 1.5]) {
      expect(canCut(point(minutes))).toBe(false);
      expect(cutInTwo(point(minutes), 0, SECOND)).toBeNull();
    }
  });

  test('never loses a minute or a question', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1440 }), fc.nat(12), fc.nat(12), (minutes, questions, before) => {
        const [first, second] = cut(point(minutes, questions), before);
        const shares = [first.plannedMinutes ?? 0, second.plannedMinutes ?? 0];
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
        expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBe(minutes);
        expect(first.questions.length + second.questions.length).toBe(questions);
      }),
    );
  });
});
