import { expect, test } from 'vitest';
import { systemIds } from './ids.ts';

test('a join code has 8 characters, none of which looks like another', () => {
  for (let n = 0; n < 1_000; n += 1) expect(systemIds.newCode()).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{8}$/);
});

test('ids carry 128 random bits, tokens 256, both fit an address', () => {
  expect(systemIds.newId()).toMatch(/^[\w-]{22}$/);
  expect(systemIds.newToken()).toMatch(/^[\w-]{43}$/);
  expect(systemIds.newPairingNumber()).toMatch(/^\d{6}$/);
});
