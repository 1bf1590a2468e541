/** The blocks of a part as every page can carry them: headings in steps, nothing empty, too deep or too wide. */
import type { ActesBlock, ActesCell, ActesListItem } from './actes.ts';
import type { ActesRepairCode } from './actes-repair.ts';
import type { Cleaning } from './clean-text.ts';
import { cleanLine } from './clean-text.ts';
import { hasWords, normaliseInlines, withoutBreaks, withoutItalics } from './normalise-inlines.ts';
import { normalisePicture } from './normalise-picture.ts';
import type { Inline } from './rich-text.ts';
import type { Place } from './simpler-blocks.ts';
import { mayStand, paragraphsInside, simplerBlocks } from './simpler-blocks.ts';

export type BlockRepairs = {
  readonly cleaning: Cleaning;
  /** What stands for an image that nobody described. */
  readonly imageLabel: string;
  readonly repaired: (code: ActesRepairCode, detail: string) => void;
  /** Told before each block in turn: how many stand before it. */
  readonly begins: (at: number) => void;
};

/** Blocks inside each other, columns side by side, and the greatest number a list starts at. */
export const BLOCK_LIMITS = { depth: 6, columns: 12, start: 999_999 } as const;

/** The blocks of one part without what cannot be printed; only its first heading is of level 1. */
export function normaliseBlocks(blocks: readonly ActesBlock[], repairs: BlockRepairs): readonly ActesBlock[] {
  const { cleaning, imageLabel } = repairs;
  /** The levels, as written, of the headings that the present place stands under; the title is not among them. */
  const above: number[] = [];
  let titled = false;
  const reported = new Set<ActesRepairCode>();

  const once = (code: ActesRepairCode): void => {
    if (!reported.has(code)) repairs.repaired(code, '');
    reported.add(code);
  };
  const inlines = (content: readonly Inline[]): readonly Inline[] => normaliseInlines(content, cleaning);
  const line = (text: string): string => cleanLine(text, cleaning).trim();
  const all = (inside: readonly ActesBlock[], place: Place, depth: number): readonly ActesBlock[] =>
    inside.flatMap((block) => normalised(block, place, depth));

  const heading = (block: Extract<ActesBlock, { type: 'heading' }>): readonly ActesBlock[] => {
    const content = inlines(withoutBreaks(inlines(block.content)));
    if (!hasWords(content)) {
      once('actes/empty-heading');
      return [];
    }
    if (!titled) {
      titled = true;
      return [{ type: 'heading', level: 1, inContents: block.inContents, content }];
    }
    while (above.length > 0 && (above.at(-1) ?? 0) >= block.level) above.pop();
    const upper = above.at(-1);
    // A text whose headings all begin lower is only moved up; a level that is left out within it is worth a word.
    if (upper !== undefined && block.level > upper + 1) once('actes/heading-level');
    above.push(block.level);
    const level = Math.min(above.length + 1, 5) as 2 | 3 | 4 | 5;
    return [{ type: 'heading', level, inContents: block.inContents, content }];
  };

  /** In a cell two breaks in a row part two paragraphs. */
  const paragraphs = (
    block: Extract<ActesBlock, { type: 'paragraph' }>,
    place: Place,
  ): readonly ActesBlock[] => {
    const content = inlines(block.content);
    const parted = place === 'cell' ? partedAtDoubleBreaks(content) : [content];
    return parted
      .filter(hasWords)
      .map((words) => ({ type: 'paragraph', content: words, sources: block.sources }));
  };

  const table = (block: Extract<ActesBlock, { type: 'table' }>, depth: number): readonly ActesBlock[] => {
    const columns = block.rows.reduce((most, row) => Math.max(most, row.length), 0);
    const rows = block.rows
      .filter((row) => row.length > 0)
      .map((row) =>
        row.map(({ header, content }): ActesCell => ({ header, content: all(content, 'cell', depth + 1) })),
      );
    if (rows.every((row) => row.every(({ content }) => content.length === 0))) return [];
    if (columns > BLOCK_LIMITS.columns) {
      once('actes/wide-table');
      const items = rows
        .map((row): ActesListItem => ({ content: row.flatMap(({ content }) => content), sources: [] }))
        .filter(({ content }) => content.length > 0);
      return [{ type: 'list', ordered: false, start: 1, items }];
    }
    const missing = (row: readonly ActesCell[]): readonly ActesCell[] =>
      Array.from({ length: columns - row.length }, () => ({ header: false, content: [] }));
    return [{ type: 'table', columns, rows: rows.map((row) => [...row, ...missing(row)]) }];
  };

  const presentation = (
    block: Extract<ActesBlock, { type: 'presentation' }>,
    depth: number,
  ): readonly ActesBlock[] => {
    const who = line(block.who);
    const quotation = all(block.quotation, 'quotation', depth + 1);
    if (who === '') {
      const quoted = { type: 'quotation', attribution: '', sources: [], personId: block.personId } as const;
      return all([{ ...quoted, content: quotation }, ...block.content], 'part', depth);
    }
    const content = all(block.content, 'presentation', depth + 1);
    const [first, ...rest] = content;
    // A quotation without a name at the start of one's lines is what one wants quoted.
    return quotation.length === 0 && first?.type === 'quotation' && first.attribution === ''
      ? [{ ...block, who, quotation: all(first.content, 'quotation', depth + 1), content: rest }]
      : [{ ...block, who, quotation, content }];
  };

  const normalised = (block: ActesBlock, place: Place, depth: number): readonly ActesBlock[] => {
    if (block.type === 'paragraph') return paragraphs(block, place);
    if (holdsBlocks(block) && depth >= BLOCK_LIMITS.depth) {
      once('actes/deep-nesting');
      return all(paragraphsInside(block), place, depth);
    }
    if (mayStand(block, place)) return standing(block, depth);
    if (block.type === 'heading')
      once(hasWords(inlines(block.content)) ? 'actes/nested-heading' : 'actes/empty-heading');
    return all(simplerBlocks(block), place, holdsBlocks(block) ? depth + 1 : depth);
  };

  const standing = (
    block: Exclude<ActesBlock, { type: 'paragraph' }>,
    depth: number,
  ): readonly ActesBlock[] => {
    switch (block.type) {
      case 'heading':
        return heading(block);
      case 'facts': {
        const content = inlines(withoutItalics(inlines(block.content)));
        if (!hasWords(content)) return [];
        const people = block.people?.map((it) => ({ ...it, name: line(it.name) }));
        return [{ type: 'facts', content, ...(people !== undefined && { people }) }];
      }
      case 'list': {
        const items = block.items
          .map(({ content, sources }): ActesListItem => ({
            content: all(content, 'item', depth + 1),
            sources,
          }))
          .filter(({ content }) => content.length > 0);
        const start = block.ordered ? firstNumber(block.start) : 1;
        return items.length === 0 ? [] : [{ type: 'list', ordered: block.ordered, start, items }];
      }
      case 'quotation': {
        const content = all(block.content, 'quotation', depth + 1);
        return content.length === 0 ? [] : [{ ...block, attribution: line(block.attribution), content }];
      }
      case 'proposal': {
        const content = all(block.content, 'proposal', depth + 1);
        return content.length === 0 ? [] : [{ ...block, label: line(block.label), content }];
      }
      case 'contribution': {
        const content = all(block.content, 'proposal', depth + 1);
        const named = { label: line(block.label), author: line(block.author) };
        return content.length === 0 ? [] : [{ ...block, ...named, content }];
      }
      case 'presentation':
        return presentation(block, depth);
      case 'attendance': {
        const entries = block.entries
          .map(({ who, note, personId }) => ({ who: line(who), note: line(note), personId }))
          .map((entry) => (entry.who === '' ? { ...entry, who: entry.note, note: '' } : entry))
          .filter(({ who }) => who !== '');
        return entries.length === 0 ? [] : [{ type: 'attendance', entries }];
      }
      case 'table':
        return table(block, depth);
      case 'image': {
        const picture = normalisePicture(block, cleaning);
        if (picture.alternative !== '') return [{ type: 'image', ...picture }];
        repairs.repaired('actes/image-without-alternative', picture.file ?? '');
        return [{ type: 'image', ...picture, alternative: imageLabel }];
      }
    }
  };

  const done: ActesBlock[] = [];
  for (const block of blocks) {
    repairs.begins(done.length);
    done.push(...normalised(block, 'part', 0));
  }
  return done;
}

const HOLDING: ReadonlySet<ActesBlock['type']> = new Set([
  'list',
  'quotation',
  'proposal',
  'contribution',
  'presentation',
  'table',
]);
const holdsBlocks = (block: ActesBlock): boolean => HOLDING.has(block.type);

const firstNumber = (start: number): number =>
  Number.isInteger(start) && start >= 0 && start <= BLOCK_LIMITS.start ? start : 1;

function partedAtDoubleBreaks(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const parts: Inline[][] = [[]];
  content.forEach((inline, index) => {
    const besideBreak = content[index - 1]?.type === 'break' || content[index + 1]?.type === 'break';
    if (inline.type !== 'break' || !besideBreak) parts.at(-1)?.push(inline);
    else if (content[index - 1]?.type !== 'break') parts.push([]);
  });
  return parts;
}
