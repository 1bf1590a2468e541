/** A shared text as plain data: what is left of a document once nobody writes in it. */

export type Inline =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly strong?: true;
      readonly emphasis?: true;
      readonly link?: string;
    }
  | { readonly type: 'break' };

export type ListItem = { readonly content: readonly Block[]; readonly sources: readonly string[] };
export type TableCell = { readonly header: boolean; readonly content: readonly Block[] };

/** `sources` are the ids of the contributions whose words were taken over. */
export type Block =
  | { readonly type: 'paragraph'; readonly content: readonly Inline[]; readonly sources: readonly string[] }
  | {
      readonly type: 'heading';
      readonly level: 1 | 2 | 3;
      readonly item: string | null;
      readonly content: readonly Inline[];
    }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly ListItem[];
    }
  | {
      readonly type: 'quotation';
      readonly attribution: string;
      readonly content: readonly Block[];
      readonly sources: readonly string[];
    }
  | {
      readonly type: 'proposal';
      readonly kind: 'proposal' | 'decision';
      readonly content: readonly Block[];
      readonly sources: readonly string[];
    }
  | { readonly type: 'table'; readonly rows: readonly (readonly TableCell[])[] }
  | { readonly type: 'image'; readonly attachment: string; readonly alternative: string };

/** The text of a document, from its first block to its last. */
export type RichText = readonly Block[];

/** The contributions a text has taken over. */
export function takenOver(text: RichText): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if ('sources' in block) block.sources.forEach((source) => found.add(source));
      if (block.type === 'list') {
        for (const item of block.items) {
          item.sources.forEach((source) => found.add(source));
          visit(item.content);
        }
      } else if (block.type === 'quotation' || block.type === 'proposal') {
        visit(block.content);
      } else if (block.type === 'table') {
        block.rows.forEach((row) => row.forEach((cell) => visit(cell.content)));
      }
    }
  };
  visit(text);
  return found;
}
