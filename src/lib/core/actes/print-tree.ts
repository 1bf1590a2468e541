/** The actes fully worded and in the order of the page: what a template or a serialiser sets without deciding anything. */
import type { Attribution } from '../seminar/person.ts';
import type {
  Actes,
  ActesAtelier,
  ActesContribution,
  ActesItem,
  ActesLabels,
  ActesLanguage,
  ActesPaperboards,
  ActesPresentation,
} from './gathered-actes.ts';
import type { PhotoType } from '../photos/photo.ts';
import { formatDay } from '../time/formats.ts';
import { frenchTypography } from './french-typography.ts';
import type { Block, Inline, RichText } from './rich-text.ts';
import { typeset } from './gathered-typeset.ts';

export type PrintBlock =
  /** Level 1 opens a part. `inContents`: listed in the table of contents. */
  | {
      readonly type: 'heading';
      readonly level: 1 | 2 | 3 | 4 | 5;
      readonly inContents: boolean;
      readonly content: readonly Inline[];
    }
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  /** A quiet line under a heading. */
  | { readonly type: 'facts'; readonly content: readonly Inline[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly PrintBlock[])[];
    }
  | { readonly type: 'quotation'; readonly attribution: string; readonly content: readonly PrintBlock[] }
  | { readonly type: 'proposal'; readonly label: string; readonly content: readonly PrintBlock[] }
  /** Words of one person; `label` tells the kind, '' when it has none. */
  | {
      readonly type: 'contribution';
      readonly label: string;
      readonly author: string;
      readonly content: readonly PrintBlock[];
    }
  | { readonly type: 'table'; readonly columns: number; readonly rows: readonly (readonly PrintCell[])[] }
  /** `file` is the hash of its bytes; null where they are not at hand. */
  | {
      readonly type: 'image';
      readonly alternative: string;
      /** Where it cannot be shown. */
      readonly inWords: string;
      readonly file: string | null;
      readonly mediaType: PhotoType | null;
    };

export type PrintCell = { readonly header: boolean; readonly content: readonly PrintBlock[] };

/** Plain data, ready to cross a process as JSON. */
export type PrintTree = {
  readonly language: ActesLanguage;
  /** The title of the file: the cover's title with what it is. */
  readonly title: string;
  readonly organisation: string;
  /** ISO day or ''. */
  readonly day: string;
  readonly cover: {
    readonly label: string;
    readonly title: string;
    readonly theme: string;
    readonly dayAndPlace: string;
    readonly counts: string;
  };
  readonly contents: string;
  readonly parts: readonly (readonly PrintBlock[])[];
};

/** The actes in their words and order; French ones are set by the rules of French typography. */
export function printTree(actes: Actes, labels: ActesLabels): PrintTree {
  const { cover, preamble, people = [], ateliers, paperboards = [], language, annexes = [] } = typeset(actes);
  const word = (text: string) => (language === 'fr' ? frenchTypography(text) : text);
  const parts = [
    ...(preamble.length === 0
      ? []
      : [[heading(1, word(labels.preamble)), ...blocksOf(preamble, 1, labels, word)]]),
    ...(people.length === 0 ? [] : [[heading(1, word(labels.people)), ...people.flatMap(presentationOf)]]),
    ...ateliers.map((atelier) => partOf(atelier, labels, word)),
    ...(paperboards.length === 0
      ? []
      : [
          [
            heading(1, word(labels.paperboards)),
            ...paperboards.flatMap((of) => paperboardsOf(of, labels, word)),
          ],
        ]),
    ...annexes.map(({ title, content }) => [heading(1, title), ...blocksOf(content, 1, labels, word)]),
  ];
  const label = word(labels.actes);
  return {
    language,
    title: cover.title === label ? label : `${label} – ${cover.title}`,
    organisation: cover.organisation,
    day: isDay(cover.day) ? cover.day : '',
    cover: {
      label,
      title: cover.title,
      theme: cover.theme,
      dayAndPlace: [dayInWords(cover.day, language), cover.place].filter((it) => it !== '').join(', '),
      counts: word(
        labels.counts(
          ateliers.filter(({ number }) => number > 0).length,
          cover.participants,
          cover.contributions,
        ),
      ),
    },
    contents: word(labels.contents),
    parts,
  };
}

type Word = (text: string) => string;

const plain = (text: string): readonly Inline[] => [{ type: 'text', text }];

const heading = (level: 1 | 2 | 3, text: string, inContents = true): PrintBlock => ({
  type: 'heading',
  level,
  inContents,
  content: plain(text),
});

/** `NOM Prénom – fonction (commune)`, what they want quoted, and their lines. */
function presentationOf({ attribution, quotation, text }: ActesPresentation): readonly PrintBlock[] {
  const who = attributionInWords(attribution);
  return [
    ...(who === '' ? [] : [heading(2, who, false)]),
    ...(quotation === ''
      ? []
      : [{ type: 'quotation', attribution: '', content: paragraphsOf(quotation) } satisfies PrintBlock]),
    ...paragraphsOf(text),
  ];
}

/** Under their atelier and point, each with its description. */
function paperboardsOf(
  { title, photos }: ActesPaperboards,
  labels: ActesLabels,
  word: Word,
): readonly PrintBlock[] {
  return [
    heading(2, title === '' ? word(labels.paperboards) : word(title)),
    ...photos.flatMap(({ item, file, mediaType, description }, index): PrintBlock[] => [
      ...(item === '' || item === photos[index - 1]?.item ? [] : [heading(3, item, false)]),
      { type: 'image', alternative: description, inWords: word(labels.photo(description)), file, mediaType },
    ]),
  ];
}

/** A title nobody gave leaves no colon behind; a plenary bears no number. */
const partTitle = (
  { number, title }: Pick<ActesAtelier, 'number' | 'title'>,
  labels: ActesLabels,
  word: Word,
): string => {
  const said = word(number === 0 ? title : labels.atelier(number, title)).replace(/[\s:–-]+$/u, '');
  return said === '' ? word(labels.synthesis) : said;
};

function partOf(atelier: ActesAtelier, labels: ActesLabels, word: Word): readonly PrintBlock[] {
  const asked = atelier.items.filter(({ questions }) => questions.length > 0);
  const left = atelier.items.filter(({ notTakenOver }) => notTakenOver.length > 0);
  const title = partTitle(atelier, labels, word);
  const synthesis = blocksOf(atelier.synthesis, 2, labels, word);
  return [
    heading(1, title),
    { type: 'facts', content: plain(word(labels.facts(atelier.participants, atelier.contributions))) },
    ...(asked.length === 0 ? [] : [heading(2, word(labels.questions)), ...asked.flatMap(questionsOf)]),
    heading(2, word(labels.synthesis)),
    ...(synthesis.length === 0
      ? [{ type: 'facts', content: plain(word(labels.noSynthesis)) } satisfies PrintBlock]
      : synthesis),
    ...(left.length === 0 && atelier.elsewhere.length === 0
      ? []
      : [
          heading(2, word(labels.notTakenOver)),
          ...atelier.elsewhere.map((it) => contributionOf(it, labels, word)),
          ...left.flatMap((item) => [
            ...titleOf(item),
            ...item.notTakenOver.map((it) => contributionOf(it, labels, word)),
          ]),
        ]),
  ];
}

const titleOf = (item: ActesItem): readonly PrintBlock[] =>
  item.title === '' ? [] : [heading(3, item.title, false)];

const questionsOf = (item: ActesItem): readonly PrintBlock[] => [
  ...titleOf(item),
  {
    type: 'list',
    ordered: false,
    start: 1,
    items: item.questions.map((text) => [{ type: 'paragraph', content: plain(text) }]),
  },
];

function contributionOf(contribution: ActesContribution, labels: ActesLabels, word: Word): PrintBlock {
  return {
    type: 'contribution',
    label: contribution.kind === null ? '' : word(labels.kind[contribution.kind]),
    author: attributionInWords(contribution.attribution) || word(labels.unnamed),
    content: paragraphsOf(contribution.text),
  };
}

/** `Prénom Nom – fonction (commune)`, as far as the person agreed; '' when nothing may be said. */
export function attributionInWords({ name, function: role, town }: Attribution): string {
  const who = [name, role].filter((it) => it !== null).join(' – ');
  if (town === null) return who;
  return who === '' ? town : `${who} (${town})`;
}

/** Typed lines as paragraphs: an empty line parts them, another line end breaks the line. */
function paragraphsOf(text: string): readonly PrintBlock[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({
      type: 'paragraph',
      content: paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .flatMap((line, index): Inline[] => [
          ...(index > 0 ? [{ type: 'break' } as const] : []),
          { type: 'text', text: line },
        ]),
    }));
}

/** The text with its headings `under` levels lower. */
function blocksOf(text: RichText, under: 1 | 2, labels: ActesLabels, word: Word): readonly PrintBlock[] {
  const all = (blocks: readonly Block[]): readonly PrintBlock[] => blocks.map(printed);
  const printed = (block: Block): PrintBlock => {
    switch (block.type) {
      case 'paragraph':
        return { type: 'paragraph', content: block.content.map(withSafeLink) };
      case 'heading': {
        const level = (block.level + under) as 2 | 3 | 4 | 5;
        return {
          type: 'heading',
          level,
          inContents: block.level === 1,
          content: block.content.map(withSafeLink),
        };
      }
      case 'list':
        return {
          type: 'list',
          ordered: block.ordered,
          start: Number.isSafeInteger(block.start) ? Math.min(Math.max(block.start, 0), LAST_NUMBER) : 1,
          items: block.items.map(({ content }) => all(content)),
        };
      case 'quotation':
        return { type: 'quotation', attribution: block.attribution, content: all(block.content) };
      case 'proposal':
        return { type: 'proposal', label: word(labels[block.kind]), content: all(block.content) };
      case 'table':
        return {
          type: 'table',
          columns: block.rows.reduce((most, row) => Math.max(most, row.length), 0),
          rows: block.rows.map((row) =>
            row.map(({ header, content }) => ({ header, content: all(content) })),
          ),
        };
      case 'image':
        return {
          ...{ type: 'image', alternative: block.alternative, inWords: block.alternative },
          ...{ file: null, mediaType: null },
        };
    }
  };
  return all(text);
}

const LAST_NUMBER = 999_999;
const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu;

/** A link that could run something keeps its words and loses its address. */
function withSafeLink(inline: Inline): Inline {
  if (inline.type === 'break' || inline.link === undefined || SAFE_LINK.test(inline.link)) return inline;
  const { link: _unsafe, ...words } = inline;
  return words;
}

/** Whether the text is an ISO day that the calendar has. */
function isDay(day: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(day)) return false;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
}

/** `26 novembre 2026`, `1er décembre 2026`; '' for anything but an ISO day. */
const dayInWords = (day: string, language: ActesLanguage): string =>
  isDay(day) ? formatDay(day, language) : '';
