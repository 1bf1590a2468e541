import { describe, expect, it } from 'vitest';
import { retryMayHelp } from './way-out.ts';

describe('trying again', () => {
  it('may help when the server or the network is at fault', () => {
    for (const code of [
      'network',
      'protocol/unavailable',
      'protocol/too-many',
      'protocol/stale-client',
    ] as const) {
      expect(retryMayHelp(code)).toBe(true);
    }
  });
  it('cannot help without access, with a wrong link or an unknown address', () => {
    for (const code of [
      'access/no-session',
      'access/forbidden',
      'access/unknown-link',
      'seminar/unknown',
    ] as const) {
      expect(retryMayHelp(code)).toBe(false);
    }
  });
});
