/** Sections of a shared text: where the words of a point go, and what was taken over where. */
import type { Block, RichText } from '#core/actes/rich-text.ts';
import { takenOver } from '#core/actes/rich-text.ts';
import type { Node } from 'prosemirror-model';

type TakenOver = {
  readonly ids: ReadonlySet<string>;
  /** The heading above each contribution that was taken over; '' where there is none. */
  readonly headings: ReadonlyMap<string, string>;
};

/** Which contributions stand in the text, and under which heading each first stands. */
export function takenOverIn(text: RichText): TakenOver {
  const headings = new Map<string, string>();
  let heading = '';
  for (const block of text) {
    if (block.type === 'heading') heading = wordsOf(block);
    for (const id of takenOver([block])) if (!headings.has(id)) headings.set(id, heading);
  }
  return { ids: new Set(headings.keys()), headings };
}

const wordsOf = (heading: Extract<Block, { type: 'heading' }>): string =>
  heading.content
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('')
    .trim();

/**
 * Where the section of a point ends in an editor's document: before the next heading of its level or above, and
 * before the empty paragraphs left for writing. Without such a section, the end of the text.
 */
export function endOfSection(doc: Node, itemId: string | null): number {
  /** The level of the section's heading while inside it. */
  let inside: number | null = null;
  let section: number | null = null;
  let whole = 0;
  doc.forEach((block, position) => {
    if (block.type.name === 'heading') {
      const level = Number(block.attrs['level']);
      if (inside !== null && level <= inside) inside = null;
      if (section === null && itemId !== null && block.attrs['item'] === itemId) inside = level;
    }
    if (block.type.name === 'paragraph' && block.content.size === 0) return;
    whole = position + block.nodeSize;
    if (inside !== null) section = whole;
  });
  return section ?? whole;
}

/** The lines of an editor's document, one a block of words. */
export function linesOf(doc: Node): readonly string[] {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    const line = node.textBetween(0, node.content.size, '\n', '\n').trim();
    if (line !== '') lines.push(line);
    return false;
  });
  return lines;
}

/** The lines of `present` that were not in `saved`: the words only this device has. */
export function unsavedLines(saved: Node | null, present: Node): readonly string[] {
  const known = new Set(saved === null ? [] : linesOf(saved));
  return linesOf(present).filter((line) => !known.has(line));
}
