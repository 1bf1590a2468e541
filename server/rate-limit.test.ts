import { expect, test } from 'vitest';
import { settableClock } from '../tests/support/surroundings.ts';
import { createRateLimit } from './rate-limit.ts';

test('a bucket gives so many at once, and fills again with time', () => {
  const clock = settableClock();
  const limit = createRateLimit(clock, 3, 60);
  expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([true, true, true, false]);
  expect(limit.take('b')).toBe(true);
  clock.advance(1000);
  expect([limit.take('a'), limit.take('a')]).toEqual([true, false]);
  clock.advance(3_600_000);
  expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([true, true, true, false]);
});

test('looking takes nothing', () => {
  const limit = createRateLimit(settableClock(), 1, 1);
  expect([limit.has('a'), limit.has('a'), limit.take('a'), limit.has('a')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
