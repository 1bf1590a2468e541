import { describe, expect, it } from 'vitest';
import { duration, instant } from '#core/time/instant.ts';
import { crossedWarning } from './crossed-warning.ts';
import type { WatchedPoint } from './crossed-warning.ts';

const MINUTES = [5, 1, 0];
const point = (seconds: number, at: number, more: Partial<WatchedPoint> = {}): WatchedPoint => ({
  itemId: 'point-un',
  remaining: duration(seconds * 1000),
  allotted: duration(30 * 60_000),
  at: instant(at * 1000),
  ...more,
});

describe('a warning of the time left', () => {
  it('is told when its minute is reached, and only then', () => {
    expect(crossedWarning(point(301, 0), point(300, 1), MINUTES)).toBe(5);
    expect(crossedWarning(point(300, 1), point(299, 2), MINUTES)).toBeNull();
    expect(crossedWarning(point(61, 0), point(60, 1), MINUTES)).toBe(1);
    expect(crossedWarning(point(1, 0), point(0, 1), MINUTES)).toBe(0);
    expect(crossedWarning(point(0, 1), point(-1, 2), MINUTES)).toBeNull();
  });
  it('is not told to a page that opens, nor without a point', () => {
    expect(crossedWarning(null, point(299, 0), MINUTES)).toBeNull();
    expect(crossedWarning(point(301, 0), null, MINUTES)).toBeNull();
  });
  it('is not told for another point or for minutes that someone took', () => {
    expect(crossedWarning(point(301, 0), point(300, 1, { itemId: 'point-deux' }), MINUTES)).toBeNull();
    const shorter = point(200, 1, { allotted: duration(25 * 60_000) });
    expect(crossedWarning(point(500, 0), shorter, MINUTES)).toBeNull();
  });
  it('is not told after a jump in time, forwards or back', () => {
    expect(crossedWarning(point(4000, 0), point(299, 3701), MINUTES)).toBeNull();
    expect(crossedWarning(point(301, 5), point(300, 4), MINUTES)).toBeNull();
  });
  it('is told late by a page that slept for a minute, the last one of several', () => {
    expect(crossedWarning(point(310, 0), point(250, 60), MINUTES)).toBe(5);
    expect(crossedWarning(point(61, 0), point(0, 61), MINUTES)).toBe(0);
  });
  it('has no meaning for a point that is as short', () => {
    const short = { allotted: duration(5 * 60_000) };
    expect(crossedWarning(point(300.5, 0, short), point(299.5, 1, short), MINUTES)).toBeNull();
  });
  it('is not told while the clock is suspended', () => {
    expect(crossedWarning(point(301, 0), point(301, 1), MINUTES)).toBeNull();
  });
});
