/** The whole of a séminaire in one zip, with a list of its files that shows whether one was changed since. */
import { createHash } from 'node:crypto';
import type { ArchiveEntry } from '../seminars/actes-assembly.port.ts';
import type { ZipEntry } from './zip.ts';
import { zipOf } from './zip.ts';

/** What every system takes: folders of plain names, none that Windows keeps for itself. */
const SAFE_PATH = /^(?:[a-z0-9][a-z0-9_.-]{0,149}\/){0,3}[a-z0-9][a-z0-9_.-]{0,149}$/;
const RESERVED = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:\/|$)|\.(?:\/|$)|\.\./;
const COMPRESSED = /\.(?:pdf|docx|odt|jpg|png|webp|zip)$/;

/** The same entries give the same bytes, in any order; `manifest.json` holds the SHA-256 (hex) of each. */
export function archiveOf(entries: readonly ArchiveEntry[]): Uint8Array {
  const unsafe = entries.find(({ path }) => !SAFE_PATH.test(path) || RESERVED.test(path));
  if (unsafe !== undefined) throw new Error(`no safe name in an archive: ${unsafe.path}`);
  const sorted = entries.toSorted((one, other) =>
    one.path < other.path ? -1 : Number(one.path > other.path),
  );
  const files = sorted.map(({ path, bytes }) => ({
    path,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const manifest: ZipEntry = {
    path: 'manifest.json',
    bytes: Buffer.from(`${JSON.stringify({ files }, null, 2)}\n`, 'utf8'),
  };
  return zipOf([
    manifest,
    ...sorted.map((entry) => (COMPRESSED.test(entry.path) ? { ...entry, stored: true } : entry)),
  ]);
}
