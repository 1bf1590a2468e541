import { describe, expect, it } from 'vitest';
import { heading, paragraph, part, sampleActes } from '../../../tests/support/sample-actes.ts';
import { openAccentedWords } from './accented-words.ts';
import { fontFamilies } from './fonts.ts';
import { openTypesetter } from './typesetter.ts';

const accentedWords = openAccentedWords(fontFamilies());
const found = (...words: readonly string[]) => accentedWords(JSON.stringify({ words }));

/** Of letters that text fonts lack, with accents that they have. */
const NAMES = [
  ['Fon', 'Kɔ̀kú'],
  ['Ewe', 'Ɣɛ́ ŋɔ̃'],
  ['Yoruba', 'Gbẹ̀mí'],
  ['Ossetic', 'Ӕ́лан'],
  ['Syriac', 'ܡܠܟ̈ܐ'],
  ['Tifinagh', 'ⴰ̇ⴱ'],
  ['Georgian', 'ა̈ბ'],
] as const;

describe('accented words', () => {
  it('are none where all accents are in one sign with their letter, or in the font of the text with it', () => {
    expect(found('Élodie Nguyễn 12', 'Ελένη, Олена', 'প্রিয়া, שָׂרָה, مُحَمَّد, 👩‍👩‍👧 ❤️', 'm̂')).toEqual([]);
  });

  it('are set whole in a font that has letters and accents, each word once', () => {
    expect(found('Kɔ̀kú et Ayɔ́', 'ܡܠܟ̈ܐ', 'Kɔ̀kú\nɔ̀')).toEqual([
      { family: 'Noto Sans', inSerif: true, words: 'Kɔ̀kú|Ayɔ́|ɔ̀' },
      { family: 'Noto Sans Syriac', inSerif: true, words: 'ܡܠܟ̈ܐ' },
    ]);
  });

  it('stay in Source Serif where it has all that Atkinson has not', () => {
    expect(found('Gbẹ̀mí')).toEqual([{ family: 'Noto Sans', inSerif: false, words: 'Gbẹ̀mí' }]);
  });

  it('come letter by letter where no font has the whole word, and not at all where none has a letter', () => {
    expect(found('ɔ̀ქɔ̀')).toEqual([{ family: 'Noto Sans', inSerif: true, words: 'ɔ̀|ɔ̀' }]);
    expect(found('😀\u0301', 'ქ\u0489')).toEqual([]);
  });

  it('are a thousand at most', () => {
    const words = Array.from({ length: 1200 }, (_, index) => `ɔ̀${index}`);
    expect(found(...words)[0]?.words.split('|')).toHaveLength(1000);
  });
});

describe('a page', () => {
  const typesetter = openTypesetter();
  /** How many signs a page draws that has the name in its title and in a line, without spaces. */
  const drawn = (name: string): number => {
    const actes = sampleActes({ contents: '', parts: [part('people', heading(2, name), paragraph(name))] });
    const picture = typesetter.toPages(actes, new Map(), { twoSided: false }).picture(1);
    return picture.split('<use ').length;
  };
  const others = drawn('x') - 2;

  it.each(NAMES)('draws each letter and each accent of a name: %s, %s', (_, name) => {
    expect(drawn(name) - others).toBeGreaterThanOrEqual(2 * [...name.replaceAll(' ', '')].length);
  });
});
