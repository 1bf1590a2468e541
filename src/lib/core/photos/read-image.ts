/** What a photo's bytes are, and the photo without what its device wrote into it: place, moment, owner. */
import type { Image } from './image.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { readWebp } from './read-webp.ts';

/** The longest side that is taken in, in pixels. */
export const LONGEST_SIDE = 4096;

/** Reads an image by its bytes and leaves its metadata out; null for what is no JPEG, PNG or WebP, broken or too large. */
export function readImage(bytes: Uint8Array): Image | null {
  const read = readJpeg(bytes) ?? readPng(bytes) ?? readWebp(bytes);
  const fits = (side: number): boolean => side >= 1 && side <= LONGEST_SIDE;
  return read !== null && fits(read.width) && fits(read.height) ? read : null;
}
