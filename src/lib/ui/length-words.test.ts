import { describe, expect, it, test } from 'vitest';
import { duration } from '#core/time/instant.ts';
import clock from '#i18n/fr/clock.ts';
import { partWords, remainingWords, spokenRemaining } from './length-words.ts';

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

test.each([
  [12 * 60, '12 min', 'Temps restant : 12 minutes'],
  [113, '1 min 53', 'Temps restant : 1 minute 53 secondes'],
  [60, '1 min', 'Temps restant : 1 minute'],
  [53, '53 s', 'Temps restant : 53 secondes'],
  [0, '0 min', 'temps écoulé'],
  [-3 * 60, '+3 min', 'Temps dépassé de 3 minutes'],
])('[RU62] %i s left read %j, and are said as %j', (seconds, read, spoken) => {
  expect(remainingWords(duration(seconds * 1000), clock).replaceAll('\u00a0', ' ')).toBe(read);
  expect(spokenRemaining(duration(seconds * 1000), clock).replaceAll('\u00a0', ' ')).toBe(spoken);
});
