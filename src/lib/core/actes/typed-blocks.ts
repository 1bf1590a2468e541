/** Words as people type them into a field, as blocks: paragraphs, and lists where lines begin like those of one. */
import type { ActesBlock, ActesListItem } from './actes.ts';
import type { Inline } from './rich-text.ts';
import { typedLists } from './typed-lists.ts';
import type { TypedList } from './typed-lists.ts';

/** An empty line parts paragraphs, another line end breaks the line; items stay one list over empty lines. */
export function typedBlocks(text: string): readonly ActesBlock[] {
  const lines = text.split('\n');
  const blocks: ActesBlock[] = [];
  const addParagraphs = (from: number, to: number): void => {
    let paragraph: string[] = [];
    for (const line of [...lines.slice(from, to), '']) {
      const words = line.trim();
      if (words !== '') paragraph.push(words);
      else if (paragraph.length > 0) {
        blocks.push(paragraphOf(paragraph));
        paragraph = [];
      }
    }
  };
  let at = 0;
  for (const list of typedLists(lines)) {
    addParagraphs(at, list.items[0]?.from ?? at);
    blocks.push(listOf(list));
    at = list.items.at(-1)?.to ?? at;
  }
  addParagraphs(at, lines.length);
  return blocks;
}

const listOf = ({ ordered, start, items }: TypedList): ActesBlock => ({
  ...{ type: 'list', ordered, start },
  items: items.map(({ words }): ActesListItem => ({ content: [paragraphOf([words])], sources: [] })),
});

const paragraphOf = (lines: readonly string[]): ActesBlock => ({
  ...{ type: 'paragraph', sources: [] },
  content: lines.flatMap((text, index): Inline[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    { type: 'text', text },
  ]),
});
