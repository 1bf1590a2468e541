/** The actes as the template takes them: quotations in their marks, all words in runs that are set in one way each. */
import type { Actes, ActesBlock, ActesPicture } from '#core/actes/actes.ts';
import type { Inline } from '#core/actes/rich-text.ts';
import { columnWidths, linesOf, linesOfRows } from '../lengths-on-paper.ts';
import { opensBelow, opensOnTheRight } from '../opens-below.ts';
import { inQuotationMarks, plainWords } from '../quotation-marks.ts';
import type { AccentedWords } from './accented-words.ts';
import { namesIn } from './names.ts';
import type { PrintedRun, WordsSetting } from './printed-words.ts';
import { MOST_RUNS, runsOf, runsOfNames } from './printed-words.ts';

/** The template's data: plain JSON. `pictures` are those that are set; of the others their descriptions are. */
export function printDataOf(
  actes: Actes,
  pictures: ReadonlySet<string>,
  twoSided: boolean,
  accentedWords: AccentedWords,
): unknown {
  const { cover } = actes;
  const [year, month, day] = actes.day.split('-').map(Number);
  const setting: Setting = {
    language: actes.language,
    pictures,
    accentedWords,
    names: namesIn(actes),
    isSans: false,
    goesOn: false,
    asSecond: false,
    isHead: false,
    inTable: false,
  };
  const inSans = (text: string) => runsOf(text, { ...setting, isSans: true });
  return {
    ...{ language: actes.language, title: actes.title, organisation: actes.organisation, twoSided },
    date: day === undefined ? null : { year, month, day },
    runningHead: { title: inSans(shortened(cover.title)), label: inSans(cover.label) },
    runningFoot: inSans(shortened(cover.standing)),
    logo: actes.logo === null ? null : picture(actes.logo, setting),
    cover: {
      ...{ titleSize: titleSize(cover.title), organisation: inSans(actes.organisation) },
      ...{ label: inSans(cover.label), title: inSans(cover.title), theme: inSans(cover.theme) },
      ...{ dayAndPlace: inSans(cover.dayAndPlace), counts: inSans(cover.counts) },
      standing: inSans(cover.standing),
    },
    contents: inSans(actes.contents),
    // Actes without a table of contents are a few pages: a head above the first stands for the cover.
    isShort: actes.contents === '',
    parts: actes.parts.map(({ blocks }, index) => {
      const goesOn = opensBelow(actes, index);
      const onTheRight = opensOnTheRight(actes, index);
      const asSecond = !blocks.some((it) => it.type === 'heading' && it.level === 2 && it.inContents);
      return { goesOn, onTheRight, blocks: allPrinted(blocks, { ...setting, goesOn, asSecond }) };
    }),
  };
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

type Setting = WordsSetting & {
  readonly language: Actes['language'];
  readonly pictures: ReadonlySet<string>;
  /** The part stands below another on its page. */
  readonly goesOn: boolean;
  /** Nothing of level 2 stands in the table of contents, where level 3 takes its place. */
  readonly asSecond: boolean;
  /** In the head of a table, which each of its pages repeats: a repetition may hold no link. */
  readonly isHead: boolean;
};

/** Where the compiler finds a picture. */
export const picturePath = (file: string): string => `/pictures/${file}`;

function picture({ file, alternative }: ActesPicture, { pictures }: Setting): unknown {
  return file === null || !pictures.has(file) ? null : { path: picturePath(file), alternative };
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
  const inSans = { ...setting, isSans: true };
  switch (block.type) {
    case 'heading':
      return {
        ...{ ...block, goesOn: setting.goesOn, asSecond: setting.asSecond && block.level === 3 },
        ...{
          content: printedInlines(block.content, inSans),
          turns: RIGHT_TO_LEFT.test(plainWords(block.content)),
        },
      };
    case 'facts':
      return { type: block.type, content: printedInlines(block.content, inSans) };
    case 'paragraph':
      return { type: block.type, content: printedInlines(block.content, setting) };
    case 'list':
      return list(block, setting);
    case 'quotation':
      return {
        ...{ type: 'quotation', attribution: runsOfNames(block.attribution, inSans) },
        isShort: isShort(block),
        content: all(inQuotationMarks(block.content, setting.language)),
      };
    case 'proposal':
      return proposal(block, setting);
    case 'contribution':
      return {
        ...{ type: block.type, isShort: isShort(block), label: runsOf(block.label, inSans) },
        ...{ author: runsOfNames(block.author, inSans), content: all(block.content) },
      };
    case 'presentation':
      return presentation(block, setting);
    case 'attendance':
      return { type: 'attendance', groups: inColumns(block.entries.map((entry) => person(entry, setting))) };
    case 'table': {
      const isHead = block.rows.length > 1 && block.rows[0]?.every(({ header }) => header) === true;
      const rows = block.rows.map((row, index) =>
        row.map((cell) => ({
          header: cell.header,
          content: allPrinted(cell.content, {
            ...{ ...setting, inTable: true, isHead: isHead && index === 0 },
            isSans: setting.isSans || cell.header,
          }),
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
        ...{ type: 'image', alternative: runsOf(block.alternative, inSans) },
        picture: picture(block, setting),
      };
  }
}

const proposal = (block: Extract<ActesBlock, { type: 'proposal' }>, setting: Setting) => ({
  ...{ type: block.type, isShort: isShort(block), follows: false, followed: false },
  label: runsOf(block.label, { ...setting, isSans: true }),
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
  const inSans = { ...setting, isSans: true };
  const dash = who.search(/\s[–—]\s/u);
  const [only] = quotation;
  const inLine = quotation.length === 1 && only?.type === 'paragraph' && who !== '';
  const marked = inQuotationMarks(quotation, setting.language);
  const [first] = marked;
  return {
    ...{ type: 'presentation', isShort: isShort(block) },
    name: runsOfNames(dash === -1 ? who : who.slice(0, dash), inSans),
    what: runsOfNames(dash === -1 ? '' : who.slice(dash), inSans),
    colon: setting.language === 'fr' ? '\u00a0: ' : ': ',
    said: inLine && first?.type === 'paragraph' ? printedInlines(first.content, inSans) : [],
    quotation: inLine ? [] : allPrinted(marked, setting),
    content: allPrinted(content, setting),
  };
}

type Entry = Extract<ActesBlock, { type: 'attendance' }>['entries'][number];
type PrintedEntry = { readonly who: readonly PrintedRun[]; readonly note: readonly PrintedRun[] };

const person = ({ who, note }: Entry, setting: Setting): PrintedEntry => ({
  who: runsOfNames(who, setting),
  note: runsOfNames(note, { ...setting, isSans: true }),
});

/** More than these stand in two columns, at most so many a page. */
const IN_ONE_COLUMN = 8;
const ON_ONE_PAGE = 56;

/** Groups that stay together on a page, each of one or two columns, read downwards. */
function inColumns(entries: readonly PrintedEntry[]): readonly (readonly (readonly PrintedEntry[])[])[] {
  if (entries.length <= IN_ONE_COLUMN) return [[entries]];
  const groups = Array.from({ length: Math.ceil(entries.length / ON_ONE_PAGE) }, (_, index) =>
    entries.slice(index * ON_ONE_PAGE, (index + 1) * ON_ONE_PAGE),
  );
  return groups.map((group) => {
    const half = Math.ceil(group.length / 2);
    return [group.slice(0, half), group.slice(half)].filter((column) => column.length > 0);
  });
}

/** Where an entry of the table of contents must be led back to its page number at the right. */
const RIGHT_TO_LEFT =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hanifi_Rohingya}\p{Script=Hebrew}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}]/u;

function printedInlines(content: readonly Inline[], setting: Setting): readonly unknown[] {
  let left = MOST_RUNS;
  return content.flatMap((inline): readonly unknown[] => {
    if (inline.type === 'break') return [inline];
    const { link, text, type: _type, ...marked } = inline;
    const isLink = link !== undefined && !setting.isHead;
    // The compiler loses a link that ends in a place to hyphenate.
    const runs = runsOf(isLink ? text.replaceAll('\u00ad', '') : text, setting, left);
    left = Math.max(0, left - runs.length);
    return runs.map((run) => ({ ...run, ...marked, ...(isLink ? { link } : {}) }));
  });
}
