import { describe, expect, it } from 'vitest';
import { clockAfter, findClocks, hourAndMinute, takeClock } from './clock-times.ts';

const told = (text: string): string[] =>
  findClocks(text).map(({ begins, ends }) =>
    ends === null ? hourAndMinute(begins) : `${hourAndMinute(begins)}-${hourAndMinute(ends)}`,
  );

describe('[IM27] times of day', () => {
  it.each([
    ['9h00 – 10h30', '09:00-10:30'],
    ['14H30/16H30', '14:30-16:30'],
    ['9:00 - 10:00', '09:00-10:00'],
    ['de 9h à 10h', '09:00-10:00'],
    ['8:00 to 8:25', '08:00-08:25'],
    ['9h-10h', '09:00-10:00'],
    ['9 h 00 à 10 h 30', '09:00-10:30'],
    ['9.00am–10.30am', '09:00-10:30'],
    ['9.00 – 10.30', '09:00-10:30'],
    ['9-10h', '09:00-10:00'],
    ['9 to 10 am', '09:00-10:00'],
    ['11-1pm', '11:00-13:00'],
    ['from 2 to 3:30 pm', '14:00-15:30'],
    ['12:30-1:30', '12:30-13:30'],
    ['entre 9h et 10h', '09:00-10:00'],
    ['9 heures - 10 heures', '09:00-10:00'],
    ['de 11h à midi', '11:00-12:00'],
    ['22h – 1h', '22:00-01:00'],
    ['2:30 pm', '14:30'],
    ['12 noon', '12:00'],
    ['12 am', '00:00'],
    ['à partir de 9h', '09:00'],
    ['9h30', '09:30'],
    ['9:05', '09:05'],
  ])('%s', (text, clock) => {
    expect(told(text)).toEqual([clock]);
    expect(takeClock(text)?.rest).toBe('');
  });

  it.each([
    ['1h30'],
    ['2h – 3h'],
    ['26.11.2026'],
    ['10.11-12.11'],
    ['1.1 Bilan'],
    ['3,5 h'],
    ['Après-midi'],
    ['9 - 12 personnes'],
    ['25h'],
    ['9:75'],
    ['13 pm'],
  ])('none in « %s »', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('[IM28] a time of day set apart leaves the line', () => {
  it.each([
    ['9h30 Bilan', 'Bilan'],
    ['9h – 10h : Bilan', 'Bilan'],
    ['Bilan (9h-9h30)', 'Bilan'],
    ['Bilan de 9h à 9h30', 'Bilan'],
    ['Bilan – 9h', 'Bilan'],
    ['Horaire : 9h – 10h', ''],
    ['Bilan\t9h\tMme Roy', 'Bilan\tMme Roy'],
  ])('%s', (text, rest) => {
    expect(takeClock(text)?.rest.replaceAll('\t', ' ')).toBe(rest.replaceAll('\t', ' '));
  });

  it.each([['Bilan à 9h30'], ['Un débat vers 9h30 avec tous'], ['Rendez-vous entre 9h et 10h dans le hall']])(
    'one that is part of a sentence stays: %s',
    (text) => {
      expect(takeClock(text)).toBeNull();
    },
  );
});

describe('[IM29] hours from 1 to 11 without am or pm', () => {
  it('are of the afternoon when time would go back', () => {
    const half = { begins: 90, ends: 150, mayBeAfternoon: true };
    expect(clockAfter(half, 750)).toEqual({ begins: 810, ends: 870 });
    expect(clockAfter(half, 60)).toEqual({ begins: 90, ends: 150 });
    expect(clockAfter({ ...half, mayBeAfternoon: false }, 750)).toEqual({ begins: 90, ends: 150 });
  });
});
