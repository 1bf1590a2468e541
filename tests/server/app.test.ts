/** The built server as a process: real HTTP, real sockets, a real database, and the power that goes. */
import { connect } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Command } from '#protocol/inputs.ts';
import type { SittingFrame } from '#protocol/views.ts';
import { commanded, connected, createdSeminar, Device, freshId, subscribed } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';

let dataDir: string;
let server: ServerProcess;
const devices: Device[] = [];

const device = (): Device => {
  const made = new Device(server.url);
  devices.push(made);
  return made;
};

async function seminar() {
  const made = await createdSeminar(server.url);
  devices.push(made.organiser);
  const sitting = made.view.ateliers[0]?.sittings[0];
  if (!sitting) throw new Error('no sitting');
  return { ...made, sitting };
}

const contribute = (sittingId: string, text: string): Command => ({
  type: 'contribution/make',
  sittingId,
  contributionId: freshId(),
  itemId: null,
  questionId: null,
  kind: null,
  text,
  unnamed: false,
});

const until = async (what: () => boolean): Promise<void> => {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 10));
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-app-'));
  server = await startServer({ DATA_DIR: dataDir });
});
afterAll(async () => {
  devices.forEach((it) => it.close());
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

describe('one command end to end', () => {
  test('said on one phone, seen on another; after SIGKILL it is still there, and sent again it counts once', async () => {
    const { sitting, sittingId } = await seminar();
    const [yann, maelle] = [device(), device()];
    await yann.join(sitting.code, 'Yann');
    await maelle.join(sitting.code.toLowerCase(), 'Maëlle');
    const [from, to] = [yann.socket(), maelle.socket()];
    await Promise.all([connected(from), connected(to)]);
    await subscribed(to, { channel: 'sitting', sittingId, audience: 'participant' });
    const seen = new Promise<SittingFrame>((resolve) => to.once('sitting', resolve));
    const command = contribute(sittingId, 'Une permanence le samedi.');
    const commandId = freshId();
    const first = await commanded(from, 'participant', command, commandId);
    expect(first.ok).toBe(true);
    expect(JSON.stringify((await seen).changes)).toContain('Une permanence le samedi.');

    const { port } = server;
    await server.end('SIGKILL');
    server = await startServer({ DATA_DIR: dataDir, PORT: String(port) });
    await connected(from);
    expect(await commanded(from, 'participant', command, commandId)).toEqual(first);
    const state = await subscribed(from, { channel: 'sitting', sittingId, audience: 'participant' });
    expect(state.contributions.map(({ text }) => text)).toEqual(['Une permanence le samedi.']);
    expect(state.me.own).toHaveLength(1);
  });

  test('everything acknowledged before SIGKILL is there, whenever it comes', async () => {
    const { sitting, sittingId } = await seminar();
    const yann = device();
    await yann.join(sitting.code, 'Yann');
    const socket = yann.socket();
    await connected(socket);
    const acknowledged: string[] = [];
    // Those that the power overtakes are rejected, which is no failure here.
    const sending = Promise.allSettled(
      Array.from({ length: 15 }, async (_, index) => {
        const answer = await commanded(socket, 'participant', contribute(sittingId, `Contribution ${index}`));
        if (answer.ok) acknowledged.push(`Contribution ${index}`);
      }),
    );
    await until(() => acknowledged.length > 0);
    const { port } = server;
    await server.end('SIGKILL');
    await sending;
    server = await startServer({ DATA_DIR: dataDir, PORT: String(port) });
    await connected(socket);
    const state = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'participant' });
    expect(state.contributions.map(({ text }) => text)).toEqual(expect.arrayContaining(acknowledged));
  });
});

describe('a lost answer', () => {
  test('joined again after it, one is still one person; created again, it is still one séminaire', async () => {
    const { sitting, view, organiser } = await seminar();
    const yann = device();
    await yann.request('/api/join', { code: sitting.code, person: null });
    const { cookie } = yann;
    const personId = freshId();
    await yann.join(sitting.code, 'Yann', personId);
    yann.cookie = cookie;
    await yann.join(sitting.code, 'Yann', personId);
    const seen = await organiser.json<typeof view>(`/api/seminars/${view.seminarId}`);
    expect(seen.ateliers[0]?.sittings[0]?.participants).toBe(1);

    const creator = device();
    await creator.request('/api/session', {});
    const wanted = { seminarId: freshId(), description: view.description, atelier: null };
    const answers = [
      await creator.request('/api/seminars', wanted),
      await creator.request('/api/seminars', wanted),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await device().request('/api/seminars', wanted)).status).toBe(409);
  });
});

describe('one phone for several people', () => {
  test('each says what they say under their own name, and nobody under another device’s', async () => {
    const { sitting, sittingId } = await seminar();
    const phone = device();
    const [yann, maelle] = [freshId(), freshId()];
    await phone.join(sitting.code, 'Yann', yann);
    await phone.join(sitting.code, 'Maëlle', maelle);
    const preview = await phone.json<{ people: unknown[] }>('/api/join', {
      code: sitting.code,
      person: null,
    });
    expect(preview.people).toEqual([
      { personId: yann, name: 'Yann LE GOFF' },
      { personId: maelle, name: 'Maëlle LE GOFF' },
    ]);

    const socket = phone.socket();
    await connected(socket);
    const say = (text: string, by: string | null) =>
      socket.emitWithAck('command', {
        commandId: freshId(),
        as: 'participant',
        by,
        command: contribute(sittingId, text),
      });
    for (const [text, by] of [
      ['De Yann.', yann],
      ['De la dernière arrivée.', null],
    ] as const)
      expect(await say(text, by)).toMatchObject({ ok: true });
    expect(await say('D’une autre.', freshId())).toMatchObject({ error: { code: 'access/forbidden' } });
    const seenBy = (by: string) =>
      socket.emitWithAck('subscribe', { channel: 'sitting', sittingId, audience: 'participant', by });
    expect(await seenBy(yann)).toMatchObject({
      value: {
        me: { personId: yann, name: 'Yann LE GOFF' },
        contributions: [
          { text: 'De la dernière arrivée.', attribution: { name: 'Maëlle LE GOFF' } },
          { text: 'De Yann.', attribution: { name: 'Yann LE GOFF' } },
        ],
      },
    });
    expect(await seenBy(maelle)).toMatchObject({ value: { me: { personId: maelle } } });

    const other = device();
    await expect(other.join(sitting.code, 'Voleur', yann)).rejects.toThrow('access/forbidden');
  });
});

describe('one shared text end to end', () => {
  test('a stock y-websocket client writes; after SIGKILL another reads it; who may not read is told once', async () => {
    const { sitting, sittingId, organiser } = await seminar();
    const socket = organiser.socket();
    await connected(socket);
    const { documents } = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
    const writing = organiser.text(documents.synthesis ?? '');
    await until(() => writing.provider.synced);
    // A section per point, made by the server.
    expect(JSON.stringify(writing.doc.getXmlFragment('text').toJSON())).toContain('Point item-one');
    const yann = device();
    await yann.join(sitting.code, 'Yann');
    const reading = organiser.text(documents.synthesis ?? '');
    await until(() => reading.provider.synced);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Le comité existe par ceux qui l’ont croisé.')]);
    const fragment = writing.doc.getXmlFragment('text');
    fragment.insert(fragment.length, [paragraph]);
    // What anyone else has seen is on disk.
    await until(() => reading.doc.getXmlFragment('text').toString().includes('croisé'));

    const { port } = server;
    await server.end('SIGKILL');
    server = await startServer({ DATA_DIR: dataDir, PORT: String(port) });
    const again = organiser.text(documents.synthesis ?? '');
    await until(() => again.doc.getXmlFragment('text').toString().includes('croisé'));

    const refused = yann.text(documents.synthesis ?? '');
    const code = await new Promise<number>((resolve) =>
      refused.provider.on('connection-close', (event) => resolve(event?.code ?? 0)),
    );
    expect(code).toBe(4403);
    expect(refused.doc.getXmlFragment('text').length).toBe(0);
  });
});

describe('rights and bad input', () => {
  test('a session of another séminaire gets nothing', async () => {
    const ours = await seminar();
    const { organiser: other } = await seminar();
    const seminarId = ours.view.seminarId;
    expect((await other.request(`/api/seminars/${seminarId}`)).status).toBe(403);
    expect((await other.request(`/api/seminars/${seminarId}/actes.md`)).status).toBe(403);
    const socket = other.socket();
    await connected(socket);
    const { sittingId } = ours;
    expect(
      await socket.emitWithAck('subscribe', { channel: 'sitting', sittingId, audience: 'console', by: null }),
    ).toMatchObject({ error: { code: 'access/forbidden' } });
    expect(await commanded(socket, 'organiser', contribute(sittingId, 'x'))).toMatchObject({
      error: { code: 'access/forbidden' },
    });
    expect(await socket.emitWithAck('page', { sittingId, before: 5, by: null })).toMatchObject({
      error: { code: 'access/forbidden' },
    });
  });

  test('a screen shows no notes: their text is refused to it', async () => {
    const { sitting, sittingId } = await seminar();
    const screen = device();
    await screen.openLink(sitting.links.screen);
    const { doc, provider } = screen.text(`notes.${sittingId}.1`);
    const code = await new Promise<number>((resolve) =>
      provider.on('connection-close', (event) => resolve(event?.code ?? 0)),
    );
    expect(code).toBe(4403);
    expect(doc.getXmlFragment('text').length).toBe(0);
  });

  test('where WebSockets are refused, a page polls, also on plain http where browsers send no Origin', async () => {
    const { organiser } = await seminar();
    const poll = (headers: Record<string, string>) =>
      organiser.request('/socket.io/?EIO=4&transport=polling', undefined, headers);
    expect((await poll({ referer: `${server.url}/seances/1` })).status).toBe(200);
    expect((await poll({ referer: 'http://evil.example/' })).status).toBe(403);
    expect((await poll({})).status).toBe(403);
  });

  test('without a session there is no socket, no séminaire and no actes', async () => {
    const { view } = await seminar();
    const nobody = device();
    expect((await nobody.request(`/api/seminars/${view.seminarId}`)).status).toBe(401);
    const socket = nobody.socket();
    const refused = await new Promise<Error>((resolve) => socket.on('connect_error', resolve));
    expect(refused.message).toBe('access/no-session');
  });

  test('a code that does not exist is refused, and leaves no session', async () => {
    const guesser = device();
    const answer = await guesser.request('/api/join', { code: 'ZZZZ ZZZZ', person: null });
    expect([answer.status, await answer.json()]).toMatchObject([
      404,
      { error: { code: 'access/unknown-code' } },
    ]);
    expect(guesser.cookie).toBe('');
  });

  test('a wrong secret opens nothing and leaves no session', async () => {
    const { view } = await seminar();
    const [accessId = ''] = new URL(view.links.organiser).hash.replace('#acces=', '').split('.');
    const thief = device();
    const answer = await thief.request('/api/access', { accessId, secret: 'A'.repeat(32) });
    expect(answer.status).toBe(404);
    expect(thief.cookie).toBe('');
  });

  test('a foreign page is refused on POST, on Socket.IO and on Yjs', async () => {
    const { organiser, sittingId } = await seminar();
    const foreign = { origin: 'http://evil.example' };
    expect((await organiser.request('/api/join', { code: 'A', person: null }, foreign)).status).toBe(403);
    expect(
      (await organiser.request('/api/join', { code: 'A', person: null }, { 'sec-fetch-site': 'cross-site' }))
        .status,
    ).toBe(403);
    const socket = organiser.socket(undefined, foreign);
    await new Promise((resolve) => socket.once('connect_error', resolve));
    socket.disconnect();
    const raw = new WebSocket(`${server.url.replace('http', 'ws')}/collab/notes.${sittingId}.1`, {
      headers: { ...foreign, cookie: organiser.cookie },
    });
    const status = await new Promise((resolve) => {
      raw.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      raw.on('error', () => resolve('error'));
    });
    expect(status).toBe(403);
  });

  test('a page of an earlier build is told to load again', async () => {
    const { organiser } = await seminar();
    const socket = organiser.socket({ v: 0 });
    const refused = await new Promise<Error>((resolve) => socket.on('connect_error', resolve));
    expect(refused.message).toBe('protocol/stale-client');
  });

  test.each([
    ['nothing', undefined],
    ['a number', 7],
    [
      'a command of no kind',
      { commandId: 'a'.repeat(22), as: 'organiser', command: { type: 'run/explode' } },
    ],
    ['a missing field', { commandId: 'a'.repeat(22), as: 'organiser', command: { type: 'run/start' } }],
    ['a prototype', JSON.parse('{"__proto__": {"as": "organiser"}}') as unknown],
  ])('a malformed command (%s) is answered, and the connection lives on', async (_what, envelope) => {
    const { organiser } = await seminar();
    const socket = organiser.socket();
    await connected(socket);
    const answer: unknown = await socket.emitWithAck('command', envelope as never);
    expect(answer).toEqual({ ok: false, error: { code: 'protocol/malformed' } });
    expect(await socket.emitWithAck('time')).toHaveProperty('at');
  });

  test('malformed frames on both sockets end their connection, never the process', async () => {
    const { organiser, sittingId } = await seminar();
    const address = server.url.replace('http', 'ws');
    const headers = { cookie: organiser.cookie, origin: server.url };
    for (const path of [`/collab/notes.${sittingId}.1`, '/socket.io/?EIO=4&transport=websocket']) {
      const raw = new WebSocket(`${address}${path}`, { headers });
      await new Promise((resolve) => raw.once('open', resolve));
      raw.send(Uint8Array.from([0, 2, 255, 255, 255, 255]));
      raw.send('{"not": "a frame');
      await new Promise((resolve) => raw.once('close', resolve));
      // A frame that is no frame: reserved bits and an opcode that does not exist.
      const tcp = connect(server.port, '127.0.0.1');
      tcp.write(
        `GET ${path} HTTP/1.1\r\nHost: localhost:${server.port}\r\nOrigin: ${server.url}\r\nCookie: ${organiser.cookie}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
      );
      await new Promise((resolve) => tcp.once('data', resolve));
      tcp.write(Buffer.from([0xff, 0xff, 0, 0, 0, 0]));
      await new Promise((resolve) => tcp.once('close', resolve));
    }
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  test('a phone that leaves while it is let in is not counted as connected', async () => {
    const { organiser, sitting, sittingId } = await seminar();
    const onConsole = organiser.socket();
    await connected(onConsole);
    for (const name of ['Yann', 'Maëlle', 'Inès']) {
      const phone = device();
      await phone.join(sitting.code, name);
      const socket = phone.socket();
      await connected(socket);
      socket.emit(
        'subscribe',
        { channel: 'sitting', sittingId, audience: 'participant', by: null },
        () => undefined,
      );
      socket.disconnect();
    }
    const state = await subscribed(onConsole, { channel: 'sitting', sittingId, audience: 'console' });
    expect(state).toMatchObject({ participants: 3, connected: 0 });
  });

  test('whoever asks for more than a thumb can is told so, and the connection lives on', async () => {
    const { organiser, sittingId } = await seminar();
    const socket = organiser.socket();
    await connected(socket);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => socket.emitWithAck('page', { sittingId, before: 5, by: null })),
    );
    expect(answers.filter((it) => !it.ok).map((it) => !it.ok && it.error.code)).toContain(
      'protocol/too-many',
    );
    expect(answers.filter((it) => it.ok)).not.toHaveLength(0);
    expect(await socket.emitWithAck('time')).toHaveProperty('at');
  });

  test('an upgrade to nowhere is refused', async () => {
    const raw = new WebSocket(`${server.url.replace('http', 'ws')}/nowhere`);
    const status = await new Promise((resolve) =>
      raw.on('unexpected-response', (_request, response) => resolve(response.statusCode)),
    );
    expect(status).toBe(404);
  });

  test('an empty, a huge and a binary paste each get a clear answer', async () => {
    const pasted = (text: string) => device().request('/api/agenda/parse', { text });
    const empty = await pasted('');
    expect([empty.status, await empty.json()]).toMatchObject([
      200,
      { items: [], warnings: [{ code: 'agenda/empty' }] },
    ]);
    const huge = await pasted('a'.repeat(2 * 1024 * 1024));
    expect([huge.status, await huge.json()]).toMatchObject([413, { error: { code: 'protocol/too-large' } }]);
    const binary = await pasted('\u0000\u0001PK\u0003\u0004\u0000\u0008\u0000\ufffd'.repeat(50));
    expect([binary.status, await binary.json()]).toMatchObject([200, { items: [] }]);
  });

  test('the log holds no name, word, code or secret', async () => {
    const { organiser, sitting, sittingId } = await seminar();
    const socket = organiser.socket();
    await connected(socket);
    await commanded(socket, 'organiser', contribute(sittingId, 'Paroles retenues'));
    const log = server.log();
    for (const secret of ['Paroles', 'LE GOFF', sitting.code, organiser.cookie.split('=')[1] ?? '-'])
      expect(log).not.toContain(secret);
  });
});
