import { expect, test } from 'vitest';
import { remoteKey } from './remote-keys.ts';

const pressed = (key: string, more: Partial<KeyboardEvent> = {}) =>
  remoteKey({
    ...{ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
    ...{ repeat: false, defaultPrevented: false },
    ...more,
  });

test.each([
  ['ArrowLeft', 'previous'],
  ['PageUp', 'previous'],
  ['ArrowRight', 'next'],
  ['PageDown', 'next'],
  [' ', 'next'],
  ['Escape', 'put-away'],
  ['a', null],
])('%j: %s', (key, asks) => {
  expect(pressed(key)).toBe(asks);
});

test('held down, taken already, or part of another combination it asks nothing', () => {
  for (const more of ['repeat', 'defaultPrevented', 'altKey', 'ctrlKey', 'metaKey', 'shiftKey'])
    expect(pressed('ArrowRight', { [more]: true })).toBeNull();
});
