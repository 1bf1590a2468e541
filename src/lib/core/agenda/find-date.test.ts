import { describe, expect, it } from 'vitest';
import { dateAlone, findDate, startsWithDate } from './find-date.ts';

describe('[IM22] a date is read in the forms it is headed with', () => {
  it.each<[string, string]>([
    ['26 novembre 2012', '2012-11-26'],
    ['Les ateliers du 26 novembre 2012 à Dijon', '2012-11-26'],
    ['le 3/12/2026', '2026-12-03'],
    ['03.12.2026', '2026-12-03'],
    ['3-12-26', '2026-12-03'],
    ['lundi 1er mars 2027', '2027-03-01'],
    ['2026-11-26', '2026-11-26'],
    ['5 FÉVRIER 2027', '2027-02-05'],
    ['5 fevrier 2027', '2027-02-05'],
    ['12 déc. 2026', '2026-12-12'],
    ['1 août 2030', '2030-08-01'],
    ['29/02/2028', '2028-02-29'],
    ['du 26 au 27 mars 2027', '2027-03-26'],
    ['26 et 27 mars 2027', '2027-03-26'],
    ['3\u00a0juin\u00a02027', '2027-06-03'],
    ['31/02/2027 puis 1/03/2027', '2027-03-01'],
  ])('%s', (text, date) => {
    expect(findDate(text)?.date).toBe(date);
  });

  it.each([
    ['31/02/2027'],
    ['29/02/2027'],
    ['3 rue 1234'],
    ['26 novembre'],
    ['1.2.3.4'],
    ['2026-13-01'],
    [''],
  ])('none in « %s »', (text) => {
    expect(findDate(text)).toBeNull();
  });

  it('knows a line that begins with its date', () => {
    expect(startsWithDate('Lundi 1er mars 2027 – Salle Jaurès')).toBe(true);
    expect(startsWithDate('Réunion du 1er mars 2027')).toBe(false);
  });

  it('knows a line that holds only a date', () => {
    expect(dateAlone('Date : lundi 1er mars 2027')).toBe('2027-03-01');
    expect(dateAlone('Le 3/12/2026.')).toBe('2026-12-03');
    expect(dateAlone('Dijon, le 3/12/2026')).toBeNull();
    expect(dateAlone('sans date')).toBeNull();
  });
});
