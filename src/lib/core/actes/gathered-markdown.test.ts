import fc from 'fast-check';
import type { Token, Tokens } from 'marked';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Actes, ActesLabels } from './gathered-actes.ts';
import type { Block, Inline, RichText } from './rich-text.ts';
import { toMarkdown } from './gathered-markdown.ts';

const labels: ActesLabels = {
  actes: 'Minutes',
  contents: 'Contents',
  preamble: 'Preamble',
  people: 'Who we are',
  paperboards: 'Flip charts',
  photo: (description: string) => `Photo : ${description}`,
  atelier: (number, title) => `Workshop ${number}: ${title}`,
  questions: 'Questions',
  synthesis: 'Synthesis',
  notTakenOver: 'Not taken over',
  noSynthesis: 'No synthesis was written',
  unnamed: 'Without a name',
  kind: {
    observation: 'Observation',
    proposal: 'Proposal',
    experience: 'Experience',
    testimony: 'Testimony',
    'to-clarify': 'To clarify',
  },
  proposal: 'Proposal',
  decision: 'Decision',
  counts: (ateliers, participants, contributions) => `${ateliers}/${participants}/${contributions}`,
  image: 'Image without a description',
  facts: (participants, contributions) => `${participants} people, ${contributions} contributions`,
};

const actesOf = (synthesis: RichText, changes: Partial<Actes> = {}): Actes => ({
  language: 'en',
  cover: {
    organisation: 'Union',
    title: 'Meeting',
    theme: 'Links',
    place: 'Vannes',
    day: '2026-11-26',
    participants: 23,
    contributions: 31,
  },
  preamble: [],
  ateliers: [
    {
      id: 'a2',
      number: 2,
      title: 'Creating links',
      participants: 12,
      contributions: 18,
      items: [],
      elsewhere: [],
      synthesis,
    },
  ],
  ...changes,
});

const text = (
  words: string,
  marks: Omit<Extract<Inline, { type: 'text' }>, 'type' | 'text'> = {},
): Inline => ({
  type: 'text',
  text: words,
  ...marks,
});
const paragraph = (...content: readonly Inline[]): Block => ({ type: 'paragraph', content, sources: [] });
const said = (words: string): Block => paragraph(text(words));

/** The Markdown of the synthesis alone. */
function markdownOf(synthesis: RichText): string {
  const whole = toMarkdown(actesOf(synthesis), labels);
  const start = whole.indexOf('### Synthesis\n\n') + '### Synthesis\n\n'.length;
  return whole.slice(start, -1);
}

/** The plain words of inline tokens. */
const plainOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.type === 'escape') return (token as Tokens.Escape).text;
      if (token.type === 'text') return token.raw;
      return plainOf((token as Tokens.Generic).tokens ?? []);
    })
    .join('');

const wordsOf = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');

describe('toMarkdown', () => {
  /** The nesting of blocks with their words, as a Markdown reader sees it. */
  const shapeRead = (tokens: readonly Token[]): readonly unknown[] =>
    tokens.flatMap((token): readonly unknown[] => {
      switch (token.type) {
        case 'space':
          return [];
        case 'paragraph':
        case 'text':
          return [plainOf((token as Tokens.Paragraph).tokens)];
        case 'heading':
          return [[`h${(token as Tokens.Heading).depth}`, plainOf((token as Tokens.Heading).tokens)]];
        case 'blockquote':
          return [['quote', ...shapeRead((token as Tokens.Blockquote).tokens)]];
        case 'list': {
          const { ordered, start, items } = token as Tokens.List;
          return [[ordered ? `list from ${start}` : 'list', ...items.map((it) => shapeRead(it.tokens))]];
        }
        default:
          return [[token.type]];
      }
    });

  const shapeWritten = (blocks: readonly Block[]): readonly unknown[] =>
    blocks.map((block): unknown => {
      switch (block.type) {
        case 'paragraph':
          return wordsOf(block.content);
        case 'heading':
          return [`h${block.level + 3}`, wordsOf(block.content)];
        case 'quotation':
          return ['quote', ...shapeWritten(block.content), `— ${block.attribution}`];
        case 'list':
          return [
            block.ordered ? `list from ${block.start}` : 'list',
            ...block.items.map(({ content }) => shapeWritten(content)),
          ];
        default:
          return [block.type];
      }
    });

  it('[AC32] every nesting of lists and quotations is read back', () => {
    const line = fc.constantFrom('mot', '- x', '1. un', '# x', '> x', '12', '---', '=').map(said);
    const { block } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
      blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'b' }),
      block: fc.oneof(
        { depthIdentifier: 'b', depthSize: 'small', maxDepth: 4 },
        line,
        fc.record({
          type: fc.constant('quotation' as const),
          attribution: fc.constantFrom('A', '1. B'),
          content: tie('blocks'),
          sources: fc.constant([]),
        }),
        fc
          .record({
            type: fc.constant('list' as const),
            ordered: fc.boolean(),
            start: fc.constantFrom(1, 3, 98),
            items: fc.array(fc.record({ content: tie('blocks'), sources: fc.constant([]) }), {
              minLength: 1,
              maxLength: 3,
            }),
          })
          .map((list) => (list.ordered ? list : { ...list, start: 1 })),
      ),
    }));
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        expect(shapeRead(marked.lexer(markdownOf(blocks)))).toEqual(shapeWritten(blocks));
      }),
      { numRuns: 1_000 },
    );
  });

  it('[AC33] writes a table with its head, or an empty one, and what a cell holds on one line', () => {
    const cell = (header: boolean, ...content: readonly Block[]) => ({ header, content });
    const list: Block = {
      type: 'list',
      ordered: false,
      start: 1,
      items: ['un', 'deux'].map((words) => ({ content: [said(words)], sources: [] })),
    };
    const rows = [
      [cell(true, said('a | b')), cell(true, said('Qui'))],
      [cell(false, said('un'), said('deux')), cell(false, list)],
    ];
    expect(markdownOf([{ type: 'table', rows }])).toBe(
      ['| a \\| b | Qui |', '| --- | --- |', '| un<br>deux | • un<br>• deux |'].join('\n'),
    );
    const table = marked.lexer(markdownOf([{ type: 'table', rows }]))[0] as Tokens.Table;
    expect(table.header.map(({ tokens }) => plainOf(tokens))).toEqual(['a | b', 'Qui']);
    expect(markdownOf([{ type: 'table', rows: rows.slice(1) }])).toBe(
      ['|  |  |', '| --- | --- |', '| un<br>deux | • un<br>• deux |'].join('\n'),
    );
  });

  it('[AC34] writes the whole document in its order', () => {
    const contribution = (id: string, words: string, changes: object = {}) => ({
      id,
      text: words,
      kind: null,
      supports: 0,
      attribution: { name: null, function: null, town: null },
      ...changes,
    });
    const source: Actes = actesOf([], {
      preamble: [{ type: 'heading', level: 2, item: null, content: [text('Why')] }, said('Because.')],
      ateliers: [
        {
          id: 'a1',
          number: 1,
          title: 'Speaking',
          participants: 12,
          contributions: 18,
          items: [
            {
              title: '1. Who',
              questions: ['Who are we?', '# what'],
              notTakenOver: [
                contribution('c1', 'First line\nsecond line\n\nsecond paragraph', {
                  kind: 'testimony',
                  attribution: { name: 'Ada King', function: 'chair', town: 'Ely' },
                }),
                contribution('c2', '- a dash'),
              ],
            },
            { title: 'Nothing', questions: [], notTakenOver: [] },
          ],
          elsewhere: [
            contribution('c3', 'Anywhere', { attribution: { name: null, function: 'clerk', town: null } }),
          ],
          synthesis: [
            { type: 'heading', level: 1, item: null, content: [text('What we say #')] },
            { type: 'proposal', kind: 'proposal', content: [said('Write it.')], sources: [] },
            { type: 'proposal', kind: 'decision', content: [said('Meet again.')], sources: [] },
            { type: 'image', attachment: 'x', alternative: '' },
          ],
        },
        {
          id: 'a2',
          number: 2,
          title: '',
          participants: 0,
          contributions: 0,
          items: [],
          elsewhere: [],
          synthesis: [],
        },
      ],
    });
    expect(toMarkdown(source, labels)).toBe(`# Minutes – Meeting

Union\\
Links\\
26 November 2026, Vannes\\
2/23/31

## Preamble

### Why

Because.

## Workshop 1: Speaking

_12 people, 18 contributions_

### Questions

#### 1. Who

- Who are we?
- \\# what

### Synthesis

#### What we say \\#

**Proposal** – Write it.

**Decision** – Meet again.

_Image without a description_

### Not taken over

- Anywhere\\
  _clerk_

#### 1. Who

- First line\\
  second line

  second paragraph\\
  _Testimony · Ada King – chair (Ely)_

- \\- a dash\\
  _Without a name_

## Workshop 2

_0 people, 0 contributions_

### Synthesis

_No synthesis was written_
`);
  });

  it('[AC35] sets French by its rules, and keeps no address that could run something', () => {
    const markdown = toMarkdown(
      actesOf(
        [paragraph(text("L'atelier", { link: 'javascript:alert(1)' }), text(' demande: "pour qui ?"'))],
        {
          language: 'fr',
        },
      ),
      labels,
    );
    expect(markdown).toContain('\nL’atelier demande\u00a0: «\u00a0pour qui\u202f?\u00a0»\n');
    expect(markdown).toContain('26 novembre 2026, Vannes');
    expect(markdown).not.toContain('javascript');
  });
});
