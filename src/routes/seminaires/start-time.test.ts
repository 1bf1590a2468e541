import { describe, expect, it } from 'vitest';
import { startOf, timeFieldOf } from './start-time.ts';

const PARIS = 'Europe/Paris';
const iso = (day: string, time: string, zone = PARIS): string | null => {
  const start = startOf(day, time, zone);
  return start === null ? null : new Date(start).toISOString();
};

describe('the start of a sitting', () => {
  it('is the moment the clocks of the zone show', () => {
    expect(iso('2026-11-26', '09:30')).toBe('2026-11-26T08:30:00.000Z');
    expect(iso('2026-07-01', '09:30')).toBe('2026-07-01T07:30:00.000Z');
    expect(iso('2026-11-26', '09:30', 'Indian/Reunion')).toBe('2026-11-26T05:30:00.000Z');
  });
  it('holds on the nights the hour changes', () => {
    expect(iso('2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(iso('2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(iso('2026-10-25', '03:30')).toBe('2026-10-25T02:30:00.000Z');
  });
  it('is none without a day or a time', () => {
    expect(iso('', '09:30')).toBeNull();
    expect(iso('2026-11-26', '')).toBeNull();
    expect(iso('2026-11-26', '25:00')).toBeNull();
  });
  it('comes back into the field as it was written', () => {
    for (const time of ['00:00', '09:05', '23:59']) {
      expect(timeFieldOf(startOf('2026-11-26', time, PARIS), PARIS)).toBe(time);
    }
    expect(timeFieldOf(null, PARIS)).toBe('');
  });
});
