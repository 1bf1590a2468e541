import { expect, test } from 'vitest';
import type { Block, RichText } from '../actes/rich-text.ts';
import { plainText } from '../synthesis/written-words.ts';
import { cutSlides } from './cut-slides.ts';
import { handoutSections, isShortHandout } from './handout.ts';

const paragraph = (text: string): Block => ({
  ...{ type: 'paragraph', sources: [], content: [{ type: 'text', text }] },
});
const heading = (text: string): Block => ({
  ...{ type: 'heading', level: 2, item: null, content: [{ type: 'text', text }] },
});
const sentence = 'Ouvrir le samedi matin, avec un café et quelqu’un qui écoute. ';
const handout = (text: RichText) => handoutSections(cutSlides('Accueillir', text));

test('[RS10] each heading once, with all that stands under it, in order', () => {
  const quotation: Block = {
    type: 'quotation',
    attribution: 'Inès',
    sources: [],
    content: [paragraph(sentence.repeat(5)), paragraph(sentence.repeat(5))],
  };
  const list: Block = {
    type: 'list',
    ordered: false,
    start: 1,
    items: Array.from({ length: 14 }, (_, at) => ({ content: [paragraph(`${at}`)], sources: [] })),
  };
  const text = [heading('Un'), paragraph('avant'), quotation, list, heading('Deux'), paragraph('fin')];
  const sections = handout(text);
  expect(sections.map(({ heading: title }) => title)).toEqual(['Un', 'Deux']);
  expect(sections[0]?.content.map(({ type }) => type)).toEqual(['paragraph', 'quotation', 'list']);
  expect(sections[0]?.content[1]).toMatchObject({ attribution: 'Inès' });
  expect(plainText(sections.flatMap(({ content }) => content))).toBe(
    plainText(text.filter(({ type }) => type !== 'heading')),
  );
});

test('[RS10] two lists stay two; a text without headings is one section; nothing written, none', () => {
  const list = (...texts: readonly string[]): Block => ({
    type: 'list',
    ordered: false,
    start: 1,
    items: texts.map((text) => ({ content: [paragraph(text)], sources: [] })),
  });
  expect(handout([heading('Un'), list('a'), list('b')])[0]?.content).toHaveLength(2);
  expect(handout([paragraph('un.'), paragraph('deux.')])).toMatchObject([{ heading: '' }]);
  expect(handout([])).toEqual([]);
});

test('[RS10] a short text stands in two columns, a long one or one with a table in one', () => {
  const table: Block = { type: 'table', rows: [[{ header: false, content: [paragraph('a')] }]] };
  expect(isShortHandout(handout([heading('Un'), paragraph(sentence.repeat(3))]))).toBe(true);
  expect(isShortHandout(handout([heading('Un'), paragraph(sentence.repeat(90))]))).toBe(false);
  expect(isShortHandout(handout([heading('Un'), table]))).toBe(false);
});
