/** Fresh ids, codes and tokens from the system's randomness. */
import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from './seminars/surroundings.port.ts';

/** No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: what is read aloud or from the back of a room is not mistaken. */
const CODE_ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
const CODE_LENGTH = 8;

export const systemIds: Ids = {
  newId: () => randomBytes(16).toString('base64url'),
  newCode: () =>
    Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join(''),
  newToken: () => randomBytes(32).toString('base64url'),
  newPairingNumber: () => String(randomInt(1_000_000)).padStart(6, '0'),
};
