/** The actes as word processors take them: paragraphs in styles, lists, tables and pictures, one after the other. */
import type { Actes, ActesBlock, ActesCell, ActesLanguage, ActesPicture } from '#core/actes/actes.ts';
import type { Inline } from '#core/actes/rich-text.ts';
import type { PhotoType } from '#core/photos/photo.ts';
import { readImage } from '#core/photos/read-image.ts';
import type { PictureFiles } from '../../seminars/actes-export.port.ts';
import { opensBelow } from '../opens-below.ts';
import { inQuotationMarks, plainWords } from '../quotation-marks.ts';
import type { FlowStyle } from './styles.ts';
import { OFFICE_WORDS } from './styles.ts';

/** `tone` sets words of a label apart. */
export type FlowRun = Inline & { readonly tone?: 'ink' | 'accent' };

export type FlowPicture = {
  readonly alternative: string;
  /** SHA-256 (hex) of the bytes. */
  readonly file: string;
  readonly mediaType: PhotoType;
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
};

export type FlowBlock =
  | {
      readonly type: 'paragraph';
      readonly style: FlowStyle;
      readonly runs: readonly FlowRun[];
      /** The bookmark of a heading in the table of contents. */
      readonly anchor: string | null;
      /** The title of a part that stands below the one before it, although others open on a new page. */
      readonly opensBelow?: true;
      /** The quotation that it is of, counted from 0, and whether it is its last paragraph. */
      readonly quotation?: { readonly index: number; readonly ends: boolean };
    }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly FlowBlock[])[];
    }
  | {
      readonly type: 'table';
      /** Parts of the width, one a column. */
      readonly widths: readonly number[];
      /** The first row repeats on every page. */
      readonly hasHead: boolean;
      readonly rows: readonly (readonly FlowCell[])[];
    }
  | ({ readonly type: 'picture' } & FlowPicture);

export type FlowCell = { readonly header: boolean; readonly content: readonly FlowBlock[] };
export type ContentsEntry = {
  readonly level: 1 | 2 | 3;
  readonly runs: readonly FlowRun[];
  readonly anchor: string;
};
export type Flow = {
  readonly logo: FlowPicture | null;
  readonly contents: readonly ContentsEntry[];
  readonly blocks: readonly FlowBlock[];
};

/** Headings down to this level stand in the table of contents. */
const DEEPEST_LISTED = 3;

type Pictures = { readonly files: PictureFiles; readonly shown: readonly PhotoType[] };

type Place = {
  readonly language: ActesLanguage;
  readonly pictures: Pictures;
  /** What a plain paragraph is here. */
  readonly text: FlowStyle;
  /** Inside something, where a heading would leave the outline. */
  readonly inside: boolean;
  readonly list: (entry: Omit<ContentsEntry, 'anchor'>) => string;
  readonly nextQuotation: () => number;
};

/** The whole text of the actes, its table of contents and its logo; of pictures of other types the description stands alone. */
export function flowOf(actes: Actes, files: PictureFiles, shown: readonly PhotoType[]): Flow {
  const contents: ContentsEntry[] = [];
  let quotations = 0;
  const place: Place = {
    language: actes.language,
    pictures: { files, shown },
    text: 'body',
    inside: false,
    list(entry) {
      const anchor = `_Toc${String(contents.length + 1).padStart(6, '0')}`;
      contents.push({ ...entry, anchor });
      return anchor;
    },
    nextQuotation: () => quotations++,
  };
  const blocks = actes.parts.flatMap((part, index) => {
    const [title, ...rest] = flowBlocks(part.blocks, place);
    if (title?.type !== 'paragraph' || actes.contents === '' || !opensBelow(actes, index))
      return title === undefined ? [] : [title, ...rest];
    return [{ ...title, opensBelow: true as const }, ...rest];
  });
  return { logo: actes.logo === null ? null : pictureOf(actes.logo, place.pictures), contents, blocks };
}

const paragraph = (style: FlowStyle, runs: readonly FlowRun[]): FlowBlock => ({
  type: 'paragraph',
  style,
  runs,
  anchor: null,
});

const flowBlocks = (blocks: readonly ActesBlock[], place: Place): readonly FlowBlock[] =>
  blocks.flatMap((block) => flowBlock(block, place));

function flowBlock(block: ActesBlock, place: Place): readonly FlowBlock[] {
  const { language } = place;
  const within = (content: readonly ActesBlock[], style: FlowStyle = place.text) =>
    flowBlocks(content, { ...place, text: style, inside: true });
  switch (block.type) {
    case 'heading':
      return headingOf(block, place);
    case 'paragraph':
      return [paragraph(place.text, block.content)];
    case 'facts':
      return [paragraph('facts', block.content)];
    case 'list':
      return listOf(block, place);
    case 'quotation': {
      const index = place.nextQuotation();
      const content = within(inQuotationMarks(block.content, language), 'quotation');
      const by = paragraph('attribution', [{ type: 'text', text: block.attribution }]);
      return asQuoted(block.attribution === '' ? content : [...content, by], index, true);
    }
    case 'proposal':
      return [
        paragraph('label', [{ type: 'text', text: block.label, strong: true, tone: 'accent' }]),
        ...within(block.content),
      ];
    case 'contribution': {
      const label: readonly FlowRun[] =
        block.label === '' ? [] : [{ type: 'text', text: block.label, strong: true, tone: 'ink' }];
      const author: readonly FlowRun[] =
        block.author === ''
          ? []
          : [{ type: 'text', text: `${label.length === 0 ? '' : ' – '}${block.author}` }];
      return [paragraph('label', [...label, ...author]), ...within(block.content)];
    }
    case 'presentation':
      return [
        ...presentedAs(block, language),
        ...asQuoted(
          within(block.quotation.length > 1 ? quoted(block, language) : [], 'quotation'),
          place.nextQuotation(),
          true,
        ),
        ...within(block.content),
      ];
    case 'attendance':
      return block.entries.map(({ who, note }) =>
        paragraph('present', [{ type: 'text', text: note === '' ? who : `${who} – ${note}` }]),
      );
    case 'table':
      return [tableOf(block, place)];
    case 'image': {
      const caption = paragraph('caption', [{ type: 'text', text: block.alternative }]);
      const picture = pictureOf(block, place.pictures);
      return picture === null ? [caption] : [{ type: 'picture', ...picture }, caption];
    }
  }
}

type Of<Type extends ActesBlock['type']> = Extract<ActesBlock, { type: Type }>;

/** Its paragraphs say which quotation they are of, but those of a quotation inside it. */
function asQuoted(blocks: readonly FlowBlock[], index: number, ends: boolean): readonly FlowBlock[] {
  return blocks.map((block, at) => {
    const isLast = ends && at === blocks.length - 1;
    if (block.type === 'paragraph') {
      const isSet = block.style === 'quotation' || block.style === 'attribution';
      return isSet ? { quotation: { index, ends: isLast }, ...block } : block;
    }
    if (block.type !== 'list') return block;
    const items = block.items.map((item, n) => asQuoted(item, index, isLast && n === block.items.length - 1));
    return { ...block, items };
  });
}

function headingOf(
  { level, inContents, content }: Of<'heading'>,
  { inside, text, list }: Place,
): readonly FlowBlock[] {
  if (plainWords(content).trim() === '') return [];
  if (inside)
    return [
      paragraph(
        text,
        content.map((run) => (run.type === 'text' ? { ...run, strong: true } : run)),
      ),
    ];
  const listed = level <= DEEPEST_LISTED;
  if (listed && inContents) {
    const entry = { level: level as ContentsEntry['level'], runs: content };
    return [{ type: 'paragraph', style: `heading${level}`, runs: content, anchor: list(entry) }];
  }
  return [paragraph(listed ? `unlisted${level as ContentsEntry['level']}` : `heading${level}`, content)];
}

const quoted = ({ quotation }: Of<'presentation'>, language: ActesLanguage): readonly ActesBlock[] =>
  inQuotationMarks(quotation, language);

const NAME = /^(.+?)(\s–\s.+)$/su;

/** The name line; a quotation of one paragraph stands in it, as the field sets it. */
function presentedAs(block: Of<'presentation'>, language: ActesLanguage): readonly FlowBlock[] {
  const [, name = block.who, rest = ''] = NAME.exec(block.who) ?? [];
  const [only, ...more] = quoted(block, language);
  const beside =
    only?.type === 'paragraph' && more.length === 0
      ? [{ type: 'text', text: `${OFFICE_WORDS[language].colon} ` } as const, ...only.content]
      : [];
  const who: readonly FlowRun[] = [
    { type: 'text', text: name, strong: true },
    ...(rest === '' ? [] : [{ type: 'text', text: rest } as const]),
  ];
  return [paragraph('person', [...who, ...beside])];
}

/** Tables cannot stand in a list: the list ends before one and goes on after it. */
function listOf(block: Of<'list'>, place: Place): readonly FlowBlock[] {
  const text = place.text === 'body' ? 'listText' : place.text;
  const made: FlowBlock[] = [];
  let items: (readonly FlowBlock[])[] = [];
  let start = block.start;
  const close = (nextStart: number): void => {
    if (items.length > 0) made.push({ type: 'list', ordered: block.ordered, start, items });
    items = [];
    start = nextStart;
  };
  block.items.forEach((item, index) => {
    const content = flowBlocks(item.content, { ...place, text, inside: true });
    const table = content.findIndex(({ type }) => type === 'table');
    items.push(table < 0 ? content : content.slice(0, table));
    if (table < 0) return;
    close(block.start + index + 1);
    made.push(...content.slice(table));
  });
  close(start);
  return made;
}

const NARROWEST = 9;
const WIDEST = 120;

function tableOf({ rows, columns }: Of<'table'>, place: Place): FlowBlock {
  const cellOf = ({ header, content }: ActesCell): FlowCell => ({
    header,
    content: flowBlocks(content, { ...place, text: header ? 'tableHead' : 'tableText', inside: true }),
  });
  const width = Math.max(columns, ...rows.map((row) => row.length), 1);
  const longest = (column: number): number =>
    rows.reduce((most, row) => Math.max(most, lengthOf(row[column]?.content ?? [])), 0);
  return {
    type: 'table',
    widths: Array.from({ length: width }, (_, column) =>
      Math.sqrt(Math.min(Math.max(longest(column), NARROWEST), WIDEST)),
    ),
    hasHead: rows.length > 1 && (rows[0]?.every(({ header }) => header) ?? false),
    rows: rows.map((row) =>
      Array.from({ length: width }, (_, column) => cellOf(row[column] ?? { header: false, content: [] })),
    ),
  };
}

const lengthOf = (blocks: readonly ActesBlock[]): number =>
  blocks.reduce((sum, block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return sum + plainWords(block.content).length;
    return sum + (block.type === 'list' ? block.items.reduce((all, it) => all + lengthOf(it.content), 0) : 0);
  }, 0);

/** What word processors can show; null where the description stands alone. */
function pictureOf({ alternative, file }: ActesPicture, { files, shown }: Pictures): FlowPicture | null {
  const bytes = file === null ? undefined : files.get(file);
  const image = bytes === undefined ? null : readImage(bytes);
  if (file === null || image === null || !shown.includes(image.mediaType)) return null;
  const { mediaType, width, height } = image;
  return { alternative, file, mediaType, bytes: image.bytes, width, height };
}

/** The size in millimetres at which a picture stands, no larger than the room there is. */
export function fitted(
  { width, height }: Pick<FlowPicture, 'width' | 'height'>,
  room: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const scale = Math.min(room.width / width, room.height / height);
  return { width: width * scale, height: height * scale };
}
