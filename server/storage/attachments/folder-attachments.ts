/** Attachments as files, a folder for each séminaire; each is written whole under another name first. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Attachments } from '../../seminars/attachments.port.ts';

const HASH = /^[0-9a-f]{64}$/;
/** As ids are made; nothing that leads out of the folder. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** In this folder, which is made with the first file. */
export function openFolderAttachments(folder: string): Attachments {
  /** Null for what can be no file of ours. */
  const pathOf = (seminarId: string, hash: string): string | null =>
    ID.test(seminarId) && HASH.test(hash) ? join(folder, seminarId, hash) : null;

  return {
    async put(seminarId, bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(seminarId, hash);
      if (path === null) throw new Error('No séminaire has such an id.');
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const coming = `${path}.${randomUUID()}.part`;
      try {
        await writeToDisk(coming, bytes);
        await rename(coming, path);
      } catch (error) {
        await rm(coming, { force: true });
        throw error;
      }
      // The names must outlive a power cut too: the file's in its folder, the folders' in those above.
      for (const above of [dirname(path), folder, dirname(folder)]) await syncFolder(above);
      return hash;
    },
    async open(seminarId, hash) {
      const path = pathOf(seminarId, hash);
      return path === null ? null : orNull(readFile(path));
    },
    async source(seminarId, hash) {
      const path = pathOf(seminarId, hash);
      return path !== null && (await orNull(stat(path))) ? path : null;
    },
    async list(seminarId) {
      if (!ID.test(seminarId)) return [];
      const names = (await orNull(readdir(join(folder, seminarId)))) ?? [];
      return names.filter((name) => HASH.test(name)).toSorted();
    },
    async remove(seminarId, hash) {
      const path = pathOf(seminarId, hash);
      if (path !== null) await rm(path, { force: true });
    },
  };
}

async function writeToDisk(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Windows opens no folder, and keeps names without being asked. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Null where there is nothing. */
async function orNull<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
