/** Reads a zip by its directory, for tests: what does not add up throws. */
import { crc32, inflateRawSync } from 'node:zlib';

export type ZippedFile = { readonly path: string; readonly bytes: Buffer; readonly stored: boolean };

export function filesIn(zip: Uint8Array): readonly ZippedFile[] {
  const bytes = Buffer.from(zip);
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== 0x0605_4b50) throw new Error('no end of the directory');
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    if (bytes.readUInt32LE(at) !== 0x0201_4b50) throw new Error('no entry in the directory');
    const [method, check] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 16)];
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const nameLength = bytes.readUInt16LE(at + 28);
    const start = bytes.readUInt32LE(at + 42);
    const path = bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (bytes.readUInt32LE(start) !== 0x0403_4b50) throw new Error(`no head before ${path}`);
    const dataAt = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const data = bytes.subarray(dataAt, dataAt + packed);
    const file = method === 0 ? data : inflateRawSync(data);
    if (file.length !== size || crc32(file) !== check) throw new Error(`${path} is broken`);
    return { path, bytes: file, stored: method === 0 };
  });
}

/** One file of a zip as text; throws when it is not there. */
export function textIn(zip: Uint8Array, path: string): string {
  const found = filesIn(zip).find((it) => it.path === path);
  if (found === undefined) throw new Error(`no ${path}`);
  return found.bytes.toString('utf8');
}
