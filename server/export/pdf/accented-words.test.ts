import { describe, expect, it } from 'vitest';
import { heading, paragraph, part, sampleActes } from '../../../tests/support/sample-actes.ts';
import { openAccentedWords } from './accented-words.ts';
import { fontFamilies } from './fonts.ts';
import { openTypesetter } from './typesetter.ts';

const accentedWords = openAccentedWords(fontFamilies());
/** The pieces that get a font of their own. */
const found = (text: string, isSans = false): readonly string[] =>
  accentedWords
    .cut(text, isSans)
    .flatMap(({ text, font }) => (font === undefined ? [] : [`${font}: ${text}`]));

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
  it.each([false, true])(
    'are none where the font of the text has letter and accents, without serifs: %j',
    (isSans) => {
      const text = 'Élodie Nguyễn 12 Ελένη, Олена প্রিয়া, שָׂרָה, مُحَمَّد, 👩‍👩‍👧 ❤️ m̂';
      expect(accentedWords.cut(text, isSans)).toEqual([{ text }]);
    },
  );

  it('are set whole in a font that has letters and accents', () => {
    expect(accentedWords.cut('De Kɔ̀kú, Ayɔ́ : ܡܠܟ̈ܐ.', false)).toEqual([
      { text: 'De ' },
      { text: 'Kɔ̀kú', font: 'Noto Sans' },
      { text: ', ' },
      { text: 'Ayɔ́', font: 'Noto Sans' },
      { text: ' : ' },
      { text: 'ܡܠܟ̈ܐ', font: 'Noto Sans Syriac' },
      { text: '.' },
    ]);
  });

  it('stay in Source Serif where it has all that Atkinson has not', () => {
    expect(found('Gbẹ̀mí', true)).toEqual(['Noto Sans: Gbẹ̀mí']);
    expect(found('Gbẹ̀mí', false)).toEqual([]);
  });

  it('come letter by letter where no font has the whole word, and not at all where none has a letter', () => {
    expect(accentedWords.cut('x ɔ̀ქɔ̀', false)).toEqual([
      { text: 'x ' },
      { text: 'ɔ̀', font: 'Noto Sans' },
      { text: 'ქ' },
      { text: 'ɔ̀', font: 'Noto Sans' },
    ]);
    expect(found('😀\u0301 ქ\u0489')).toEqual([]);
  });

  it('are all found, however many there are', () => {
    const words = Array.from({ length: 30_000 }, (_, index) => `m̂${index} ɔ̀${index}`);
    expect(found(words.join(' '))).toHaveLength(30_000);
    expect(found('ɔ̀ '.repeat(2000))).toHaveLength(2000);
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
