import { describe, expect, it } from 'vitest';
import { retryDelay } from './backoff.ts';

describe('retryDelay', () => {
  it('doubles up to a bound, spread around it', () => {
    expect(retryDelay(1, 0.5)).toBe(800);
    expect(retryDelay(2, 0.5)).toBe(1_600);
    expect(retryDelay(50, 0.5)).toBe(10_000);
    expect(retryDelay(1, 0)).toBe(400);
    expect(retryDelay(50, 0.999)).toBeLessThan(15_000);
  });
});
