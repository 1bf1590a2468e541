import { expect, test } from 'vitest';
import { rereadingIn, rereadQuery } from './reread-address.ts';

test('the address says as whom the actes are reread, and reads back', () => {
  for (const as of [
    { role: 'reader', personId: 'someone1' },
    { role: 'valideur', personId: null },
  ] as const)
    expect(rereadingIn(new URLSearchParams(rereadQuery(as)))).toEqual(as);
});

test('an address that says nothing, or nothing known, is nobody', () => {
  expect(rereadingIn(new URLSearchParams(''))).toBeNull();
  expect(rereadingIn(new URLSearchParams('relire=roi'))).toBeNull();
});
