/** Where blocks stand among the pages: as near as their headings tell. */
import type { Actes, ActesBlock } from '#core/actes/actes.ts';
import { blocksInside } from '#core/actes/blocks-inside.ts';

/** What the template tells: the page that each part opens on, and those of all their headings in turn. */
export type ToldPlaces = { readonly opens: readonly number[]; readonly headings: readonly number[] };

/** By part and block, the page of the nearest heading at or above it in the part. */
export function pagesOfBlocks(
  { parts }: Actes,
  { opens, headings }: ToldPlaces,
): readonly (readonly number[])[] {
  let told = 0;
  return parts.map(({ blocks }, index) => {
    let page = opens[index] ?? 1;
    const go = (block: ActesBlock): void => {
      if (block.type === 'heading') page = headings[told++] ?? page;
      blocksInside(block).forEach(go);
    };
    return blocks.map((block) => {
      const above = page;
      go(block);
      return block.type === 'heading' ? page : above;
    });
  });
}
