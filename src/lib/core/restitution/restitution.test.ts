import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, RichText } from '../actes/rich-text.ts';
import { instant } from '../time/instant.ts';
import { plainText } from '../synthesis/written-words.ts';
import { cutSlides, MOST_SLIDES, slideOfHeading, slideShown, slideWithin } from './cut-slides.ts';
import { decideRestitution } from './decide-restitution.ts';
import type { Slide } from './restitution.ts';

const paragraph = (text: string): Block => ({
  ...{ type: 'paragraph', sources: [], content: [{ type: 'text', text }] },
});
const heading = (text: string, item: string | null = null): Block => ({
  ...{ type: 'heading', level: 2, item, content: [{ type: 'text', text }] },
});
const quotation = (attribution: string, ...texts: readonly string[]): Block => ({
  ...{ type: 'quotation', attribution, sources: [], content: texts.map(paragraph) },
});
const list = (...texts: readonly string[]): Block => ({
  type: 'list',
  ordered: true,
  start: 1,
  items: texts.map((text) => ({ content: [paragraph(text)], sources: [] })),
});
const sentence = 'Ouvrir le samedi matin, avec un café et quelqu’un qui écoute. ';
const shown = (slide: Slide): string => {
  if (slide.type === 'title') return `= ${slide.title}`;
  if (slide.type === 'further') return `further ${slide.screen}`;
  if (slide.type === 'page') return `page: ${plainText(slide.content)}`;
  return `${slide.type} ${slide.heading}: ${plainText(slide.content)}`;
};
const cut = (...text: RichText): readonly string[] => cutSlides('Accueillir', text).map(shown);

describe('[RS1] ideas', () => {
  test('the title, then each heading with what stands under it', () => {
    expect(
      cut(heading('Un'), paragraph('un.'), paragraph('encore.'), heading('Deux'), list('a', 'b')),
    ).toEqual(['= Accueillir', 'idea Un: un.\nencore.', 'idea Deux: – a\n– b']);
  });
  test('what is more than a screen is continued, a long paragraph where a sentence ends', () => {
    const slides = cutSlides('', [heading('Un'), paragraph(sentence.repeat(9)), list(...'abcdefghijkl')]);
    expect(slides.map(({ type }) => type)).toEqual(['title', 'idea', 'idea', 'idea']);
    for (const slide of slides.slice(1)) expect(slide).toMatchObject({ heading: 'Un' });
    const [, first, second, third] = slides;
    expect(first?.type === 'idea' && plainText(first.content)).toMatch(/écoute\.$/);
    const lists = [second, third].flatMap((slide) =>
      slide?.type === 'idea' ? slide.content.filter(({ type }) => type === 'list') : [],
    );
    const [one, other] = lists;
    if (one?.type !== 'list' || other?.type !== 'list') throw new Error('no lists');
    expect(other.start).toBe(1 + one.items.length);
  });
});

describe('[RS2] words apart', () => {
  test('quotations and proposals have slides of their own', () => {
    const proposal: Block = {
      type: 'proposal',
      kind: 'decision',
      sources: [],
      content: [paragraph('Voté.')],
    };
    const text = [heading('Un'), quotation('Inès', 'Oui.'), paragraph('Puis.'), proposal];
    expect(cutSlides('', text).slice(1)).toMatchObject([
      { type: 'quotation', heading: 'Un', attribution: 'Inès' },
      { type: 'idea', heading: 'Un' },
      { type: 'proposal', heading: 'Un', kind: 'decision' },
    ]);
  });
  test('who said it stands under the last words', () => {
    const slides = cutSlides('', [heading('Un'), quotation('Inès', sentence.repeat(5), sentence.repeat(5))]);
    expect(slides.slice(1)).toMatchObject([
      { attribution: '', unfinished: true },
      { attribution: 'Inès', goesOn: 'block' },
    ]);
    expect(slides[2]).not.toHaveProperty('unfinished');
  });
  test('a quotation without a name is not taken for the beginning of the next one', () => {
    const slides = cutSlides('', [heading('Un'), quotation('', 'Non.'), quotation('Inès', 'Oui.')]);
    for (const slide of slides) {
      expect(slide).not.toHaveProperty('unfinished');
      expect(slide).not.toHaveProperty('goesOn');
    }
  });
  test('what goes on in the middle of a paragraph is told from what goes on after it', () => {
    const goesOn = (...text: RichText) =>
      cutSlides('', [heading('Un'), ...text])
        .slice(1)
        .map((slide) => ('goesOn' in slide ? slide.goesOn : null));
    const [half, long] = [sentence.repeat(5), sentence.repeat(9)];
    expect(goesOn(paragraph(half), paragraph(half))).toEqual([null, null]);
    expect(goesOn(paragraph(long))).toEqual([null, 'words']);
    expect(goesOn(quotation('', half, half))).toEqual([null, 'block']);
    expect(goesOn(quotation('', long))).toEqual([null, 'words']);
    expect(goesOn(list(...'abcdefghijkl'))).toEqual([null, 'words']);
  });
  test('[RS13] a paragraph is not parted within a slide, nor at a no-break space', () => {
    const long = `${'mot '.repeat(70)}fin. ${'mot '.repeat(34)}fin. ${'a\u00a0'.repeat(12)}`;
    const slides = cutSlides('', [heading('Un'), paragraph(long)]).slice(1);
    for (const slide of slides) expect('content' in slide && slide.content).toHaveLength(1);
    const kept = cutSlides('', [heading('Un'), paragraph(`${'mot '.repeat(99)}${'a\u00a0'.repeat(40)}`)]);
    expect(kept.at(-1)).toMatchObject({ content: [{ content: [{ text: 'a\u00a0'.repeat(40) }] }] });
  });
});

test('[RS3] a table is alone, and a page when it is larger than a screen', () => {
  const row = (...cells: readonly string[]) =>
    cells.map((text) => ({ header: false, content: [paragraph(text)] }));
  const small: Block = { type: 'table', rows: [row('a', 'b')] };
  const large: Block = { type: 'table', rows: Array.from({ length: 20 }, () => row('a', 'b')) };
  const image: Block = { type: 'image', attachment: 'photo', alternative: 'Paperboard' };
  const text = [heading('Un'), paragraph('un.'), small, image, large, paragraph('fin.')];
  expect(cutSlides('', text)[4]).toMatchObject({ heading: 'Un' });
  expect(cutSlides('', text).map(({ type }) => type)).toEqual([
    ...['title', 'idea', 'idea', 'idea', 'page', 'further', 'further', 'idea'],
  ]);
});

const wordArbitrary = fc.stringMatching(/^[a-zé]{1,12}$/);
const wordsArbitrary = (most: number) =>
  fc.array(wordArbitrary, { minLength: 1, maxLength: most }).map((words) => words.join(' '));
const blockArbitrary: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: wordsArbitrary(90).map(paragraph) },
  wordsArbitrary(5).map(heading),
  fc.array(wordsArbitrary(30), { minLength: 1, maxLength: 12 }).map((texts) => list(...texts)),
  fc.tuple(wordArbitrary, wordsArbitrary(120)).map(([who, text]) => quotation(who, text)),
  wordsArbitrary(60).map((text): Block => ({
    type: 'proposal',
    kind: 'proposal',
    sources: [],
    content: [paragraph(text)],
  })),
  wordsArbitrary(20).map((text): Block => ({
    type: 'table',
    rows: [[{ header: true, content: [paragraph(text)] }]],
  })),
);
const words = (text: string): readonly string[] => text.split(/[\s–]+/u).filter((word) => word !== '');

test('[RS4] no word is lost or said twice, in the order of the text', () => {
  fc.assert(
    fc.property(fc.array(blockArbitrary, { maxLength: 12 }), (text) => {
      const slides = cutSlides('', text).slice(1);
      const said = slides.flatMap((slide) => ('content' in slide ? slide.content : []));
      const isPage =
        slides[0]?.type === 'page' && slides.every(({ type }) => type === 'page' || type === 'further');
      const written = isPage ? text : text.filter(({ type }) => type !== 'heading');
      expect(words(plainText(said))).toEqual(words(plainText(written)));
      const names = (blocks: readonly (Slide | Block)[]): string =>
        blocks.map((block) => (block.type === 'quotation' ? block.attribution : '')).join('');
      if (!isPage) expect(names(slides)).toBe(names(text));
      const headings = text.flatMap((block) => (block.type === 'heading' ? [plainText([block])] : []));
      headings.forEach((it, at) => {
        const slide = slides[slideOfHeading(text, at) - 1];
        if (!isPage) expect(slide).toMatchObject({ heading: it });
      });
    }),
    { numRuns: 1_000 },
  );
});

test('[RS11] a list that is parted leaves no item by itself', () => {
  const text = [heading('Un'), paragraph('un. '.repeat(92)), list(...'abcdefghijk')];
  expect(cut(...text).slice(1)).toEqual([
    expect.stringMatching(/un\.$/),
    `idea Un: ${[...'abcdefghi'].map((it) => `– ${it}`).join('\n')}`,
    'idea Un: – j\n– k',
  ]);
  expect(cut(heading('Un'), list(...'abcdefghij')).at(-1)).toBe('idea Un: – i\n– j');
});

describe('[RS5] what does not cut well', () => {
  test('a text without headings, or with an endless block, is a page', () => {
    expect(cut(paragraph('un.'))).toEqual(['= Accueillir', 'page: un.']);
    const endless = cutSlides('', [heading('Un'), paragraph(sentence.repeat(40))]);
    expect(endless.slice(0, 3).map(({ type }) => type)).toEqual(['title', 'page', 'further']);
  });
  test('so is one that nobody would turn to its end', () => {
    const text = Array.from({ length: MOST_SLIDES }, (_, at) => heading(`Point ${at}`));
    expect(
      cutSlides('', text)
        .slice(0, 3)
        .map(({ type }) => type),
    ).toEqual(['title', 'page', 'further']);
    expect(cutSlides('', text.slice(1))).toHaveLength(MOST_SLIDES);
  });
});

test('[RS6] what is not written is on no slide', () => {
  expect(cut()).toEqual(['= Accueillir']);
  expect(cut(heading(' '), paragraph(''), quotation('', ' '))).toEqual(['= Accueillir']);
  expect(cut(heading('Un'), paragraph(' '), heading('Deux'), paragraph('?'))).toEqual([
    ...['= Accueillir', 'idea Un: ', 'idea Deux: ?'],
  ]);
  const question: Block = {
    type: 'heading',
    level: 3,
    item: null,
    content: [{ type: 'text', text: 'Qui ?' }],
  };
  expect(cut(heading('Un', 'p1'), heading('Deux', 'p2'), question, paragraph('un.'))).toEqual([
    ...['= Accueillir', 'idea Deux: ', 'idea Qui ?: un.'],
  ]);
  expect(cut(heading('Un', 'p1'), paragraph(''))).toEqual(['= Accueillir']);
});

test('[RS7] a heading comes up on its slide', () => {
  const text = [paragraph('avant'), heading('Un'), paragraph(sentence.repeat(9)), heading('Deux')];
  expect([0, 1, 2].map((at) => slideOfHeading(text, at))).toEqual([2, 4, 0]);
  expect(slideOfHeading([paragraph('un.')], 0)).toBe(0);
});

test('[RS9] a long page is turned from its head to its foot', () => {
  const slides = cutSlides('', [paragraph(sentence.repeat(40))]);
  const downs = slides.slice(1).map((_, at) => slideShown(slides, at + 1)?.down ?? -1);
  expect(downs[0]).toBe(0);
  expect(downs.at(-1)).toBe(1);
  expect(downs).toEqual(downs.toSorted((a, b) => a - b));
  for (const at of downs.keys()) expect(slideShown(slides, at + 1)?.slide).toBe(slides[1]);
  expect(slideShown(slides, 999)?.down).toBe(1);
  expect(slideShown(slides, 0)).toEqual({ slide: slides[0], down: 0 });
  expect(slideShown([], 0)).toBeNull();
  // However long, it can be turned by what the wire takes.
  expect(cutSlides('', [paragraph(sentence.repeat(9_000))]).length).toBeLessThan(999);
});

describe('[RS8] showing', () => {
  const context = { now: instant(0), actor: null, newId: () => 'event' };
  const show = (slide: number) => ({ type: 'restitution/show', atelierId: 'a', slide }) as const;
  test('within the slides that there are, and once', () => {
    const at = decideRestitution(null, show(9), 4, context);
    expect(at.ok && at.value).toMatchObject([{ type: 'restitution/shown', payload: { slide: 3 } }]);
    expect(decideRestitution({ atelierId: 'a', slide: 3 }, show(9), 4, context)).toEqual({
      ok: true,
      value: [],
    });
    expect([slideWithin(5, 2), slideWithin(0, 0)]).toEqual([1, 0]);
  });
  test('put away when it is there', () => {
    const away = { type: 'restitution/put-away' } as const;
    expect(decideRestitution(null, away, 0, context)).toMatchObject({
      error: { code: 'restitution/nothing-shown' },
    });
    const put = decideRestitution({ atelierId: 'a', slide: 0 }, away, 0, context);
    expect(put.ok && put.value).toMatchObject([{ type: 'restitution/put-away' }]);
  });
});
