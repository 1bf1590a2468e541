import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import type { Bare } from './collab.test-support.ts';
import { House, NOTES, settle, textOf, typed, until } from './collab.test-support.ts';
import { presenceFrame, syncAnswerFrame, syncRequestFrame, updateFrame } from './wire.ts';

const NOTHING = Y.encodeStateVector(new Y.Doc());
const ACK = { query: { ack: '1' } };

async function synced(house: House, cookie: string): Promise<Bare> {
  const client = await house.bare(cookie, ACK);
  client.send(syncRequestFrame(NOTHING));
  await until(() => client.texts.length === 1);
  return client;
}

/** An update of bare structs: a garbage-collected stretch of one client's clock, and deletions. */
function structless(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock, 0, length, 0]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

function deletions(client: number, ranges: readonly (readonly [number, number])[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, client, ranges.length, ...ranges.flat()])
    encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

/** Writes bytes straight onto a WebSocket that is open. */
async function writeRaw(port: number, bytes: Uint8Array): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const key = randomBytes(16).toString('base64');
  socket.write(
    `GET /collab/notes.sitting-1.1 HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nCookie: x:write:X\r\n\r\n`,
  );
  const accepted = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  await new Promise<void>((resolve) => {
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      if (answer.includes(accepted)) resolve();
    });
  });
  socket.on('error', () => undefined);
  socket.write(bytes);
  await new Promise((resolve) => socket.once('close', resolve));
}

describe('what peers cannot do', () => {
  test('[CO19] a malformed WebSocket frame of six bytes ends its own line and nothing else', async () => {
    await using house = await House.open();
    const honest = house.stock('a:write:A');
    await until(() => honest.provider.synced);
    await writeRaw(house.port, Uint8Array.of(0xff, 0x80, 0, 0, 0, 0));
    await writeRaw(house.port, Uint8Array.of(0x82, 0x00));
    honest.text.insert(0, 'toujours là');
    await until(async () => (await house.onDisk()) === 'toujours là');
    expect(honest.provider.wsconnected).toBe(true);
  });

  const malformed: readonly (readonly [string, Uint8Array | string])[] = [
    ['nothing', new Uint8Array()],
    ['six bytes of nonsense', Uint8Array.of(0, 2, 0xff, 0xff, 0xff, 0xff)],
    ['an unknown message', Uint8Array.of(9, 1, 2)],
    ['an unknown sync message', Uint8Array.of(0, 7, 0)],
    ['a message of ours', Uint8Array.of(20, 1)],
    ['an update that is none', updateFrame(Uint8Array.of(1, 2, 3))],
    ['an empty update', updateFrame(new Uint8Array())],
    ['more structs than bytes', updateFrame(Uint8Array.of(1, 0xff, 0xff, 0xff, 0x7f, 7, 0))],
    ['a struct without length', updateFrame(structless(7, 0, 0))],
    ['a document within the document', updateFrame(withSubdocument())],
    ['deletions out of order', updateFrame(deletions(7, [[4, 2], [0, 1]]))], // prettier-ignore
    ['a state vector that is none', syncRequestFrame(Uint8Array.of(9, 9))],
    ['presence that is none', Uint8Array.of(1, 5, 3, 1)],
    ['text', 'bonjour'],
  ];

  test.each(malformed)('[CO19] %s closes its sender with 4400', async (_what, frame) => {
    await using house = await House.open();
    const honest = house.stock('a:write:A');
    await until(() => honest.provider.synced);
    const peer = await synced(house, 'x:write:X');
    peer.socket.send(frame);
    await until(() => peer.closed !== null);
    expect(peer.closed?.code).toBe(4400);
    expect(honest.provider.wsconnected).toBe(true);
    expect(await house.onDisk()).toBe('');
  });

  test('[CO20] another session’s client id cannot be written under', async () => {
    await using house = await House.open();
    const victim = await synced(house, 'a:write:A');
    const attacker = await synced(house, 'x:write:X');
    const words = typed('mes mots', 7);
    victim.send(updateFrame(words));
    await until(() => victim.acknowledged === 1);
    attacker.send(updateFrame(structless(7, 8, 5)));
    attacker.send(updateFrame(typed(' volés', 7, words)));
    await until(() => attacker.acknowledged === 2);
    expect(attacker.refusals).toEqual(['1 foreign-client', '2 foreign-client']);
    victim.send(updateFrame(typed(' et la suite', 7, words)));
    await until(() => victim.acknowledged === 2);
    expect(victim.refusals).toEqual([]);
    expect(await house.onDisk()).toBe('mes mots et la suite');
  });

  test('[CO20] an id announced in the presence cannot be squatted before its first words', async () => {
    await using house = await House.open();
    const victim = await synced(house, 'a:write:A');
    const attacker = await synced(house, 'x:write:X');
    victim.send(presenceFrame([{ clientId: 7, clock: 1, state: {} }]));
    await until(() => attacker.presence.some(({ clientId }) => clientId === 7));
    attacker.send(updateFrame(structless(7, 0, 100)));
    await until(() => attacker.acknowledged === 1);
    expect(attacker.refusals).toEqual(['1 foreign-client']);
    victim.send(updateFrame(typed('premiers mots', 7)));
    await until(() => victim.acknowledged === 1);
    expect(await house.onDisk()).toBe('premiers mots');
  });

  test('[CO20] the owners of client ids are known after a restart', async () => {
    const documents = openMemoryStorage().documents;
    const words = typed('hier', 7);
    {
      await using house = await House.open({ documents });
      const victim = await synced(house, 'a:write:A');
      victim.send(updateFrame(words));
      await until(() => victim.acknowledged === 1);
    }
    expect(await documents.clientOwners('notes:sitting-1', 1)).toEqual(new Map([[7, 'a']]));
    await using house = await House.open({ documents });
    const attacker = await synced(house, 'x:write:X');
    attacker.send(updateFrame(typed(' volé', 7, words)));
    await until(() => attacker.acknowledged === 1);
    expect(attacker.refusals).toEqual(['1 foreign-client']);
  });

  test('[CO20] nobody writes under the server’s ids', async () => {
    await using house = await House.open();
    const peer = await synced(house, 'x:write:X');
    peer.send(updateFrame(typed('serveur', 1)));
    peer.send(updateFrame(typed('personne', 0)));
    await until(() => peer.acknowledged === 2);
    expect(peer.refusals).toEqual(['1 foreign-client', '2 foreign-client']);
  });

  test('[CO20] what is already in the document is ignored, whoever sends it, whatever it now says', async () => {
    await using house = await House.open();
    const author = await synced(house, 'a:write:A');
    const other = await synced(house, 'b:write:B');
    author.send(updateFrame(typed('le vrai', 7)));
    await until(() => author.acknowledged === 1);
    other.send(updateFrame(typed('le faux', 7)));
    await until(() => other.acknowledged === 1);
    expect([other.refusals, await house.onDisk()]).toEqual([[], 'le vrai']);
    await until(() => other.text === 'le vrai');
  });

  test('[CO21] a device that was offline sends several of its own ids at once', async () => {
    await using house = await House.open();
    const device = await synced(house, 'a:write:A');
    const monday = typed('lundi ', 7);
    const tuesday = typed('mardi ', 8, monday);
    const wednesday = typed('mercredi', 9, Y.mergeUpdates([monday, tuesday]));
    device.send(syncAnswerFrame(Y.mergeUpdates([monday, tuesday, wednesday])));
    await until(() => device.acknowledged === 1);
    expect([device.refusals, await house.onDisk()]).toEqual([[], 'lundi mardi mercredi']);
    expect(await house.documents.clientOwners('notes:sitting-1', 1)).toEqual(
      new Map([7, 8, 9].map((id) => [id, 'a'])),
    );
  });

  test('[CO22] an update with a gap is refused, leaves nothing pending, and is asked for whole', async () => {
    await using house = await House.open();
    const author = await synced(house, 'a:write:A');
    author.send(syncAnswerFrame(typed('', 7)));
    const first = typed('un', 7);
    const second = typed(' deux', 7, first);
    const asked = author.syncRequests.length;
    author.send(updateFrame(second));
    author.send(updateFrame(deletions(7, [[0, 1]])));
    await until(() => author.syncRequests.length === asked + 1);
    await until(() => author.acknowledged === 3);
    expect(author.refusals).toEqual(['2 incomplete', '3 incomplete']);
    author.send(syncAnswerFrame(Y.mergeUpdates([first, second])));
    await until(() => author.acknowledged === 4);
    expect(author.refusals).toHaveLength(2);
    expect(await house.onDisk()).toBe('un deux');
    const stored = await house.documents.load('notes:sitting-1', 1);
    const doc = new Y.Doc();
    for (const { update } of stored.updates) Y.applyUpdate(doc, update);
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  });

  test('[CO22] many orphans are refused one by one and cost nothing later', async () => {
    await using house = await House.open({ limits: { updatesPerSecond: 10_000, framesPerSecond: 10_000 } });
    const peer = await synced(house, 'x:write:X');
    for (let count = 0; count < 2000; count += 1) peer.send(updateFrame(structless(100 + count, 5, 1)));
    await until(() => peer.acknowledged === 2000);
    expect(peer.refusals).toHaveLength(2000);
    expect(await house.onDisk()).toBe('');
  });

  test('[CO23] a clock cannot jump, nor an update hold more than people write', async () => {
    await using house = await House.open({ limits: { structsPerUpdate: 100 } });
    const peer = await synced(house, 'x:write:X');
    peer.send(updateFrame(structless(7, 0, 2 ** 40)));
    const many = new Y.Doc();
    many.clientID = 8;
    for (let count = 0; count < 200; count += 1) many.getArray('list').insert(0, [count]);
    peer.send(updateFrame(Y.encodeStateAsUpdate(many)));
    await until(() => peer.acknowledged === 2);
    expect(peer.refusals).toEqual(['1 too-much', '2 too-much']);
  });

  test('[CO23] a session does not use client ids without end', async () => {
    await using house = await House.open({ limits: { clientIdsPerSession: 3 } });
    const peer = await synced(house, 'x:write:X');
    for (let clientId = 11; clientId <= 14; clientId += 1) peer.send(updateFrame(typed('a', clientId)));
    await until(() => peer.acknowledged === 4);
    expect(peer.refusals).toEqual(['4 too-much']);
  });

  test('[CO24] an update that Yjs cannot finish leaves no trace, and what came with it is kept', async () => {
    await using house = await House.open();
    const author = await synced(house, 'a:write:A');
    const peer = await synced(house, 'x:write:X');
    const first = typed('avant', 7);
    author.send(updateFrame(first));
    await until(() => author.acknowledged === 1);
    peer.send(updateFrame(typed('du même auteur', 9)));
    peer.send(updateFrame(entangled(20, 21)));
    await until(() => peer.closed !== null);
    expect(peer.closed?.code).toBe(4400);
    expect(house.log.events).toContainEqual(expect.stringMatching(/^warn collab[.]document-rebuilt/));
    author.send(updateFrame(typed(', après', 7, first)));
    await until(() => author.acknowledged === 2);
    const stored = await house.documents.load('notes:sitting-1', 1);
    const doc = new Y.Doc();
    for (const { update } of stored.updates) Y.applyUpdate(doc, update);
    expect(textOf(doc)).toContain('avant, après');
    expect(textOf(doc)).toContain('du même auteur');
    expect([doc.store.pendingStructs, doc.store.pendingDs, doc.store.clients.has(20)]).toEqual([
      null,
      null,
      false,
    ]);
  });

  test('[CO24] mutated updates never change what the others have', async () => {
    await using house = await House.open({
      limits: { connectionsPerSessionAndDocument: 1000, updatesPerSecond: 1e6, framesPerSecond: 1e6 },
    });
    const author = house.stock('a:write:A');
    await until(() => author.provider.synced);
    author.text.insert(0, 'Le texte de chacun est sauf.');
    author.text.delete(3, 2);
    author.text.format(0, 5, { strong: {} });
    author.doc.getXmlFragment('text').insert(0, [new Y.XmlElement('paragraph')]);
    await until(async () => (await house.onDisk()) === author.text.toJSON());
    const base = Y.encodeStateAsUpdate(author.doc);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, base);
    doc.clientID = 99;
    doc.getText('plain').insert(4, 'bien ');
    doc.getText('plain').applyDelta([{ retain: 2 }, { insert: 'x', attributes: { emphasis: {} } }]);
    doc.getXmlFragment('text').insert(0, [new Y.XmlElement('heading')]);
    const sound = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(author.doc));

    let peer = await synced(house, 'x:write:X');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        async (edits) => {
          const bytes = Uint8Array.from(sound);
          for (const [at, value] of edits) bytes[at] = value;
          if (peer.closed !== null) peer = await synced(house, 'x:write:X');
          const before = peer.acknowledged;
          peer.send(updateFrame(bytes));
          await until(() => peer.closed !== null || peer.acknowledged > before);
        },
      ),
      { numRuns: 300 },
    );
    house.time.pass(1000);
    expect(author.provider.wsconnected).toBe(true);
    // Whatever was taken, everyone has the same, from the log too.
    const reader = house.stock('r:read:R');
    await until(() => reader.provider.synced);
    await until(() => reader.text.toJSON() === author.text.toJSON());
    expect(await house.onDisk()).toBe(textOf(author.doc));
    author.text.insert(0, 'Et ');
    await until(async () => (await house.onDisk()).startsWith('Et '));
  });

  test('[CO25] a full document takes deletions only', async () => {
    await using house = await House.open({ limits: { documentBytes: 2000 } });
    const author = await synced(house, 'a:write:A');
    const doc = new Y.Doc();
    doc.clientID = 7;
    const send = (change: () => void): void => {
      const before = Y.encodeStateVector(doc);
      doc.once('update', (update: Uint8Array) => author.send(updateFrame(update)));
      change();
      expect(before.length).toBeGreaterThan(0);
    };
    send(() => doc.getText('plain').insert(0, 'a'.repeat(1800)));
    await until(() => author.acknowledged === 1);
    author.send(updateFrame(typed('b'.repeat(400), 8)));
    await until(() => author.acknowledged === 2);
    expect(author.refusals).toEqual(['2 document-full']);
    send(() => doc.getText('plain').delete(0, 1700));
    await until(() => author.acknowledged === 3);
    author.send(updateFrame(typed('b'.repeat(400), 8)));
    await until(() => author.acknowledged === 4);
    expect(author.refusals).toHaveLength(1);
  });

  test('[CO25] a frame that is too large ends its own line', async () => {
    await using house = await House.open({ limits: { frameBytes: 1000 } });
    const peer = await synced(house, 'x:write:X');
    peer.send(updateFrame(typed('a'.repeat(2000), 7)));
    await until(() => peer.closed !== null);
    expect(peer.closed?.code).toBe(1009);
  });

  test('[CO25] a session opens so many documents, and each so many times', async () => {
    await using house = await House.open({
      limits: { documentsPerSession: 2, connectionsPerSessionAndDocument: 2 },
    });
    const open = async (id: string) => await house.bare('a:write:A', { ref: { kind: 'notes', id } });
    const [first] = await Promise.all([open('one'), open('one'), open('two')]);
    const third = await open('three');
    const again = await open('one');
    await until(() => third.closed !== null && again.closed !== null);
    expect([third.closed?.code, again.closed?.code]).toEqual([4429, 4429]);
    first.socket.terminate();
    await settle(house);
    const back = await open('one');
    await until(() => back.syncRequests.length === 1);
  });

  test.each([
    ['frames', { framesPerSecond: 5 }, presenceFrame([])],
    ['updates', { updatesPerSecond: 5 }, updateFrame(typed('a', 7))],
    ['sync requests', { syncRequestsPerSecond: 1 }, syncRequestFrame(NOTHING)],
  ])(
    '[CO25] too many %s close with 4508, after which a client may come back',
    async (_what, limits, frame) => {
      await using house = await House.open({ limits: { ...limits, burstSeconds: 2 } });
      const peer = await house.bare('x:write:X');
      for (let count = 0; count < 30; count += 1) peer.send(frame);
      await until(() => peer.closed !== null);
      expect(peer.closed?.code).toBe(4508);
      const again = house.stock('x:write:X');
      await until(() => again.provider.synced);
    },
  );

  test('[CO25] a stock client that types too fast loses nothing', async () => {
    await using house = await House.open({ limits: { updatesPerSecond: 2, burstSeconds: 2 } });
    const author = house.stock('a:write:A', { ref: NOTES });
    await until(() => author.provider.synced);
    for (let count = 0; count < 40; count += 1) author.text.insert(author.text.length, String(count % 10));
    await until(async () => (await house.onDisk()) === author.text.toJSON());
  });
});

function withSubdocument(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 7;
  doc.getMap('m').set('d', new Y.Doc());
  return Y.encodeStateAsUpdate(doc);
}

/** Two clients' letters, each to the right of the other: no order can hold both. */
function entangled(one: number, other: number): Uint8Array {
  const STRING_WITH_ORIGIN = 0x84;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 2);
  for (const [client, origin] of [
    [other, one],
    [one, other],
  ]) {
    // prettier-ignore
    for (const number of [1, client ?? 0, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, STRING_WITH_ORIGIN);
    encoding.writeVarUint(encoder, origin ?? 0);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'z');
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}
