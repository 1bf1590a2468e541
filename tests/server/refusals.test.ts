/** What the built server refuses, on every channel, and what it says then. */
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { commanded, connected, subscribed } from '../support/device.ts';
import { contribute, servedApp } from '../support/served-app.ts';

const app = servedApp();

describe('rights and bad input', () => {
  test('a session of another séminaire gets nothing', async () => {
    const ours = await app.seminar();
    const { organiser: other } = await app.seminar();
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
    const { sitting, sittingId } = await app.seminar();
    const screen = app.device();
    await screen.openLink(sitting.links.screen);
    const { doc, provider } = screen.text(`notes.${sittingId}.1`);
    const code = await new Promise<number>((resolve) =>
      provider.on('connection-close', (event) => resolve(event?.code ?? 0)),
    );
    expect(code).toBe(4403);
    expect(doc.getXmlFragment('text').length).toBe(0);
  });

  test('where WebSockets are refused, a page polls, also on plain http where browsers send no Origin', async () => {
    const { organiser } = await app.seminar();
    const poll = (headers: Record<string, string>) =>
      organiser.request('/socket.io/?EIO=4&transport=polling', undefined, headers);
    expect((await poll({ referer: `${app.process().url}/seances/1` })).status).toBe(200);
    expect((await poll({ referer: 'http://evil.example/' })).status).toBe(403);
    expect((await poll({})).status).toBe(403);
  });

  test('without a session there is no socket, no séminaire and no actes', async () => {
    const { view } = await app.seminar();
    const nobody = app.device();
    expect((await nobody.request(`/api/seminars/${view.seminarId}`)).status).toBe(401);
    const socket = nobody.socket();
    const refused = await new Promise<Error>((resolve) => socket.on('connect_error', resolve));
    expect(refused.message).toBe('access/no-session');
  });

  test('a code that does not exist is refused, and leaves no session', async () => {
    const guesser = app.device();
    const answer = await guesser.request('/api/join', { code: 'ZZZZ ZZZZ', person: null });
    expect([answer.status, await answer.json()]).toMatchObject([
      404,
      { error: { code: 'access/unknown-code' } },
    ]);
    expect(guesser.cookie).toBe('');
  });

  test('a wrong secret opens nothing and leaves no session', async () => {
    const { view } = await app.seminar();
    const [accessId = ''] = new URL(view.links.organiser).hash.replace('#acces=', '').split('.');
    const thief = app.device();
    const answer = await thief.request('/api/access', { accessId, secret: 'A'.repeat(32) });
    expect(answer.status).toBe(404);
    expect(thief.cookie).toBe('');
  });

  test('a foreign page is refused on POST, on Socket.IO and on Yjs', async () => {
    const { organiser, sittingId } = await app.seminar();
    const foreign = { origin: 'http://evil.example' };
    expect((await organiser.request('/api/join', { code: 'A', person: null }, foreign)).status).toBe(403);
    expect(
      (await organiser.request('/api/join', { code: 'A', person: null }, { 'sec-fetch-site': 'cross-site' }))
        .status,
    ).toBe(403);
    const socket = organiser.socket(undefined, foreign);
    await new Promise((resolve) => socket.once('connect_error', resolve));
    socket.disconnect();
    const raw = new WebSocket(`${app.process().url.replace('http', 'ws')}/collab/notes.${sittingId}.1`, {
      headers: { ...foreign, cookie: organiser.cookie },
    });
    const status = await new Promise((resolve) => {
      raw.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      raw.on('error', () => resolve('error'));
    });
    expect(status).toBe(403);
  });

  test('a page of an earlier build is told to load again', async () => {
    const { organiser } = await app.seminar();
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
    const { organiser } = await app.seminar();
    const socket = organiser.socket();
    await connected(socket);
    const answer: unknown = await socket.emitWithAck('command', envelope as never);
    expect(answer).toEqual({ ok: false, error: { code: 'protocol/malformed' } });
    expect(await socket.emitWithAck('time')).toHaveProperty('at');
  });

  test('malformed frames on both sockets end their connection, never the process', async () => {
    const { organiser, sittingId } = await app.seminar();
    const address = app.process().url.replace('http', 'ws');
    const headers = { cookie: organiser.cookie, origin: app.process().url };
    for (const path of [`/collab/notes.${sittingId}.1`, '/socket.io/?EIO=4&transport=websocket']) {
      const raw = new WebSocket(`${address}${path}`, { headers });
      await new Promise((resolve) => raw.once('open', resolve));
      raw.send(Uint8Array.from([0, 2, 255, 255, 255, 255]));
      raw.send('{"not": "a frame');
      await new Promise((resolve) => raw.once('close', resolve));
      // A frame that is no frame: reserved bits and an opcode that does not exist.
      const tcp = connect(app.process().port, '127.0.0.1');
      tcp.write(
        `GET ${path} HTTP/1.1\r\nHost: localhost:${app.process().port}\r\nOrigin: ${app.process().url}\r\nCookie: ${organiser.cookie}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
      );
      await new Promise((resolve) => tcp.once('data', resolve));
      tcp.write(Buffer.from([0xff, 0xff, 0, 0, 0, 0]));
      await new Promise((resolve) => tcp.once('close', resolve));
    }
    expect((await fetch(`${app.process().url}/readyz`)).status).toBe(200);
  });

  test('a phone that leaves while it is let in is not counted as connected', async () => {
    const { organiser, sitting, sittingId } = await app.seminar();
    const onConsole = organiser.socket();
    await connected(onConsole);
    for (const name of ['Yann', 'Maëlle', 'Inès']) {
      const phone = app.device();
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
    const seen = () => subscribed(onConsole, { channel: 'sitting', sittingId, audience: 'console' });
    // The last phone's leaving and our question come over two connections: either may be first.
    while ((await seen()).connected > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await seen()).toMatchObject({ participants: 3, connected: 0 });
  });

  test('whoever asks for more than a thumb can is told so, and the connection lives on', async () => {
    const { organiser, sittingId } = await app.seminar();
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
    const raw = new WebSocket(`${app.process().url.replace('http', 'ws')}/nowhere`);
    const status = await new Promise((resolve) =>
      raw.on('unexpected-response', (_request, response) => resolve(response.statusCode)),
    );
    expect(status).toBe(404);
  });

  test('an empty, a huge and a binary paste each get a clear answer', async () => {
    const pasted = (text: string) => app.device().request('/api/agenda/parse', { text });
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

  test('a pasted programme is answered as times and ateliers, a wrong day or zone refused', async () => {
    const pasted = (body: object) => app.device().request('/api/programme/parse', body);
    const text = '9h – 10h Plénière\n10h – 12h Ateliers\n- Le sol (salle B)';
    const read = await pasted({ text, day: '2026-11-26', zone: 'Europe/Paris' });
    expect([read.status, await read.json()]).toMatchObject([
      200,
      {
        times: [{ kind: 'plenary', start: '09:00', startsAt: Date.parse('2026-11-26T08:00:00Z') }],
        ateliers: [{ title: 'Le sol', room: 'salle B', start: '10:00', end: '12:00' }],
      },
    ]);
    expect((await pasted({ text, day: '26/11/2026', zone: 'Europe/Paris' })).status).toBe(400);
    expect((await pasted({ text, day: '2026-11-26', zone: 'Mars/Olympus' })).status).toBe(400);
    expect(
      (await pasted({ text: 'a'.repeat(2 * 1024 * 1024), day: '2026-11-26', zone: 'Europe/Paris' })).status,
    ).toBe(413);
  });

  test('the log holds no name, word, code or secret', async () => {
    const { organiser, sitting, sittingId } = await app.seminar();
    const socket = organiser.socket();
    await connected(socket);
    await commanded(socket, 'organiser', contribute(sittingId, 'Paroles retenues'));
    const log = app.process().log();
    for (const secret of ['Paroles', 'LE GOFF', sitting.code, organiser.cookie.split('=')[1] ?? '-'])
      expect(log).not.toContain(secret);
  });
});
