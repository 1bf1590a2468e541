/** The words that the actes print, line by line: who may be named in them is for whoever wrote them to answer for. */
import type { Actes, ActesBlock } from './actes.ts';
import { plainWords } from './block-texts.ts';
import { blocksInside } from './blocks-inside.ts';

/** A line for each paragraph, heading, cell, description and note; who signs or is listed stands there as they agreed. */
export const printedLines = (blocks: readonly ActesBlock[]): readonly string[] =>
  blocks.flatMap((block): readonly string[] => {
    const inside = printedLines(blocksInside(block));
    switch (block.type) {
      case 'heading':
      case 'paragraph':
      case 'facts':
        return [plainWords(block.content)];
      case 'quotation':
        // Of one source it is signed as its author agrees.
        return block.sources.length === 1 ? inside : [...inside, block.attribution];
      case 'attendance':
        return block.entries.map(({ note }) => note);
      case 'image':
        return [block.alternative];
      case 'list':
      case 'proposal':
      case 'contribution':
      case 'presentation':
      case 'table':
        return inside;
    }
  });

/** All that a version that is kept prints, with how it stands: who signed it as well. */
export const versionLines = (actes: Actes): readonly string[] => [
  ...[...coverLines(actes), actes.cover.standing],
  ...actes.parts.flatMap(({ blocks }) => printedLines(blocks)),
];

/** What the cover says, and the picture on it. */
export const coverLines = ({ organisation, logo, cover }: Actes): readonly string[] => [
  ...[organisation, cover.title, cover.theme, cover.dayAndPlace],
  ...(logo === null ? [] : [logo.alternative]),
];
