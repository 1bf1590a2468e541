/** The pictures that the actes show. */
import type { Actes, ActesBlock } from './actes.ts';
import { blocksInside } from './blocks-inside.ts';

/** The hashes of the files that the actes cite, each once, in the order of the pages. */
export function citedFiles({ logo, parts }: Actes): readonly string[] {
  const found = new Set<string>();
  if (logo?.file) found.add(logo.file);
  const visit = (blocks: readonly ActesBlock[]): void => {
    for (const block of blocks) {
      if (block.type === 'image' && block.file !== null) found.add(block.file);
      visit(blocksInside(block));
    }
  };
  for (const { blocks } of parts) visit(blocks);
  return [...found];
}
