import { expect, test } from 'vitest';
import { duration } from '#core/time/instant.ts';
import { warningNow } from './warning-now.ts';

const at = (seconds: number, allottedMinutes = 30) => ({
  remaining: duration(seconds * 1000),
  allotted: duration(allottedMinutes * 60_000),
});

test.each([
  ['before it', 301, null],
  ['on the second', 300, 5],
  ['for twenty seconds', 281, 5],
  ['and no longer', 280, null],
  ['the last minute', 60, 1],
  ['the end', 0, 0],
  ['the end, for twenty seconds', -19, 0],
  ['and no longer', -20, null],
])('%s: %i s left', (_when, seconds, warning) => {
  expect(warningNow(at(seconds), [5, 1, 0])).toBe(warning);
});

test('a point of five minutes begins without a word of five minutes', () => {
  expect(warningNow(at(299, 5), [5, 1, 0])).toBeNull();
  expect(warningNow(at(0, 5), [5, 1, 0])).toBe(0);
});

test('of two that stand together, the one nearer to the end', () => {
  expect(warningNow(at(0, 30), [0.2, 0])).toBe(0);
});

test('nothing is warned of where nothing is set', () => {
  expect(warningNow(at(60), [])).toBeNull();
});
