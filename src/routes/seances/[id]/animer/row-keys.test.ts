import { describe, expect, it } from 'vitest';
import { isEntryKey, keyAction } from './console-keys.ts';
import { ROW_KEYS, rowAction } from './row-keys.ts';

const press = (key: string, more: Partial<Parameters<typeof keyAction>[0]> = {}) => ({
  ...{ key, altKey: false, ctrlKey: false, metaKey: false, repeat: false, defaultPrevented: false },
  ...more,
});

describe('the keys of a contribution', () => {
  it('are those that the menu shows, in either case', () => {
    for (const [action, key] of Object.entries(ROW_KEYS)) {
      expect(rowAction(press(key))).toBe(action);
      expect(rowAction(press(key.toLowerCase()))).toBe(action);
    }
    expect(rowAction(press('É'))).toBe('pin');
  });
  it('are not keys of the console', () => {
    const keys = [...Object.values(ROW_KEYS), 'é', 'Enter', 'ArrowDown', 'ArrowUp', 'Home', 'End'];
    const ofConsole = (key: string): boolean => keyAction(press(key)) !== null || isEntryKey(press(key));
    expect(keys.flatMap((key) => [key, key.toLowerCase()]).filter(ofConsole)).toEqual([]);
  });
  it('walk on while held down, and act once', () => {
    expect(rowAction(press('ArrowDown', { repeat: true }))).toBe('next-row');
    expect(rowAction(press('p', { repeat: true }))).toBeNull();
  });
  it('leave combinations to the browser', () => {
    expect(rowAction(press('p', { ctrlKey: true }))).toBeNull();
  });
});
