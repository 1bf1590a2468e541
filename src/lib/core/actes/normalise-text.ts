/** A shared text as every page can carry it: headings in steps, nothing empty, nothing too deep or too wide. */
import type { ActesRepairCode } from './actes-repair.ts';
import type { Cleaning } from './clean-text.ts';
import { cleanLine } from './clean-text.ts';
import type { Block, Inline, ListItem, RichText, TableCell } from './rich-text.ts';
import { trimmedLines } from './trimmed-lines.ts';

export type TextRepairs = {
  readonly cleaning: Cleaning;
  /** What stands for an image that nobody described. */
  readonly imageLabel: string;
  readonly repaired: (code: ActesRepairCode, detail: string) => void;
};

/** Lists, quotations and tables inside each other, and columns side by side, that an A4 page still carries. */
export const TEXT_LIMITS = { depth: 6, columns: 12 } as const;

/** The text without what cannot be printed; `where` names it in the report. */
export function normaliseText(text: RichText, where: string, repairs: TextRepairs): RichText {
  /** The levels, as written, of the headings that the present place stands under. */
  const above: number[] = [];
  const reported = new Set<ActesRepairCode>();

  const once = (code: ActesRepairCode): void => {
    if (!reported.has(code)) repairs.repaired(code, where);
    reported.add(code);
  };
  const inlines = (content: readonly Inline[]): readonly Inline[] =>
    trimmedLines(
      content.map((inline) =>
        inline.type === 'text' ? { ...inline, text: cleanLine(inline.text, repairs.cleaning) } : inline,
      ),
    );
  const all = (blocks: readonly Block[], depth: number): readonly Block[] =>
    blocks.flatMap((block) => normalise(block, depth));

  const heading = (block: Extract<Block, { type: 'heading' }>, depth: number): readonly Block[] => {
    const content = inlines(block.content);
    if (!hasWords(content)) {
      once('actes/empty-heading');
      return [];
    }
    if (depth > 0) {
      once('actes/nested-heading');
      return [{ type: 'paragraph', content: content.map(strong), sources: [] }];
    }
    while (above.length > 0 && (above.at(-1) ?? 0) >= block.level) above.pop();
    const upper = above.at(-1);
    // A text whose headings all begin lower is only moved up; a level that is left out within it is worth a word.
    if (upper !== undefined && block.level > upper + 1) once('actes/heading-level');
    above.push(block.level);
    return [{ ...block, level: above.length as 1 | 2 | 3, content }];
  };

  const table = (block: Extract<Block, { type: 'table' }>, depth: number): readonly Block[] => {
    const columns = block.rows.reduce((most, row) => Math.max(most, row.length), 0);
    const rows = block.rows
      .filter((row) => row.length > 0)
      .map((row) => row.map((cell): TableCell => ({ ...cell, content: all(cell.content, depth + 1) })));
    if (rows.every((row) => row.every(({ content }) => content.length === 0))) return [];
    if (columns > TEXT_LIMITS.columns) {
      once('actes/wide-table');
      const items = rows.map((row): ListItem => ({
        content: row.flatMap(({ content }) => content),
        sources: [],
      }));
      return [
        { type: 'list', ordered: false, start: 1, items: items.filter(({ content }) => content.length > 0) },
      ];
    }
    const missing = (row: readonly TableCell[]) =>
      Array.from({ length: columns - row.length }, (): TableCell => ({ header: false, content: [] }));
    return [{ ...block, rows: rows.map((row) => [...row, ...missing(row)]) }];
  };

  const normalise = (block: Block, depth: number): readonly Block[] => {
    switch (block.type) {
      case 'paragraph': {
        const content = inlines(block.content);
        return hasWords(content) ? [{ ...block, content }] : [];
      }
      case 'heading':
        return heading(block, depth);
      case 'image': {
        const alternative = cleanLine(block.alternative, repairs.cleaning).trim();
        if (alternative === '')
          repairs.repaired('actes/image-without-alternative', `${where}, ${block.attachment}`);
        return [{ ...block, alternative: alternative === '' ? repairs.imageLabel : alternative }];
      }
      case 'list':
      case 'quotation':
      case 'proposal':
      case 'table':
        break;
    }
    if (depth >= TEXT_LIMITS.depth) {
      once('actes/deep-nesting');
      return flattened(block, inlines);
    }
    switch (block.type) {
      case 'list': {
        const items = block.items
          .map((item): ListItem => ({ ...item, content: all(item.content, depth + 1) }))
          .filter(({ content }) => content.length > 0);
        return items.length > 0 ? [{ ...block, items }] : [];
      }
      case 'quotation': {
        const content = all(block.content, depth + 1);
        const attribution = cleanLine(block.attribution, repairs.cleaning).trim();
        return content.length > 0 ? [{ ...block, attribution, content }] : [];
      }
      case 'proposal': {
        const content = all(block.content, depth + 1);
        return content.length > 0 ? [{ ...block, content }] : [];
      }
      case 'table':
        return table(block, depth);
    }
  };

  return all(text, 0);
}

/** What lies too deep keeps its words, one paragraph after the other. */
function flattened(
  outer: Block,
  inlines: (content: readonly Inline[]) => readonly Inline[],
): readonly Block[] {
  const found: Block[] = [];
  const waiting: Block[] = [outer];
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    if (block.type === 'paragraph' || block.type === 'heading') {
      const content = inlines(block.content);
      if (hasWords(content)) found.push({ type: 'paragraph', content, sources: [] });
    } else if (block.type !== 'image') {
      waiting.push(...insideOf(block).toReversed());
    }
  }
  return found;
}

function insideOf(
  block: Extract<Block, { type: 'list' | 'quotation' | 'proposal' | 'table' }>,
): readonly Block[] {
  if (block.type === 'list') return block.items.flatMap(({ content }) => content);
  if (block.type === 'table') return block.rows.flat().flatMap(({ content }) => content);
  return block.content;
}

const strong = (inline: Inline): Inline => (inline.type === 'text' ? { ...inline, strong: true } : inline);

const hasWords = (content: readonly Inline[]): boolean =>
  content.some((inline) => inline.type === 'text' && inline.text.trim() !== '');
