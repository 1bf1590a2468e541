import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { COLLAB_CLOSE, collabVersion } from '#protocol/collab.ts';
import { SCHEMA_VERSION } from '#ydoc/schema.ts';
import type { Block } from '#core/actes/rich-text.ts';
import {
  admitByCookie,
  HeldStore,
  House,
  NOTES,
  settle,
  textOf,
  typed,
  until,
} from './collab.test-support.ts';
import { presenceFrame, syncAnswerFrame, syncRequestFrame, updateFrame } from './wire.ts';

const NOTHING = Y.encodeStateVector(new Y.Doc());
const ACK = { query: { ack: '1' } };

const caret = (clientId: number) =>
  presenceFrame([
    { clientId, clock: 1, state: { cursor: { anchor: { tname: 'text' }, head: { tname: 'text' } } } },
  ]);

describe('who may', () => {
  test.each([
    ['no session', '', NOTES, 4401],
    ['no right', 'a:none:A', NOTES, 4403],
    ['an unknown document', 'a:write:A', { kind: 'notes', id: 'nobodys' } as const, 4404],
  ])('[CO14] %s is refused after the upgrade and opens no document', async (_what, cookie, ref, code) => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    const client = await house.bare(cookie, { ref });
    client.send(updateFrame(typed('entre', 7)));
    await until(() => client.closed !== null);
    expect([client.closed?.code, client.frames, store.loads, house.collab.openDocuments()]).toEqual([
      code,
      [],
      0,
      0,
    ]);
  });

  test('[CO14] a name that is none is refused with 4404, and a stock client does not try again', async () => {
    await using house = await House.open();
    const odd = house.stock('a:write:A', { ref: { kind: 'drafts' as 'notes', id: 'x' } });
    const codes: number[] = [];
    odd.provider.on('closed', ({ code }) => codes.push(code));
    await until(() => codes.length > 0);
    expect([codes, odd.provider.shouldConnect]).toEqual([[4404], false]);
  });

  test('[CO14] an admission that fails closes with 4503', async () => {
    await using house = await House.open({ admit: async () => await Promise.reject(new Error('database')) });
    const client = await house.bare('a:write:A');
    await until(() => client.closed !== null);
    expect(client.closed?.code).toBe(4503);
  });

  test('[CO15] another version is refused, the present one and none are let in', async () => {
    await using house = await House.open();
    const stale = await house.bare('a:write:A', { query: { v: '0.1' } });
    await until(() => stale.closed !== null);
    expect(stale.closed).toEqual({ code: COLLAB_CLOSE.staleClient, reason: 'recharger' });
    const present = await house.bare('a:write:A', { query: { v: collabVersion(SCHEMA_VERSION) } });
    const none = await house.bare('a:write:A');
    await until(() => present.syncRequests.length + none.syncRequests.length === 2);
  });

  test('[CO16] a renewed document closes its old epoch for ever', async () => {
    await using house = await House.open();
    const old = house.stock('a:write:A');
    await until(() => old.provider.synced);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Madame Secret')]);
    old.doc.getXmlFragment('text').insert(0, [paragraph]);
    await until(async () => (await house.collab.richText(NOTES)).length === 1);
    const closes: { code: number; reason: string }[] = [];
    old.provider.on('closed', (close) => closes.push(close));

    const kept: Block = { type: 'paragraph', content: [{ type: 'text', text: 'Madame X' }], sources: [] };
    let before: unknown = null;
    const epoch = await house.collab.renew(NOTES, (present) => {
      before = present;
      return [kept];
    });
    expect(epoch).toBe(2);
    expect(before).toMatchObject([{ content: [{ text: 'Madame Secret' }] }]);
    await until(() => closes.length === 1);
    expect(closes).toEqual([{ code: 4410, reason: 'notes.sitting-1.2' }]);

    const stale = await house.bare('a:write:A', { epoch: 1 });
    stale.send(syncAnswerFrame(Y.encodeStateAsUpdate(old.doc)));
    await until(() => stale.closed !== null);
    expect(stale.closed).toEqual({ code: 4410, reason: 'notes.sitting-1.2' });
    expect(await house.collab.richText(NOTES)).toEqual([kept]);
    const stored = await house.documents.load('notes:sitting-1', 2);
    expect(Buffer.from(stored.snapshot ?? []).includes('Secret')).toBe(false);

    const fresh = house.stock('a:write:A', { epoch: 2 });
    await until(() => fresh.provider.synced);
    fresh.text.insert(0, 'la suite');
    await until(async () => (await house.onDisk()) === 'la suite');
  });

  test('[CO16] words of the old epoch that are already under way do not reach the new one', async () => {
    const store = new HeldStore();
    await using house = await House.open({ documents: store });
    store.hold('load');
    const client = await house.bare('a:write:A');
    client.send(syncRequestFrame(NOTHING));
    client.send(syncAnswerFrame(typed('ancien', 7)));
    await until(() => store.loads === 1);
    // Another hand opens the next epoch between the client's admission and the load.
    const load: typeof store.load = async (document) => await store.inner.load(document, 2);
    await store.inner.renew('notes:sitting-1', 1, Y.encodeStateAsUpdate(new Y.Doc()));
    Object.assign(store, { load, epoch: async () => 2 });
    store.release();
    await until(() => client.closed !== null);
    await settle(house);
    expect(store.commits).toBe(0);
  });

  test('[CO16] a document nobody has opened can be renewed', async () => {
    await using house = await House.open();
    expect(await house.collab.renew({ kind: 'preamble', id: 's1' }, () => [])).toBe(2);
    expect(await house.collab.renew({ kind: 'preamble', id: 's1' }, () => [])).toBe(3);
  });

  test('[CO17] a reader’s update that adds nothing is settled, another refused, and the line stays', async () => {
    await using house = await House.open();
    const author = house.stock('a:write:A');
    await until(() => author.provider.synced);
    author.text.insert(0, 'bonjour à tous');
    author.text.delete(0, 8);
    await until(async () => (await house.onDisk()) === 'à tous');

    const reader = await house.bare('r:read:R', ACK);
    reader.send(syncRequestFrame(NOTHING));
    await until(() => reader.texts.length > 0);
    expect(reader.states).toEqual(['read-only']);
    const copy = new Y.Doc();
    for (const update of reader.texts) Y.applyUpdate(copy, update);
    reader.send(syncAnswerFrame(Y.encodeStateAsUpdate(copy)));
    reader.send(updateFrame(typed('intrus', 9)));
    const before = Y.encodeStateVector(copy);
    copy.getText('plain').delete(0, 1);
    reader.send(updateFrame(Y.encodeStateAsUpdate(copy, before)));
    reader.send(caret(77));
    await until(() => reader.acknowledged === 3);
    expect(reader.refusals).toEqual(['2 read-only', '3 read-only']);
    await settle(house);
    expect(reader.closed).toBeNull();
    expect(await house.onDisk()).toBe('à tous');
    expect(author.provider.awareness.getStates().has(77)).toBe(false);
    author.text.insert(0, 'et ');
    house.time.pass(1000);
    await until(() => reader.text === 'et à tous');
  });

  test('[CO18] a right that changes takes effect while connected', async () => {
    const rights = new Map<string, 'write' | 'read' | null>();
    await using house = await House.open({ admit: admitByCookie(undefined, rights) });
    const client = house.stock('a:write:A');
    const told = await house.bare('a:write:A', ACK);
    await until(() => client.provider.synced && told.states.length === 1);

    rights.set('a', 'read');
    await house.collab.recheck('a');
    await until(() => told.states.at(-1) === 'read-only');
    client.text.insert(0, 'trop tard');
    await settle(house);
    expect(await house.onDisk()).toBe('');

    rights.set('a', 'write');
    await house.collab.recheck();
    await until(async () => (await house.onDisk()) === 'trop tard');
    expect(told.states).toEqual(['writable', 'read-only', 'writable']);

    const codes: number[] = [];
    client.provider.on('closed', ({ code }) => codes.push(code));
    rights.set('a', null);
    house.time.pass(20_000);
    await until(() => codes.length === 1);
    expect(codes).toEqual([4403]);
    expect(textOf(client.doc)).toBe('trop tard');
  });
});
