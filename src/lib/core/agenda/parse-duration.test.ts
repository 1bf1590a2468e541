import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDurations } from './parse-duration.ts';

const minutesIn = (text: string): number[] => findDurations(text).map((found) => found.minutes);

describe('[IM5] a planned time is read in every form it is written in', () => {
  it.each<[string, number]>([
    ['1 heure', 60],
    ['1h', 60],
    ['1 h', 60],
    ['1 H', 60],
    ['1 hr', 60],
    ['2 hrs', 120],
    ['1 h 30', 90],
    ['1H30', 90],
    ['1h30mn', 90],
    ['1h 30 min', 90],
    ["1h15'", 75],
    ['0h45', 45],
    ['1h05', 65],
    ['1 heure 30', 90],
    ['1 heure et 20 minutes', 80],
    ['1 heure 5 minutes', 65],
    ['une heure', 60],
    ['deux heures', 120],
    ['Trois Heures', 180],
    ['une heure et demie', 90],
    ['2 heures et demie', 150],
    ['une heure et quart', 75],
    ['une heure trois quarts', 105],
    ['1 h ½', 90],
    ['1h1/2', 90],
    ['1 h 3/4', 105],
    ['1½ h', 90],
    ['1 ½ heure', 90],
    ['2 1/2 heures', 150],
    ['1,5 h', 90],
    ['1.5 heure', 90],
    ['½ heure', 30],
    ['½ h', 30],
    ['½h', 30],
    ['1/2 heure', 30],
    ['1⁄2 heure', 30],
    ['1/2h', 30],
    ['une ½ heure', 30],
    ['une demi-heure', 30],
    ['une demi heure', 30],
    ['demi-heure', 30],
    ['demie-heure', 30],
    ["3/4 d'heure", 45],
    ['3/4 h', 45],
    ["¾ d'heure", 45],
    ['¾ d’heure', 45],
    ["trois quarts d'heure", 45],
    ['trois-quarts d’heure', 45],
    ["3 quarts d'heure", 45],
    ["un quart d'heure", 15],
    ["1 quart d'heure", 15],
    ['¼ h', 15],
    ["1/4 d'heure", 15],
    ['45 min', 45],
    ['45min', 45],
    ['45 mins', 45],
    ['45 mn', 45],
    ['45MN', 45],
    ["20'", 20],
    ['20’', 20],
    ['20′', 20],
    ['90 minutes', 90],
    ['1 minute', 1],
    ['dix minutes', 10],
    ['quarante-cinq minutes', 45],
    ['1\u00a0h\u00a030', 90],
    ['20\u202fmin', 20],
    ['environ 20 min', 20],
    ['~20 min', 20],
    ['20 min max', 20],
    ['2 x 45 min', 90],
    ['3×20 min', 60],
  ])('%s', (text, minutes) => {
    expect(findDurations(text)).toEqual([{ start: 0, end: text.length, minutes, clock: false }]);
  });

  it('reads a length in hours and minutes whatever its spaces', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom('h', ' h', 'H', ' h ', '\u00a0h\u00a0'),
        (hours, minutes, unit) => {
          fc.pre(hours + minutes > 0);
          expect(minutesIn(`(${hours}${unit}${String(minutes).padStart(2, '0')})`)).toEqual([
            hours * 60 + minutes,
          ]);
        },
      ),
    );
  });

  it.each<[string]>([
    ['article 20'],
    ['20 personnes'],
    ['une demi-journée'],
    ['2 heureux gagnants'],
    ['10 mnémoniques'],
    ['l’objectif ’20’ est atteint'],
    ["5'' de silence"],
    ["l'heure de la pause"],
    ['0 min'],
    ['2000 minutes'],
    ['48 heures'],
    ['lot12 h'],
    ['1 m'],
    [''],
  ])('finds none in « %s »', (text) => {
    expect(findDurations(text)).toEqual([]);
  });

  it('finds each of several and where it stands', () => {
    expect(findDurations('exposé 20 min, débat 1 h')).toEqual([
      { start: 7, end: 13, minutes: 20, clock: false },
      { start: 21, end: 24, minutes: 60, clock: false },
    ]);
  });
});

describe('[IM6] a time of day is no length, and a range is its longer end', () => {
  it.each([['9h30'], ['14h'], ['à 9 heures'], ['18 h 00'], ['12H15']])('%s is a time of day', (text) => {
    expect(findDurations(text).map((found) => found.clock)).toEqual([true]);
  });

  it.each([['9h - 10h'], ['6h30 à 8h'], ['de 9h à 9h30']])('%s are two', (text) => {
    expect(findDurations(text).map((found) => found.clock)).toEqual([true, true]);
  });

  it.each<[string, number]>([
    ['10-15 min', 15],
    ['10 à 15 minutes', 15],
    ['45 min à 1 h', 60],
    ['1h - 1h30', 90],
  ])('%s', (text, minutes) => {
    expect(minutesIn(text)).toEqual([minutes]);
  });
});
