import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RemainingFigure } from './formats.ts';
import {
  formatDay,
  formatDays,
  formatDuration,
  formatRemaining,
  formatTimeOfDay,
  formatWeekday,
} from './formats.ts';
import { duration, instant, minutes } from './instant.ts';

const MINUTE = 60_000;
const PARIS = 'Europe/Paris';

/** The text with each U+00A0 shown as `_`. */
const shown = (text: string): string => text.replaceAll('\u00a0', '_');

const moment = (iso: string) => instant(Date.parse(iso));

describe('formats of time', () => {
  test.each([
    [0, '0_min'],
    [1, '1_min'],
    [15, '15_min'],
    [30, '½_h'],
    [45, '45_min'],
    [59, '59_min'],
    [60, '1_h'],
    [64, '1_h_04'],
    [90, '1_h_30'],
    [120, '2_h'],
    [180, '3_h'],
    [605, '10_h_05'],
    [1440, '24_h'],
    [-5, '−5_min'],
    [-90, '−1_h_30'],
  ])('[RU60] [RU64] %i minutes read %s', (length, expected) => {
    expect(shown(formatDuration(minutes(length)))).toBe(expected);
  });

  test.each([
    ['2026-11-26T09:45:00Z', '10_h_45', '10:45'],
    ['2026-11-26T11:00:00Z', '12_h', '12:00'],
    ['2026-11-26T11:00:59.999Z', '12_h', '12:00'],
    ['2026-11-26T08:05:00Z', '9_h_05', '09:05'],
    ['2026-11-25T23:00:00Z', '0_h', '00:00'],
    ['2026-11-25T22:59:59Z', '23_h_59', '23:59'],
    ['2026-07-14T10:00:00Z', '12_h', '12:00'],
  ])('[RU61] [RU64] %s reads %s, or %s, in Paris', (iso, french, english) => {
    expect(shown(formatTimeOfDay(moment(iso), PARIS, 'fr'))).toBe(french);
    expect(formatTimeOfDay(moment(iso), PARIS, 'en')).toBe(english);
  });

  test.each([
    ['summer time begins', '2026-03-29T00:59:00Z', '1_h_59'],
    ['summer time has begun', '2026-03-29T01:00:00Z', '3_h'],
    ['the hour that comes twice, once', '2026-10-25T00:30:00Z', '2_h_30'],
    ['the hour that comes twice, again', '2026-10-25T01:30:00Z', '2_h_30'],
    ['summer time has ended', '2026-10-25T02:00:00Z', '3_h'],
  ])('[RU61] %s', (_, iso, expected) => {
    expect(shown(formatTimeOfDay(moment(iso), PARIS, 'fr'))).toBe(expected);
  });

  test('[RU61] the zone is the one given', () => {
    expect(shown(formatTimeOfDay(moment('2026-11-26T09:45:00Z'), 'Indian/Reunion', 'fr'))).toBe('13_h_45');
    expect(shown(formatTimeOfDay(moment('2026-11-26T09:45:00Z'), 'America/Martinique', 'fr'))).toBe('5_h_45');
  });

  const figure = ({ sign, value, unit, seconds }: RemainingFigure): string =>
    `${sign}${value} ${unit} ${seconds}`.trim();

  test.each([
    [30 * MINUTE, '30 min'],
    [30 * MINUTE - 1, '30 min'],
    [29 * MINUTE, '29 min'],
    [90 * MINUTE, '90 min'],
    [2 * MINUTE + 1, '3 min'],
    [2 * MINUTE, '2 min'],
    [2 * MINUTE - 1000, '1 min 59'],
    [113_000, '1 min 53'],
    [64_001, '1 min 05'],
    [60_001, '1 min 01'],
    [MINUTE, '1 min'],
    [MINUTE - 999, '1 min'],
    [MINUTE - 1000, '59 s'],
    [1, '1 s'],
    [0, '0 min'],
    [-1, '0 min'],
    [-MINUTE + 1, '0 min'],
    [-MINUTE, '+1 min'],
    [-3 * MINUTE, '+3 min'],
    [-4 * MINUTE + 1, '+3 min'],
    [-75 * MINUTE, '+75 min'],
  ])('[RU62] %i ms remaining read %s', (remaining, expected) => {
    expect(figure(formatRemaining(duration(remaining)))).toBe(expected);
  });

  test('[RU62] a countdown never counts up', () => {
    const length = fc.integer({ min: -3 * 60 * MINUTE, max: 24 * 60 * MINUTE });
    const secondsOf = ({ sign, value, unit, seconds }: RemainingFigure): number =>
      (sign === '+' ? -1 : 1) * Number(value) * (unit === 'min' ? 60 : 1) + Number(seconds);
    fc.assert(
      fc.property(length, fc.integer({ min: 0, max: 5 * MINUTE }), (remaining, passed) => {
        const before = secondsOf(formatRemaining(duration(remaining)));
        const afterwards = secondsOf(formatRemaining(duration(remaining - passed)));
        expect(afterwards).toBeLessThanOrEqual(before);
      }),
    );
  });

  test.each([
    ['2026-11-26', '26 novembre 2026', '26 November 2026'],
    ['2027-03-01', '1er mars 2027', '1 March 2027'],
    ['2026-08-11', '11 août 2026', '11 August 2026'],
    ['2028-02-29', '29 février 2028', '29 February 2028'],
    ['2026-12-31', '31 décembre 2026', '31 December 2026'],
  ])('[RU63] [RU64] %s reads %s, or %s', (day, french, english) => {
    expect(formatDay(day, 'fr')).toBe(french.replaceAll(' ', '\u00a0'));
    expect(formatDay(day, 'en')).toBe(english.replaceAll(' ', '\u00a0'));
  });

  test.each(['', '2026-02-30', '2026-13-01', '2026-00-00', 'jeudi 26 novembre', '2026-11-26T10:00'])(
    '[RU63] « %s » is no day and stays as it is',
    (text) => {
      expect(formatDay(text, 'fr')).toBe(text);
    },
  );
});

test.each([
  ['2013-10-12', '12 octobre 2013', '12 October 2013'],
  ['2013-10-12 2013-10-11 2013-10-12', '11 et 12 octobre 2013', '11 and 12 October 2013'],
  ['2026-11-30 2026-12-01', '30 novembre et 1er décembre 2026', '30 November and 1 December 2026'],
  ['2026-12-31 2027-01-01', '31 décembre 2026 et 1er janvier 2027', '31 December 2026 and 1 January 2027'],
  ['2027-05-03 2027-05-04 2027-05-05 2027-05-06', 'du 3 au 6 mai 2027', '3 to 6 May 2027'],
  ['2026-11-30 2026-12-01 2026-12-02', 'du 30 novembre au 2 décembre 2026', '30 November to 2 December 2026'],
  [
    '2026-12-31 2027-01-01 2027-01-02',
    'du 31 décembre 2026 au 2 janvier 2027',
    '31 December 2026 to 2 January 2027',
  ],
  ['2027-03-04 2027-03-11 2027-04-08', '4, 11 mars et 8 avril 2027', '4, 11 March and 8 April 2027'],
  [
    '2027-03-01 2027-03-04 2027-03-08 2027-03-11 2027-03-15 2027-03-18 2027-04-08',
    ...['du 1er mars au 8 avril 2027', '1 March to 8 April 2027'],
  ],
  ['2027-02-30', '', ''],
])('[RU65] the days %s are told as « %s », or « %s »', (days, french, english) => {
  const told = (['fr', 'en'] as const).map((language) => formatDays(days.split(' '), language));
  expect(told.map((it) => it.replaceAll('\u00a0', ' '))).toEqual([french, english]);
});

test('a moment falls on the weekday of its zone', () => {
  const lateOnSunday = instant(Date.UTC(2026, 10, 22, 23, 30));
  expect(formatWeekday(lateOnSunday, 'Europe/Paris', 'fr')).toBe('lundi');
  expect(formatWeekday(lateOnSunday, 'UTC', 'en')).toBe('Sunday');
});
