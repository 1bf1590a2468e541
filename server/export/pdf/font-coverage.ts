/** Which characters the fonts have signs for, read from their character maps (OpenType `cmap`, formats 4 and 12). */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Coverage } from '#core/actes/clean-text.ts';

const CODE_POINTS = 0x110000;

/** Whether every style of at least one family has a sign for the code point; `families` are lists of font files. */
export function coverageOf(families: readonly (readonly string[])[]): Coverage {
  const covered = new Uint8Array(CODE_POINTS);
  for (const files of families) {
    const [first = [], ...rest] = files.map(codePointsOf);
    for (const codePoint of first) if (rest.every((style) => style.has(codePoint))) covered[codePoint] = 1;
  }
  return (codePoint) => covered[codePoint] === 1;
}

/** The code points that the font maps to a sign. */
export function codePointsOf(file: string): ReadonlySet<number> {
  const cmap = tableOf(file, 'cmap');
  const found = new Set<number>();
  const subtables = cmap.getUint16(2);
  for (let index = 0; index < subtables; index += 1) {
    const platform = cmap.getUint16(4 + index * 8);
    const isUnicode = platform === 0 || (platform === 3 && [1, 10].includes(cmap.getUint16(6 + index * 8)));
    const subtable = cmap.getUint32(8 + index * 8);
    const format = cmap.getUint16(subtable);
    if (isUnicode && format === 4) addSegments(cmap, subtable, found);
    if (isUnicode && format === 12) addGroups(cmap, subtable, found);
  }
  return found;
}

function tableOf(file: string, wanted: string): DataView {
  const handle = openSync(file, 'r');
  try {
    const bytes = (offset: number, length: number) => {
      const view = new DataView(new ArrayBuffer(length));
      readSync(handle, view, 0, length, offset);
      return view;
    };
    const tables = bytes(4, 2).getUint16(0);
    const directory = bytes(12, tables * 16);
    for (let at = 0; at < tables * 16; at += 16) {
      const tag = String.fromCharCode(...[0, 1, 2, 3].map((letter) => directory.getUint8(at + letter)));
      if (tag === wanted) return bytes(directory.getUint32(at + 8), directory.getUint32(at + 12));
    }
    throw new Error(`${file} has no ${wanted} table`);
  } finally {
    closeSync(handle);
  }
}

function addSegments(cmap: DataView, subtable: number, found: Set<number>): void {
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
      if (glyph !== 0) found.add(code);
    }
  }
}

function addGroups(cmap: DataView, subtable: number, found: Set<number>): void {
  const groups = cmap.getUint32(subtable + 12);
  for (let index = 0; index < groups; index += 1) {
    const at = subtable + 16 + index * 12;
    const [start, end, glyph] = [cmap.getUint32(at), cmap.getUint32(at + 4), cmap.getUint32(at + 8)];
    for (let code = start; code <= end; code += 1) if (glyph + code - start !== 0) found.add(code);
  }
}
