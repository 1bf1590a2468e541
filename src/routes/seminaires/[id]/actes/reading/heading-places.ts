/** Where a block of a part is found: at the nearest heading at or above it. */
import type { ActesPart } from '#core/actes/actes.ts';
import { plainWords } from '#core/actes/block-texts.ts';
import type { PlacedPart } from '#protocol/actes-views.ts';

export type IsPart = (part: Pick<ActesPart, 'kind' | 'subject'>) => boolean;
/** `block`: its place in the part; null for where the part opens. */
export type PartPlace = { readonly isIt: IsPart; readonly block: number | null };

/** The page; null where the part is not among them. */
export function pageOf({ isIt, block }: PartPlace, parts: readonly PlacedPart[]): number | null {
  const part = parts.find(isIt);
  if (part === undefined) return null;
  // The pages may be of earlier or later words than what leads to them.
  return (block === null ? undefined : part.blocks[Math.min(block, part.blocks.length - 1)]) ?? part.page;
}

/** Its words, and which heading of the part it is; null where none is there. */
export function headingAt(
  { blocks }: ActesPart,
  block: number,
): { readonly number: number; readonly words: string } | null {
  const headings = blocks.slice(0, block + 1).filter((it) => it.type === 'heading');
  const nearest = headings.at(-1);
  return nearest === undefined ? null : { number: headings.length - 1, words: plainWords(nearest.content) };
}
