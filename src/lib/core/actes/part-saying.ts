/** Which part of the actes says the words that someone cites from them. */
import type { Actes, ActesBlock, ActesPart } from './actes.ts';
import { blockTexts, plainWords } from './block-texts.ts';
import { blocksInside } from './blocks-inside.ts';

/**
 * Asks which part says the words, wherever they were cut; null where none does. Who signs, spaces and signs between the
 * words may be told or not.
 */
export function partSaying(actes: Actes): (words: string) => ActesPart | null {
  const parts = actes.parts.map((part) => {
    const signed = bare(part.blocks.flatMap(blockTexts).join(' '));
    const unsigned = bare(part.blocks.map(unsignedWords).join(' '));
    return { part, says: (words: string) => signed.includes(words) || unsigned.includes(words) };
  });
  return (words) => {
    const cited = bare(words);
    return cited === '' ? null : (parts.find(({ says }) => says(cited))?.part ?? null);
  };
}

const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function unsignedWords(block: ActesBlock): string {
  const inside = blocksInside(block).map(unsignedWords).join(' ');
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'facts':
      return plainWords(block.content);
    case 'presentation':
      return `${block.who} ${inside}`;
    case 'attendance':
      return block.entries.map(({ who }) => who).join(' ');
    case 'image':
      return block.alternative;
    default:
      return inside;
  }
}
