/** The pictures that the actes show. */
import type { Actes, ActesBlock, ActesPicture } from './actes.ts';
import { blocksInside } from './blocks-inside.ts';

/** The hashes of the files that the actes cite, each once, in the order of the pages. */
export const citedFiles = (actes: Actes): readonly string[] => [
  ...new Set(citedPictures(actes).flatMap(({ file }) => file ?? [])),
];

/** The logo and the images, in the order of the pages. */
export function citedPictures({ logo, parts }: Actes): readonly ActesPicture[] {
  const inside = (blocks: readonly ActesBlock[]): readonly ActesPicture[] =>
    blocks.flatMap((block) => (block.type === 'image' ? [block] : inside(blocksInside(block))));
  return [...(logo === null ? [] : [logo]), ...parts.flatMap(({ blocks }) => inside(blocks))];
}
