import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeyedList } from './keyed-list.ts';

/** Keys that meet in one bucket now and then, and more than one chunk of them. */
const key = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map((it) => `k${it}`),
  fc.string({ maxLength: 3 }),
);
const entries = fc.array(fc.tuple(key, fc.nat()), { maxLength: 600 });

describe('a keyed list', () => {
  test('holds what a Map holds, in the same order', () => {
    fc.assert(
      fc.property(entries, key, (all, asked) => {
        const map = new Map<string, number>();
        let list = KeyedList.empty<number>();
        for (const [at, value] of all) {
          map.set(at, value);
          list = list.with(at, value);
        }
        expect(list.size).toBe(map.size);
        expect([...list]).toEqual([...map.values()]);
        expect(list.values()).toEqual([...map.values()]);
        expect([list.has(asked), list.get(asked)]).toEqual([map.has(asked), map.get(asked)]);
        for (const [at, value] of map) expect(list.get(at)).toBe(value);
      }),
      { numRuns: 100 },
    );
  });

  test('leaves the list before a change as it was', () => {
    fc.assert(
      fc.property(entries, key, fc.nat(), (all, at, value) => {
        const before = all.reduce((list, [each, it]) => list.with(each, it), KeyedList.empty<number>());
        const values = before.values();
        const known = before.get(at);
        const after = before.with(at, value);
        expect(after.get(at)).toBe(value);
        expect(before.values()).toEqual(values);
        expect(before.get(at)).toBe(known);
      }),
      { numRuns: 100 },
    );
  });
});
