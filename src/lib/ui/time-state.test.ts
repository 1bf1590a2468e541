import { describe, expect, it } from 'vitest';
import { duration } from '#core/time/instant.ts';
import { timeStateOf } from './time-state.ts';

const minutes = (count: number) => duration(count * 60_000);

describe('how the time left is shown', () => {
  it('is calm until the last five minutes of an hour', () => {
    expect(timeStateOf(minutes(6), minutes(60))).toBe('calm');
    expect(timeStateOf(minutes(5), minutes(60))).toBe('soon');
  });
  it('is soon in the last sixth of a short point', () => {
    expect(timeStateOf(minutes(3), minutes(12))).toBe('calm');
    expect(timeStateOf(minutes(2), minutes(12))).toBe('soon');
  });
  it('is over once nothing is left', () => {
    expect(timeStateOf(minutes(0), minutes(30))).toBe('over');
    expect(timeStateOf(minutes(-4), minutes(30))).toBe('over');
  });
});
