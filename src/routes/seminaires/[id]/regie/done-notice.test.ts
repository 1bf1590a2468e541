import { describe, expect, it } from 'vitest';
import { fateOf } from './done-notice.ts';

describe('the word on what was just done', () => {
  it('stays while it can be taken back, and goes once it cannot any more', () => {
    expect(fateOf(true, false)).toBe('stays');
    expect(fateOf(true, true)).toBe('stays');
    expect(fateOf(false, true)).toBe('goes');
  });
  it('fades when there is only reading it', () => {
    expect(fateOf(false, false)).toBe('fades');
  });
});
