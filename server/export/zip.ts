/** Zip files whose bytes depend on their contents alone: one date for all, in the order given. */
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = {
  /** With `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Kept as it is: pictures and files that are compressed already. */
  readonly stored?: boolean;
};

/** 1 January 1980, the first day a zip can name. */
const DATE = 0x0021;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
const MOST_BYTES = 0xffff_fffe;
const MOST_ENTRIES = 0xfffe;

/** A zip (APPNOTE 6.3, without the 64-bit extensions) of the entries; their paths must differ. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  if (entries.length > MOST_ENTRIES || new Set(entries.map(({ path }) => path)).size < entries.length)
    throw new Error('a zip takes 65534 entries whose paths differ');
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.path, 'utf8');
    const deflated = entry.stored === true ? null : deflateRawSync(entry.bytes, { level: 9 });
    const data = deflated ?? entry.bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(FLAGS, 2);
    common.writeUInt16LE(deflated === null ? 0 : DEFLATED, 4);
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(entry.bytes), 10);
    common.writeUInt32LE(data.byteLength, 14);
    common.writeUInt32LE(entry.bytes.byteLength, 18);
    common.writeUInt16LE(name.byteLength, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    files.push(signed(0x0403_4b50), common, name, data);
    directory.push(signed(0x0201_4b50), version(), common, place, name);
    offset += 4 + common.byteLength + name.byteLength + data.byteLength;
    if (offset > MOST_BYTES) throw new Error('a zip takes 4 GiB');
  }
  const directoryBytes = directory.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directoryBytes, 8);
  end.writeUInt32LE(offset, 12);
  return Uint8Array.from(Buffer.concat([...files, ...directory, signed(0x0605_4b50), end]));
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

function version(): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(VERSION);
  return bytes;
}
