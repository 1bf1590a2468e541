import { describe, expect, it } from 'vitest';
import { drawerOrder } from './drawer-order.ts';

const said = (id: string, seq: number, supports: number, itemId: string | null = 'p1') => ({
  id,
  seq,
  supports,
  itemId,
});
const all = [
  said('a', 1, 2),
  said('b', 2, 5),
  said('c', 3, 2),
  said('d', 4, 9, 'p2'),
  said('e', 5, 1, 'gone'),
  said('f', 6, 0, null),
];
const itemIds = new Set(['p1', 'p2']);
const ids = (itemId: string | null, taken: string[] = [], notTakenOverFirst = true) =>
  drawerOrder(all, { itemId, itemIds, takenOver: new Set(taken), notTakenOverFirst }).map(({ id }) => id);

describe('the contributions beside a synthesis', () => {
  it('are those of the point, most supported first', () => {
    expect(ids('p1')).toEqual(['b', 'a', 'c']);
  });
  it('put those taken over last when asked', () => {
    expect(ids('p1', ['b'])).toEqual(['a', 'c', 'b']);
    expect(ids('p1', ['b'], false)).toEqual(['b', 'a', 'c']);
  });
  it('keep those whose point is gone with those of no point', () => {
    expect(ids(null)).toEqual(['e', 'f']);
  });
});
