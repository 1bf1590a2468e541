/** A shared text without someone's name. */
import type { Block, Inline, RichText } from './rich-text.ts';
import type { NamesTakenOut } from './names-taken-out.ts';

export type TextExpunging = {
  /** What they contributed: quotations of it stand without a name. */
  readonly contributionIds: ReadonlySet<string>;
  readonly names: NamesTakenOut;
  /** « Sans nom » */
  readonly unnamed: string;
};

/** Quotations of theirs lose their attribution, their names in anybody's words become the label; the same text when there was neither. */
export function textWithout(text: RichText, { contributionIds, names, unnamed }: TextExpunging): RichText {
  const runs = (content: readonly Inline[]): readonly Inline[] => names.inRuns(content);
  const without = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((block): Block => {
      switch (block.type) {
        case 'paragraph':
        case 'heading':
          return { ...block, content: runs(block.content) };
        case 'list': {
          const items = block.items.map((item) => ({ ...item, content: without(item.content) }));
          return { ...block, items };
        }
        case 'quotation': {
          const isTheirs = block.sources.some((source) => contributionIds.has(source));
          const attribution = isTheirs ? unnamed : names.inWords(block.attribution);
          return { ...block, attribution, content: without(block.content) };
        }
        case 'proposal':
          return { ...block, content: without(block.content) };
        case 'table': {
          const rows = block.rows.map((row) =>
            row.map((cell) => ({ ...cell, content: without(cell.content) })),
          );
          return { ...block, rows };
        }
        case 'image':
          return { ...block, alternative: names.inWords(block.alternative) };
      }
    });
  const changed = without(text);
  return JSON.stringify(changed) === JSON.stringify(text) ? text : changed;
}
