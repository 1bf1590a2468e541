/** The paragraph styles that word processors show: one list for DOCX and ODT, with what each looks like. */
import type { ActesLanguage } from '#core/actes/actes.ts';
import en from '#i18n/en/actes-files.ts';
import fr from '#i18n/fr/actes-files.ts';

export const OFFICE_WORDS = { fr, en } satisfies Record<ActesLanguage, typeof fr>;

export const COLOURS = { ink: '16233B', muted: '56617A', accent: '0B5F61', rule: 'D9D5CB' } as const;
/** Installed with Word, and by their twins Caladea and Carlito with LibreOffice, letter for letter as wide. */
export const FONTS = { serif: 'Cambria', sans: 'Calibri' } as const;

/** A4 in millimetres, as the PDF sets it. */
export const PAGE = { width: 210, height: 297, left: 28, right: 24, top: 27, bottom: 26 } as const;
export const TEXT_WIDTH_MM = PAGE.width - PAGE.left - PAGE.right;

/** In millimetres: what a picture has room in, in the text and on the cover. */
export const PICTURE_ROOM = { width: TEXT_WIDTH_MM, height: 165 } as const;
export const LOGO_ROOM = { width: 70, height: 22 } as const;

/** How much further in each level of a list stands. */
export const LIST_STEP_MM = 6;
const BULLETS = ['•', '–', '·'] as const;
/** Levels count from 0. */
export const bulletOf = (level: number): string => BULLETS[level % BULLETS.length] ?? BULLETS[0];

export type Look = {
  readonly font: keyof typeof FONTS;
  readonly points: number;
  readonly bold?: true;
  readonly colour: keyof typeof COLOURS;
  /** Points. */
  readonly before: number;
  readonly after: number;
  /** Per cent of a line. */
  readonly line: number;
  /** Millimetres. */
  readonly indent?: number;
  readonly keepNext?: true;
  readonly pageBreak?: true;
  /** Drawn by the paragraph: a hairline above, or a bar at its left. */
  readonly rule?: 'above' | 'left';
  /** A tab at the right margin, led to by dots in tables of contents. */
  readonly tab?: 'dots' | 'plain';
};

export type FlowStyle =
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'heading5'
  | 'unlisted1'
  | 'unlisted2'
  | 'unlisted3'
  | 'body'
  | 'listText'
  | 'facts'
  | 'quotation'
  | 'attribution'
  | 'label'
  | 'person'
  | 'present'
  | 'caption'
  | 'picture'
  | 'tableHead'
  | 'tableText'
  | 'organisation'
  | 'coverLabel'
  | 'title'
  | 'subtitle'
  | 'coverFacts'
  | 'contentsHeading'
  | 'contents1'
  | 'contents2'
  | 'contents3'
  | 'runningHead'
  | 'pageNumber';

export type OfficeStyle = {
  readonly style: FlowStyle;
  /** `id` of the DOCX style; `name` is the built-in one that Word says in its own language, or ours. */
  readonly word: { readonly id: string; readonly name: string; readonly ours: boolean };
  /** The ODT style, and what LibreOffice shows. */
  readonly odt: { readonly name: string; readonly shown: string };
  readonly parent: FlowStyle | null;
  /** Level of a heading. */
  readonly level: number | null;
  readonly look: Look;
};

const HEADINGS = [
  { points: 23, colour: 'ink', before: 0, after: 20 },
  { points: 14, colour: 'ink', before: 22, after: 8 },
  { points: 12, colour: 'ink', before: 16, after: 6 },
  { points: 11, colour: 'accent', before: 13, after: 5 },
  { points: 10.5, colour: 'muted', before: 11, after: 4 },
] as const;

const headingLook = (level: number, newPages: boolean): Look => {
  const sizes = HEADINGS[level - 1] ?? HEADINGS[4];
  const pageBreak = level === 1 && newPages ? ({ pageBreak: true } as const) : {};
  // Below a title without a page of its own, a part opens more quietly.
  const among = level === 1 && !newPages ? { points: 18, before: 26, after: 10 } : {};
  return { ...sizes, ...pageBreak, ...among, font: 'sans', bold: true, line: 105, keepNext: true };
};

/** In points, below a quotation and who said it. */
export const BELOW_QUOTATION = 10;

/** In points, above the title of a part that stands below another. */
export const BELOW_ANOTHER = 36;

const small = { font: 'sans', colour: 'muted', line: 110 } as const;
const text = { font: 'serif', colour: 'ink', line: 120 } as const;

/** Every style of a document in this language; `newPages`: its parts open on a new page. */
export function officeStyles(language: ActesLanguage, newPages: boolean): readonly OfficeStyle[] {
  const words = OFFICE_WORDS[language].styles;
  const builtIn = (
    style: FlowStyle,
    [id, name]: readonly [id: string, name: string],
    [odt, shown]: readonly [odt: string, shown: string],
    look: Look,
    level: number | null = null,
  ): OfficeStyle => ({
    style,
    word: { id, name, ours: false },
    odt: { name: odt, shown },
    parent: null,
    level,
    look,
  });
  const ours = (
    style: FlowStyle,
    id: string,
    name: string,
    look: Look,
    of: { readonly parent?: FlowStyle; readonly level?: number } = {},
  ): OfficeStyle => ({
    style,
    word: { id, name, ours: true },
    odt: { name: id, shown: name },
    parent: of.parent ?? null,
    level: of.level ?? null,
    look,
  });
  const headings = ([1, 2, 3, 4, 5] as const).map((level) =>
    builtIn(
      `heading${level}`,
      [`Heading${level}`, `heading ${level}`],
      [`Heading_20_${level}`, `Heading ${level}`],
      headingLook(level, newPages),
      level,
    ),
  );
  const unlisted = ([1, 2, 3] as const).map((level) =>
    ours(`unlisted${level}`, `Unlisted${level}`, words.unlisted(level), headingLook(level, newPages), {
      parent: `heading${level}`,
      level,
    }),
  );
  const contents = ([1, 2, 3] as const).map((level) =>
    builtIn(
      `contents${level}`,
      [`TOC${level}`, `toc ${level}`],
      [`Contents_20_${level}`, `Contents ${level}`],
      {
        font: level === 1 ? 'sans' : 'serif',
        points: level === 3 ? 10 : 11,
        ...(level === 1 ? { bold: true } : {}),
        colour: level === 3 ? 'muted' : 'ink',
        before: level === 1 ? 7 : 1,
        after: 1,
        line: 110,
        indent: (level - 1) * 5,
        tab: 'dots',
      },
    ),
  );
  return [
    builtIn('body', ['BodyText', 'Body Text'], ['Text_20_body', 'Text body'], {
      ...text,
      points: 11,
      before: 0,
      after: 7,
    }),
    ...headings,
    ...unlisted,
    builtIn('listText', ['ListParagraph', 'List Paragraph'], ['List_20_1', 'List 1'], {
      ...text,
      points: 11,
      before: 0,
      after: 4,
    }),
    builtIn('quotation', ['Quote', 'Quote'], ['Quotations', 'Quotations'], {
      ...text,
      points: 12,
      before: 5,
      after: 5,
      indent: 5,
      rule: 'left',
    }),
    ours('attribution', 'Attribution', words.attribution, {
      ...small,
      points: 9.5,
      before: 0,
      after: BELOW_QUOTATION,
      indent: 5,
      rule: 'left',
    }),
    ours('facts', 'Facts', words.facts, { ...small, points: 9.5, before: 0, after: 14 }),
    ours('label', 'Label', words.label, {
      font: 'sans',
      points: 9.5,
      colour: 'muted',
      before: 7,
      after: 3,
      line: 110,
      keepNext: true,
      rule: 'above',
    }),
    ours('person', 'Person', words.person, {
      font: 'sans',
      points: 10.5,
      colour: 'ink',
      before: 11,
      after: 3,
      line: 115,
      keepNext: true,
    }),
    ours('present', 'Present', words.present, { ...text, points: 11, before: 0, after: 2 }),
    builtIn('caption', ['Caption', 'caption'], ['Caption', 'Caption'], {
      ...small,
      points: 9.5,
      before: 0,
      after: 14,
    }),
    builtIn('picture', ['Figure', 'table of figures'], ['Figure', 'Figure'], {
      ...text,
      points: 11,
      before: 8,
      after: 4,
      line: 100,
      keepNext: true,
    }),
    ours('tableHead', 'TableHeading', words.tableHead, {
      font: 'sans',
      points: 9.5,
      bold: true,
      colour: 'ink',
      before: 2,
      after: 2,
      line: 110,
    }),
    ours('tableText', 'TableText', words.tableText, {
      ...text,
      points: 10.5,
      before: 2,
      after: 2,
      line: 110,
    }),
    ours('organisation', 'Organisation', words.organisation, {
      font: 'sans',
      points: 11,
      bold: true,
      colour: 'ink',
      before: 0,
      after: 12,
      line: 115,
    }),
    ours('coverLabel', 'CoverLabel', words.coverLabel, {
      font: 'sans',
      points: 13,
      bold: true,
      colour: 'accent',
      before: newPages ? 130 : 20,
      after: 4,
      line: 110,
    }),
    builtIn('title', ['Title', 'Title'], ['Title', 'Title'], {
      font: 'sans',
      points: newPages ? 36 : 24,
      bold: true,
      colour: 'ink',
      before: 0,
      after: newPages ? 18 : 8,
      line: 95,
    }),
    builtIn('subtitle', ['Subtitle', 'Subtitle'], ['Subtitle', 'Subtitle'], {
      font: 'sans',
      points: newPages ? 14 : 11.5,
      colour: 'muted',
      before: 0,
      after: 4,
      line: 115,
    }),
    ours('coverFacts', 'CoverFacts', words.coverFacts, { ...small, points: 9.5, before: 10, after: 4 }),
    builtIn('contentsHeading', ['TOCHeading', 'TOC Heading'], ['Contents_20_Heading', 'Contents Heading'], {
      ...headingLook(1, true),
    }),
    ...contents,
    builtIn('runningHead', ['Header', 'header'], ['Header', 'Header'], {
      ...small,
      points: 9,
      before: 0,
      after: 0,
      tab: 'plain',
    }),
    builtIn('pageNumber', ['Footer', 'footer'], ['Footer', 'Footer'], {
      ...small,
      points: 9,
      before: 0,
      after: 0,
      tab: 'plain',
    }),
  ];
}

/** In points: a long title stays on the cover. */
export function titlePoints(title: string, onACover: boolean): number {
  if (!onACover) return title.length <= 90 ? 24 : 17;
  if (title.length <= 60) return 36;
  if (title.length <= 110) return 29;
  return title.length <= 220 ? 22 : 16;
}

const RUNNING_HEAD_LENGTH = 72;

/** The title as the head of a page has room for it. */
export function runningHead(title: string): string {
  const signs = [...title];
  return signs.length > RUNNING_HEAD_LENGTH
    ? `${signs.slice(0, RUNNING_HEAD_LENGTH).join('').trimEnd()}…`
    : title;
}
