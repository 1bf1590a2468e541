import { describe, expect, it } from 'vitest';
import { codePointsOf, coverageOf } from './font-coverage.ts';
import { fontFamilies } from './fonts.ts';

const covers = coverageOf(fontFamilies());
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

  it('does not cover what no font has a sign for', () => {
    for (const sign of 'ကཀ\u0007\u{10FFFF}') expect(covered(sign)).toBe(false);
  });

  it('asks that every style of a family has the sign', () => {
    const [serif, , inter, emoji] = fontFamilies();
    const upright = codePointsOf(inter?.[0] ?? '');
    const italic = codePointsOf(inter?.[1] ?? '');
    const onlyUpright = [...upright].find((codePoint) => !italic.has(codePoint)) ?? 0;
    expect(coverageOf([inter?.slice(0, 1) ?? []])(onlyUpright)).toBe(true);
    expect(coverageOf([inter ?? []])(onlyUpright)).toBe(false);
    expect([serif?.length, emoji?.length]).toEqual([4, 1]);
  });
});
