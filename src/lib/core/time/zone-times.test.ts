import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, timeOfDayIn } from './zone-times.ts';

const PARIS = 'Europe/Paris';
const iso = (day: string, time: string, zone = PARIS): string | null => {
  const moment = instantOf(day, time, zone);
  return moment === null ? null : new Date(moment).toISOString();
};

describe('the moment that clocks in a zone show a day and time', () => {
  it.each([
    ['2026-11-26', '09:30', PARIS, '2026-11-26T08:30:00.000Z'],
    ['2026-07-01', '09:30', PARIS, '2026-07-01T07:30:00.000Z'],
    ['2026-11-26', '09:30', 'Indian/Reunion', '2026-11-26T05:30:00.000Z'],
    ['2026-11-26', '00:00', 'Pacific/Noumea', '2026-11-25T13:00:00.000Z'],
    ['2026-03-29', '01:59', PARIS, '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '03:00', PARIS, '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '03:30', PARIS, '2026-10-25T02:30:00.000Z'],
  ])('%s %s in %s', (day, time, zone, moment) => {
    expect(iso(day, time, zone)).toBe(moment);
  });

  it('is none where day or time is none', () => {
    for (const [day, time] of [
      ['', '09:30'],
      ['2026-02-31', '09:30'],
      ['2026-11-26', '24:00'],
      ['2026-11-26', '9:30'],
    ] as const)
      expect(iso(day, time)).toBeNull();
  });

  it('comes back as it was, but in the hour that a night skips', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    const zone = fc.constantFrom(
      PARIS,
      'America/Guadeloupe',
      'Indian/Reunion',
      'Pacific/Noumea',
      'Europe/London',
    );
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 4, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        zone,
        (date, h, m, in_) => {
          const time = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
          const moment = instantOf(date.toISOString().slice(0, 10), time, in_);
          expect(moment === null ? null : timeOfDayIn(moment, in_)).toBe(time);
        },
      ),
    );
  });
});
