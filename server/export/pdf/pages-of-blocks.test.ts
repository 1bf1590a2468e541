import { afterAll, expect, it, test } from 'vitest';
import type { ActesBlock } from '#core/actes/actes.ts';
import { plainWords } from '#core/actes/block-texts.ts';
import { flat, pagesOf } from '../../../tests/support/pdf-text.ts';
import {
  heading,
  item,
  list,
  paragraph,
  part,
  proposal,
  sampleActes,
  table,
} from '../../../tests/support/sample-actes.ts';
import { openActesExport } from '../actes-export.ts';
import { pagesOfBlocks } from './pages-of-blocks.ts';

const actesExport = openActesExport();
afterAll(() => actesExport.close());

const filling = (lines: number): readonly ActesBlock[] =>
  Array.from({ length: lines }, () =>
    paragraph('On vient quand on est attendu, et on revient si l’on a répondu. '.repeat(3)),
  );
const point = (name: string, lines: number): readonly ActesBlock[] => [
  heading(2, `${name}, à dire`),
  ...filling(lines),
  heading(3, `${name}, à faire`),
  proposal('proposal', filling(1)),
  table(['Quoi', 'Qui'], ['Recenser', 'Chaque comité']),
];
const actes = sampleActes({
  parts: [
    part('preamble', heading(1, 'Préambule'), ...filling(3)),
    part(
      'atelier',
      heading(1, 'Atelier 1'),
      ...[4, 7, 1, 9, 12].flatMap((lines, index) => point(`Point ${index + 1}`, lines)),
    ),
    part(
      'next-meeting',
      heading(1, 'Prochaine réunion'),
      ...filling(30),
      heading(2, 'Ordre du jour'),
      ...filling(1),
    ),
    part('information', heading(1, 'Informations'), ...point('Divers', 2)),
  ],
});

it.each([
  ['on one side', {}, actes],
  ['on two sides', { twoSided: true }, actes],
  ['without a table of contents', {}, { ...actes, contents: '' }],
])('the pages of headings are those on which they are printed %s', async (_, wishes, of) => {
  const [{ blocks }, pdf] = await Promise.all([
    actesExport.pages(of, new Map(), wishes),
    actesExport.make(of, new Map(), { ...wishes, format: 'pdf' }),
  ]);
  const printed = (await pagesOf(pdf)).map(flat);
  // What the table of contents tells stands before.
  const pageOf = (block: ActesBlock): number =>
    block.type === 'heading'
      ? printed.findLastIndex((text) => text.includes(plainWords(block.content))) + 1
      : 0;
  const expected = of.parts.map((it) => {
    let page = 0;
    return it.blocks.map((block) => (page = pageOf(block) || page));
  });
  expect(new Set(expected.flat()).size).toBeGreaterThan(5);
  expect(blocks).toEqual(expected);
});

test('headings inside other blocks are counted, and blocks before any heading stand where the part opens', () => {
  const parts = [
    part(
      'text',
      paragraph('a'),
      list(item(heading(2, 'b'), heading(2, 'c'))),
      paragraph('d'),
      heading(2, 'e'),
    ),
    part('text'),
    part('text', paragraph('f'), heading(2, 'g')),
  ];
  const told = { opens: [3, 4, 7], headings: [4, 5, 6, 8] };
  expect(pagesOfBlocks(sampleActes({ parts }), told)).toEqual([[3, 3, 5, 6], [], [7, 8]]);
});
