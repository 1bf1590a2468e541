import { describe, expect, it } from 'vitest';
import { withWordLists } from './word-paste.ts';

const item = (marker: string, text: string): string =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>` +
  `<span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span>` +
  `<![endif]>${text}<o:p></o:p></p>`;

describe('withWordLists', () => {
  it('makes items of bulleted paragraphs that follow each other', () => {
    expect(withWordLists(`<p>Avant</p>\n${item('·', 'Un')}\n${item('·', 'Deux')}\n<p>Après</p>`)).toBe(
      '<p>Avant</p>\n<ul><li><p>Un<o:p></o:p></p></li>\n<li><p>Deux<o:p></o:p></p></li></ul>\n<p>Après</p>',
    );
  });

  it('tells numbers from bullets', () => {
    const html = withWordLists(item('1.', 'Un') + item('2.', 'Deux') + item('o', 'Puce'));
    expect(html).toBe(
      '<ol><li><p>Un<o:p></o:p></p></li><li><p>Deux<o:p></o:p></p></li></ol><ul><li><p>Puce<o:p></o:p></p></li></ul>',
    );
  });

  it('leaves everything else as it is', () => {
    const html = '<p>Un</p><ul><li>Deux</li></ul>';
    expect(withWordLists(html)).toBe(html);
  });
});
