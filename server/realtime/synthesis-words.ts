/** How many words an atelier's synthesis has so far: counted from what is on disk, at most once in a while. */
import { wordsIn } from '#core/synthesis/written-words.ts';
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
