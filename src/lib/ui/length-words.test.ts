import { describe, expect, it } from 'vitest';
import { duration } from '#core/time/instant.ts';
import clock from '#i18n/fr/clock.ts';
import { partWords } from './length-words.ts';

const said = (left: number, whole: number): string => {
  const part = partWords(duration(left * 60_000), duration(whole * 60_000), clock);
  return `${part.left} sur ${part.of}`.replaceAll('\u00a0', ' ');
};

describe('a part of a length', () => {
  it('is told in minutes below the hour, begun ones left out', () => {
    expect(said(15, 30)).toBe('15 min sur 30');
    expect(said(24.9, 30)).toBe('24 min sur 30');
    expect(said(-3, 30)).toBe('0 min sur 30');
  });
  it('is told as people write lengths from an hour on', () => {
    expect(said(70, 90)).toBe('1 h 10 sur 1 h 30');
  });
});
