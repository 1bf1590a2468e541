import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { seedDocument } from '#ydoc/compose.ts';
import { richTextOf } from '#ydoc/snapshot.ts';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import { openSqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { House, LogBook, NOTES, textOf, until } from './collab.test-support.ts';

describe('stock y-websocket clients', () => {
  test('[CO32] two people who write at once have the same text, and so has the disk', async () => {
    await using house = await House.open();
    const a = house.stock('a:write:A');
    const b = house.stock('b:write:B');
    await until(() => a.provider.synced && b.provider.synced);
    for (let count = 0; count < 30; count += 1) {
      a.text.insert(0, `a${count} `);
      b.text.insert(b.text.length, `b${count} `);
      if (count % 7 === 0) b.text.delete(0, Math.min(3, b.text.length));
      house.time.pass(60);
    }
    await until(() => {
      house.time.pass(60);
      return (
        a.text.toJSON() === b.text.toJSON() &&
        a.text.toJSON().includes('b29') &&
        b.text.toJSON().includes('a29')
      );
    });
    await until(async () => (await house.onDisk()) === a.text.toJSON());
  });

  test('[CO32] what is written offline arrives on reconnection, the others’ words too', async () => {
    await using house = await House.open();
    const a = house.stock('a:write:A');
    const b = house.stock('b:write:B');
    await until(() => a.provider.synced && b.provider.synced);
    a.provider.disconnect();
    a.text.insert(0, 'dans le train ');
    b.text.insert(0, 'au bureau ');
    await until(async () => (await house.onDisk()) === 'au bureau ');
    a.provider.connect();
    await until(() => {
      house.time.pass(60);
      return a.text.toJSON() === b.text.toJSON() && a.text.length === 24;
    });
    await until(async () => (await house.onDisk()).length === 24);
  });

  test('[CO32] a client left alone by a restart goes on with the next server', async () => {
    const documents = openMemoryStorage().documents;
    const doc = new Y.Doc();
    {
      await using house = await House.open({ documents });
      const a = house.stock('a:write:A', { doc });
      await until(() => a.provider.synced);
      a.text.insert(0, 'avant ');
      await until(async () => (await house.onDisk()) === 'avant ');
    }
    doc.getText('plain').insert(6, 'pendant ');
    await using house = await House.open({ documents });
    const a = house.stock('a:write:A', { doc });
    const b = house.stock('b:write:B');
    await until(() => a.provider.synced && b.provider.synced);
    a.text.insert(14, 'après');
    await until(() => {
      house.time.pass(60);
      return textOf(b.doc) === 'avant pendant après';
    });
  });

  test('[CO32] the same on a real database, opened again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pleniere-collab-'));
    const file = join(folder, 'pleniere.sqlite');
    const seed = async () => seedDocument([{ itemId: 'p1', title: 'Créer du lien' }]);
    try {
      const before = await openSqliteStorage({ file, logger: new LogBook() });
      {
        await using house = await House.open({ documents: before.documents, seed });
        const a = house.stock('a:write:A');
        const b = house.stock('b:write:B');
        await until(() => a.provider.synced && b.provider.synced);
        for (let count = 0; count < 20; count += 1) {
          a.text.insert(a.text.length, 'a');
          b.text.insert(b.text.length, 'b');
        }
        await until(async () => (await house.onDisk()).length === 40);
      }
      await before.close();
      const after = await openSqliteStorage({ file, logger: new LogBook() });
      {
        await using house = await House.open({ documents: after.documents, seed });
        const c = house.stock('c:read:C');
        await until(() => c.provider.synced);
        expect(c.text.length).toBe(40);
        expect(richTextOf(c.doc).filter(({ type }) => type === 'heading')).toHaveLength(1);
        expect(await house.collab.richText(NOTES)).toEqual(richTextOf(c.doc));
      }
      await after.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
