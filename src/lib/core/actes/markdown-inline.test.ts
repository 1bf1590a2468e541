import fc from 'fast-check';
import type { Token, Tokens } from 'marked';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { inlineMarkdown } from './markdown-inline.ts';
import { normaliseInlines } from './normalise-inlines.ts';
import type { Inline } from './rich-text.ts';

const text = (words: string): Inline => ({ type: 'text', text: words });

/** The Markdown of a paragraph as a document brings it, its ends trimmed. */
const paragraphMarkdown = (content: readonly Inline[]): string => {
  const cleaning = { covers: () => true, stripped: new Map(), uncovered: new Map() };
  return inlineMarkdown(normaliseInlines(content, cleaning));
};

type Read = { readonly words: string; readonly marks: string };

const decoded = (words: string): string =>
  words.replace(/&#x([0-9A-F]+);/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** What a Markdown reader sees in inline tokens: words with their marks, a break as a line end. */
function readInline(tokens: readonly Token[], marks = ''): readonly Read[] {
  return tokens.flatMap((token): readonly Read[] => {
    switch (token.type) {
      case 'strong':
        return readInline((token as Tokens.Strong).tokens, `${marks}S`);
      case 'em':
        return readInline((token as Tokens.Em).tokens, `${marks}E`);
      case 'link': {
        const link = token as Tokens.Link;
        const isAddress = link.raw.startsWith('<') || link.raw === link.text;
        return readInline(link.tokens, isAddress ? marks : `${marks}L`);
      }
      case 'br':
        return [{ words: '\n', marks: '' }];
      case 'text':
      case 'escape':
        return [{ words: token.type === 'text' ? decoded(token.raw) : (token as Tokens.Escape).text, marks }];
      default:
        return [{ words: `[${token.type}]`, marks }];
    }
  });
}

/** Neighbours with the same marks as one, marks in one order, spaces without marks. */
function settled(reads: readonly Read[]): readonly Read[] {
  const result: { words: string; marks: string }[] = [];
  for (const { words, marks } of reads.flatMap(({ words, marks }) =>
    words
      .split(/(\s+)/u)
      .map((part) => ({ words: part, marks: part.trim() === '' ? '' : [...marks].sort().join('') })),
  )) {
    const last = result.at(-1);
    if (last !== undefined && last.marks === marks) last.words += words;
    else if (words !== '') result.push({ words, marks });
  }
  return result;
}

const written = (content: readonly Inline[]): readonly Read[] =>
  content.map((inline) =>
    inline.type === 'break'
      ? { words: '\n', marks: '' }
      : {
          words: inline.text,
          marks: `${inline.strong ? 'S' : ''}${inline.emphasis ? 'E' : ''}${inline.link === undefined ? '' : 'L'}`,
        },
  );

describe('inlineMarkdown', () => {
  it.each([
    '1986. Une année',
    '1) un',
    '12. ',
    '# x',
    '###',
    '- x',
    '+ x',
    '* x',
    '-',
    '---',
    '***',
    '___',
    '===',
    '> cité',
    '>cité',
    '_souligné_ et un_mot_lié',
    '**gras** et *italique*',
    '~~barré~~ et ~un~',
    '&amp; &nbsp; &#65; & seul',
    '<b>gras</b> <script> <!-- x -->',
    '`code` et ``deux``',
    '```js',
    '[lien](https://exemple.fr) [^1] [x]: y',
    '[ ] à faire',
    '![image](x.png)',
    '!',
    'a | b | c',
    ':--',
    '--- | ---',
    'https://exemple.fr/a_b_c*d&amp;e?f=[1] fin',
    'voir https://exemple.fr/a_b.',
    'www.exemple.fr/a_b_*c*',
    'prenom_nom@exemple_un.fr',
    '\\ et \\* et \\',
    'fin #',
    '$x_1$ {y}',
    'http://',
    '<https://exemple.fr>',
    'ftp://exemple.fr/a|b',
    'a\\',
    '1986',
    'Setext\\n===',
  ])('[AC30] %j is read back as it was written', (words) => {
    for (const content of [
      [text(words)],
      [text(`début ${words}`)],
      [text('a'), { type: 'break' } as const, text(words)],
    ]) {
      const tokens = marked.lexer(paragraphMarkdown(content)).filter(({ type }) => type !== 'space');
      expect(tokens.map(({ type }) => type)).toEqual(['paragraph']);
      const expected = settled(written(content));
      const read = settled(readInline((tokens[0] as Tokens.Paragraph).tokens));
      expect(read.map(({ words }) => words).join('')).toBe(
        expected
          .map(({ words }) => words)
          .join('')
          .trim(),
      );
      expect(read.every(({ marks }) => marks === '')).toBe(true);
    }
  });

  const words = fc.string({
    unit: fc.constantFrom(
      ...' \u00a0#-+*_>=`~[]()!<&|\\:.,;12aéZ«»$"\'',
      'https://a.fr/x_y',
      'www.a.fr',
      'a@b.fr',
      '&amp;',
      '1. ',
      ' ',
      'mot',
    ),
    maxLength: 12,
  });
  const run = fc.record(
    {
      type: fc.constant('text' as const),
      text: words,
      strong: fc.constant(true as const),
      emphasis: fc.constant(true as const),
      link: fc.constantFrom('https://exemple.fr/a(b)?c=d&e=f', 'mailto:a@b.fr'),
    },
    { requiredKeys: ['type', 'text'] },
  );
  const runs = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: run },
      { weight: 1, arbitrary: fc.constant({ type: 'break' as const }) },
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  );

  /** Spaces beside line ends and at the two ends say nothing in Markdown. */
  const trimmedLines = (reads: readonly Read[]): string =>
    reads
      .map(({ words, marks }) => (marks === '' ? words : `${marks}{${words}}`))
      .join('')
      .replace(/[^\S\n]*\n[^\S\n]*/gu, '\n')
      .trim();

  it('[AC31] a letter that stands alone between two marks is read back with both', () => {
    const link = 'https://exemple.fr/';
    const content = [
      { type: 'text', text: '2', link },
      { type: 'text', text: 'a', strong: true, link },
      { type: 'text', text: 'b', strong: true, emphasis: true, link },
    ] as const;
    const [token] = marked.lexer(paragraphMarkdown(content));
    expect(trimmedLines(settled(readInline((token as Tokens.Paragraph).tokens)))).toBe(
      trimmedLines(settled(written(content))),
    );
  });

  it('[AC31] a sign before an emphasised mail address stays outside it', () => {
    const content = [
      { type: 'text', text: '+', strong: true },
      { type: 'text', text: 'a@b.fr;', strong: true, emphasis: true },
    ] as const;
    const [token] = marked.lexer(paragraphMarkdown(content));
    expect(trimmedLines(settled(readInline((token as Tokens.Paragraph).tokens)))).toBe(
      trimmedLines(settled(written(content))),
    );
  });

  it('[AC31] every paragraph is read back: words, marks and line breaks', () => {
    fc.assert(
      fc.property(runs, (content) => {
        const markdown = `start\n\n${paragraphMarkdown(content)}\n\nend`;
        const tokens = marked.lexer(markdown).filter(({ type }) => type !== 'space');
        const expected = trimmedLines(settled(written(content)));
        expect(tokens.map(({ type }) => type)).toEqual(
          expected === '' ? ['paragraph', 'paragraph'] : ['paragraph', 'paragraph', 'paragraph'],
        );
        if (expected === '') return;
        expect(trimmedLines(settled(readInline((tokens[1] as Tokens.Paragraph).tokens)))).toBe(expected);
      }),
    );
  });
});
