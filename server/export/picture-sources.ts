/** Pictures read where they are needed. */
import { readFileSync } from 'node:fs';
import type { PictureFiles, PictureSources } from '../seminars/actes-export.port.ts';

/** The bytes of a picture; null for a file that was removed meanwhile. */
export function bytesOf(source: string | Uint8Array): Uint8Array | null {
  if (typeof source !== 'string') return source;
  try {
    return readFileSync(source);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export function filesOf(sources: PictureSources): PictureFiles {
  const files = new Map<string, Uint8Array>();
  for (const [name, source] of sources) {
    const bytes = bytesOf(source);
    if (bytes) files.set(name, bytes);
  }
  return files;
}
