import { expect, test } from 'vitest';
import { UNNAMED } from '#core/seminar/person.ts';
import { instant } from '#core/time/instant.ts';
import type { ContributionView, SortingView } from '#protocol/views.ts';
import { dotsResults, dottable, proposedForDots } from './dots-choice.ts';

const SORTING: SortingView = {
  ...{ personId: null, name: '', withdrawn: false, hidden: null, earlier: [], changedBy: null },
};
const said = (id: string, supports: number, more: Partial<ContributionView> = {}): ContributionView => ({
  ...{ id, seq: Number(id.slice(1)), itemId: 'point', questionId: null, kind: null, text: id },
  ...{ unnamed: false, attribution: UNNAMED, at: instant(0), supports, entry: 'typed' },
  ...{ toConfirm: false, changed: false, pinned: false, approved: false, groupId: null },
  sorting: SORTING,
  ...more,
});

test('what can be chosen is what the room sees, most supported first', () => {
  const listed = dottable(
    [
      said('c4', 1),
      said('c3', 0, { sorting: { ...SORTING, hidden: 'doublon' } }),
      said('c2', 3, { itemId: null }),
      said('c1', 1),
      said('c5', 9, { sorting: { ...SORTING, withdrawn: true } }),
      said('c6', 9, { text: null }),
    ],
    null,
  );
  expect(listed.map(({ id }) => id)).toEqual(['c2', 'c1', 'c4']);
  expect(dottable(listed, 'point').map(({ id }) => id)).toEqual(['c1', 'c4']);
});

test('the most supported are proposed, and nothing that nobody supports', () => {
  const many = Array.from({ length: 9 }, (_, index) => said(`c${index}`, 9 - index));
  expect(proposedForDots(many)).toHaveLength(6);
  expect(proposedForDots([said('c1', 2), said('c2', 0)])).toEqual(['c1']);
});

test('results stand by their count, as selected where they are equal', () => {
  const contributions = ['a', 'b', 'c'].map((id) => ({ id, kind: null, text: id }));
  const dots = { id: 'd', budget: 3, contributions, shown: true, voters: 4, counts: { b: 5, c: 5 } };
  expect(dotsResults(dots).map(({ id, count }) => `${id} ${count}`)).toEqual(['b 5', 'c 5', 'a 0']);
});
