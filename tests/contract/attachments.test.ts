/** What every keeper of attachments must do, in memory and in a folder. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Attachments } from '../../server/seminars/attachments.port.ts';
import { openFolderAttachments } from '../../server/storage/attachments/folder-attachments.ts';
import { openMemoryAttachments } from '../../server/storage/attachments/memory-attachments.ts';

const bytes = new TextEncoder().encode('le paperboard');
const hash = createHash('sha256').update(bytes).digest('hex');

const folders: string[] = [];
const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'pleniere-attachments-'));
  folders.push(folder);
  return join(folder, 'attachments');
};
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const keepers: readonly (readonly [string, () => Promise<Attachments>])[] = [
  ['in memory', async () => openMemoryAttachments()],
  ['in a folder', async () => openFolderAttachments(await freshFolder())],
];

const read = async (source: string | Uint8Array | null): Promise<Uint8Array | null> =>
  typeof source === 'string' ? readFile(source) : source;

describe.each(keepers)('attachments %s', (_where, keeper) => {
  it('are kept under the hash of their bytes, once', async () => {
    const attachments = await keeper();
    expect(await attachments.put('m1', bytes)).toBe(hash);
    expect(await attachments.put('m1', bytes)).toBe(hash);
    expect(Buffer.from((await attachments.open('m1', hash)) ?? []).equals(bytes)).toBe(true);
  });

  it('are each séminaire’s own', async () => {
    const attachments = await keeper();
    await attachments.put('m1', bytes);
    expect(await attachments.open('m2', hash)).toBeNull();
    expect(await attachments.source('m2', hash)).toBeNull();
    await attachments.put('m2', bytes);
    await attachments.put('m2', new Uint8Array());
    await attachments.remove('m1', hash);
    expect(await attachments.list('m1')).toEqual([]);
    expect(await attachments.list('m2')).toContain(hash);
    expect(await attachments.list('m2')).toHaveLength(2);
  });

  it('are read elsewhere from their source', async () => {
    const attachments = await keeper();
    await attachments.put('m1', bytes);
    expect(Buffer.from((await read(await attachments.source('m1', hash))) ?? []).equals(bytes)).toBe(true);
    await attachments.remove('m1', hash);
    expect(await attachments.source('m1', hash)).toBeNull();
  });

  it('are unknown before, and after they were removed', async () => {
    const attachments = await keeper();
    expect(await attachments.open('m1', hash)).toBeNull();
    await attachments.put('m1', bytes);
    await attachments.remove('m1', hash);
    await attachments.remove('m1', hash);
    expect(await attachments.open('m1', hash)).toBeNull();
  });

  it('are found by a hash and nothing else', async () => {
    const attachments = await keeper();
    for (const name of ['', '..', '../pleniere.db', `./${hash}`, hash.toUpperCase()]) {
      expect(await attachments.open('m1', name)).toBeNull();
      expect(await attachments.source('m1', name)).toBeNull();
      await attachments.remove('m1', name);
    }
    expect(await attachments.open('..', hash)).toBeNull();
    expect(await attachments.list('..')).toEqual([]);
  });
});

it('in a folder, only this user reads them, nothing half written stays, and they outlive the process', async () => {
  const folder = await freshFolder();
  await Promise.all([1, 2, 3].map(() => openFolderAttachments(folder).put('m1', bytes)));
  expect(await readdir(join(folder, 'm1'))).toEqual([hash]);
  expect((await stat(join(folder, 'm1', hash))).mode & 0o077).toBe(0);
  expect(await openFolderAttachments(folder).open('m1', hash)).not.toBeNull();
});
