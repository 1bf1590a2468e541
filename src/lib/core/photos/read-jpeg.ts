/** JPEG (ISO/IEC 10918-1, annex B): markers `FF xx`, most with a length of two bytes that counts itself. */
import { joined, startsWith, viewOf } from './bytes.ts';
import type { Image } from './image.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COMMENT = 0xfe;
/** How colours are coded; without it some pictures turn green. */
const ADOBE = [0x41, 0x64, 0x6f, 0x62, 0x65];
const JFIF = [0x4a, 0x46, 0x49, 0x46, 0];
/** Bytes of a JFIF segment that holds no small picture of its own, its marker included. */
const PLAIN_JFIF = 18;

const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
/** SOF0 to SOF15, without DHT, JPG and DAC between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** The JPEG up to its end, without application segments and comments; null when it is none, or broken. */
export function readJpeg(bytes: Uint8Array): Image | null {
  if (!startsWith(bytes, [0xff, SOI, 0xff])) return null;
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let scanned = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      if (size === null || !scanned) return null;
      return { mediaType: 'image/jpeg', ...size, bytes: joined([...kept, bytes.subarray(at, at + 2)]) };
    }
    if (at + 4 > bytes.length) return null;
    const end = at + 2 + view.getUint16(at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    if (isFrame(marker)) {
      if (size !== null || end < at + 9) return null;
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    const needed =
      (marker === 0xee && startsWith(bytes, ADOBE, at + 4)) ||
      (marker === 0xe0 && startsWith(bytes, JFIF, at + 4) && end - at === PLAIN_JFIF);
    const to = marker === SOS ? endOfScan(bytes, end) : end;
    if (marker === SOS) scanned = true;
    if (needed || (!isApplication(marker) && marker !== COMMENT)) kept.push(bytes.subarray(at, to));
    at = to;
  }
  return null;
}

/** Where the coded picture ends: at the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}
