/** The actes as the template takes them: quotations in their marks, names apart, places to break in words no line can hold. */
import type { Actes, ActesBlock, ActesPicture } from '#core/actes/actes.ts';
import type { Inline } from '#core/actes/rich-text.ts';
import type { PictureFiles } from '../../seminars/actes-export.port.ts';
import { columnWidths, linesOf, linesOfRows } from '../lengths-on-paper.ts';
import { opensBelow, opensOnTheRight } from '../opens-below.ts';
import { inQuotationMarks } from '../quotation-marks.ts';
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
    asSecond: false,
    isHead: false,
    inTable: false,
  };
  return breakable({
    ...{ language: actes.language, title: actes.title, organisation: actes.organisation, twoSided },
    date: day === undefined ? null : { year, month, day },
    runningHead: shortened(cover.title),
    runningFoot: shortened(cover.standing),
    logo: actes.logo === null ? null : picture(actes.logo, setting),
    cover: { ...cover, titleSize: titleSize(cover.title) },
    contents: actes.contents,
    // Actes without a table of contents are a few pages: a head above the first stands for the cover.
    isShort: actes.contents === '',
    parts: actes.parts.map(({ blocks }, index) => {
      const goesOn = opensBelow(actes, index);
      const onTheRight = opensOnTheRight(actes, index);
      const asSecond = !blocks.some((it) => it.type === 'heading' && it.level === 2 && it.inContents);
      return { goesOn, onTheRight, blocks: allPrinted(blocks, { ...setting, goesOn, asSecond }) };
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

/** In lines: what is longer may go on over the page. */
const LONGEST_WHOLE = {
  list: 8,
  table: 12,
  quotation: 15,
  proposal: 8,
  contribution: 8,
  presentation: 6,
} as const;
const isShort = (block: Extract<ActesBlock, { type: keyof typeof LONGEST_WHOLE }>): boolean =>
  linesOf([block]) <= LONGEST_WHOLE[block.type];

/** In lines. */
const LONGEST_WHOLE_ROW = 8;
const hasShortRows = (table: Extract<ActesBlock, { type: 'table' }>): boolean =>
  linesOfRows(table).every((lines) => lines <= LONGEST_WHOLE_ROW);

/** In lines: the longest paragraph that moves on to the next page with what it announces. */
const LONGEST_LEAD = 3;

const leadsTo = (next: ActesBlock, { content }: { readonly content: readonly Inline[] }): boolean => {
  const last = content.at(-1);
  return next.type === 'list' || (last?.type === 'text' && last.text.trimEnd().endsWith(':'));
};

type Setting = {
  readonly language: Actes['language'];
  readonly files: PictureFiles;
  readonly names: ReadonlySet<string>;
  /** The part stands below another on its page. */
  readonly goesOn: boolean;
  /** Nothing of level 2 stands in the table of contents, where level 3 takes its place. */
  readonly asSecond: boolean;
  /** In the head of a table, which each of its pages repeats: a repetition may hold no link. */
  readonly isHead: boolean;
  /** In a table, where a line may be too short for a name with a hyphen. */
  readonly inTable: boolean;
};

function picture({ file, alternative }: ActesPicture, { files }: Setting): unknown {
  return file === null || !files.has(file) ? null : { path: `/pictures/${file}`, alternative };
}

const allPrinted = (blocks: readonly ActesBlock[], setting: Setting): readonly unknown[] =>
  blocks.map((block, index) => {
    const next = blocks[index + 1];
    if (
      block.type === 'paragraph' &&
      next !== undefined &&
      leadsTo(next, block) &&
      linesOf([block]) <= LONGEST_LEAD
    )
      return { type: 'lead', content: printedInlines(block.content, setting) };
    if (block.type !== 'proposal') return printed(block, setting);
    const follows = blocks[index - 1]?.type === 'proposal';
    return { ...proposal(block, setting), follows, followed: next?.type === 'proposal' };
  });

function printed(block: ActesBlock, setting: Setting): unknown {
  const all = (blocks: readonly ActesBlock[]) => allPrinted(blocks, setting);
  switch (block.type) {
    case 'heading':
      return {
        ...{ ...block, goesOn: setting.goesOn, asSecond: setting.asSecond && block.level === 3 },
        content: printedInlines(block.content, setting),
      };
    case 'facts':
    case 'paragraph':
      return { type: block.type, content: printedInlines(block.content, setting) };
    case 'list':
      return list(block, setting);
    case 'quotation':
      return {
        ...{ type: 'quotation', attribution: block.attribution },
        isShort: isShort(block),
        content: all(inQuotationMarks(block.content, setting.language)),
      };
    case 'proposal':
      return proposal(block, setting);
    case 'contribution':
      return { ...block, isShort: isShort(block), content: all(block.content) };
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
      const short = isShort(block);
      return {
        ...{ type: 'table', isShort: short, keepsRows: !short && hasShortRows(block) },
        widths: columnWidths(block),
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

const proposal = (block: Extract<ActesBlock, { type: 'proposal' }>, setting: Setting) => ({
  ...{ type: block.type, label: block.label, isShort: isShort(block), follows: false, followed: false },
  content: allPrinted(block.content, setting),
});

/** In signs, also in a list in a list. */
const SURELY_IN_A_LINE = 50;
/** In lines: as much of two items as is held together at a page's edge. */
const MOST_HELD = 6;

/** Of a list that goes on over the page, neither the first item stands alone at the foot nor the last one on top. */
function list(block: Extract<ActesBlock, { type: 'list' }>, setting: Setting): unknown {
  const { ordered, start, items } = block;
  const short = isShort(block);
  const edges = [0, items.length - 2];
  return {
    ...{ type: 'list', ordered, start, isShort: short },
    items: items.map(({ content }, index) => {
      const two = [...content, ...(items[index + 1]?.content ?? [])];
      const holds = short || !edges.includes(index) ? 0 : Math.min(linesOf(two), MOST_HELD);
      const isLine = holds === 0 && linesOf(content, SURELY_IN_A_LINE) === 1;
      return { holds, isLine, content: allPrinted(content, setting) };
    }),
  };
}

/** What they want quoted stands in the line that names them when it is one paragraph, else below. */
function presentation(block: Extract<ActesBlock, { type: 'presentation' }>, setting: Setting): unknown {
  const { who, quotation, content } = block;
  const dash = who.search(/\s[–—]\s/u);
  const [only] = quotation;
  const inLine = quotation.length === 1 && only?.type === 'paragraph' && who !== '';
  const marked = inQuotationMarks(quotation, setting.language);
  const [first] = marked;
  return {
    ...{ type: 'presentation', isShort: isShort(block) },
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
