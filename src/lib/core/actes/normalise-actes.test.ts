import { describe, expect, it } from 'vitest';
import { actesJson } from './actes-json.ts';
import type { Actes, ActesBlock } from './actes.ts';
import { hostileActes } from './hostile-actes.test-support.ts';
import { normaliseActes } from './normalise-actes.ts';
import {
  BREAK,
  cell,
  contribution,
  entry,
  facts,
  heading,
  image,
  item,
  list,
  numbered,
  PAPERBOARD,
  paragraph,
  part,
  presentation,
  proposal,
  quotation,
  sampleActes,
  table,
  words,
} from './sample-actes.test-support.ts';

const labels = { actes: 'Actes du séminaire', image: 'Image sans description' };
const TITLE = heading(1, 'Titre');

const actesOf = (...blocks: readonly ActesBlock[]): Actes =>
  sampleActes({ parts: [part('text', TITLE, ...blocks)] });
const normalised = (actes: Actes, covers: (codePoint: number) => boolean = () => true) =>
  normaliseActes(actes, { covers, labels });
/** What stands under the title, and the codes of what was repaired. */
const under = (...blocks: readonly ActesBlock[]) =>
  normalised(actesOf(...blocks)).actes.parts.flatMap((it) => it.blocks.slice(1));
const codes = (...blocks: readonly ActesBlock[]) =>
  normalised(actesOf(...blocks)).repairs.made.map(({ code }) => code);

describe('normaliseActes', () => {
  it('[AC40] changes nothing in actes that can be printed', () => {
    const actes = sampleActes();
    expect(normalised(actes)).toMatchObject({ actes, repairs: { made: [] } });
    const signs = actesOf(paragraph('Été – « œuvre » \u00ad\u202f😀👨‍👩‍👧'));
    expect(normalised(signs)).toMatchObject({ actes: signs, repairs: { made: [] } });
  });

  it('[AC41] gives an empty title the label of the actes', () => {
    const nameless = sampleActes({ title: ' \u0000 ', parts: [] });
    const { actes, repairs } = normalised({ ...nameless, cover: { ...nameless.cover, title: '' } });
    expect([actes.title, actes.cover.title]).toEqual(['Actes du séminaire', 'Actes du séminaire']);
    expect(repairs.made).toEqual([
      { code: 'actes/empty-title', part: null, block: null, detail: '' },
      { code: 'actes/stripped-characters', part: null, block: null, detail: 'U+0000 ×1' },
    ]);
  });

  it('[AC71] gives a part without a title the label, says which, and drops a part without anything', () => {
    const parts = [part('text'), part('text', paragraph('a'), heading(1, 'b'), paragraph('c'))];
    const { actes, repairs } = normalised(sampleActes({ parts }));
    expect(actes.parts).toEqual([
      part('text', heading(1, 'Actes du séminaire'), paragraph('a'), heading(2, 'b'), paragraph('c')),
    ]);
    expect(repairs.made).toEqual([{ code: 'actes/empty-title', part: 1, block: null, detail: '' }]);
  });

  it('[AC42] lets headings descend by one under the one title of a part', () => {
    const levels = (...given: readonly (1 | 2 | 3 | 4 | 5)[]) =>
      under(...given.map((level) => heading(level, 'x'))).map((it) => it.type === 'heading' && it.level);
    expect(levels(3, 3, 3, 1, 3)).toEqual([2, 2, 2, 2, 3]);
    expect(levels(1, 2, 3, 4, 5)).toEqual([2, 3, 4, 5, 5]);
    expect(codes(heading(2, 'a'), heading(4, 'b'))).toEqual(['actes/heading-level']);
    expect(codes(heading(3, 'a'), heading(4, 'b'))).toEqual([]);
  });

  it('[AC43] drops headings without words, and says so', () => {
    const blocks = [heading(2, ' \u00a0\u200b\u0007'), paragraph('a')];
    expect(under(...blocks)).toEqual([paragraph('a')]);
    expect(codes(...blocks)).toEqual(['actes/empty-heading', 'actes/stripped-characters']);
  });

  it('[AC44] makes a heading inside anything a bold paragraph', () => {
    const bold = paragraph(words('a', { strong: true }));
    expect(under(quotation('', [heading(2, 'a')]))).toEqual([quotation('', [bold])]);
    expect(under(presentation('X', '', [heading(2, 'a')]))).toEqual([presentation('X', '', [bold])]);
    expect(codes(list(item(heading(2, 'a')), item(heading(3, 'b'))))).toEqual(['actes/nested-heading']);
  });

  it('[AC45] gives an image without a description the label, and names its file', () => {
    const { actes, repairs } = normalised(actesOf(image(' ', PAPERBOARD)));
    expect(actes.parts[0]?.blocks[1]).toEqual(image('Image sans description', PAPERBOARD));
    expect(repairs.made).toEqual([
      { code: 'actes/image-without-alternative', part: 0, block: 1, detail: PAPERBOARD },
    ]);
  });

  it('[AC46] strips what no page shows: controls, private use, lone surrogates, direction marks, accents over nothing', () => {
    const odd = 'a\u0000\u0007\u001b\ufeff\ue000\ud800\u202e\udfff\u200f\u{f0000} \u0301b';
    const { actes, repairs } = normalised(actesOf(paragraph(odd)));
    expect(actes.parts[0]?.blocks[1]).toEqual(paragraph('a b'));
    expect(repairs.made).toEqual([
      {
        code: 'actes/stripped-characters',
        part: null,
        block: null,
        detail:
          'U+0000 ×1, U+0007 ×1, U+001B ×1, U+FEFF ×1, U+E000 ×1, U+D800 ×1, U+202E ×1, U+DFFF ×1, U+200F ×1, U+F0000 ×1, U+0301 ×1',
      },
    ]);
  });

  it('[AC47] shows a sign for each character that no font covers, and counts them', () => {
    const latin = (codePoint: number) => codePoint < 0x250 || codePoint === 0x25a1;
    const plain = sampleActes({ parts: [part('text', TITLE, paragraph('会議, 会'))] });
    const { actes, repairs } = normalised(plain, (it) => latin(it) || it === 0x2019 || it === 0x2013);
    expect(actes.parts[0]?.blocks[1]).toEqual(paragraph('□□, □'));
    expect(repairs.made).toEqual([
      { code: 'actes/uncovered-characters', part: null, block: null, detail: 'U+4F1A ×2, U+8B70 ×1' },
    ]);
  });

  it('[AC48] composes accents, turns tabs and stray line ends into spaces, joins runs of the same marks', () => {
    const { actes, repairs } = normalised(actesOf(paragraph('e\u0301te\u0301\tun\r\n', 'deux\u2028trois')));
    expect(actes.parts[0]?.blocks[1]).toEqual(paragraph('été un deux trois'));
    expect(repairs.made).toEqual([]);
  });

  it('[AC49] drops what says nothing: empty paragraphs, lists, quotations, tables, people, and breaks at the ends', () => {
    const nothing = [
      paragraph(),
      paragraph(BREAK, '  '),
      facts(' '),
      numbered(1, item(paragraph(' '))),
      quotation('x', []),
      proposal('decision', [paragraph()]),
      contribution('a', 'b', []),
      { type: 'attendance', entries: [entry(' ')] },
      { type: 'table', columns: 1, rows: [[], [{ header: true, content: [] }]] },
    ] satisfies readonly ActesBlock[];
    expect(under(...nothing, paragraph(BREAK, ' a ', BREAK, ' b', BREAK))).toEqual([
      paragraph('a', BREAK, 'b'),
    ]);
    expect(codes(...nothing)).toEqual([]);
  });

  it('[AC50] keeps the words of what is nested too deep or too wide, and says so', () => {
    let nested: ActesBlock = paragraph('fond');
    for (let depth = 0; depth < 500; depth += 1) nested = list(item(paragraph(`n${String(depth)}`), nested));
    const wide = table(Array.from({ length: 40 }, (_, column) => `c${String(column)}`));
    const all = JSON.stringify(under(nested, wide));
    for (const said of ['fond', 'n0', 'n499', 'c0', 'c39']) expect(all).toContain(`"${said}"`);
    expect(codes(nested, wide)).toEqual(['actes/deep-nesting', 'actes/wide-table']);
  });

  it('[AC70] lets in a list, quotation, cell or presentation stand only what the editor does; the words stay', () => {
    const inCell = (...content: readonly ActesBlock[]) =>
      under({ type: 'table', columns: 1, rows: [[{ header: false, content }]] }).flatMap((it) =>
        it.type === 'table' ? (it.rows[0]?.[0]?.content ?? []) : [],
      );
    expect(inCell(numbered(7, item(paragraph('a')), item(paragraph('b'))))).toEqual([
      paragraph('7. a'),
      paragraph('8. b'),
    ]);
    expect(inCell(quotation('Marie', [paragraph('a')]))).toEqual([paragraph('a'), paragraph('— Marie')]);
    expect(inCell(paragraph('a', BREAK, BREAK, 'b'))).toEqual([paragraph('a'), paragraph('b')]);
    expect(under(quotation('', [proposal('decision', [paragraph('a')]), image('une image')]))).toEqual([
      quotation('', [paragraph(words('Décision', { strong: true })), paragraph('a'), paragraph('une image')]),
    ]);
    expect(under(list(item({ type: 'attendance', entries: [entry('A', 'b')] }, table(['x', 'y']))))).toEqual([
      list(item(paragraph('A – b'), paragraph('x'), paragraph('y'))),
    ]);
  });

  it('[AC72] makes a presentation of nobody plain words, and a quotation at its start what is quoted', () => {
    expect(under(presentation(' ', 'a', [paragraph('b')]))).toEqual([
      quotation('', [paragraph('a')]),
      paragraph('b'),
    ]);
    expect(under(presentation('X', '', [quotation('', [paragraph('a')]), paragraph('b')]))).toEqual([
      presentation('X', 'a', [paragraph('b')]),
    ]);
  });

  it('[AC15] keeps no address that could run something', () => {
    const linked = (link: string) => under(paragraph(words('mot', { link })))[0];
    expect(linked('javascript:alert(1)')).toEqual(paragraph('mot'));
    expect(linked('tel:+33297000000')).toEqual(paragraph(words('mot', { link: 'tel:+33297000000' })));
  });

  it('leaves a day that no calendar has, a logo without a file and rows of unlike length behind', () => {
    const { actes } = normalised({
      ...actesOf({ type: 'table', columns: 7, rows: [[cell('a')], [cell('b'), cell('c')]] }),
      day: '2026-02-31',
      logo: { alternative: 'x', file: null, mediaType: 'image/png' },
    });
    expect([actes.day, actes.logo]).toEqual(['', null]);
    expect(actes.parts[0]?.blocks[1]).toEqual({
      type: 'table',
      columns: 2,
      rows: [
        [cell('a'), cell('')],
        [cell('b'), cell('c')],
      ],
    });
  });

  it('[AC104] says where each block stands that was given, or what follows it', () => {
    const parts = [
      part('text', paragraph(' '), TITLE, heading(2, ''), image('', PAPERBOARD), paragraph('')),
      part('text', paragraph('')),
      part('text', presentation('', 'Oui', [paragraph('a'), paragraph('b')]), paragraph('c')),
    ];
    const { actes, repairs } = normalised(sampleActes({ parts }));
    expect(repairs.places).toEqual([[0, 0, 1, 1, 1], [0], [1, 4]]);
    expect(actes.parts.map((it) => it.blocks.length)).toEqual([2, 5]);
    expect(repairs.made.map(({ code, part: at, block }) => [code, at, block])).toEqual([
      ['actes/empty-heading', 0, 2],
      ['actes/image-without-alternative', 0, 3],
      ['actes/empty-title', 2, null],
    ]);
  });

  it('[AC51] changes nothing the second time', () => {
    const latin = (codePoint: number) => codePoint < 0x250;
    for (let seed = 0; seed < 300; seed += 1) {
      const { actes } = normalised(hostileActes(seed), latin);
      const again = normalised(actes, latin);
      expect(actesJson(again.actes) === actesJson(actes)).toBe(true);
      expect(again.repairs.made).toEqual([]);
    }
  });
});
