/** The actes as the template takes them: quotations in their marks, names apart, places to break in words no line can hold. */
import type { Actes, ActesBlock, ActesPicture } from '#core/actes/actes.ts';
import type { Inline } from '#core/actes/rich-text.ts';
import type { PictureFiles } from '../../seminars/actes-export.port.ts';
import { opensBelow } from '../opens-below.ts';
import { inQuotationMarks, plainWords } from '../quotation-marks.ts';
import { cutAtNames, namesIn } from './names.ts';

/** The template's data: plain JSON. */
export function printDataOf(actes: Actes, files: PictureFiles, twoSided: boolean): unknown {
  const { cover } = actes;
  const [year, month, day] = actes.day.split('-').map(Number);
  const setting: Setting = {
    language: actes.language,
    files,
    names: namesIn(actes),
    goesOn: false,
    isHead: false,
    inTable: false,
  };
  return breakable({
    ...{ language: actes.language, title: actes.title, organisation: actes.organisation, twoSided },
    date: day === undefined ? null : { year, month, day },
    runningHead: shortened(cover.title),
    logo: actes.logo === null ? null : picture(actes.logo, setting),
    cover: { ...cover, titleSize: titleSize(cover.title) },
    contents: actes.contents,
    // Actes without a table of contents are a few pages: a head above the first stands for the cover.
    isShort: actes.contents === '',
    parts: actes.parts.map(({ blocks }, index) => {
      const goesOn = opensBelow(actes, index);
      return { goesOn, blocks: allPrinted(blocks, { ...setting, goesOn }) };
    }),
  });
}

const RUNNING_HEAD_LENGTH = 72;

function shortened(title: string): string {
  const signs = [...title];
  return signs.length > RUNNING_HEAD_LENGTH
    ? `${signs.slice(0, RUNNING_HEAD_LENGTH).join('').trimEnd()}…`
    : title;
}

/** In points: a long title stays on the cover. */
function titleSize(title: string): number {
  if (title.length <= 60) return 37;
  if (title.length <= 110) return 30;
  return title.length <= 220 ? 23 : 16;
}

/** In signs: what is longer may go on over the page. */
const SHORT_QUOTATION = 900;

type Setting = {
  readonly language: Actes['language'];
  readonly files: PictureFiles;
  readonly names: ReadonlySet<string>;
  /** The part stands below another on its page. */
  readonly goesOn: boolean;
  /** In the head of a table, which each of its pages repeats: a repetition may hold no link. */
  readonly isHead: boolean;
  /** In a table, where a line may be too short for a name with a hyphen. */
  readonly inTable: boolean;
};

function picture({ file, alternative }: ActesPicture, { files }: Setting): unknown {
  return file === null || !files.has(file) ? null : { path: `/pictures/${file}`, alternative };
}

const allPrinted = (blocks: readonly ActesBlock[], setting: Setting): readonly unknown[] =>
  blocks.map((block, index) =>
    block.type === 'proposal'
      ? {
          ...block,
          content: allPrinted(block.content, setting),
          follows: blocks[index - 1]?.type === 'proposal',
          followed: blocks[index + 1]?.type === 'proposal',
        }
      : printed(block, setting),
  );

function printed(block: ActesBlock, setting: Setting): unknown {
  const all = (blocks: readonly ActesBlock[]) => allPrinted(blocks, setting);
  switch (block.type) {
    case 'heading':
      return { ...block, goesOn: setting.goesOn, content: printedInlines(block.content, setting) };
    case 'facts':
    case 'paragraph':
      return { type: block.type, content: printedInlines(block.content, setting) };
    case 'list':
      return { ...block, items: block.items.map(({ content }) => all(content)) };
    case 'quotation':
      return {
        ...{ type: 'quotation', attribution: block.attribution },
        isShort: lengthOf(block.content) <= SHORT_QUOTATION,
        content: all(inQuotationMarks(block.content, setting.language)),
      };
    case 'proposal':
    case 'contribution':
      return { ...block, content: all(block.content) };
    case 'presentation':
      return presentation(block, setting);
    case 'attendance':
      return { type: 'attendance', groups: inColumns(block.entries) };
    case 'table': {
      const isHead = block.rows.length > 1 && block.rows[0]?.every(({ header }) => header) === true;
      const rows = block.rows.map((row, index) =>
        row.map((cell) => ({
          header: cell.header,
          content: allPrinted(cell.content, { ...setting, inTable: true, isHead: isHead && index === 0 }),
        })),
      );
      return {
        type: 'table',
        widths: widthsOf(block),
        head: isHead ? rows.slice(0, 1) : [],
        body: isHead ? rows.slice(1) : rows,
      };
    }
    case 'image':
      return {
        ...{ type: 'image', alternative: block.alternative },
        picture: picture(block, setting),
      };
  }
}

/** What they want quoted stands in the line that names them when it is one paragraph, else below. */
function presentation(
  { who, quotation, content }: Extract<ActesBlock, { type: 'presentation' }>,
  setting: Setting,
): unknown {
  const dash = who.search(/\s[–—]\s/u);
  const [only] = quotation;
  const inLine = quotation.length === 1 && only?.type === 'paragraph' && who !== '';
  const marked = inQuotationMarks(quotation, setting.language);
  const [first] = marked;
  return {
    type: 'presentation',
    name: dash === -1 ? who : who.slice(0, dash),
    what: dash === -1 ? '' : who.slice(dash),
    colon: setting.language === 'fr' ? '\u00a0: ' : ': ',
    said: inLine && first?.type === 'paragraph' ? printedInlines(first.content, setting) : [],
    quotation: inLine ? [] : allPrinted(marked, setting),
    content: allPrinted(content, setting),
  };
}

type Entries = Extract<ActesBlock, { type: 'attendance' }>['entries'];

/** More than these stand in two columns, at most so many a page. */
const IN_ONE_COLUMN = 8;
const ON_ONE_PAGE = 56;

/** Groups that stay together on a page, each of one or two columns, read downwards. */
function inColumns(entries: Entries): readonly (readonly Entries[])[] {
  if (entries.length <= IN_ONE_COLUMN) return [[entries]];
  const groups = Array.from({ length: Math.ceil(entries.length / ON_ONE_PAGE) }, (_, index) =>
    entries.slice(index * ON_ONE_PAGE, (index + 1) * ON_ONE_PAGE),
  );
  return groups.map((group) => {
    const half = Math.ceil(group.length / 2);
    return [group.slice(0, half), group.slice(half)].filter((column) => column.length > 0);
  });
}

function printedInlines(content: readonly Inline[], { names, isHead, inTable }: Setting): readonly unknown[] {
  return content.flatMap((inline): readonly unknown[] => {
    if (inline.type === 'break') return [inline];
    const { link, text, ...marked } = inline;
    const isLink = link !== undefined && !isHead;
    // The compiler loses a link that ends in a place to hyphenate.
    const pieces = cutAtNames(isLink ? text.replaceAll('\u00ad', '') : text, names);
    return pieces.map((piece) => ({
      ...{ ...marked, ...(isLink ? { link } : {}) },
      ...(piece.isName ? { ...piece, mayBreak: inTable } : { text: piece.text }),
    }));
  });
}

type Table = Extract<ActesBlock, { type: 'table' }>;

const NARROWEST = 9;
const WIDEST = 120;

/** Parts of the width: a column whose cells say more is wider, without starving the others. */
const widthsOf = ({ rows, columns }: Table): readonly number[] =>
  Array.from({ length: columns }, (_, index) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[index]?.content ?? [])), 0);
    return Math.round(Math.sqrt(Math.min(Math.max(longest, NARROWEST), WIDEST)) * 100) / 100;
  });

const lengthOf = (blocks: readonly ActesBlock[]): number =>
  blocks.reduce((sum, block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return sum + plainWords(block.content).length;
    return sum + (block.type === 'list' ? lengthOf(block.items.flatMap(({ content }) => content)) : 0);
  }, 0);

/** From the start of a word: tried at each of its letters, a search of long texts would take four times as long. */
const LONG_WORD = /(?<![^\s\u200b\u00ad])[^\s\u200b\u00ad]{25,}/gu;
/** Hyphenation does for words of letters up to this length. */
const LONGEST_WORD = 60;
const IN_ADDRESS = /[/?&=_.@#%;:,-]+/gu;
const UNBROKEN = /[^\s\u200b\u00ad]{24}(?=[^\s\u200b\u00ad])/gu;

/** The word with zero-width spaces after the signs of addresses, and wherever a line would still find none. */
function withBreaks(word: string): string {
  if (/^[\p{L}\p{M}'’.,;:!?()-]+$/u.test(word) && word.length <= LONGEST_WORD) return word;
  return word.replace(IN_ADDRESS, '$&\u200b').replace(UNBROKEN, '$&\u200b');
}

/** All strings with places to break inside long words. */
function breakable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(LONG_WORD, withBreaks);
  if (Array.isArray(value)) return value.map(breakable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [
      name,
      name === 'link' || name === 'path' ? inside : breakable(inside),
    ]),
  );
}
