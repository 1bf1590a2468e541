/** The server's key: what secrets in links and sessions are derived and hashed with. Part of every backup. */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageError } from '../seminars/storage-error.ts';

const KEY_FILE = 'secret.key';
const KEY_BYTES = 32;

/**
 * The 32 bytes in the data folder's `secret.key`; rejects with a `secret-key/…` code. At the first start it is made;
 * beside data that is there already a missing one is refused, because a new one would end every link and session.
 */
export async function loadSecretKey(
  dataDir: string,
  { firstStart }: { firstStart: boolean },
): Promise<Uint8Array> {
  const file = join(dataDir, KEY_FILE);
  try {
    const key = await readKey(file);
    if (key) return key;
    if (firstStart) return await createKey(dataDir, file);
    throw new StorageError('secret-key/missing', 'There is data, but not its key: restore it from a backup.');
  } catch (error) {
    if (error instanceof StorageError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new StorageError('secret-key/unreadable', `The key can be neither read nor made: ${reason}.`, {
      cause: error,
    });
  }
}

async function readKey(file: string): Promise<Uint8Array | null> {
  let key: Uint8Array;
  try {
    key = new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  if (key.length === KEY_BYTES) return key;
  throw new StorageError(
    'secret-key/wrong-length',
    `The key has ${key.length} bytes instead of ${KEY_BYTES}: restore it from a backup.`,
  );
}

/** Written beside its place and renamed, so that a power cut leaves the whole key or none. */
async function createKey(dataDir: string, file: string): Promise<Uint8Array> {
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  const draft = `${file}.${process.pid}`;
  try {
    const handle = await open(draft, 'w', 0o600);
    try {
      await handle.writeFile(key);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw error;
  }
  await syncFolder(dataDir);
  return key;
}

/** Makes the new name survive a power cut; Windows has no such call for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
