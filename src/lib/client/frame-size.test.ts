import { describe, expect, it } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { fitsOneFrame } from './frame-size.ts';

describe('fitsOneFrame', () => {
  it('lets through what the server takes in', () => {
    expect(fitsOneFrame({ text: 'Les transports manquent le mercredi.' })).toBe(true);
    expect(fitsOneFrame({ text: 'a'.repeat(LIMITS.commandBytes - 512) })).toBe(true);
  });

  it('refuses what would cut the connection', () => {
    expect(fitsOneFrame({ text: 'a'.repeat(LIMITS.commandBytes) })).toBe(false);
  });

  it('counts bytes, not letters', () => {
    expect(fitsOneFrame({ text: 'é'.repeat(LIMITS.commandBytes / 2) })).toBe(false);
  });
});
