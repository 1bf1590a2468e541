/** How many words an atelier's synthesis has so far: counted from what is on disk, at most once in a while. */
import type { Block, RichText } from '#core/actes/rich-text.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Clock, Logger } from '../seminars/surroundings.port.ts';
import type { SharedTexts } from '../seminars/texts.port.ts';

export type SynthesisWords = (atelierId: string) => Promise<number>;

const KEPT_MILLISECONDS = 10_000;
const KEPT_ATELIERS = 500;

export function createSynthesisWords(texts: SharedTexts, clock: Clock, logger: Logger): SynthesisWords {
  const kept = new Map<string, { readonly at: Instant; readonly words: Promise<number> }>();
  return (atelierId) => {
    const now = clock.now();
    const known = kept.get(atelierId);
    if (known && now - known.at < KEPT_MILLISECONDS) return known.words;
    const words = texts.richText({ kind: 'synthesis', id: atelierId }).then(wordsIn, (error: unknown) => {
      // One text that does not open must not hide every room from the régie.
      logger.warn('realtime/synthesis-unread', { reason: error instanceof Error ? error.name : 'unknown' });
      return 0;
    });
    kept.delete(atelierId);
    kept.set(atelierId, { at: now, words });
    const [oldest] = kept.keys();
    if (kept.size > KEPT_ATELIERS && oldest !== undefined) kept.delete(oldest);
    return words;
  };
}

/** The words that people wrote: headings are the plan's. */
export const wordsIn = (text: RichText): number => text.reduce((sum, block) => sum + wordsOf(block), 0);

function wordsOf(block: Block): number {
  switch (block.type) {
    case 'paragraph': {
      const said = block.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
      return said.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    }
    case 'list':
      return block.items.reduce((sum, { content }) => sum + wordsIn(content), 0);
    case 'quotation':
    case 'proposal':
      return wordsIn(block.content);
    case 'table':
      return block.rows.flat().reduce((sum, { content }) => sum + wordsIn(content), 0);
    default:
      return 0;
  }
}
