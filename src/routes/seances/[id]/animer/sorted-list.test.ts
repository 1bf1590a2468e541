import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import type { ContributionView, SortingView } from '#protocol/views.ts';
import { layoutOf } from '../shown-contributions.ts';
import { NO_FILTER, NONE, passes, sortedList, takenCount } from './sorted-list.ts';
import type { Filter } from './sorted-list.ts';

const SORTING: SortingView = {
  ...{ personId: null, name: '', withdrawn: false, hidden: null, earlier: [], changedBy: null },
};
const said = (
  id: string,
  seq: number,
  {
    sorting = {},
    ...more
  }: Partial<Omit<ContributionView, 'sorting'>> & { sorting?: Partial<SortingView> } = {},
): ContributionView => ({
  ...{ id, seq, itemId: null, questionId: null, kind: null, text: id, unnamed: false },
  ...{ attribution: { name: null, function: null, town: null }, at: instant(seq), supports: 0 },
  ...{ entry: 'typed', toConfirm: false, changed: false, pinned: false, approved: false, groupId: null },
  ...more,
  sorting: { ...SORTING, ...sorting },
});

const passing = (all: readonly ContributionView[], filter: Partial<Filter>, taken: string[] = []): string[] =>
  all.filter((it) => passes(it, { ...NO_FILTER, ...filter }, new Set(taken))).map(({ id }) => id);

describe('the filters of the console', () => {
  const all = [
    said('a', 1, { itemId: 'one', questionId: 'q1', kind: 'proposal', sorting: { personId: 'p' } }),
    said('b', 2, { itemId: 'one', groupId: 'g', approved: true }),
    said('c', 3, { sorting: { hidden: 'injurieux', personId: 'p' } }),
    said('d', 4, { sorting: { withdrawn: true } }),
    said('e', 5, { kind: 'testimony', pinned: true }),
  ];

  it('leave out what was hidden or withdrawn until it is asked for', () => {
    expect(passing(all, {})).toEqual(['a', 'b', 'e']);
    expect(passing(all, { gone: true })).toEqual(['c', 'd']);
  });
  it('keep a point, one of its questions, or what has no point', () => {
    expect(passing(all, { place: { itemId: 'one', questionId: null } })).toEqual(['a', 'b']);
    expect(passing(all, { place: { itemId: 'one', questionId: 'q1' } })).toEqual(['a']);
    expect(passing(all, { place: NONE })).toEqual(['e']);
  });
  it('keep a kind, a person, a group, or none', () => {
    expect(passing(all, { kind: 'proposal' })).toEqual(['a']);
    expect(passing(all, { kind: NONE })).toEqual(['b']);
    expect(passing(all, { person: 'p' })).toEqual(['a']);
    expect(passing(all, { person: NONE })).toEqual(['b', 'e']);
    expect(passing(all, { group: 'g' })).toEqual(['b']);
    expect(passing(all, { group: NONE })).toEqual(['a', 'e']);
  });
  it('keep what is not taken over, and what waits for the wall', () => {
    expect(passing(all, { notTaken: true }, ['a'])).toEqual(['b', 'e']);
    expect(passing(all, { toApprove: true })).toEqual(['a']);
  });
  it('count what stands in the synthesis once that was read, without what is gone', () => {
    expect(takenCount(all, null)).toBeNull();
    expect(takenCount(all, new Set())).toBe(0);
    expect(takenCount(all, new Set(['a', 'c', 'd', 'elsewhere']))).toBe(1);
  });
});

describe('the list of the console', () => {
  const groups = [{ id: 'g', heading: 'Horaires' }];
  const all = [
    said('a', 1, { supports: 4 }),
    said('b', 2, { supports: 3, groupId: 'g' }),
    said('c', 3, { supports: 2, groupId: 'g' }),
    said('d', 4, { supports: 1 }),
  ];
  const keysIn = (
    contributions: readonly ContributionView[],
    order: 'support' | 'time',
    layout = layoutOf(all),
  ) => sortedList(contributions, groups, { layout, order }).entries.map(({ key }) => key);

  it('puts a group where its supports together stand', () => {
    expect(keysIn(all, 'support')).toEqual(['group g', 'a', 'd']);
    expect(sortedList(all, groups, { layout: layoutOf(all), order: 'support' }).entries[0]).toMatchObject({
      supports: 5,
      members: [{ id: 'b' }, { id: 'c' }],
    });
  });
  it('puts a group by time where its newest stands', () => {
    expect(keysIn(all, 'time')).toEqual(['d', 'group g', 'a']);
  });
  it('shows at once what was entered here, and counts what others said', () => {
    const before = [said('a', 1, { supports: 2 })];
    const after = [...before, said('entered', 2), said('other', 3)];
    const list = sortedList(after, [], {
      ...{ layout: layoutOf(before), order: 'support' },
      isOwn: (id) => id === 'entered',
    });
    expect(list.entries.map(({ key }) => key)).toEqual(['a', 'entered']);
    expect(list.freshCount).toBe(1);
  });
  it('moves nothing when supports change or something arrives', () => {
    const later = [...all.map((it) => (it.id === 'd' ? { ...it, supports: 9 } : it)), said('e', 5)];
    expect(keysIn(later, 'support')).toEqual(['group g', 'a', 'd']);
    expect(sortedList(later, groups, { layout: layoutOf(all), order: 'support' })).toMatchObject({
      count: 4,
      freshCount: 1,
    });
  });
  it('shows the members of a group that is no more by themselves', () => {
    expect(sortedList(all, [], { layout: layoutOf(all), order: 'support' }).entries).toHaveLength(4);
  });
});
