import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import type { Bare } from './collab.test-support.ts';
import { HeldStore, House, NOTES, settle, textOf, typed, until } from './collab.test-support.ts';
import { syncAnswerFrame, syncRequestFrame, updateFrame } from './wire.ts';

const NOTHING = Y.encodeStateVector(new Y.Doc());
const ACK = { query: { ack: '1' } };

async function synced(house: House, cookie: string): Promise<Bare> {
  const client = await house.bare(cookie, ACK);
  client.send(syncRequestFrame(NOTHING));
  await until(() => client.texts.length === 1);
  return client;
}

describe('saving', () => {
  test('[CO6] nobody sees and nothing is acknowledged before it is on disk', async () => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    const author = await synced(house, 'a:write:A');
    const other = await synced(house, 'b:write:B');
    store.hold('commit');
    author.send(updateFrame(typed('bonjour', 7)));
    await until(() => store.commits === 1);
    await settle(house);
    expect([other.text, author.acknowledged]).toEqual(['', 0]);
    store.release();
    await until(() => author.acknowledged === 1 && other.text === 'bonjour');
    expect(await house.onDisk()).toBe('bonjour');
  });

  test('[CO7] what arrives during a commit forms the next one', async () => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    const author = await synced(house, 'a:write:A');
    store.hold('commit');
    let state = typed('0', 7);
    author.send(updateFrame(state));
    await until(() => store.commits === 1);
    for (let count = 1; count <= 20; count += 1) {
      const next = typed(String(count), 7, state);
      author.send(updateFrame(next));
      state = Y.mergeUpdates([state, next]);
    }
    await settle(house);
    expect(store.commits).toBe(1);
    store.release();
    await until(() => author.acknowledged === 21);
    expect(store.commits).toBe(2);
    expect(author.notices.filter(({ type }) => type === 'acknowledged')).toHaveLength(2);
  });

  test('[CO8] a sync request is answered after the commit under way', async () => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    const author = await synced(house, 'a:write:A');
    const newcomer = await house.bare('b:write:B');
    await until(() => newcomer.syncRequests.length === 1);
    store.hold('commit');
    author.send(updateFrame(typed('en vol', 7)));
    await until(() => store.commits === 1);
    newcomer.send(syncRequestFrame(NOTHING));
    await settle(house);
    expect(newcomer.texts).toEqual([]);
    store.release();
    await until(() => newcomer.text === 'en vol');
  });

  test('[CO9] while commits fail nothing is lost, nobody new is synced, and everyone is told', async () => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    const author = await synced(house, 'a:write:A');
    const other = await synced(house, 'b:write:B');
    const unsynced = await house.bare('c:write:C', ACK);
    await until(() => unsynced.syncRequests.length === 1);
    expect(house.collab.writable()).toBe(true);

    store.failing = true;
    const first = typed('gardé en mémoire', 7);
    author.send(updateFrame(first));
    await until(() => author.states.at(-1) === 'not-saved');
    expect(other.states).toEqual(['writable', 'not-saved']);
    expect(house.collab.writable()).toBe(false);
    await until(() => unsynced.closed !== null);
    expect(unsynced.closed?.code).toBe(4503);

    const second = typed(' puis refusé', 7, first);
    author.send(updateFrame(second));
    await until(() => author.refusals.length === 1);
    expect([author.refusals, author.acknowledged, other.text]).toEqual([['2 not-saved'], 0, '']);
    const newcomer = await house.bare('d:write:D');
    await until(() => newcomer.closed !== null);
    expect(newcomer.closed?.code).toBe(4503);

    const asked = author.syncRequests.length;
    author.send(syncAnswerFrame(Y.mergeUpdates([first, second])));
    await until(() => author.refusals.length === 2);
    house.time.pass(10_000);
    await until(() => store.commits >= 2);
    store.failing = false;
    await settle(house);
    house.time.pass(10_000);
    await until(() => author.syncRequests.length > asked);
    expect(house.collab.writable()).toBe(true);
    await until(() => other.text === 'gardé en mémoire');
    author.send(syncAnswerFrame(Y.mergeUpdates([first, second])));
    await until(() => author.acknowledged === 4);
    house.time.pass(1000);
    await until(() => other.text === 'gardé en mémoire puis refusé');
    expect(await house.onDisk()).toBe('gardé en mémoire puis refusé');
    expect(author.states.at(-1)).toBe('writable');
    expect(house.log.events.some((event) => event.startsWith('error collab.commit-failed'))).toBe(true);
  });

  test('[CO9] stock clients heal by themselves when the disk is back', async () => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    const author = house.stock('a:write:A');
    const other = house.stock('b:write:B');
    await until(() => author.provider.synced && other.provider.synced);
    store.failing = true;
    author.text.insert(0, 'un');
    await until(() => !house.collab.writable());
    author.text.insert(2, ' deux');
    await settle(house);
    store.failing = false;
    house.time.pass(1000);
    await until(async () => (await house.onDisk()) === 'un deux');
    house.time.pass(1000);
    await until(() => other.text.toJSON() === 'un deux');
  });

  test('[CO10] frames are counted and settled in order, refusals announced first', async () => {
    await using house = await House.open();
    const author = await synced(house, 'a:write:A');
    const first = typed('un', 7);
    author.send(syncAnswerFrame(first));
    author.send(updateFrame(typed('volé', 1)));
    author.send(updateFrame(typed(' deux', 7, first)));
    await until(() => author.acknowledged === 3);
    expect(author.refusals).toEqual(['2 foreign-client']);
    const last = author.notices.at(-1);
    expect(last).toEqual({ type: 'acknowledged', frames: 3 });
    expect(await house.onDisk()).toBe('un deux');
  });

  test('[CO10] who does not ask gets no message of ours', async () => {
    await using house = await House.open();
    const client = await house.bare('a:write:A');
    client.send(syncRequestFrame(NOTHING));
    client.send(updateFrame(typed('un', 7)));
    client.send(updateFrame(typed('volé', 1)));
    client.send(updateFrame(typed('volé', 1)));
    await settle(house);
    expect(client.notices).toEqual([]);
    expect(client.frames.every(([message = 99]) => message <= 3)).toBe(true);
    expect(client.frames.filter(([message]) => message === 2)).toHaveLength(1);
  });

  test('[CO11] the log is folded into a snapshot that holds no deleted words', async () => {
    const store = openMemoryStorage().documents;
    await using house = await House.open({ documents: store, limits: { updatesPerSnapshot: 10 } });
    const author = house.stock('a:write:A');
    await until(() => author.provider.synced);
    for (let count = 0; count < 12; count += 1) {
      author.text.insert(0, 'secret ');
      await until(async () => (await house.onDisk()) === textOf(author.doc));
      if (count === 5) {
        author.text.delete(0, author.text.length);
        await until(async () => (await house.onDisk()) === '');
      }
    }
    author.text.delete(0, author.text.length);
    author.text.insert(0, 'ce qui reste');
    for (let count = 0; count < 8; count += 1) {
      author.text.insert(0, '.');
      await until(async () => (await house.onDisk()) === textOf(author.doc));
    }
    const stored = await store.load('notes:sitting-1', 1);
    expect(stored.updates.length).toBeLessThan(10);
    expect(stored.snapshotSeq).toBeGreaterThanOrEqual(20);
    expect(Buffer.from(stored.snapshot ?? []).includes('secret')).toBe(false);
    expect(await house.onDisk()).toBe('........ce qui reste');
  });

  test('[CO12] closing brings to disk what is not there, then closes with 1012', async () => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    const author = await synced(house, 'a:write:A');
    store.hold('commit');
    author.send(updateFrame(typed('juste avant', 7)));
    await until(() => store.commits === 1);
    const closing = house.collab.close();
    await settle(house);
    expect(author.closed).toBeNull();
    store.release();
    await closing;
    await until(() => author.closed !== null);
    expect([author.closed?.code, author.acknowledged]).toEqual([1012, 1]);
    expect(await house.onDisk()).toBe('juste avant');
    const late = await house.bare('b:write:B');
    await until(() => late.closed !== null);
    expect(late.closed?.code).toBe(1012);
  });

  test('[CO12] closing does not wait for ever for a disk that refuses', async () => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    const author = await synced(house, 'a:write:A');
    store.failing = true;
    author.send(updateFrame(typed('perdu ici, gardé chez son auteur', 7)));
    await until(() => author.states.at(-1) === 'not-saved');
    await house.collab.close();
    await until(() => author.closed !== null);
    expect([author.closed?.code, author.acknowledged]).toEqual([1012, 0]);
  });

  test('[CO13] the plain text is what is on disk, whether or not anyone has it open', async () => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    expect(await house.collab.richText(NOTES)).toEqual([]);
    const author = house.stock('a:write:A');
    await until(() => author.provider.synced);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('dit')]);
    author.doc.getXmlFragment('text').insert(0, [paragraph]);
    const dit = [{ type: 'paragraph', content: [{ type: 'text', text: 'dit' }], sources: [] }];
    await until(async () => (await house.collab.richText(NOTES)).length === 1);
    expect(await house.collab.richText(NOTES)).toEqual(dit);
    store.hold('commit');
    paragraph.insert(1, [new Y.XmlText(' et pas encore écrit')]);
    await until(() => store.commits === 2);
    expect(await house.collab.richText(NOTES)).toEqual(dit);
    store.release();
  });
});
