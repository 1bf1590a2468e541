import { describe, expect, it } from 'vitest';
import { readMarks } from './list-marks.ts';

const markOf = (text: string) => {
  const [read] = readMarks([text]);
  return read?.mark ? [read.mark.family, read.mark.value, read.body] : null;
};

describe('[IM3] marks are taken off a line', () => {
  it.each<[string, string, number, string]>([
    ['1- Bilan', 'number', 1, 'Bilan'],
    ['1-Bilan', 'number', 1, 'Bilan'],
    ['2 – Bilan', 'number', 2, 'Bilan'],
    ['3) Bilan', 'number', 3, 'Bilan'],
    ['4. Bilan', 'number', 4, 'Bilan'],
    ['4.Bilan', 'number', 4, 'Bilan'],
    ['5° Bilan', 'number', 5, 'Bilan'],
    ['5°) Bilan', 'number', 5, 'Bilan'],
    ['6.- Bilan', 'number', 6, 'Bilan'],
    ['7/ Bilan', 'number', 7, 'Bilan'],
    ['8 : Bilan', 'number', 8, 'Bilan'],
    ['(9) Bilan', 'number', 9, 'Bilan'],
    ['10\tBilan', 'number', 10, 'Bilan'],
    ['③ Bilan', 'number', 3, 'Bilan'],
    ['Point 2 : Bilan', 'number', 2, 'Bilan'],
    ['Point n° 2 – Bilan', 'number', 2, 'Bilan'],
    ['2ème partie : Bilan', 'number', 2, 'Bilan'],
    ['1- 30 personnes attendues', 'number', 1, '30 personnes attendues'],
    ['1- 30 min de bilan', 'number', 1, '30 min de bilan'],
    ['1.2 Bilan', 'subnumber', 2, 'Bilan'],
    ['1.2.3. Bilan', 'subnumber', 3, 'Bilan'],
    ['- Bilan', 'bullet', 0, 'Bilan'],
    ['-Bilan', 'bullet', 0, 'Bilan'],
    ['– Bilan', 'bullet', 0, 'Bilan'],
    ['• Bilan', 'bullet', 0, 'Bilan'],
    ['* Bilan', 'bullet', 0, 'Bilan'],
    ['· Bilan', 'bullet', 0, 'Bilan'],
    ['◦ Bilan', 'bullet', 0, 'Bilan'],
    ['➢ Bilan', 'bullet', 0, 'Bilan'],
    ['\uf0b7\tBilan', 'bullet', 0, 'Bilan'],
    ['\uf0d8 Bilan', 'bullet', 0, 'Bilan'],
    ['o\tBilan', 'bullet', 0, 'Bilan'],
    ['§\tBilan', 'bullet', 0, 'Bilan'],
  ])('%s', (text, family, value, body) => {
    expect(markOf(text)).toEqual([family, value, body]);
  });

  it.each([
    ['Bilan'],
    ['10 minutes de bilan'],
    ['1 h 30 de bilan'],
    ['1/2 heure de bilan'],
    ["20' de bilan"],
    ['1.5 h de bilan'],
    ['10-15 min de bilan'],
    ['26 novembre 2026'],
    ['26.11.2026 à Dijon'],
    ['26 - 27 novembre 2026'],
    ['2026-11-26'],
    ['10:30 Bilan'],
    ['2 agents'],
    ['06.12.34.56.78'],
    ['*important*'],
    ['--- Bilan'],
    ['-5 degrés'],
    ['où aller'],
  ])('none: %s', (text) => {
    expect(markOf(text)).toBeNull();
  });
});

describe('[IM4] letters and Roman numbers are marks only in their order', () => {
  const familiesOf = (texts: string[]) =>
    readMarks(texts).map(({ mark }) => mark && [mark.family, mark.value]);

  it('reads letters and Roman numbers that follow each other', () => {
    expect(familiesOf(['I- Un', 'II- Deux', 'III- Trois', 'IV. Quatre'])).toEqual(
      [1, 2, 3, 4].map((value) => ['upper-roman', value]),
    );
    expect(familiesOf(['a) un', 'b)deux', 'c) trois'])).toEqual([1, 2, 3].map((value) => ['lower', value]));
    expect(familiesOf(['A. Un', 'B - Deux', 'C-Trois'])).toEqual([1, 2, 3].map((value) => ['upper', value]));
    expect(familiesOf(['i) un', 'ii) deux'])).toEqual([1, 2].map((value) => ['lower-roman', value]));
  });

  it('takes I after H for a letter and lets a list begin again', () => {
    const letters = [...'ABCDEFGHIJ'].map((letter) => `${letter}. Bilan`);
    expect(familiesOf(letters)).toEqual(letters.map((_, index) => ['upper', index + 1]));
    expect(familiesOf(['I. Un', 'a) un', 'b) deux', 'II. Deux', 'a) un', 'b) deux'])).toEqual([
      ['upper-roman', 1],
      ['lower', 1],
      ['lower', 2],
      ['upper-roman', 2],
      ['lower', 1],
      ['lower', 2],
    ]);
  });

  it.each([
    [['F. Perrin, trésorier', 'M. Roy']],
    [['A. Perrin préside', 'suite']],
    [['a-t-il raison', 'y - a']],
  ])('none: %j', (texts) => {
    expect(familiesOf(texts)).toEqual(texts.map(() => null));
  });

  it('reads bare numbers before a capital in their order', () => {
    expect(familiesOf(['1 Bilan', '2 Suite'])).toEqual([1, 2].map((value) => ['number', value]));
    expect(familiesOf(['2 Agents', 'suite'])).toEqual([null, null]);
    expect(familiesOf(['1 Avril 2027 (20 min)', '2 Heures'])).toEqual([null, null]);
  });

  it('takes a lone first letter on a line with a time', () => {
    expect(familiesOf(['A. Bilan : 20 min'])).toEqual([['upper', 1]]);
  });
});
