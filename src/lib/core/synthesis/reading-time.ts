/** How long a synthesis takes to read aloud. */
import type { Block, RichText } from '../actes/rich-text.ts';
import { countWords, lineText, wordsIn } from './written-words.ts';

/**
 * French words that someone says in a minute in front of a room. Readers of the standard French texts of IReST read
 * aloud 195 ± 26 words a minute, as fast as they can be followed (Trauzettel-Klosinski and Dietz, Investigative
 * Ophthalmology & Visual Science 53, 2012); whoever presents breathes and looks up, and stays below the slow readers.
 */
export const WORDS_PER_MINUTE = 150;

/** From here on people say « 20 min », « 25 min ». */
const ROUGHLY_FROM_MINUTES = 20;
const ROUGH_STEP_MINUTES = 5;

/** Whole minutes to read the text aloud, its headings too, as people would say it; 0 when nothing is written. */
export function readingMinutes(text: RichText): number {
  if (wordsIn(text) === 0) return 0;
  const minutes =
    (wordsIn(text) + text.reduce((sum, block) => sum + wordsOfHeading(block), 0)) / WORDS_PER_MINUTE;
  if (minutes >= ROUGHLY_FROM_MINUTES) return Math.round(minutes / ROUGH_STEP_MINUTES) * ROUGH_STEP_MINUTES;
  return Math.max(1, Math.round(minutes));
}

const wordsOfHeading = (block: Block): number =>
  block.type === 'heading' ? countWords(lineText(block.content)) : 0;
