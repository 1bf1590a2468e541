import { describe, expect, it } from 'vitest';
import { layoutOf, phoneList, withOlder } from './phone-list.ts';
import type { Choice, Row } from './phone-list.ts';

const one = (id: string, seq: number, supports: number, groupId: string | null = null, itemId = 'point') => ({
  ...{ id, seq, supports, groupId, itemId },
});
type One = ReturnType<typeof one>;
const choice: Choice = { order: 'support', itemId: null, allLoaded: true, isOwn: () => false };
const said = (rows: readonly Row<One>[]) =>
  rows.map(({ id, contribution }) => (contribution ? id : `(${id})`)).join(' ');
const first = [one('c', 3, 0), one('b', 2, 5), one('a', 1, 2)];
const layout = layoutOf(first, []);
const shown = (contributions: readonly One[], other: Partial<Choice> = {}) =>
  phoneList(contributions, [], layout, { ...choice, ...other });
const rows = (contributions: readonly One[], other: Partial<Choice> = {}) =>
  said(shown(contributions, other).sections.flatMap((section) => section.rows));

describe('the contributions a phone shows', () => {
  it('orders by support, then newest first', () => {
    expect(rows(first)).toBe('b a c');
    expect(rows(first, { order: 'time' })).toBe('c b a');
  });
  it('counts what came since and moves nothing', () => {
    const later = [one('e', 5, 9), one('d', 4, 0), one('c', 3, 8), ...first.slice(1)];
    expect(rows(later)).toBe('b a c');
    expect(shown(later).freshCount).toBe(2);
  });
  it('shows one’s own at once, first', () => {
    const later = shown([one('mine', 4, 0), ...first], { isOwn: (id) => id === 'mine' });
    expect(said(later.own)).toBe('mine');
    expect(later.freshCount).toBe(0);
  });
  it('keeps the place of one that is gone', () => {
    expect(rows(first.filter(({ id }) => id !== 'a'))).toBe('b (a) c');
  });
  it('takes nothing for gone that may be on a page to come', () => {
    expect(rows(first.slice(0, 1), { allLoaded: false })).toBe('b a c');
    expect(rows([one('d', 4, 0)], { allLoaded: false })).toBe('b a c');
  });
  it('counts as new what comes back between others, and takes older pages in', () => {
    const back = [one('c', 3, 0), one('b', 2, 5)];
    const without = layoutOf([one('c', 3, 0), one('a', 1, 2)], []);
    expect(withOlder(without, back)).toBe(without);
    expect(phoneList(back, [], without, choice).freshCount).toBe(1);
    const more = [...first, one('z', 0, 3)];
    const grown = withOlder(layout, more);
    const { sections, freshCount } = phoneList(more, [], grown, choice);
    expect(said(sections.flatMap((section) => section.rows))).toBe('b z a c');
    expect(freshCount).toBe(0);
  });
  it('keeps to one point, and one that was moved in its place', () => {
    const elsewhere = [...first, one('x', 0, 9, null, 'other')];
    const all = layoutOf(elsewhere, []);
    const moved = elsewhere.map((it) => (it.id === 'b' ? { ...it, itemId: 'other' } : it));
    const { sections } = phoneList(moved, [], all, { ...choice, itemId: 'point' });
    expect(said(sections.flatMap((section) => section.rows))).toBe('b a c');
  });

  describe('in groups', () => {
    const groups = [
      { id: 'buses', heading: 'Transports' },
      { id: 'hours', heading: 'Horaires' },
    ];
    const sorted = [
      one('d', 4, 1, 'hours'),
      one('c', 3, 0, 'buses'),
      one('b', 2, 5),
      one('a', 1, 2, 'buses'),
    ];
    it('puts the most supported group first and the ungrouped last', () => {
      const { sections } = phoneList(sorted, groups, layoutOf(sorted, groups), choice);
      expect(sections.map(({ heading, rows: those }) => `${heading ?? '–'}: ${said(those)}`)).toEqual([
        'Transports: a c',
        'Horaires: d',
        '–: b',
      ]);
    });
    it('moves nothing when they are sorted, says so, and shows a new heading at once', () => {
      const before = layoutOf(sorted, groups);
      const after = sorted.map((it) => (it.id === 'b' ? { ...it, groupId: 'hours' } : it));
      const renamed = [{ id: 'buses', heading: 'Se déplacer' }];
      const { sections, rearranged } = phoneList(after, renamed, before, choice);
      expect(rearranged).toBe(true);
      expect(sections.map(({ heading }) => heading)).toEqual(['Se déplacer', 'Horaires', null]);
      expect(phoneList(sorted, groups, before, choice).rearranged).toBe(false);
    });
  });
});
