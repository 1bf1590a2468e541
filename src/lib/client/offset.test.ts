import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import type { Sample } from './offset.ts';
import {
  hasJumped,
  isOneClock,
  offsetFrom,
  SAMPLES_ENOUGH,
  SAMPLES_KEPT,
  shownAt,
  steady,
  steered,
  withSample,
} from './offset.ts';

const HOUR = 3_600_000;

/** Probes over a path whose ways there and back take the given times; server time is monotonic + offset. */
const probes = (offset: number, ways: readonly (readonly [there: number, back: number])[]): Sample[] =>
  ways.map(([there, back], index) => {
    const sentAt = 1_000 + index * 300;
    return { sentAt, receivedAt: sentAt + there + back, serverAt: instant(sentAt + there + offset) };
  });

const way = fc.tuple(fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 1, max: 4_000 }));

describe('offsetFrom', () => {
  it('knows nothing without samples', () => {
    expect(offsetFrom([])).toBeNull();
  });

  it('is exact on an even path, whichever way and however far the device is wrong', () => {
    for (const offset of [-12 * HOUR, -14 * 60_000, -1, 0, 1, 14 * 60_000, 12 * HOUR]) {
      expect(offsetFrom(probes(offset, Array(SAMPLES_ENOUGH).fill([20, 20])))).toBeCloseTo(offset, -1);
    }
  });

  it('keeps to the quick probes of an uneven path', () => {
    const ways = Array.from({ length: SAMPLES_ENOUGH }, (_, index): [number, number] =>
      index % 8 === 0 ? [12, 10] : [900 + index, 15],
    );
    const found = offsetFrom(probes(12 * HOUR, ways)) ?? Number.NaN;
    expect(Math.abs(found - 12 * HOUR)).toBeLessThan(5);
  });

  it('is never further off than half of the quickest round trip', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -12 * HOUR, max: 12 * HOUR }),
        fc.array(way, { minLength: 1, maxLength: SAMPLES_KEPT }),
        (offset, ways) => {
          const found = offsetFrom(probes(offset, ways)) ?? Number.NaN;
          const quickest = Math.min(...ways.map(([there, back]) => there + back));
          expect(Math.abs(found - offset)).toBeLessThanOrEqual(quickest / 2 + 1);
        },
      ),
    );
  });

  it('takes the quickest way there and the quickest way back from different probes', () => {
    const ways = Array.from({ length: SAMPLES_ENOUGH }, (_, index): [number, number] => [
      index === 3 ? 20 : 300,
      index === 9 ? 20 : 300,
    ]);
    expect(Math.abs((offsetFrom(probes(0, ways)) ?? Number.NaN) - 0)).toBeLessThan(1.5);
  });

  it('lets an old probe count for less, since clocks part', () => {
    const old = { sentAt: 0, receivedAt: 10, serverAt: instant(5) };
    const parted = { sentAt: HOUR, receivedAt: HOUR + 10, serverAt: instant(HOUR + 5 + 100) };
    expect(isOneClock([old, parted])).toBe(true);
    expect(offsetFrom([old, parted])).toBeCloseTo(100, -1);
  });

  it('sees that the server’s clock was set', () => {
    const before = { sentAt: 0, receivedAt: 10, serverAt: instant(5) };
    const after = { sentAt: 5_000, receivedAt: 5_010, serverAt: instant(65_005) };
    expect(isOneClock([before, after])).toBe(false);
  });

  it('forgets the oldest samples', () => {
    const all = probes(0, Array(SAMPLES_KEPT + 10).fill([5, 5]));
    const kept = all.reduce<readonly Sample[]>(withSample, []);
    expect(kept).toHaveLength(SAMPLES_KEPT);
    expect(kept[0]).toBe(all[10]);
  });
});

describe('steered', () => {
  it('never lets the shown time go back for a better estimate, and reaches the truth', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -14_000, max: 14_000 }), fc.integer({ min: 1, max: 5_000 })), {
          minLength: 1,
          maxLength: 12,
        }),
        (estimates) => {
          let monotonic = 0;
          let steering = steady(0, monotonic);
          let offset = 0;
          let shown = shownAt(steering, monotonic);
          const look = (at: number): void => {
            const next = shownAt(steering, at);
            expect(next).toBeGreaterThanOrEqual(shown);
            shown = next;
            monotonic = at;
          };
          for (const [error, later] of estimates) {
            offset = error;
            steering = steered(steering, offset, monotonic);
            look(monotonic);
            look(monotonic + later / 2);
            look(monotonic + later / 2);
          }
          look(monotonic + 120_000);
          expect(shown).toBe(monotonic + offset);
        },
      ),
    );
  });

  it('goes forward at once after a sleep, and back at once only when hopelessly wrong', () => {
    const awake = steered(steady(0, 0), 40 * 60_000, 0);
    expect(shownAt(awake, 0)).toBe(40 * 60_000);
    const wrong = steered(steady(12 * HOUR, 0), 0, 0);
    expect(shownAt(wrong, 0)).toBe(0);
  });

  it('slows down by half while it is ahead', () => {
    const ahead = steered(steady(1_000, 0), 0, 0);
    expect(shownAt(ahead, 0)).toBe(1_000);
    expect(shownAt(ahead, 1_000)).toBe(1_500);
    expect(shownAt(ahead, 2_000)).toBe(2_000);
    expect(shownAt(ahead, 3_000)).toBe(3_000);
  });
});

describe('hasJumped', () => {
  it('sees a sleep or a set clock, and not the grain of a timer', () => {
    expect(hasJumped(1_000_000, 1_000_040)).toBe(false);
    expect(hasJumped(1_000_000, 1_600_000)).toBe(true);
    expect(hasJumped(1_000_000, 1_000_000 - HOUR)).toBe(true);
  });
});
