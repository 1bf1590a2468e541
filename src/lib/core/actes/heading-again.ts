/** Where a passage stood, in a part whose words were mended since. */
import type { ActesBlock, ActesPart } from './actes.ts';
import { plainWords } from './block-texts.ts';
import type { SaidPlace } from './part-saying.ts';

/**
 * The place in `after` of the heading that the block stood under, the nearest that is still there: of several of the same
 * words, the one that came as often before. Null where none is.
 */
export function headingAgain({ part, block }: SaidPlace, after: ActesPart): number | null {
  const above = part.blocks.slice(0, block + 1);
  for (let at = above.length - 1; at >= 0; at -= 1) {
    const words = headingWords(above[at]);
    if (words === null) continue;
    const before = above.slice(0, at).filter((it) => headingWords(it) === words).length;
    const again = after.blocks.flatMap((it, index) => (headingWords(it) === words ? [index] : []))[before];
    if (again !== undefined) return again;
  }
  return null;
}

const headingWords = (block: ActesBlock | undefined): string | null =>
  block?.type === 'heading' ? plainWords(block.content) : null;
