import { describe, expect, it } from 'vitest';
import { duration } from '#core/time/instant.ts';
import fr from '#i18n/fr.ts';
import { driftStateOf, driftWords } from './drift.ts';

const minutes = (count: number) => duration(count * 60_000);

describe('how late a sitting will end', () => {
  it('is on time within a minute', () => {
    expect(driftStateOf(minutes(0.9))).toBe('on-time');
    expect(driftStateOf(minutes(-0.9))).toBe('on-time');
    expect(driftWords(minutes(0.9), fr.clock)).toBe(fr.clock.onTime);
  });
  it('counts whole minutes late', () => {
    expect(driftStateOf(minutes(4.9))).toBe('a-little-late');
    expect(driftStateOf(minutes(5))).toBe('late');
    expect(driftWords(minutes(10.7), fr.clock)).toBe('retard 10\u00a0min');
  });
  it('counts whole minutes early', () => {
    expect(driftStateOf(minutes(-6))).toBe('early');
    expect(driftWords(minutes(-6.5), fr.clock)).toBe('avance 6\u00a0min');
  });
  it('says an hour and more in hours, and a half hour in minutes', () => {
    expect(driftWords(minutes(87), fr.clock)).toBe('retard 1\u00a0h\u00a027');
    expect(driftWords(minutes(30), fr.clock)).toBe('retard 30\u00a0min');
  });
});
