import { describe, expect, it } from 'vitest';
import { codePointsOf, coverageOf } from './font-coverage.ts';
import { fontFamilies } from './fonts.ts';

const families = fontFamilies();
const covers = coverageOf(families);
const covered = (text: string) => [...text].every((sign) => covers(sign.codePointAt(0) ?? 0));

describe('coverageOf', () => {
  it('covers what French, English and their neighbours write', () => {
    expect(covered('ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ «»“”‘’–—…•·€%°½¼¾²³\u00a0\u2009\u202f')).toBe(true);
    expect(covered('ÄÖßñåøłśžőțğı Ελλάδα Привет')).toBe(true);
  });

  it('covers what people bring from further away', () => {
    expect(
      covered(
        '张伟, 陳美玲, 山田さくら, 김민준, שרה, محمد, Արմեն, রহিমা, प्रिया, አበበ, ნინო, សុខ, செல்வி, สมชาย',
      ),
    ).toBe(true);
  });

  it('covers emoji, and the sign that stands for what it does not cover', () => {
    expect(covered('😀🇫🇷👍🏽□')).toBe(true);
  });

  it('covers the letters and accents of every language in Latin, Greek and Cyrillic, and of phonetics', () => {
    expect(
      covered('Ɓɓ Ɖɖ Ɛɛ Ǝǝ Ƒƒ Ɣɣ Ƙƙ Ŋŋ Ɔɔ Ʋʋ Ƴƴ ǀǃǂ Ẁẁ Ẽẽ Ỳỳ Ꞌꞌ Ɂɂ ʻ ᵑ \u0330\u0331\u0324\u032d\u035c\u1dc4'),
    ).toBe(true);
    expect(covered('Ӄӄ Ԓԓ Ӽӽ Ԝԝ Ꚃꚃ Ѝѝ Ғғ Һһ Ӱӱ ἀᾴῼῥ Ϸϸ')).toBe(true);
  });

  it('covers every syllable of Korean, and the Han characters of names, also those that came late', () => {
    const missing = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((sign) => !covers(sign));
    expect([...missing(0x3400, 0x4dbf), ...missing(0x4e00, 0x9fff), ...missing(0xac00, 0xd7a3)]).toEqual([]);
    expect(covered('𠮷﨑髙𣘺𡈽𠀋𬭎𬭚𬙂𫞩𬀩𬍛𬴊𬱖')).toBe(true);
  });

  it('does not cover what no font has a sign for', () => {
    for (const sign of '𓀀𐤀\u0007\u{10FFFF}') expect(covers(sign.codePointAt(0) ?? 0)).toBe(false);
  });

  it('asks that every style of a family has the sign', () => {
    const [serif, inter, , emoji] = families;
    const [upright = '', italic = ''] = inter?.files ?? [];
    const inItalics = codePointsOf(italic);
    const onlyUpright = [...codePointsOf(upright)].find((codePoint) => !inItalics.has(codePoint)) ?? 0;
    expect(coverageOf([{ name: 'Inter', files: [upright] }])(onlyUpright)).toBe(true);
    expect(coverageOf([{ name: 'Inter', files: [upright, italic] }])(onlyUpright)).toBe(false);
    expect([serif?.files.length, emoji?.files.length]).toEqual([4, 1]);
  });
});
