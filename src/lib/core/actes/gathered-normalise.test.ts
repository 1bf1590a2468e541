import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actes } from './gathered-actes.ts';
import { normaliseActes } from './gathered-normalise.ts';
import type { Block, Inline, RichText } from './rich-text.ts';

const labels = { actes: 'Actes du séminaire', image: 'Image sans description' };

const actesOf = (preamble: RichText, changes: Partial<Actes['cover']> = {}): Actes => ({
  language: 'fr',
  cover: {
    organisation: 'Union',
    title: 'Titre',
    theme: 'Thème',
    place: 'Vannes',
    day: '2026-11-26',
    participants: 1,
    contributions: 2,
    ...changes,
  },
  preamble,
  ateliers: [],
});

const normalised = (actes: Actes, covers: (codePoint: number) => boolean = () => true) =>
  normaliseActes(actes, { covers, labels });

const text = (words: string): Inline => ({ type: 'text', text: words });
const paragraph = (...content: readonly Inline[]): Block => ({ type: 'paragraph', content, sources: [] });
const heading = (level: 1 | 2 | 3, words: string): Block => ({
  type: 'heading',
  level,
  item: null,
  content: [text(words)],
});
const image = (alternative: string): Block => ({ type: 'image', attachment: 'photo', alternative });
const codes = (actes: Actes) => normalised(actes).report.map(({ code }) => code);

describe('normaliseActes', () => {
  it('[AC40] changes nothing in actes that can be printed', () => {
    const actes = actesOf([
      heading(1, 'Un'),
      heading(2, 'Deux'),
      heading(3, 'Trois'),
      heading(1, 'Quatre'),
      paragraph(text('Été – « œuvre » \u00ad\u202f😀👨‍👩‍👧')),
      image('Un paperboard'),
    ]);
    expect(normalised(actes)).toEqual({ actes, report: [] });
  });

  it('[AC41] gives an empty title the label of the actes', () => {
    const { actes, report } = normalised(actesOf([], { title: ' \u0000 ' }));
    expect(actes.cover.title).toBe('Actes du séminaire');
    expect(report.map(({ code }) => code)).toEqual(['actes/empty-title', 'actes/stripped-characters']);
  });

  it('[AC42] lets headings begin at the first level and descend by one', () => {
    const { actes, report } = normalised(
      actesOf([heading(3, 'a'), heading(3, 'b'), heading(3, 'c'), heading(1, 'd'), heading(3, 'e')]),
    );
    expect(actes.preamble.map((block) => block.type === 'heading' && block.level)).toEqual([1, 1, 1, 1, 2]);
    expect(report).toEqual([{ code: 'actes/heading-level', detail: 'preamble' }]);
  });

  it('[AC43] drops headings without words, and says so', () => {
    const actes = actesOf([heading(1, ' \u00a0\u0007'), paragraph(text('a'))]);
    expect(normalised(actes).actes.preamble).toEqual([paragraph(text('a'))]);
    expect(codes(actes)).toEqual(['actes/empty-heading', 'actes/stripped-characters']);
  });

  it('[AC44] makes a heading inside a list, a quotation or a table a bold paragraph', () => {
    const actes = actesOf([{ type: 'quotation', attribution: '', content: [heading(2, 'a')], sources: [] }]);
    expect(normalised(actes).actes.preamble).toEqual([
      {
        type: 'quotation',
        attribution: '',
        content: [paragraph({ type: 'text', text: 'a', strong: true })],
        sources: [],
      },
    ]);
    expect(codes(actes)).toEqual(['actes/nested-heading']);
  });

  it('[AC45] gives an image without a description the label, and names it', () => {
    const { actes, report } = normalised(actesOf([image(' ')]));
    expect(actes.preamble).toEqual([image('Image sans description')]);
    expect(report).toEqual([{ code: 'actes/image-without-alternative', detail: 'preamble, photo' }]);
  });

  it('[AC46] strips what no page shows: controls, private use, lone surrogates, direction marks, accents over nothing', () => {
    const odd = 'a\u0000\u0007\u001b\ufeff\ue000\ud800\u202e\udfff\u200f\u{f0000} \u0301b';
    const { actes, report } = normalised(actesOf([paragraph(text(odd))]));
    expect(actes.preamble).toEqual([paragraph(text('a b'))]);
    expect(report).toEqual([
      {
        code: 'actes/stripped-characters',
        detail:
          'U+0000 ×1, U+0007 ×1, U+001B ×1, U+FEFF ×1, U+E000 ×1, U+D800 ×1, U+202E ×1, U+DFFF ×1, U+200F ×1, U+F0000 ×1, U+0301 ×1',
      },
    ]);
  });

  it('[AC47] shows a sign for each character that no font covers, and counts them', () => {
    const latin = (codePoint: number) => codePoint < 0x250 || codePoint === 0x25a1;
    const { actes, report } = normaliseActes(actesOf([paragraph(text('会議, 会'))]), {
      covers: latin,
      labels,
    });
    expect(actes.preamble).toEqual([paragraph(text('□□, □'))]);
    expect(report).toEqual([{ code: 'actes/uncovered-characters', detail: 'U+4F1A ×2, U+8B70 ×1' }]);
    const ascii = normaliseActes(actesOf([paragraph(text('é'))]), { covers: (it) => it < 0x80, labels });
    expect(ascii.actes.preamble).toEqual([paragraph(text('?'))]);
  });

  it('[AC48] composes accents, turns tabs and stray line ends into spaces', () => {
    const { actes, report } = normalised(
      actesOf([paragraph(text('e\u0301te\u0301\tun\r\ndeux\u2028trois'))]),
    );
    expect(actes.preamble).toEqual([paragraph(text('été un deux trois'))]);
    expect(report).toEqual([]);
  });

  it('[AC49] drops what says nothing: empty paragraphs, lists, quotations, tables, and breaks at the ends', () => {
    const nothing: RichText = [
      paragraph(),
      paragraph({ type: 'break' }, text('  ')),
      { type: 'list', ordered: true, start: 1, items: [{ content: [paragraph(text(' '))], sources: [] }] },
      { type: 'quotation', attribution: 'x', content: [], sources: [] },
      { type: 'proposal', kind: 'decision', content: [paragraph()], sources: [] },
      { type: 'table', rows: [[], [{ header: true, content: [] }]] },
      paragraph({ type: 'break' }, text(' a '), { type: 'break' }, text(' b'), { type: 'break' }),
    ];
    expect(normalised(actesOf(nothing))).toEqual({
      actes: actesOf([paragraph(text('a'), { type: 'break' }, text('b'))]),
      report: [],
    });
  });

  it('[AC50] keeps the words of what is nested too deep or too wide, and says so', () => {
    let nested: Block = paragraph(text('fond'));
    for (let depth = 0; depth < 500; depth += 1) {
      nested = {
        type: 'list',
        ordered: false,
        start: 1,
        items: [{ content: [paragraph(text(`n${depth}`)), nested], sources: [] }],
      };
    }
    const wide: Block = {
      type: 'table',
      rows: [
        Array.from({ length: 40 }, (_, column) => ({
          header: false,
          content: [paragraph(text(`c${column}`))],
        })),
      ],
    };
    const { actes, report } = normalised(actesOf([nested, wide]));
    const all = JSON.stringify(actes.preamble);
    for (const words of ['fond', 'n0', 'n499', 'c0', 'c39']) expect(all).toContain(`"${words}"`);
    expect(report.map(({ code }) => code)).toEqual(['actes/deep-nesting', 'actes/wide-table']);
  });

  it('[AC51] changes nothing the second time', () => {
    const words = fc.string({ unit: 'binary', maxLength: 8 }).map(text);
    const { block } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
      blocks: fc.array(tie('block'), { maxLength: 3, depthIdentifier: 'b' }),
      block: fc.oneof(
        { depthIdentifier: 'b', depthSize: 'small' },
        fc.array(words, { maxLength: 3 }).map((content) => paragraph(...content)),
        fc.record({
          type: fc.constant('heading' as const),
          level: fc.constantFrom(1 as const, 2 as const, 3 as const),
          item: fc.constant(null),
          content: fc.array(words, { maxLength: 2 }),
        }),
        fc.record({
          type: fc.constant('list' as const),
          ordered: fc.boolean(),
          start: fc.nat(9),
          items: fc.array(fc.record({ content: tie('blocks'), sources: fc.constant([]) }), { maxLength: 3 }),
        }),
        fc.record({
          type: fc.constant('table' as const),
          rows: fc.array(
            fc.array(fc.record({ header: fc.boolean(), content: tie('blocks') }), { maxLength: 15 }),
            {
              maxLength: 3,
            },
          ),
        }),
        fc.string({ maxLength: 3 }).map(image),
      ),
    }));
    const latin = (codePoint: number) => codePoint < 0x250;
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (preamble) => {
        const { actes } = normalised(actesOf(preamble), latin);
        expect(normalised(actes, latin)).toEqual({ actes, report: [] });
      }),
      { numRuns: 300 },
    );
  });
});
