import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import type { ContributionView } from '#protocol/views.ts';
import { layoutOf } from '../../../seances/[id]/shown-contributions.ts';
import { ALL, drawerList, leftByTab, NO_DRAWER_FILTER, NONE, peopleIn } from './drawer-list.ts';
import type { DrawerParts } from './drawer-list.ts';

const sorting = { personId: null, name: '', withdrawn: false, hidden: null, earlier: [], changedBy: null };
const said = (id: string, seq: number, over: Partial<ContributionView> = {}): ContributionView => ({
  ...{ id, seq, itemId: 'p1', questionId: null, kind: null, text: `Mots de ${id}`, unnamed: false },
  ...{ attribution: { name: null, function: null, town: null }, at: instant(0), entry: 'typed' },
  ...{ supports: 0, toConfirm: false, changed: false, pinned: false, approved: false, groupId: null },
  ...{ sorting, ...over },
});
const all = [
  said('a', 1, { supports: 2, kind: 'proposal', questionId: 'q1' }),
  said('b', 2, { supports: 5, groupId: 'g' }),
  said('c', 3, { supports: 1, groupId: 'g' }),
  said('d', 4, { supports: 9, itemId: 'p2' }),
  said('e', 5, { itemId: 'gone' }),
  said('f', 6, { itemId: null, sorting: { ...sorting, personId: 'yann', name: 'Yann Le Goff' } }),
  said('g', 7, { sorting: { ...sorting, withdrawn: true } }),
  said('h', 8, { sorting: { ...sorting, hidden: 'Nomme quelqu’un.' } }),
];
const groups = [{ id: 'g', heading: 'Les horaires' }];
const parts: DrawerParts = {
  ...{ tab: 'p1', itemIds: new Set(['p1', 'p2']), filter: NO_DRAWER_FILTER, order: 'support' },
  ...{ layout: layoutOf(all), takenOver: new Set(), notTakenFirst: true },
};
const lines = (over: Partial<DrawerParts> = {}): string[] =>
  drawerList(all, groups, { ...parts, ...over }).entries.map((entry) =>
    entry.is === 'one' ? entry.contribution.id : entry.members.map(({ id }) => id).join('+'),
  );

describe('the contributions beside a synthesis', () => {
  it('are those of the point, most supported first, a group together, without what is gone', () => {
    expect(lines()).toEqual(['b+c', 'a']);
    expect(lines({ order: 'time' })).toEqual(['c+b', 'a']);
  });
  it('put those taken over last when asked, a group once all of it is', () => {
    expect(lines({ takenOver: new Set(['b']) })).toEqual(['b+c', 'a']);
    expect(lines({ takenOver: new Set(['b', 'c']) })).toEqual(['a', 'b+c']);
    expect(lines({ takenOver: new Set(['b', 'c']), notTakenFirst: false })).toEqual(['b+c', 'a']);
  });
  it('fill a list that has none yet, where they would else wait to be shown', () => {
    const before = { newestSeq: 3, supports: new Map<string, number>() };
    expect(drawerList(all, groups, { ...parts, tab: 'p2', layout: before })).toMatchObject({
      ...{ count: 1, freshCount: 0 },
    });
    expect(lines({ tab: 'p2', layout: before })).toEqual(['d']);
  });
  it('keep those whose point is gone with those of no point', () => {
    expect(lines({ tab: NONE })).toEqual(['f', 'e']);
    expect(lines({ tab: ALL })).toEqual(['d', 'b+c', 'a', 'f', 'e']);
  });
  it('are filtered by question, kind, person, group and what is not taken over', () => {
    const only = (filter: Partial<DrawerParts['filter']>, over: Partial<DrawerParts> = {}): string[] =>
      lines({ tab: ALL, filter: { ...NO_DRAWER_FILTER, ...filter }, ...over });
    expect(only({ questionId: 'q1' })).toEqual(['a']);
    expect(only({ kind: 'proposal' })).toEqual(['a']);
    expect(only({ kind: '' })).toEqual(['d', 'b+c', 'f', 'e']);
    expect(only({ personId: 'yann' })).toEqual(['f']);
    expect(only({ personId: '' })).toEqual(['d', 'b+c', 'a', 'e']);
    expect(only({ groupId: 'g' })).toEqual(['b+c']);
    expect(only({ groupId: '' })).toEqual(['d', 'a', 'f', 'e']);
    expect(only({ notTaken: true }, { takenOver: new Set(['b', 'd', 'f']) })).toEqual(['a', 'c', 'e']);
  });
  it('wait when they came after the list was laid out', () => {
    const list = drawerList(all, groups, { ...parts, layout: { newestSeq: 2, supports: new Map() } });
    expect([list.count, list.freshCount]).toEqual([2, 1]);
  });
});

it('how many are left of each point', () => {
  const left = leftByTab(all.slice(0, 6), parts.itemIds, new Set(['a']));
  expect(Object.fromEntries(left)).toEqual({ p1: 2, p2: 1, [NONE]: 2 });
});

it('whose words they are', () => {
  expect(peopleIn([...all, ...all])).toEqual([{ personId: 'yann', name: 'Yann Le Goff' }]);
});
