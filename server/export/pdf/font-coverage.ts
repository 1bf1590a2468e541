/** Which characters the fonts have signs for, read from their character maps (OpenType `cmap`, formats 4 and 12). */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Coverage } from '#core/actes/clean-text.ts';
import type { FontFamily } from './fonts.ts';
import { isPacked, unpackedFont } from './woff.ts';

const CODE_POINTS = 0x110000;

/** Whether every style of at least one family has a sign for the code point. */
export function coverageOf(families: readonly FontFamily[]): Coverage {
  const covered = new Uint8Array(CODE_POINTS);
  const styles = new Uint8Array(CODE_POINTS);
  for (const { files } of families) {
    if (files.length > 1) styles.fill(0);
    files.forEach((file, before) =>
      visitCodePoints(file, (codePoint) => {
        if (files.length > 1 && styles[codePoint] === before) styles[codePoint] = before + 1;
        if (files.length === 1 || styles[codePoint] === files.length) covered[codePoint] = 1;
      }),
    );
  }
  return (codePoint) => covered[codePoint] === 1;
}

/** The code points that the font maps to a sign. */
export function codePointsOf(file: string): ReadonlySet<number> {
  const found = new Set<number>();
  visitCodePoints(file, (codePoint) => found.add(codePoint));
  return found;
}

/** Some come twice, where the font maps them in two formats. */
function visitCodePoints(file: string, visit: (codePoint: number) => void): void {
  const cmap = tableOf(file, 'cmap');
  const subtables = cmap.getUint16(2);
  for (let index = 0; index < subtables; index += 1) {
    const platform = cmap.getUint16(4 + index * 8);
    const isUnicode = platform === 0 || (platform === 3 && [1, 10].includes(cmap.getUint16(6 + index * 8)));
    const subtable = cmap.getUint32(8 + index * 8);
    const format = cmap.getUint16(subtable);
    if (isUnicode && format === 4) visitSegments(cmap, subtable, visit);
    if (isUnicode && format === 12) visitGroups(cmap, subtable, visit);
  }
}

function tableOf(file: string, wanted: string): DataView {
  if (isPacked(file)) {
    const { buffer, byteOffset } = unpackedFont(readFileSync(file));
    return tableAmong((offset, length) => new DataView(buffer, byteOffset + offset, length), wanted);
  }
  const handle = openSync(file, 'r');
  try {
    return tableAmong((offset, length) => {
      const view = new DataView(new ArrayBuffer(length));
      readSync(handle, view, 0, length, offset);
      return view;
    }, wanted);
  } finally {
    closeSync(handle);
  }
}

function tableAmong(bytes: (offset: number, length: number) => DataView, wanted: string): DataView {
  const tables = bytes(4, 2).getUint16(0);
  const directory = bytes(12, tables * 16);
  for (let at = 0; at < tables * 16; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((letter) => directory.getUint8(at + letter)));
    if (tag === wanted) return bytes(directory.getUint32(at + 8), directory.getUint32(at + 12));
  }
  throw new Error(`a font has no ${wanted} table`);
}

function visitSegments(cmap: DataView, subtable: number, visit: (codePoint: number) => void): void {
  const twice = cmap.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + twice + 2;
  const deltas = starts + twice;
  const offsets = deltas + twice;
  for (let at = 0; at < twice; at += 2) {
    const offset = cmap.getUint16(offsets + at);
    const delta = cmap.getUint16(deltas + at);
    const start = cmap.getUint16(starts + at);
    for (let code = start; code <= cmap.getUint16(ends + at) && code !== 0xffff; code += 1) {
      const mapped = offset === 0 ? code : cmap.getUint16(offsets + at + offset + (code - start) * 2);
      const glyph = offset !== 0 && mapped === 0 ? 0 : (mapped + delta) & 0xffff;
      if (glyph !== 0) visit(code);
    }
  }
}

function visitGroups(cmap: DataView, subtable: number, visit: (codePoint: number) => void): void {
  const groups = cmap.getUint32(subtable + 12);
  for (let index = 0; index < groups; index += 1) {
    const at = subtable + 16 + index * 12;
    const [start, end, glyph] = [cmap.getUint32(at), cmap.getUint32(at + 4), cmap.getUint32(at + 8)];
    for (let code = start; code <= end; code += 1) if (glyph + code - start !== 0) visit(code);
  }
}
