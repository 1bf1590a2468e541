import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duration, instant } from '#core/time/instant.ts';
import { laidFrom, latestStart } from './laid-from.ts';
import { coveredBetween, mergedStretches } from './stretches.ts';

const stretch = (from: number, to: number) => ({ from: instant(from), to: instant(to) });
const laid = (start: number, length: number, ...stretches: readonly [number, number][]) => {
  const around = mergedStretches(stretches.map(([from, to]) => stretch(from, to)));
  const { start: begun, end } = laidFrom(instant(start), duration(length), around);
  return [begun, end];
};

describe('a length laid around stretches', () => {
  test.each([
    ['before one', laid(0, 10, [10, 20]), [0, 10]],
    ['after one', laid(20, 10, [10, 20]), [20, 30]],
    ['over one: it goes on after it', laid(5, 10, [10, 20]), [5, 25]],
    ['starting in one: at its end', laid(12, 10, [10, 20]), [20, 30]],
    ['starting with one: at its end', laid(10, 10, [10, 20]), [20, 30]],
    ['over two', laid(0, 30, [10, 20], [30, 40]), [0, 50]],
    ['starting in one of two that touch', laid(12, 10, [10, 20], [20, 40]), [40, 50]],
    ['starting in one of two that overlap', laid(12, 10, [10, 30], [20, 40]), [40, 50]],
    ['of no length, in one', laid(12, 0, [10, 20]), [20, 20]],
    ['of no length, before one', laid(9, 0, [10, 20]), [9, 9]],
    ['ending where one begins', laid(8, 2, [10, 20]), [8, 10]],
  ])('[RU70] %s', (_, seen, expected) => {
    expect(seen).toEqual(expected);
  });

  const stretches = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 40 }))
      .map(([from, length]) => stretch(from, from + length)),
    { maxLength: 8 },
  );

  test('[RU70] none of it lies in a stretch, and nothing of it is lost', () => {
    fc.assert(
      fc.property(
        stretches,
        fc.integer({ min: -20, max: 220 }),
        fc.integer({ min: 0, max: 120 }),
        (list, start, length) => {
          const around = mergedStretches(list);
          const times = laidFrom(instant(start), duration(length), around);
          const inside = around.some(({ from, to }) => from <= times.start && times.start < to);
          expect(inside).toBe(false);
          expect(times.start).toBeGreaterThanOrEqual(start);
          const worked = times.end - times.start - coveredBetween(times.start, times.end, around);
          expect(worked).toBe(length);
          expect(around.some(({ from, to }) => from < times.end && times.end < to)).toBe(false);
        },
      ),
    );
  });

  test('[RU90] the latest start leaves the whole length before the end, and one moment later does not', () => {
    fc.assert(
      fc.property(
        stretches,
        fc.integer({ min: 0, max: 220 }),
        fc.integer({ min: 1, max: 120 }),
        (list, end, length) => {
          const around = mergedStretches(list);
          const start = latestStart(instant(end), duration(length), around);
          expect(laidFrom(start, duration(length), around).end).toBeLessThanOrEqual(end);
          expect(laidFrom(instant(start + 1), duration(length), around).end).toBeGreaterThan(end);
        },
      ),
    );
  });
});
