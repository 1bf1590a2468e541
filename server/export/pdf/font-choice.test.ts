import { describe, expect, it } from 'vitest';
import { heading, paragraph, part, sampleActes } from '../../../tests/support/sample-actes.ts';
import { openFontChoice } from './font-choice.ts';
import { fontFamilies } from './fonts.ts';
import { openTypesetter } from './typesetter.ts';

const fontsFor = openFontChoice(fontFamilies());
/** The fonts that are asked for some characters only, with those. */
const chosen = (text: string) =>
  Object.values(fontsFor(text)).map((fonts) =>
    fonts.flatMap((font) => (typeof font === 'string' ? [] : [`${font.name} ${font.covers}`])),
  );
const FIGURES = 'Inter [0-9]';

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

describe('the fonts of a text', () => {
  it('are the same for all texts whose letters have all accents in one sign or in the font of the text', () => {
    for (const text of ['Élodie Nguyễn 12', 'Ελένη, Олена', 'প্রিয়া, שָׂרָה, مُحَمَّد, 👩‍👩‍👧 ❤️', 'm̂'])
      expect(chosen(text)).toEqual([[], [FIGURES]]);
  });

  it('write a letter and its accents by one font, also where the text’s own has only the accents', () => {
    expect(chosen('ɔ̀')).toEqual([['Noto Sans [\\u{254}]'], ['Noto Sans [\\u{254}]', FIGURES]]);
    expect(chosen('ܟ̈')).toEqual([['Noto Sans Syriac [\\u{71f}]'], ['Noto Sans Syriac [\\u{71f}]', FIGURES]]);
  });

  it('go by all accents that a letter has', () => {
    expect(chosen('ẹ́, ẹ̀')).toEqual([[], ['Noto Sans [\\u{1eb9}]', FIGURES]]);
    expect(chosen('e\u0301\u0330, e\u0302\u0331')).toEqual([
      ['Noto Sans [\\u{65}]'],
      ['Noto Sans [\\u{65}]', FIGURES],
    ]);
  });

  it('leave a letter alone whose accents no font has with it', () => {
    expect(chosen('😀\u0301')).toEqual([[], [FIGURES]]);
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
