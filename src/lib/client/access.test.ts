import { describe, expect, it } from 'vitest';
import { accessIn } from './access.ts';

describe('accessIn', () => {
  it('reads the id and the secret of a link', () => {
    const secret = 'a'.repeat(43);
    expect(accessIn(`#acces=link-0001.${secret}`)).toEqual({ accessId: 'link-0001', secret });
  });

  it('takes nothing else for a link', () => {
    for (const fragment of [
      '',
      '#',
      '#ABCD2345',
      '#acces=',
      '#acces=short.secret',
      `#acces=link-0001.${'a'.repeat(80)}`,
    ]) {
      expect(accessIn(fragment)).toBeNull();
    }
  });
});
