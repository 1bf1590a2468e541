import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reloadOnceSoon } from './reload-once.ts';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a stale screen loads again within ten seconds, and once', () => {
  const kept = storage();
  const reload = vi.fn();
  reloadOnceSoon(kept, reload);
  vi.advanceTimersByTime(1_999);
  expect(reload).not.toHaveBeenCalled();
  vi.advanceTimersByTime(8_001);
  expect(reload).toHaveBeenCalledTimes(1);
  reloadOnceSoon(kept, reload);
  vi.advanceTimersByTime(60_000);
  expect(reload).toHaveBeenCalledTimes(1);
});

test('called off, it stays', () => {
  const reload = vi.fn();
  reloadOnceSoon(storage(), reload)();
  vi.advanceTimersByTime(60_000);
  expect(reload).not.toHaveBeenCalled();
});
