/** The print tree as the template takes it: quotations in their marks, places to break in words no line can hold. */
import type { PictureFiles } from '../seminars/pdf-export.port.ts';
import type { PrintBlock, PrintTree } from '#core/actes/print-tree.ts';
import type { Inline } from '#core/actes/rich-text.ts';

/** The template's data: plain JSON. */
export function printDataOf(tree: PrintTree, files: PictureFiles = new Map()): unknown {
  const { cover } = tree;
  const [year, month, day] = tree.day.split('-').map(Number);
  return breakable({
    ...tree,
    date: day === undefined ? null : { year, month, day },
    runningHead: shortened(cover.title),
    cover: { ...cover, titleSize: titleSize(cover.title) },
    parts: tree.parts.map((part) => allPrinted(part, { language: tree.language, files })),
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

type Setting = { readonly language: PrintTree['language']; readonly files: PictureFiles };

const FORMATS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

const allPrinted = (blocks: readonly PrintBlock[], setting: Setting): readonly unknown[] =>
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

function printed(block: PrintBlock, setting: Setting): unknown {
  const all = (blocks: readonly PrintBlock[]) => allPrinted(blocks, setting);
  switch (block.type) {
    case 'list':
      return { ...block, items: block.items.map(all) };
    case 'quotation':
      return { ...block, content: all(inMarks(block.content, setting.language)) };
    case 'contribution':
      return { ...block, content: all(block.content) };
    case 'table': {
      const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, content: all(cell.content) })));
      const isHead = rows.length > 1 && rows[0]?.every(({ header }) => header);
      return {
        type: 'table',
        widths: widthsOf(block),
        head: isHead ? rows.slice(0, 1) : [],
        body: isHead ? rows.slice(1) : rows,
      };
    }
    case 'image': {
      const { alternative, file, mediaType } = block;
      const isThere = file !== null && mediaType !== null && setting.files.has(file);
      return {
        ...{ type: 'image', alternative },
        picture: isThere ? { path: `/pictures/${file}`, format: FORMATS[mediaType] } : null,
      };
    }
    default:
      return block;
  }
}

type Table = Extract<PrintBlock, { type: 'table' }>;

const NARROWEST = 9;
const WIDEST = 120;

/** Parts of the width: a column whose cells say more is wider, without starving the others. */
const widthsOf = ({ rows, columns }: Table): readonly number[] =>
  Array.from({ length: columns }, (_, index) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[index]?.content ?? [])), 0);
    return Math.round(Math.sqrt(Math.min(Math.max(longest, NARROWEST), WIDEST)) * 100) / 100;
  });

const lengthOf = (blocks: readonly PrintBlock[]): number =>
  blocks.reduce((sum, block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return sum + wordsOf(block.content).length;
    return sum + (block.type === 'list' ? lengthOf(block.items.flat()) : 0);
  }, 0);

const MARKS = { fr: ['«\u00a0', '\u00a0»'], en: ['“', '”'] } as const;

/** Quoted paragraphs between quotation marks, unless the words bring their own. */
function inMarks(content: readonly PrintBlock[], language: Setting['language']): readonly PrintBlock[] {
  const first = content[0];
  const last = content.at(-1);
  if (first?.type !== 'paragraph' || last?.type !== 'paragraph' || /^\s*[«“"]/u.test(wordsOf(first.content)))
    return content;
  const [open, close] = MARKS[language].map((text): Inline => ({ type: 'text', text }));
  return content.map((block, index) =>
    block.type !== 'paragraph'
      ? block
      : {
          ...block,
          content: [
            ...(index === 0 && open ? [open] : []),
            ...block.content,
            ...(index === content.length - 1 && close ? [close] : []),
          ],
        },
  );
}

const wordsOf = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');

const LONG_WORD = /[^\s\u200b\u00ad]{25,}/gu;
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
