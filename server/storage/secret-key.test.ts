import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSecretKey } from './secret-key.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-key-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('loadSecretKey', () => {
  it('makes a key of 32 bytes for its owner only, and reads the same one ever after', async () => {
    const key = await loadSecretKey(dataDir, { firstStart: true });
    expect(key).toHaveLength(32);
    expect(await loadSecretKey(dataDir, { firstStart: true })).toEqual(key);
    expect(new Uint8Array(await readFile(join(dataDir, 'secret.key')))).toEqual(key);
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(dataDir)).toEqual(['secret.key']);
  });

  it('makes none beside data whose key is missing', async () => {
    const refused = loadSecretKey(dataDir, { firstStart: false });
    await expect(refused).rejects.toMatchObject({ code: 'secret-key/missing' });
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('makes another key in another folder', async () => {
    const other = await mkdtemp(join(tmpdir(), 'pleniere-key-'));
    try {
      expect(await loadSecretKey(other, { firstStart: true })).not.toEqual(
        await loadSecretKey(dataDir, { firstStart: true }),
      );
    } finally {
      await rm(other, { recursive: true });
    }
  });

  it('refuses a key of another length and leaves it as it is', async () => {
    for (const length of [0, 31, 33]) {
      await writeFile(join(dataDir, 'secret.key'), new Uint8Array(length));
      await expect(loadSecretKey(dataDir, { firstStart: true })).rejects.toMatchObject({
        code: 'secret-key/wrong-length',
      });
      expect((await stat(join(dataDir, 'secret.key'))).size).toBe(length);
    }
  });

  it('says when it can be neither read nor made', async () => {
    await expect(loadSecretKey(join(dataDir, 'missing'), { firstStart: true })).rejects.toMatchObject({
      code: 'secret-key/unreadable',
    });
  });
});
