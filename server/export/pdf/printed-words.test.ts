import { describe, expect, it } from 'vitest';
import { openAccentedWords } from './accented-words.ts';
import { fontFamilies } from './fonts.ts';
import { runsOf, runsOfNames } from './printed-words.ts';

const setting = {
  accentedWords: openAccentedWords(fontFamilies()),
  names: new Set(['CARADEC', 'JEAN-PAUL', 'KƆ̀KÚ-MARIE']),
  isSans: false,
  inTable: false,
};

describe('words on paper', () => {
  it('are one run where nothing is special about them, and none where there are none', () => {
    expect(runsOf('Une permanence mensuelle.', setting)).toEqual([{ text: 'Une permanence mensuelle.' }]);
    expect(runsOf('', setting)).toEqual([]);
    expect(runsOfNames('', setting)).toEqual([]);
  });

  it('are cut at names, at what stays on one line, and at words in another font', () => {
    expect(runsOf('Caradec et Jean-Paul, dit-il à Ayɔ́.', setting)).toEqual([
      { text: 'Caradec', isName: true },
      { text: ' et ' },
      { text: 'Jean-Paul', isName: true, unbroken: true },
      { text: ', ' },
      { text: 'dit-il', unbroken: true },
      { text: ' à ' },
      { text: 'Ayɔ́', font: 'Noto Sans' },
      { text: '.' },
    ]);
    expect(runsOf('Jean-Paul', { ...setting, inTable: true })).toEqual([{ text: 'Jean-Paul', isName: true }]);
  });

  it('stay on one line in one font', () => {
    const name = { text: 'Kɔ̀kú-Marie', isName: true, unbroken: true, font: 'Noto Sans' };
    expect(runsOf('Kɔ̀kú-Marie', setting)).toEqual([name]);
    expect(runsOfNames('Kɔ̀kú-Marie Le Gall', setting)).toEqual([name, { text: ' Le Gall', isName: true }]);
    expect(runsOfNames('ɔ̀-ქ\u0308', setting)).toEqual([
      { text: 'ɔ̀', font: 'Noto Sans', isName: true },
      { text: '-', isName: true },
      { text: 'ქ\u0308', font: 'Noto Sans Georgian', isName: true },
    ]);
  });

  it('find places to break, never between a letter and its accents', () => {
    const text = runsOf('ɔ̀̂'.repeat(100), setting)
      .map((run) => run.text)
      .join('');
    expect(text.split('\u200b').length).toBeGreaterThan(10);
    expect(text).not.toMatch(/\u200b\p{M}/u);
  });

  it('are one run more beyond the most that a paragraph may have, all of them', () => {
    const runs = runsOf('dit-il Caradec ɔ̀ '.repeat(20), setting, 10);
    expect(runs).toHaveLength(11);
    expect(runs.map((run) => run.text).join('')).toBe('dit-il Caradec ɔ̀ '.repeat(20));
    expect(runs.at(-1)).toMatchObject({ font: 'Noto Sans' });
    expect(runsOf('dit-il, dit-on', setting, 0)).toEqual([{ text: 'dit-il, dit-on' }]);
  });
});
