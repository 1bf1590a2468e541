/** Where in a part of the actes stands what is asked about it. */
import type { Actes, ActesBlock } from './actes.ts';
import { plainWords } from './block-texts.ts';
import { blocksInside } from './blocks-inside.ts';
import { composedPartOf } from './composed-part.ts';
import type { ComposedPart, Composition } from './composition.ts';
import type { Repairs } from './normalise-actes.ts';
import { printedLines } from './printed-lines.ts';

/** The place, as it is printed, of the first such block of the part; null where there is none. */
export type BlockOf = (part: ComposedPart, isSuch: (block: ActesBlock) => boolean) => number | null;

/** By the actes as they were built, and what was repaired in them. */
export function blocksOf(actes: Actes, composition: Composition, { places }: Repairs): BlockOf {
  const made = new Map(actes.parts.map((part, index) => [composedPartOf(part, composition)?.id, index]));
  return ({ id }, isSuch) => {
    const index = made.get(id) ?? -1;
    const block = actes.parts[index]?.blocks.findIndex(isSuch) ?? -1;
    return places[index]?.[block] ?? null;
  };
}

/** Whether the block is a heading of exactly these words. */
export const isTitled = (block: ActesBlock, words: string): boolean =>
  block.type === 'heading' && plainWords(block.content) === words;

/** Whether the block, or one in it, takes over such a contribution. */
export const takesOver = (block: ActesBlock, isSuch: (id: string) => boolean): boolean =>
  sourcesOf(block).some(isSuch) || blocksInside(block).some((it) => takesOver(it, isSuch));

function sourcesOf(block: ActesBlock): readonly string[] {
  if (block.type === 'list') return block.items.flatMap(({ sources }) => sources);
  return 'sources' in block ? block.sources : [];
}

/** Whether the block is, or has in it, a quotation of exactly these contributions. */
export const quotes = (block: ActesBlock, sources: readonly string[]): boolean =>
  (block.type === 'quotation' &&
    block.sources.length === sources.length &&
    block.sources.every((id, index) => id === sources[index])) ||
  blocksInside(block).some((it) => quotes(it, sources));

/** Whether the block prints the name, as it is written there. */
export const names = (block: ActesBlock, name: string): boolean =>
  printedLines([block]).some((line) => line.replace(/\s+/gu, ' ').includes(name));
