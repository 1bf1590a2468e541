/** A picture that can be fetched, or only its description. */
import type { ActesPicture } from './actes.ts';
import type { Cleaning } from './clean-text.ts';
import { cleanLine } from './clean-text.ts';

const FILE = /^[\w-]{1,128}$/u;

/** Its description on one line; without a file unless both its name and its type are known. */
export function normalisePicture(
  { alternative, file, mediaType }: ActesPicture,
  cleaning: Cleaning,
): ActesPicture {
  const described = cleanLine(alternative, cleaning).trim();
  return file === null || mediaType === null || !FILE.test(file)
    ? { alternative: described, file: null, mediaType: null }
    : { alternative: described, file, mediaType };
}
