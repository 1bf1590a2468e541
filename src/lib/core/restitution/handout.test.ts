import fc from 'fast-check';
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

test('[RS10] two headings in a row with the same words both stand, each with what is under it', () => {
  const text = [heading('Agir'), paragraph('un.'), heading('Agir'), paragraph('deux.'), heading('Agir')];
  expect(handout(text)).toEqual([
    { heading: 'Agir', content: [paragraph('un.')] },
    { heading: 'Agir', content: [paragraph('deux.')] },
    { heading: 'Agir', content: [] },
  ]);
});

const quotation = (attribution: string, ...texts: readonly string[]): Block => ({
  ...{ type: 'quotation', attribution, sources: [], content: texts.map(paragraph) },
});
const proposal = (...texts: readonly string[]): Block => ({
  ...{ type: 'proposal', kind: 'proposal', sources: [], content: texts.map(paragraph) },
});
const listOf = (start: number, texts: readonly string[]): Block => ({
  ...{ type: 'list', ordered: true, start },
  items: texts.map((text) => ({ content: [paragraph(text)], sources: [] })),
});
const tableOf = (rows: readonly string[]): Block => ({
  type: 'table',
  rows: rows.map((text) => [{ header: false, content: [paragraph(text)] }]),
});

test('[RS12] words that nobody signs are not signed by who is quoted next', () => {
  const text = [quotation('', 'Je n’ose plus ouvrir le courrier.'), quotation('Nadia Belkacem', 'Le mardi.')];
  expect(handout([heading('Un'), ...text])[0]?.content).toEqual(text);
});

test('[RS10] a paragraph, a proposal or a table longer than a screen is whole again, labelled once', () => {
  const text = [
    paragraph(sentence.repeat(15)),
    proposal(sentence.repeat(10), sentence.repeat(3)),
    proposal('Autre.'),
    tableOf(Array.from({ length: 30 }, (_, at) => `${at}`)),
    paragraph('fin.'),
  ];
  expect(handout([heading('Un'), ...text])).toEqual([{ heading: 'Un', content: text }]);
});

const wordsArbitrary = (most: number) =>
  fc
    .array(fc.constantFrom('mot', 'habitants', 'fin.', 'quoi\u202f?', 'à'), { minLength: 1, maxLength: most })
    .map((words) => words.join(' '));
const textsArbitrary = fc.array(wordsArbitrary(80), { minLength: 1, maxLength: 4 });
const whoArbitrary = fc.constantFrom('', '', 'Inès', 'Yann');
const blockArbitrary: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(whoArbitrary, textsArbitrary).map(([who, it]) => quotation(who, ...it)) },
  wordsArbitrary(150).map(paragraph),
  textsArbitrary.map((texts) => proposal(...texts)),
  fc.tuple(fc.integer({ min: 1, max: 4 }), textsArbitrary).map(([start, texts]) => listOf(start, texts)),
  fc.array(wordsArbitrary(9), { minLength: 1, maxLength: 30 }).map(tableOf),
  fc.tuple(whoArbitrary, textsArbitrary).map(([who, texts]): Block => ({
    ...{ type: 'quotation', attribution: who, sources: [] },
    content: [paragraph('Ceci'), listOf(1, texts), listOf(1, texts), paragraph('Cela')],
  })),
);

test('[RS10] [RS12] the handout is the synthesis, with who signs each quotation, whatever stands next to what', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          title: fc.constantFrom('Point 1', 'Point 1', 'Point 2'),
          content: fc.array(blockArbitrary, { maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      (sections) => {
        const text = sections.flatMap(({ title, content }) => [heading(title), ...content]);
        const whole = [{ heading: '', content: text }];
        const cut = sections.map(({ title, content }) => ({ heading: title, content }));
        const isPage = cutSlides('', text)[1]?.type === 'page' && handout(text)[0]?.heading === '';
        expect(handout(text)).toEqual(isPage ? whole : cut);
      },
    ),
    { numRuns: 300 },
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
