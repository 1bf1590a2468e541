/** The actes as one Markdown file: YAML, then CommonMark with tables; `readActesMarkdown` is its other half. */
import type { Actes, ActesBlock, ActesCell, ActesPart, ActesPicture } from './actes.ts';
import type { PartPlaces } from './front-matter.ts';
import { frontMatter, pictureAddress } from './front-matter.ts';
import type { MarkdownBlock } from './markdown-blocks.ts';
import { blocksMarkdown, headingLine } from './markdown-blocks.ts';
import { inlineMarkdown, lineMarkdown } from './markdown-inline.ts';
import { bearableMarks, marksInside } from './markdown-marks.ts';
import { normaliseActes } from './normalise-actes.ts';
import type { Inline } from './rich-text.ts';
import { SAYABLE } from './sayable-text.ts';

/** What stands for a title in actes that have none. */
export const NO_TITLE = '…';

/**
 * The actes as Markdown; the same actes give the same bytes, lines end with `\n`. Without the ids that say where words
 * come from, and without bold, italics and links where a paragraph or a table has more than a reader bears.
 */
export function toMarkdown(actes: Actes): string {
  const labels = { actes: NO_TITLE, image: '' };
  const { actes: said } = normaliseActes(actes, { covers: () => true, labels });
  const { organisation, cover } = said;
  const facts = [organisation, cover.theme, cover.dayAndPlace, cover.counts, cover.standing];
  const parts = said.parts.map(writtenPart);
  const texts = [
    frontMatter(
      said,
      parts.map(({ places }) => places),
    ),
    `# ${headingLine([{ type: 'text', text: said.title }])}`,
    facts
      .filter((fact) => fact !== '')
      .map(lineMarkdown)
      .join('\\\n'),
    ...parts.map(({ markdown }) => markdown),
  ];
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

function writtenPart({ kind, blocks }: ActesPart): { places: PartPlaces; markdown: string } {
  const headers: Record<string, string> = {};
  const places: Writable<Omit<PartPlaces, 'headers'>> = {
    kind,
    unlisted: [],
    facts: [],
    proposals: [],
    decisions: [],
    contributions: [],
    unlabelled: [],
    attendance: [],
    presentations: [],
  };
  const written: MarkdownBlock[] = [];

  for (const block of blocks.map(bearableMarks)) {
    const place = written.length + 1;
    switch (block.type) {
      case 'heading':
        if (!block.inContents) places.unlisted.push(place);
        break;
      case 'facts':
        places.facts.push(place);
        break;
      case 'attendance':
        places.attendance.push(place);
        break;
      case 'proposal':
        (block.kind === 'proposal' ? places.proposals : places.decisions).push(place);
        if (block.label === '') places.unlabelled.push(place);
        break;
      case 'contribution':
        places.contributions.push(place);
        if (block.label === '') places.unlabelled.push(place);
        break;
      case 'table': {
        const flags = headerFlags(block.rows);
        if (flags !== null) headers[String(place)] = flags;
        break;
      }
      default:
    }
    written.push(...writtenBlock(block));
    if (block.type === 'presentation')
      places.presentations.push(`${String(place)}-${String(written.length)}`);
  }
  return { places: { ...places, headers }, markdown: blocksMarkdown(written) };
}

const isHead = (row: readonly ActesCell[]): boolean => row.every(({ header }) => header);
const saysSomething = (row: readonly ActesCell[]): boolean => row.some(({ content }) => content.length > 0);
const hasHead = ([first]: readonly (readonly ActesCell[])[]): boolean =>
  first !== undefined && isHead(first) && saysSomething(first);

/** Null where Markdown says them itself: a first row of headers, or no header at all. */
function headerFlags(rows: readonly (readonly ActesCell[])[]): string | null {
  const body = hasHead(rows) ? rows.slice(1) : rows;
  if (body.every((row) => row.every(({ header }) => !header))) return null;
  return rows.map((row) => row.map(({ header }) => (header ? '1' : '0')).join('')).join(' ');
}

const all = (blocks: readonly ActesBlock[]): readonly MarkdownBlock[] => blocks.flatMap(writtenBlock);

const italic = (content: readonly Inline[]): readonly Inline[] =>
  content.map((inline) => (inline.type === 'text' ? { ...inline, emphasis: true } : inline));

const boldLine = (text: string): readonly MarkdownBlock[] =>
  text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text, strong: true }] }];

/** One block of Markdown for each, but for a presentation: its heading, its quotation, its lines. */
function writtenBlock(block: ActesBlock): readonly MarkdownBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', level: (block.level + 1) as 2 | 3 | 4 | 5 | 6, content: block.content }];
    case 'paragraph':
      return [{ type: 'paragraph', content: block.content }];
    case 'facts':
      return [{ type: 'paragraph', content: italic(block.content) }];
    case 'list': {
      const loose = marksInside([block]) > SAYABLE.blockMarks / 2;
      const { ordered, start } = block;
      return [{ type: 'list', ordered, start, loose, items: block.items.map(({ content }) => all(content)) }];
    }
    case 'quotation':
      return [{ type: 'quotation', attribution: block.attribution, content: all(block.content) }];
    case 'proposal':
      return [
        { type: 'quotation', attribution: '', content: [...boldLine(block.label), ...all(block.content)] },
      ];
    case 'contribution':
      return [
        {
          type: 'quotation',
          attribution: block.author,
          content: [...boldLine(block.label), ...all(block.content)],
        },
      ];
    case 'presentation':
      return [
        { type: 'heading', level: 3, content: [{ type: 'text', text: block.who }] },
        ...(block.quotation.length === 0
          ? []
          : [{ type: 'quotation', attribution: '', content: all(block.quotation) } as const]),
        ...all(block.content),
      ];
    case 'attendance':
      return [
        {
          type: 'list',
          ordered: false,
          start: 1,
          loose: block.entries.length > SAYABLE.blockMarks / 4,
          items: block.entries.map(({ who, note }) => [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: who },
                ...(note === ''
                  ? []
                  : [
                      { type: 'text', text: ' ' } as const,
                      { type: 'text', text: note, emphasis: true } as const,
                    ]),
              ],
            },
          ]),
        },
      ];
    case 'table': {
      const { columns } = block;
      const cells = block.rows.map((row) => row.map(cellMarkdown));
      return [
        hasHead(block.rows)
          ? { type: 'table', columns, head: cells[0] ?? null, rows: cells.slice(1) }
          : { type: 'table', columns, head: null, rows: cells },
      ];
    }
    case 'image':
      return [{ type: 'line', markdown: pictureMarkdown(block) }];
  }
}

const pictureMarkdown = (picture: ActesPicture): string => {
  const link = pictureAddress(picture);
  return picture.alternative === ''
    ? `![](${link})`
    : `!${inlineMarkdown([{ type: 'text', text: picture.alternative, link }], ' ')}`;
};

/** A cell is one line: `<br>` breaks it, two part its paragraphs. */
const cellMarkdown = ({ content }: ActesCell): string =>
  content
    .flatMap((block) => {
      if (block.type === 'paragraph') return [inlineMarkdown(block.content, '<br>')];
      return block.type === 'image' ? [pictureMarkdown(block)] : [];
    })
    .join('<br><br>');
