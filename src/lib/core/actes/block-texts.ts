/** The words of the actes, paragraph by paragraph, without how they are set. */
import type { ActesBlock, ActesPart } from './actes.ts';
import { blocksInside } from './blocks-inside.ts';
import type { Inline } from './rich-text.ts';

/** The plain words of the runs; a break is a space. */
export const plainWords = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');

/** The words that the part opens with: its title. */
export function partTitle({ blocks: [first] }: ActesPart): string {
  return first?.type === 'heading' ? plainWords(first.content) : '';
}

/** What the block says, a text for each paragraph, heading, cell line or person in it; nothing is empty. */
export function blockTexts(block: ActesBlock): readonly string[] {
  const inside = blocksInside(block).flatMap(blockTexts);
  return textsAround(block, inside).filter((text) => text.trim() !== '');
}

function textsAround(block: ActesBlock, inside: readonly string[]): readonly string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'facts':
      return [plainWords(block.content)];
    case 'list':
      return inside;
    case 'quotation':
      return block.attribution === '' ? inside : [...inside, `— ${block.attribution}`];
    case 'proposal':
      return block.label === '' ? inside : [block.label, ...inside];
    case 'contribution':
      return [...inside, [block.label, block.author].filter((it) => it !== '').join(' · ')];
    case 'presentation':
      return [block.who, ...inside];
    case 'attendance':
      return block.entries.map(({ who, note }) => (note === '' ? who : `${who} – ${note}`));
    case 'table':
      return block.rows.map((row) =>
        row.map((cell) => cell.content.flatMap(blockTexts).join(' ')).join(' | '),
      );
    case 'image':
      return [block.alternative];
  }
}
