import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import { silenceLeft } from './silence-left.ts';

const silence = { openedAt: instant(1_800), endsAt: instant(301_800) };

describe('what is left of a silent writing', () => {
  it('is never more than the whole of it', () => {
    expect(silenceLeft(silence, instant(1_000))).toBe(300_000);
    expect(silenceLeft(silence, instant(1_800))).toBe(300_000);
  });
  it('goes down, and below nothing', () => {
    expect(silenceLeft(silence, instant(61_800))).toBe(240_000);
    expect(silenceLeft(silence, instant(311_800))).toBe(-10_000);
  });
});
