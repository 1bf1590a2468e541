import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import { contradictedDates, dayIn } from './days.ts';

describe('days', () => {
  it('a moment has its day in a zone', () => {
    const late = instant(Date.parse('2026-11-26T23:30:00Z'));
    expect([dayIn('UTC', late), dayIn('Europe/Paris', late), dayIn('America/Martinique', late)]).toEqual([
      '2026-11-26',
      '2026-11-27',
      '2026-11-26',
    ]);
  });

  const contradictions = (text: string, day = '2026-11-26', days: readonly string[] = [day]) =>
    contradictedDates(text, day, new Set(days)).map(({ contradicts, written }) => [contradicts, written]);

  it.each([
    'Rencontre du jeudi 26 novembre 2026',
    'jeudi 26 novembre',
    'Jeudi 26/11/2026',
    'Thursday 26 November 2026',
    'Thursday, November 26',
    'Thursday the 26th of November',
    'le jeudi des ateliers',
    'vendredi matin',
    'jeudi 26 personnes',
    'mercredi 31 février 2026',
    '',
  ])('[HZ11] %j contradicts nothing', (text) => {
    expect(contradictions(text)).toEqual([]);
  });

  it.each([
    ['Rencontre du vendredi 26 novembre 2026 à Vannes', 'weekday', 'vendredi 26 novembre 2026'],
    ['mardi 1er décembre 2027', 'weekday', 'mardi 1er décembre 2027'],
    ['Lundi 26 novembre', 'weekday', 'Lundi 26 novembre'],
    ['LUNDI 26/11/2026', 'weekday', 'LUNDI 26/11/2026'],
    ['Monday 26 November 2026', 'weekday', 'Monday 26 November 2026'],
    ['jeudi 3 décembre 2026', 'days', 'jeudi 3 décembre 2026'],
    ['jeudi 26 novembre 2020', 'days', 'jeudi 26 novembre 2020'],
  ])('[HZ11] %j: %s', (text, contradicts, written) => {
    expect(contradictions(text)).toEqual([[contradicts, written]]);
  });

  it('[HZ11] a date of any of the days is right; without a known day only the weekday counts', () => {
    expect(contradictions('vendredi 27 novembre 2026', '2026-11-26', ['2026-11-26', '2026-11-27'])).toEqual(
      [],
    );
    expect(contradictions('jeudi 3 décembre 2026', '', [])).toEqual([]);
    expect(contradictions('lundi 3 décembre', '', [])).toEqual([]);
  });
});
