import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { composeDocument, seedDocument } from '#ydoc/compose.ts';
import { richTextOfLog } from '#ydoc/snapshot.ts';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import { HeldStore, House, NOTES, settle, textOf, typed, until } from './collab.test-support.ts';
import { syncAnswerFrame, syncRequestFrame, updateFrame } from './wire.ts';

const NOTHING = Y.encodeStateVector(new Y.Doc());
const NAME = 'notes:sitting-1';

const commit = (
  document: string,
  update: Uint8Array,
  clients: { clientId: number; owner: string }[] = [],
) => ({
  document,
  epoch: 1,
  update,
  clients,
});

describe('opening a document', () => {
  test('[CO1] it is loaded once and nothing is sent before the load ends', async () => {
    const store = new HeldStore();
    await store.inner.commit(commit(NAME, typed('déjà là', 7)));
    await using house = await House.open({ documents: store });
    store.hold('load');
    const clients = await Promise.all([
      house.bare('a:write:A'),
      house.bare('b:write:B'),
      house.bare('c:read:C'),
    ]);
    for (const client of clients) client.send(syncRequestFrame(NOTHING));
    await settle(house);
    expect(clients.flatMap(({ frames }) => frames)).toEqual([]);
    store.release();
    await until(() => clients.every(({ texts }) => texts.length === 1));
    expect(clients.map(({ text }) => text)).toEqual(['déjà là', 'déjà là', 'déjà là']);
    expect(store.loads).toBe(1);
  });

  test('[CO2] the server’s sections are written once, before anyone is synced', async () => {
    const store = new HeldStore();
    let made = 0;
    const seed = async () => {
      made += 1;
      return seedDocument([{ itemId: 'p1', title: 'Créer du lien' }]);
    };
    await using house = await House.open({ documents: store, seed });
    store.hold('commit');
    const clients = await Promise.all([house.bare('a:read:A'), house.bare('b:write:B')]);
    for (const client of clients) client.send(syncRequestFrame(NOTHING));
    await settle(house);
    expect(clients.flatMap(({ frames }) => frames)).toEqual([]);
    store.release();
    await until(() => clients.every(({ texts }) => texts.length === 1));
    const [first = new Uint8Array()] = clients[0].texts;
    expect(richTextOfLog([first])).toHaveLength(2);
    expect([made, store.commits]).toEqual([1, 1]);
    expect(await store.clientOwners(NAME, 1)).toEqual(new Map([[1, 'server']]));
    expect(await house.collab.richText(NOTES)).toHaveLength(2);
  });

  test('[CO2] sections are not written into what has words, nor into a later epoch', async () => {
    const seed = async () => seedDocument([{ itemId: 'p1', title: 'Encore' }]);
    const store = openMemoryStorage().documents;
    await store.commit(commit(NAME, typed('des mots', 7)));
    await store.renew('notes:renewed', 1, composeDocument([]));
    await using house = await House.open({ documents: store, seed });
    const a = house.stock('a:write:A');
    const b = house.stock('a:write:A', { ref: { kind: 'notes', id: 'renewed' }, epoch: 2 });
    await until(() => a.provider.synced && b.provider.synced);
    expect(a.text.toJSON()).toBe('des mots');
    expect([a, b].map(({ doc }) => doc.getXmlFragment('text').length)).toEqual([0, 0]);
  });

  test('[CO2] when the sections cannot be made the client comes back, and nothing is written', async () => {
    const seed = async () => await Promise.reject(new Error('no plan'));
    await using house = await House.open({ seed });
    const client = await house.bare('a:write:A');
    await until(() => client.closed !== null);
    expect(client.closed?.code).toBe(4503);
    expect(client.frames).toEqual([]);
  });

  test('[CO3] a record that cannot be read is reported, and its author brings it back', async () => {
    const store = openMemoryStorage().documents;
    const first = typed('un ', 7);
    const second = typed('deux ', 8, first);
    const third = typed('trois', 9, Y.mergeUpdates([first, second]));
    await store.commit(commit(NAME, first, [{ clientId: 7, owner: 'a' }]));
    await store.commit(commit(NAME, second, [{ clientId: 8, owner: 'b' }]));
    await store.commit(commit(NAME, third, [{ clientId: 9, owner: 'c' }]));
    const damaged = new HeldStore(store);
    const load: typeof store.load = async (document, epoch) => {
      const stored = await store.load(document, epoch);
      return { ...stored, updates: stored.updates.filter(({ seq }) => seq !== 2), corrupt: [2] };
    };
    await using house = await House.open({ documents: Object.assign(damaged, { load }) });
    const reader = await house.bare('r:read:R');
    reader.send(syncRequestFrame(NOTHING));
    await until(() => reader.texts.length > 0);
    expect(house.log.events).toContainEqual(
      expect.stringMatching(/^error collab[.]corrupt-log .*"records":"2"/),
    );
    expect(reader.text).toBe('un ');
    const author = await house.bare('b:write:B', { query: { ack: '1' } });
    author.send(syncAnswerFrame(Y.mergeUpdates([first, second])));
    await until(() => author.acknowledged === 1);
    expect(author.refusals).toEqual([]);
    await until(() => reader.text === 'un deux trois');
  });

  test('[CO4] a document that cannot be loaded closes with 4503 and is tried again', async () => {
    const store = new HeldStore();
    let broken = true;
    const load: typeof store.load = async (...args) => {
      if (broken) throw new Error('unreadable');
      return await store.inner.load(...args);
    };
    await using house = await House.open({ documents: Object.assign(store, { load }) });
    const client = await house.bare('a:write:A');
    await until(() => client.closed !== null);
    expect(client.closed?.code).toBe(4503);
    broken = false;
    const again = house.stock('a:write:A');
    await until(() => again.provider.synced);
  });

  test('[CO5] whoever comes back 60 ms after the last one left sees the latest text', async () => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    const first = await house.bare('a:write:A', { query: { ack: '1' } });
    first.send(syncRequestFrame(NOTHING));
    await until(() => first.texts.length === 1);
    store.hold('commit');
    first.send(updateFrame(typed('les derniers mots', 7)));
    await until(() => store.commits === 1);
    first.socket.terminate();
    await settle(house);
    house.time.pass(60);
    const second = await house.bare('b:write:B');
    second.send(syncRequestFrame(NOTHING));
    await settle(house);
    expect(second.texts).toEqual([]);
    store.release();
    await until(() => second.texts.length > 0);
    expect(second.text).toBe('les derniers mots');
  });

  test('[CO5] a room is left only when it is idle and on disk', async () => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    const client = await house.bare('a:write:A');
    client.send(syncRequestFrame(NOTHING));
    await until(() => client.texts.length === 1);
    store.hold('commit');
    client.send(updateFrame(typed('gardé', 7)));
    await until(() => store.commits === 1);
    client.socket.terminate();
    await settle(house);
    house.time.pass(60_000);
    expect(house.collab.openDocuments()).toBe(1);
    store.release();
    await settle(house);
    expect(house.collab.openDocuments()).toBe(1);
    house.time.pass(60_000);
    expect(house.collab.openDocuments()).toBe(0);
    expect(await house.onDisk()).toBe('gardé');
    const back = house.stock('a:write:A');
    await until(() => back.provider.synced);
    expect(textOf(back.doc)).toBe('gardé');
  });
});
