/** WebP (RFC 9649): a RIFF file of chunks, each a type, a length and data filled up to an even number of bytes. */
import { joined, letters, startsWith, viewOf } from './bytes.ts';
import type { Image } from './image.ts';

const PICTURE: ReadonlySet<string> = new Set(['VP8X', 'ALPH', 'VP8 ', 'VP8L']);
/** Of the flags of VP8X: colour profile, Exif and XMP, which are left out; and animation, which is refused. */
const LEFT_OUT = 0x20 | 0x08 | 0x04;
const ANIMATED = 0x02;

type Size = { readonly width: number; readonly height: number };

/** The WebP with the chunks of its picture alone; null when it is none, broken, or moves. */
export function readWebp(bytes: Uint8Array): Image | null {
  if (letters(bytes, 0) !== 'RIFF' || letters(bytes, 8) !== 'WEBP') return null;
  const view = viewOf(bytes);
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true));
  const chunks: Uint8Array[] = [];
  let canvas: Size | null = null;
  let picture: Size | null = null;
  for (let at = 12; at + 8 <= end;) {
    const type = letters(bytes, at);
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (at + 8 + length > end) return null;
    const chunk = bytes.slice(at, Math.min(next, end));
    if (type === 'VP8X') {
      if (length < 10 || ((chunk[8] as number) & ANIMATED) !== 0) return null;
      chunk[8] = (chunk[8] as number) & ~LEFT_OUT;
      canvas = { width: 1 + uint24(chunk, 12), height: 1 + uint24(chunk, 15) };
    }
    if (type === 'VP8 ' || type === 'VP8L') picture ??= sizeOf(type, chunk.subarray(8));
    if (PICTURE.has(type)) chunks.push(chunk.length % 2 === 0 ? chunk : joined([chunk, new Uint8Array(1)]));
    at = next;
  }
  if (picture === null) return null;
  const body = joined(chunks);
  const head = new Uint8Array(bytes.slice(0, 12));
  viewOf(head).setUint32(4, body.length + 4, true);
  // The canvas may only be the picture: else a small picture could stand for a huge one.
  if (canvas !== null && (canvas.width !== picture.width || canvas.height !== picture.height)) return null;
  return { mediaType: 'image/webp', ...picture, bytes: joined([head, body]) };
}

/** The size that the coded picture says of itself. */
function sizeOf(type: string, data: Uint8Array): Size | null {
  const view = viewOf(data);
  if (type === 'VP8L') {
    if (data.length < 5 || data[0] !== 0x2f) return null;
    const bits = view.getUint32(1, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (data.length < 10 || !startsWith(data, [0x9d, 0x01, 0x2a], 3)) return null;
  return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
}

const uint24 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16);
