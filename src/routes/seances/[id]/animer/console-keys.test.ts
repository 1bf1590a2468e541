import { describe, expect, it } from 'vitest';
import { isEntryKey, keyAction } from './console-keys.ts';

const press = (key: string, more: Partial<Parameters<typeof keyAction>[0]> = {}) =>
  keyAction({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    repeat: false,
    defaultPrevented: false,
    ...more,
  });

describe('the keys of the console', () => {
  it('go on, suspend, shorten and extend', () => {
    expect(['ArrowRight', ' ', '-', '+'].map((key) => press(key))).toEqual([
      'next',
      'toggle',
      'shorten',
      'extend',
    ]);
  });
  it('do nothing while held down, so that no point is skipped', () => {
    expect(press('ArrowRight', { repeat: true })).toBeNull();
  });
  it('leave combinations to the browser', () => {
    expect(press('+', { ctrlKey: true })).toBeNull();
    expect(press('ArrowRight', { altKey: true })).toBeNull();
  });
  it('leave other keys alone', () => {
    expect(press('a')).toBeNull();
  });
  it('ask to enter what is said, once', () => {
    const key = {
      key: 's',
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      repeat: false,
      defaultPrevented: false,
    };
    expect([key, { ...key, key: 'S' }].map(isEntryKey)).toEqual([true, true]);
    expect(
      [
        { ...key, repeat: true },
        { ...key, ctrlKey: true },
      ].map(isEntryKey),
    ).toEqual([false, false]);
  });
});
