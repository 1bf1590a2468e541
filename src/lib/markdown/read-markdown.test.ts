import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, ListItem, RichText, TableCell } from '#core/actes/rich-text.ts';
import { SAYABLE, sayableText } from '#core/actes/sayable-text.ts';
import { textMarkdown } from '#core/actes/text-markdown.ts';
import { readMarkdown } from './read-markdown.ts';

const text = (
  words: string,
  marks: Omit<Extract<Inline, { type: 'text' }>, 'type' | 'text'> = {},
): Inline => ({
  type: 'text',
  text: words,
  ...marks,
});
const p = (...content: readonly (Inline | string)[]): Block => ({
  type: 'paragraph',
  content: content.map((it) => (typeof it === 'string' ? text(it) : it)),
  sources: [],
});
const item = (...content: readonly Block[]): ListItem => ({ content, sources: [] });
const list = (ordered: boolean, start: number, ...items: readonly ListItem[]): Block => ({
  type: 'list',
  ordered,
  start,
  items,
});
const cell = (header: boolean, ...content: readonly Block[]): TableCell => ({ header, content });
const BREAK: Inline = { type: 'break' };

const TRAPS = [
  ...[
    '1986. Une année',
    '# x',
    '###',
    '- x',
    '-',
    '+ x',
    '* x',
    '1)',
    '1) x',
    '12. ',
    '> x',
    '>x',
    '---',
    '===',
  ],
  ...[
    '_a_',
    'un_mot',
    '__a__',
    '*a*',
    '**a**',
    '***',
    '&nbsp;',
    '&amp;',
    '&#65;',
    '&',
    '~~a~~',
    '`a`',
    '```js',
  ],
  ...[
    '<b>',
    '</b>',
    '<script>alert(1)</script>',
    '<br>',
    '<!-- a -->',
    '<https://a.fr>',
    '[a]: b',
    '[a]',
    '[^1]',
  ],
  ...[
    '[ ] à faire',
    '![a](b)',
    '[a](b)',
    'www.x.fr',
    'https://a.fr/b_c*d?e=f&amp;g',
    'http://',
    'ftp://a.fr/x|y',
  ],
  ...[
    'prenom_nom@a_b.fr',
    'mailto:a@b.fr',
    '|',
    'a | b',
    '| - | - |',
    ':--',
    '\\',
    '\\*',
    'a\\',
    '\\|',
    '!',
    '|\\',
  ],
  ...[
    '    indenté',
    '\tonglet',
    ' bord ',
    '\u00a0insécable\u00a0',
    '\u202ffine\u202f',
    '12345678901234567890',
    '—',
  ],
  ...[
    '— Marie',
    'a\r\nb',
    'a\nb',
    'Proposition',
    '**Proposition**',
    'Decision',
    '$x_1$',
    ':-)',
    '•',
    '• a',
    '– a',
    'a) b',
    '\uf0b7a',
    'o a',
    '\u200b',
  ],
];

describe('readMarkdown after textMarkdown', () => {
  it.each(TRAPS)('[AC36] %j stays the words that were typed, wherever it stands', (words) => {
    const texts: RichText[] = [
      [p(words)],
      [p('début', BREAK, words, BREAK, 'fin')],
      [p('a', text(words, { strong: true }), 'b')],
      [p('a ', text(words, { emphasis: true }), ' b', text(words, { link: 'https://exemple.fr/' }))],
      [{ type: 'heading', level: 2, item: null, content: [text(words)] }, p(words), p(words)],
      [list(false, 1, item(p(words)), item(p(words), list(true, 7, item(p(words)))))],
      [{ type: 'quotation', attribution: words, content: [p('a')], sources: [] }],
      [
        {
          type: 'quotation',
          attribution: '',
          content: [p(text(words, { strong: true })), p(words)],
          sources: [],
        },
      ],
      [{ type: 'table', rows: [[cell(false, p(words, BREAK, words)), cell(false, p('a'), p(words))]] }],
      [{ type: 'image', attachment: 'piece_1-a', alternative: words }],
    ];
    for (const it of texts) expect(readMarkdown(textMarkdown(it))).toEqual(sayableText(it));
  });

  const words = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...TRAPS, 'mot', 'Un fonds de 3 000 €', 'été') },
    {
      weight: 2,
      arbitrary: fc.string({
        unit: fc.constantFrom(
          ...' \u00a0\u202f#-+*_>=`~[]()!<&|\\:.,;12aéZ«»—•$"\'',
          'www.',
          'a@b.fr',
          '&amp;',
          '1. ',
        ),
        maxLength: 10,
      }),
    },
  );
  const run = fc.record(
    {
      type: fc.constant('text' as const),
      text: words,
      strong: fc.constant(true as const),
      emphasis: fc.constant(true as const),
      link: fc.constantFrom(
        'https://exemple.fr/a(b)?c=d&e=f',
        'mailto:a@b.fr',
        'javascript:alert(1)',
        'https://a.fr',
      ),
    },
    { requiredKeys: ['type', 'text'] },
  );
  const inline = fc.oneof(
    { weight: 6, arbitrary: run },
    { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
  );
  const content = fc.array(inline, { maxLength: 5 });
  const sources = fc.constant<readonly string[]>([]);
  const { blocks } = fc.letrec<{ blocks: RichText; block: Block; items: readonly ListItem[] }>((tie) => ({
    blocks: fc.array(tie('block'), { maxLength: 4, depthIdentifier: 'text' }),
    items: fc.array(fc.record({ content: tie('blocks'), sources }), { minLength: 1, maxLength: 3 }),
    block: fc.oneof(
      { depthIdentifier: 'text', depthSize: 'small' },
      { weight: 4, arbitrary: fc.record({ type: fc.constant('paragraph' as const), content, sources }) },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant('heading' as const),
          level: fc.constantFrom(1 as const, 2 as const, 3 as const),
          item: fc.constant(null),
          content,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant('image' as const),
          attachment: fc.constantFrom('a', 'B_-9'),
          alternative: words,
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          type: fc.constant('list' as const),
          ordered: fc.boolean(),
          start: fc.constantFrom(0, 1, 1, 1, 9, 1986, 999_999, -1),
          items: tie('items'),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          type: fc.constant('quotation' as const),
          attribution: fc.oneof(fc.constant(''), words),
          content: tie('blocks'),
          sources,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          type: fc.constant('proposal' as const),
          kind: fc.constantFrom('proposal' as const, 'decision' as const),
          content: tie('blocks'),
          sources,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant('table' as const),
          rows: fc.array(
            fc.array(fc.record({ header: fc.boolean(), content: tie('blocks') }), { maxLength: 3 }),
            { maxLength: 3 },
          ),
        }),
      },
    ),
  }));

  it('[AC36] [AC37] every text is read back as it can be said, and written again with the same signs', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom('fr' as const, 'en' as const), (it, language) => {
        const sayable = sayableText(it);
        expect(sayableText(sayable)).toEqual(sayable);
        const markdown = textMarkdown(it, language);
        const read = readMarkdown(markdown);
        expect(read).toEqual(sayable);
        expect(textMarkdown(read, language)).toBe(markdown);
        expect(readMarkdown(markdown.replaceAll('\n', '\r\n'))).toEqual(sayable);
      }),
      { numRuns: 4_000 },
    );
  });
});

/** As readers do that take quotations for one over empty lines. */
const joiningQuotations = (markdown: string): string => markdown.replaceAll(/^(>.*)\n\n(?=>)/gmu, '$1\n>\n');

describe('quotations in a row', () => {
  const quotation = (attribution: string, ...content: readonly Block[]): Block => ({
    ...{ type: 'quotation', attribution, content, sources: [] },
  });

  it('[AC120] are as many, and words without a name never stand in one that somebody signs', () => {
    const unsigned = p('Je n’ose plus.');
    const quoted = fc
      .tuple(fc.constantFrom('', 'Jeanne Aubry', 'Inès'), fc.boolean())
      .map(([name, hasList]) =>
        quotation(
          name,
          name === '' ? unsigned : p('Nous ouvrons le mardi.'),
          ...(hasList ? [list(false, 1, item(p('un')), item(p('deux')))] : []),
        ),
      );
    fc.assert(
      fc.property(fc.array(quoted, { minLength: 1, maxLength: 6 }), (all) => {
        const nested = [list(false, 1, item(p('a'), ...all)), list(false, 1, item(...all))];
        expect(readMarkdown(textMarkdown(all))).toEqual(all);
        expect(readMarkdown(textMarkdown(nested))).toEqual(nested);
        for (const it of readMarkdown(joiningQuotations(textMarkdown(all))))
          if (it.type === 'quotation' && it.attribution !== '')
            expect(it.content).not.toContainEqual(unsigned);
      }),
      { numRuns: 40 },
    );
    const three = [quotation('', p('Un.')), quotation('Inès', p('Deux.')), quotation('', p('Trois.'))];
    expect(textMarkdown(three)).toBe('> Un.\n\n<!-- -->\n\n> Deux.\n>\n> — Inès\n\n> Trois.\n');
  });
});

const link = 'https://exemple.fr/appel';
const WHOLE: RichText = [
  { type: 'heading', level: 1, item: null, content: [text('Notes')] },
  p(
    'Un ',
    text('fonds', { strong: true }),
    ' et ',
    text('un ', { link }),
    text('appel', { emphasis: true, link }),
    '.',
  ),
  p('Ligne', BREAK, 'suivante'),
  { type: 'heading', level: 3, item: null, content: [text('Suites')] },
  list(false, 1, item(p('Puce'), list(true, 3, item(p('Trois')), item(p('Quatre'))))),
  list(false, 1, item(p('Une autre liste'), p('en deux paragraphes'))),
  {
    type: 'quotation',
    attribution: 'Jeanne Aubry – présidente (Vire)',
    content: [p('On y va.'), list(false, 1, item(p('ensemble')))],
    sources: [],
  },
  {
    type: 'proposal',
    kind: 'decision',
    content: [p('Voter le fonds'), { type: 'quotation', attribution: '', content: [p('Oui')], sources: [] }],
    sources: [],
  },
  {
    type: 'table',
    rows: [
      [cell(true, p('Action')), cell(true, p('Qui'))],
      [cell(false, p('Écrire', BREAK, 'relire'), p(text('vite', { strong: true }))), cell(false)],
    ],
  },
  { type: 'table', rows: [[cell(false, p('sans')), cell(false, p('en-tête'))]] },
  { type: 'image', attachment: 'photo_1', alternative: 'Le paperboard' },
];

const WRITTEN = `# Notes

Un **fonds** et [un _appel_](https://exemple.fr/appel).

Ligne\\
suivante

### Suites

- Puce

  3. Trois
  4. Quatre

* Une autre liste

  en deux paragraphes

> On y va.
>
> - ensemble
>
> — Jeanne Aubry – présidente (Vire)

> **Décision**
>
> Voter le fonds
>
> > Oui

| Action | Qui |
| --- | --- |
| Écrire<br>relire<br><br>**vite** |  |

|  |  |
| --- | --- |
| sans | en-tête |

![Le paperboard](attachment:photo_1)
`;

describe('what Markdown can say', () => {
  it('[AC37] is every block of the editor, written as plain as it is read', () => {
    expect(sayableText(WHOLE)).toEqual(WHOLE);
    expect(textMarkdown(WHOLE)).toBe(WRITTEN);
    expect(readMarkdown(WRITTEN)).toEqual(WHOLE);
    expect(textMarkdown([])).toBe('');
  });

  it('[AC38] is neither sources and points, nor what is empty, nor spaces at the ends of lines', () => {
    const said = (it: RichText) => readMarkdown(textMarkdown(it));
    expect(
      said([
        { type: 'heading', level: 2, item: 'point-1', content: [text(' Budget '), BREAK, text('2027')] },
        {
          type: 'paragraph',
          content: [text('  Un', { strong: true }), text(' mot ', { strong: true }), BREAK],
          sources: ['c1'],
        },
        p(),
        list(true, 4, { content: [p('a')], sources: ['c2'] }, item(p(' '))),
      ]),
    ).toEqual([
      { type: 'heading', level: 2, item: null, content: [text('Budget 2027')] },
      p(text('Un mot', { strong: true })),
      list(true, 4, item(p('a'))),
    ]);
  });

  it('[AC38] is what the editor lets stand there: the words of anything else stay', () => {
    const table: Block = {
      type: 'table',
      rows: [
        [cell(true, list(true, 2, item(p('a')), item(p('b')))), cell(false)],
        [cell(true, p('c', BREAK, BREAK, 'd'))],
      ],
    };
    expect(sayableText([table])).toEqual([
      {
        type: 'table',
        rows: [
          [cell(true, p('2. a'), p('3. b')), cell(true)],
          [cell(false, p('c'), p('d')), cell(false)],
        ],
      },
    ]);
    expect(sayableText([{ type: 'proposal', kind: 'proposal', content: [table], sources: [] }])).toEqual([
      {
        type: 'proposal',
        kind: 'proposal',
        content: [list(true, 2, item(p('a')), item(p('b'))), p('c', BREAK, BREAK, 'd')],
        sources: [],
      },
    ]);
  });

  it('[AC38] is no more nesting and no more signs than a reader bears', () => {
    let deep: Block = p('fond');
    for (let level = 0; level < 20; level += 1) deep = list(false, 1, item(p(String(level)), deep));
    const read = readMarkdown(textMarkdown([deep]));
    expect(read).toEqual(sayableText([deep]));
    expect(JSON.stringify(read).match(/"list"/gu)).toHaveLength(SAYABLE.depth);
    expect(JSON.stringify(read)).toContain('fond');

    const bold = (count: number) =>
      Array.from({ length: count }, (_, index) => [
        text(`n${index}`, { strong: true }),
        text(' mot_lié '),
      ]).flat();
    const names = Array.from({ length: 300 }, (_, index) =>
      item(p(text(`NOM ${index}`, { strong: true }), ' prénom')),
    );
    for (const many of [
      [p(...bold(50))],
      [p(...bold(500))],
      [list(false, 1, ...names)],
      [list(true, 1, ...names, ...names, ...names)],
    ]) {
      expect(readMarkdown(textMarkdown(many))).toEqual(sayableText(many));
    }
    expect(sayableText([list(false, 1, ...names)])).toEqual([list(false, 1, ...names)]);
  });
});

describe('Markdown from elsewhere', () => {
  it('[AC39] keeps its words, in the blocks that the editor has', () => {
    const markdown = [
      'Titre',
      '=====',
      '#### Petit',
      'Caf&eacute; &amp; th&#233; &inconnu; `code_x` ~~barré~~ <b>gras</b><br>fin www.x.fr',
      '- [x] fait',
      '- [ ] à faire',
      '',
      '> # Cité',
      '> — *Une élue*  ',
      '> dite',
      '',
      '> mot',
      '>',
      '> — *Une élue*',
      '',
      '---',
      '```',
      'ligne 1',
      '# ligne 2',
      '```',
      'Avant ![photo](https://ailleurs.fr/p.png) [js](javascript:alert) ![alt](attachment:p1) après',
      '<div onclick="x()">bloc</div><!-- non -->',
      '',
      '[réf][1]',
      '',
      '[1]: https://exemple.fr/?a=1&amp;b=2',
    ].join('\n');
    expect(readMarkdown(`\ufeff${markdown}`)).toEqual([
      { type: 'heading', level: 1, item: null, content: [text('Titre')] },
      { type: 'heading', level: 3, item: null, content: [text('Petit')] },
      p('Café & thé &inconnu; code_x barré <b>gras</b>', BREAK, 'fin www.x.fr'),
      list(false, 1, item(p('☑ fait')), item(p('☐ à faire'))),
      {
        type: 'quotation',
        attribution: '',
        content: [
          p(text('Cité', { strong: true })),
          p('— ', text('Une élue', { emphasis: true }), BREAK, 'dite'),
        ],
        sources: [],
      },
      { type: 'quotation', attribution: 'Une élue', content: [p('mot')], sources: [] },
      p('ligne 1', BREAK, '# ligne 2'),
      p('Avant ', text('photo', { link: 'https://ailleurs.fr/p.png' }), ' js'),
      { type: 'image', attachment: 'p1', alternative: 'alt' },
      p('après'),
      p('<div onclick="x()">bloc</div>'),
      p(text('réf', { link: 'https://exemple.fr/?a=1&b=2' })),
    ]);
  });

  it('[AC39] cannot make the reading fail, however deep or long it is', () => {
    const steps = Array.from({ length: 400 }, (_, index) => `${' '.repeat(index * 2)}- a`).join('\n');
    const hostile = [
      '>'.repeat(20_000),
      '- '.repeat(5_000),
      '1. '.repeat(4_000),
      '> - '.repeat(2_000),
      steps,
    ];
    for (const markdown of [
      ...hostile,
      `${'*a **b '.repeat(2_000)}${'b** a*'.repeat(2_000)}`,
      '!['.repeat(20_000),
    ]) {
      const read = readMarkdown(markdown);
      expect(readMarkdown(textMarkdown(read))).toEqual(read);
    }
    expect(JSON.stringify(readMarkdown('>'.repeat(20_000)))).toContain('>>>');
  });
});

describe('[AC122] lists of plain text in Markdown', () => {
  const bullets = (...words: readonly string[]) => list(false, 1, ...words.map((it) => item(p(it))));

  it('are lists beside those of Markdown, with what stands in bold', () => {
    expect(readMarkdown('Nous voulons :\n• ouvrir **tôt**\n• 1986. prêter\nVoilà.\n')).toEqual([
      p('Nous voulons :'),
      list(false, 1, item(p('ouvrir ', text('tôt', { strong: true }))), item(p('1986. prêter'))),
      p('Voilà.'),
    ]);
    expect(readMarkdown('Nous voulons :\n\n    • a\n\n    • b\n')).toEqual([
      p('Nous voulons :'),
      bullets('a', 'b'),
    ]);
    expect(readMarkdown('1. un\n2. deux\n\na) trois\nb) quatre')).toEqual([
      list(true, 1, item(p('un')), item(p('deux'))),
      list(true, 1, item(p('trois')), item(p('quatre'))),
    ]);
    expect(readMarkdown('• a\\\n• b')).toEqual([bullets('a', 'b')]);
    expect(readMarkdown('-\u00a0a\n\n-\u00a0\u00a0b')).toEqual([bullets('a', 'b')]);
  });

  it('leave alone what Markdown reads as another block, or inside its own list', () => {
    expect(readMarkdown('<!-- à revoir\n– un\n– deux\n-->\nTexte')).toEqual([p('Texte')]);
    expect(readMarkdown('- un\n\n  <!--\n  – deux\n  – trois\n  -->')).toEqual([bullets('un')]);
    expect(readMarkdown('Un <!-- mot\n– un\n– deux -->')).toEqual([p('Un <!-- mot – un – deux -->')]);
    expect(readMarkdown('```\n~~~\n– a\n– b\n```')).toEqual([p('~~~', BREAK, '– a', BREAK, '– b')]);
    expect(readMarkdown('<div>\n– a\n– b\n</div>')).toHaveLength(1);
    expect(readMarkdown('a | b\n--- | ---\n– x | 1\n– y | 2')).toMatchObject([
      { type: 'table', rows: { length: 3 } },
    ]);
    expect(readMarkdown('1. un\n   • a\n   • b\n2. deux')).toMatchObject([
      { type: 'list', ordered: true, items: { length: 2 } },
    ]);
    expect(readMarkdown('1. un\n• a\n• b\n2. deux')).toHaveLength(3);
  });

  it('are none where people speak: lines stay lines', () => {
    expect(readMarkdown('Elle raconte :\n– Vous venez ?\n– Demain.\nPuis rien.')).toEqual([
      p('Elle raconte :', BREAK, '– Vous venez ?', BREAK, '– Demain.', BREAK, 'Puis rien.'),
    ]);
    expect(readMarkdown('— Bonjour.\\\n— Entrez.\n\n— Merci.')).toEqual([
      p('— Bonjour.', BREAK, '— Entrez.'),
      p('— Merci.'),
    ]);
    expect(textMarkdown([p('— Bonjour.', BREAK, '— Entrez.')])).toBe('— Bonjour.\\\n— Entrez.\n');
  });

  it('end before the prose below them, those of Markdown too', () => {
    expect(readMarkdown('- a\n- b\nVoilà.')).toEqual([bullets('a', 'b'), p('Voilà.')]);
    expect(readMarkdown('- a\n- b et\n  Monsieur Untel\n\nVoilà.')).toEqual([
      bullets('a', 'b et Monsieur Untel'),
      p('Voilà.'),
    ]);
  });

  it('are lines in code, and one alone is a line', () => {
    expect(readMarkdown('```\n• a\n• b\n```')).toEqual([p('• a', BREAK, '• b')]);
    expect(readMarkdown('• a\n\nVoilà.')).toEqual([p('• a'), p('Voilà.')]);
    expect(readMarkdown('- a\n- b\n\n• c')).toEqual([bullets('a', 'b'), p('• c')]);
  });

  it('[AC36] are written as words where they were typed as words', () => {
    const typed = [p('• a'), p('• b', BREAK, '– c'), p('– d')];
    expect(textMarkdown(typed)).toBe('&#x2022; a\n\n&#x2022; b\\\n&#x2013; c\n\n&#x2013; d\n');
    expect(readMarkdown(textMarkdown(typed))).toEqual(typed);
    expect(textMarkdown([p('– Une réplique.')])).toBe('– Une réplique.\n');
  });
});
