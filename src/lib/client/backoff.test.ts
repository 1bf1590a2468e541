import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapDelay, promptedDelay, reconnectDelay, retryDelay } from './backoff.ts';

/** Evenly spaced numbers in [0, 1), as many draws would be. */
const DRAWS = Array.from({ length: 10_000 }, (_, index) => index / 10_000);

describe('retryDelay', () => {
  it('doubles up to a bound, spread around it', () => {
    expect(retryDelay(1, 0.5)).toBe(800);
    expect(retryDelay(2, 0.5)).toBe(1_600);
    expect(retryDelay(50, 0.5)).toBe(10_000);
    expect(retryDelay(1, 0)).toBe(400);
    expect(retryDelay(50, 0.999)).toBeLessThan(15_000);
  });
});

describe('reconnectDelay', () => {
  it('is a whole number of milliseconds from 0.2 s to 5 s', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
        const delay = reconnectDelay(random);
        return Number.isInteger(delay) && delay >= 200 && delay <= 5_000;
      }),
    );
    expect([reconnectDelay(0), reconnectDelay(1 - Number.EPSILON)]).toEqual([200, 5_000]);
  });

  it('spreads a room evenly: each tenth of the time gets a tenth of the devices', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const draw of DRAWS) {
      const tenth = Math.min(9, Math.floor((reconnectDelay(draw) - 200) / 480));
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // A millisecond at each edge is rounded to the one side or the other.
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThanOrEqual(3);
  });
});

describe('promptedDelay', () => {
  it('is sooner, and spread too', () => {
    expect([promptedDelay(0), promptedDelay(0.5), promptedDelay(1 - Number.EPSILON)]).toEqual([
      200, 850, 1_500,
    ]);
    expect(new Set(DRAWS.map(promptedDelay)).size).toBe(1_301);
  });
});

describe('gapDelay', () => {
  it('is too short to be noticed, and a room of 300 never asks as one', () => {
    expect([gapDelay(0), gapDelay(0.5), gapDelay(1 - Number.EPSILON)]).toEqual([0, 200, 400]);
    const asking = new Map<number, number>();
    for (let phone = 0; phone < 300; phone += 1) {
      const delay = gapDelay(phone / 300);
      asking.set(delay, (asking.get(delay) ?? 0) + 1);
    }
    expect(Math.max(...asking.values())).toBe(1);
  });
});
