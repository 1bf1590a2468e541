/** Fonts that are packed for the web (WOFF 1.0, W3C 2012). */
import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;

export const isPacked = (file: string): boolean => file.endsWith('.woff');

/** As the OpenType font that it was. */
export function unpackedFont(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + count * 16);
  // The kind of font, then how many tables; the three numbers for a search by halves are read by nobody.
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const tables: Buffer[] = [];
  let end = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = HEADER + index * ENTRY;
    const start = woff.readUInt32BE(entry + 4);
    const packedLength = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const packed = woff.subarray(start, start + packedLength);
    const at = 12 + index * 16;
    woff.copy(head, at, entry, entry + 4);
    woff.copy(head, at + 4, entry + 16, entry + 20);
    head.writeUInt32BE(end, at + 8);
    head.writeUInt32BE(length, at + 12);
    const padding = Buffer.alloc(-length & 3);
    tables.push(packedLength < length ? inflateSync(packed) : packed, padding);
    end += length + padding.length;
  }
  return Buffer.concat([head, ...tables]);
}
