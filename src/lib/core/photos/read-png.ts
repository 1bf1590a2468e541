/** PNG (third edition): a signature, then chunks of length, type, data and checksum. */
import { joined, letters, startsWith, viewOf } from './bytes.ts';
import type { Image } from './image.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What makes the picture; the rest tells of its device and its moment, or moves. */
const PICTURE: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs'],
]);

/** The PNG up to its end, with the chunks of its picture alone; null when it is none, or broken. */
export function readPng(bytes: Uint8Array): Image | null {
  if (!startsWith(bytes, SIGNATURE) || letters(bytes, 12) !== 'IHDR' || bytes.length < 33) return null;
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let pictured = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const type = letters(bytes, at + 4);
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    if (PICTURE.has(type)) kept.push(bytes.subarray(at, end));
    pictured ||= type === 'IDAT';
    if (type === 'IEND') {
      if (!pictured) return null;
      const size = { width: view.getUint32(16), height: view.getUint32(20) };
      return { mediaType: 'image/png', ...size, bytes: joined(kept) };
    }
    at = end;
  }
  return null;
}
