/** Shared texts behind a network that refuses WebSockets: the same rights and limits, over the page's connection. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { PairingState, PairingView } from '#protocol/pairing-views.ts';
import { readNotice } from '#protocol/collab.ts';
import { partsOf, TEXT_LINES_PER_PAGE, TEXT_PART_BYTES } from '#protocol/text-lines.ts';
import { systemTimers } from '../../server/clock.ts';
import { syncAnswerFrame, syncRequestFrame, updateFrame } from '../../server/collab/wire.ts';
import { openMemoryStorage } from '../../server/storage/memory/memory-storage.ts';
import type { AppHere } from '../support/app-here.ts';
import { startAppHere } from '../support/app-here.ts';
import { createdSeminar, Device } from '../support/device.ts';
import type { PageSocket, PageText } from '../support/page-text.ts';
import { pageSocket, pageText } from '../support/page-text.ts';
import type { RefusingProxy } from '../support/refusing-proxy.ts';
import { refusingProxy } from '../support/refusing-proxy.ts';
import { until } from '../support/served-app.ts';
import { settableClock } from '../support/surroundings.ts';

const NOTHING = Y.encodeStateVector(new Y.Doc());
const LIMIT = 1024 * 1024;

let app: AppHere;
let proxy: RefusingProxy;
let ends: (() => void)[];

beforeEach(async () => {
  app = await startAppHere(openMemoryStorage(), { clock: settableClock(), timers: systemTimers });
  proxy = await refusingProxy(app.url);
  ends = [];
});
afterEach(async () => {
  ends.forEach((end) => end());
  await proxy.close();
  await app.close();
});

/** A séminaire made behind that network, and the devices of its rooms. */
async function seminar() {
  const { organiser, view, sittingId } = await createdSeminar(proxy.url);
  const atelier = view.ateliers[0];
  const links = atelier?.sittings[0]?.links;
  if (!atelier || !links) throw new Error('no sitting');
  const device = async (role: 'animateur' | 'rapporteur'): Promise<Device> => {
    const made = new Device(proxy.url);
    await made.openLink(links[role]);
    return made;
  };
  return {
    ...{ organiser, device },
    notes: `notes.${sittingId}.1`,
    synthesis: `synthesis.${atelier.atelierId}.1`,
    preamble: `preamble.${view.seminarId}.1`,
    sittingId,
  };
}

/** The text as the device's page opens it. */
async function opened(
  device: Device,
  wireName: string,
): Promise<PageText & { readonly socket: PageSocket; readonly frames: Uint8Array[] }> {
  const socket = pageSocket(device);
  const frames: Uint8Array[] = [];
  socket.on('text-frame', (_of, frame) => frames.push(frame));
  await until(() => socket.connected);
  const it = pageText(device, wireName, socket);
  ends.push(() => it.close());
  return { ...it, socket, frames };
}

/** Bare lines on one connection. */
async function bare(device: Device) {
  const socket = pageSocket(device);
  ends.push(() => socket.disconnect());
  const frames: { line: number; frame: Uint8Array }[] = [];
  const closed = new Map<number, { code: number; reason: string }>();
  socket.on('text-frame', ({ line }, frame) => frames.push({ line, frame }));
  socket.on('text-close', ({ line, code, reason }) => closed.set(line, { code, reason }));
  await until(() => socket.connected);
  return {
    socket,
    frames,
    closed,
    open(line: number, wireName: string, query = ''): void {
      socket.emit('text-open', { line, address: `/collab/${wireName}${query}` });
    },
    send(line: number, frame: Uint8Array): void {
      for (const { bytes, more } of partsOf(frame)) socket.emit('text-part', { line, more }, bytes);
    },
    async synced(line: number, wireName: string): Promise<void> {
      this.open(line, wireName, '?ack=1');
      this.send(line, syncRequestFrame(NOTHING));
      await until(() => frames.some((it) => it.line === line && it.frame[1] === 1 && it.frame[0] === 0));
    },
    refusals: (line: number): string[] =>
      frames.flatMap(({ line: number, frame }) => {
        const notice = number === line ? readNotice(new Uint8Array(frame)) : null;
        return notice?.type === 'refused' ? [notice.refusal] : [];
      }),
  };
}

const typed = (words: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getText('plain').insert(0, words);
  return Y.encodeStateAsUpdate(doc);
};

describe('two devices on polling', () => {
  test('[CO34] write one text and come to the same words, without one WebSocket', async () => {
    const { organiser, device, notes } = await seminar();
    const first = await opened(organiser, notes);
    const second = await opened(await device('animateur'), notes);
    await until(() => first.provider.synced && second.provider.synced);
    expect(first.socket.io.engine.transport.name).toBe('polling');
    // The connection told already: no WebSocket of a text was tried.
    expect(new Set(proxy.refused())).toEqual(new Set(['/socket.io/']));
    first.text.insert(0, 'Une permanence ');
    second.text.insert(0, 'le samedi. ');
    await until(() => first.text.length === 26 && second.text.length === 26);
    expect(second.text.toJSON()).toBe(first.text.toJSON());
    expect(first.text.toJSON()).toContain('Une permanence ');
  });

  test('[CO34] each change comes in one frame', async () => {
    const { organiser, device, notes } = await seminar();
    const first = await opened(organiser, notes);
    const second = await opened(await device('animateur'), notes);
    await until(() => first.provider.synced && second.provider.synced);
    for (const word of ['un ', 'deux ', 'trois ']) {
      const before = second.frames.filter(([type]) => type === 0).length;
      first.text.insert(first.text.length, word);
      await until(() => second.text.toJSON().endsWith(word));
      expect(second.frames.filter(([type]) => type === 0).length - before).toBe(1);
    }
    expect(second.text.toJSON()).toBe('un deux trois ');
  });

  test('[CO34] a long text goes in parts, and comes back whole after the connection was lost', async () => {
    const { organiser, device, notes } = await seminar();
    const first = await opened(organiser, notes);
    await until(() => first.provider.synced);
    const long = 'On se retrouve le samedi. '.repeat(8_000);
    first.text.insert(0, long);
    const second = await opened(await device('animateur'), notes);
    await until(() => second.text.length === long.length);
    proxy.cut();
    first.text.insert(0, 'Après. ');
    await until(() => second.text.toJSON().startsWith('Après. '));
    expect(second.text.toJSON()).toBe(first.text.toJSON());
  });

  test('[CO34] a text whose own WebSocket is refused twice goes over a connection that has one', async () => {
    const { organiser, notes } = await seminar();
    const straight = new Device(app.url);
    straight.cookie = organiser.cookie;
    const socket = pageSocket(straight);
    await until(() => socket.connected);
    expect(socket.io.engine.transport.name).toBe('websocket');
    const text = pageText(organiser, notes, socket);
    ends.push(() => text.close());
    await until(() => text.provider.synced);
    expect(proxy.refused().filter((path) => path.startsWith('/collab/'))).toHaveLength(2);
  });
});

describe('the same rights', () => {
  test('[CO35] who may only read is refused, and stays', async () => {
    const { organiser, device, preamble } = await seminar();
    const writer = await opened(organiser, preamble);
    await until(() => writer.provider.synced);
    const reader = await bare(await device('animateur'));
    await reader.synced(0, preamble);
    reader.send(0, syncAnswerFrame(typed('de trop')));
    await until(() => reader.refusals(0).length === 1);
    expect([reader.refusals(0), reader.closed.size]).toEqual([['read-only'], 0]);
    writer.text.insert(0, 'Mot du président');
    await until(() => reader.frames.some(({ frame }) => frame[0] === 0 && frame[1] === 2));
    expect(writer.text.toJSON()).toBe('Mot du président');
  });

  test('[CO35] no right, no document, a closed epoch and a stale page close with their codes', async () => {
    const { organiser, device, notes, preamble } = await seminar();
    const participant = new Device(proxy.url);
    const view = await organiser.json<{ ateliers: { sittings: { code: string }[] }[] }>(
      `/api/seminars/${preamble.split('.')[1]}`,
    );
    await participant.join(view.ateliers[0]?.sittings[0]?.code ?? '', 'Yann');
    const stranger = await bare(participant);
    stranger.open(0, preamble);
    const page = await bare(await device('animateur'));
    page.open(0, 'notes.nobodys-sitting.1');
    page.open(1, notes.replace(/1$/, '2'));
    page.open(2, notes, '?v=0.0');
    page.open(3, 'drafts.x.1');
    await until(() => stranger.closed.size === 1 && page.closed.size === 4);
    expect(stranger.closed.get(0)?.code).toBe(4403);
    expect([0, 1, 2, 3].map((line) => page.closed.get(line)?.code)).toEqual([4404, 4410, 4426, 4404]);
    expect(page.closed.get(1)?.reason).toBe(notes);
    expect([...stranger.frames, ...page.frames]).toEqual([]);
  });

  test('[CO35] a right that is withdrawn closes the line with 4403, and nothing else', async () => {
    const { organiser, sittingId, synthesis } = await seminar();
    const computer = new Device(proxy.url);
    const state = await computer.json<PairingState>('/api/pairing', {});
    if (state.state !== 'waiting') throw new Error(state.state);
    const paired = await organiser.request('/api/pairings', {
      number: state.number,
      sittingId,
      shows: 'synthesis',
    });
    const { pairingId } = (await paired.json()) as PairingView;
    const page = await bare(computer);
    await page.synced(0, synthesis);
    const writer = await opened(organiser, synthesis);
    await until(() => writer.provider.synced);
    await organiser.request(`/api/pairings/${pairingId}/withdraw`, {});
    await until(() => page.closed.size === 1);
    expect(page.closed.get(0)?.code).toBe(4403);
    page.send(0, updateFrame(typed('après coup')));
    writer.text.insert(0, 'gardé');
    await new Promise((resolve) => page.socket.emit('time', resolve));
    expect([writer.text.toJSON(), page.socket.connected]).toEqual(['gardé', true]);
  });
});

describe('what a page cannot do', () => {
  const part = { line: 0, more: false };
  test.each<readonly [string, number, readonly unknown[]]>([
    ['a frame that is none', 4400, [part, Uint8Array.of(9, 1, 2)]],
    ['an empty frame', 4400, [part, new Uint8Array()]],
    ['words instead of bytes', 4400, [part, 'des mots']],
    ['bytes missing', 4400, [part]],
    ['more than it says of a part', 4400, [{ ...part, then: 1 }, Uint8Array.of(0)]],
    ['a part that is too short to go on', 4400, [{ line: 0, more: true }, Uint8Array.of(0)]],
    ['a part that is too long', 4400, [part, new Uint8Array(TEXT_PART_BYTES + 1)]],
    ['a line opened twice', 4400, []],
  ])('[CO36] %s ends its line and no other', async (_what, code, sent) => {
    const { organiser, notes, synthesis } = await seminar();
    const page = await bare(organiser);
    await page.synced(0, notes);
    await page.synced(1, synthesis);
    if (sent.length === 0) page.open(0, notes);
    // What a page that is not ours may send.
    else (page.socket.emit as (...given: unknown[]) => unknown).call(page.socket, 'text-part', ...sent);
    await until(() => page.closed.size === 1);
    expect(page.closed.get(0)?.code).toBe(code);
    page.send(1, updateFrame(typed('toujours là')));
    const settled = () =>
      page.frames.some(
        ({ line, frame }) => line === 1 && readNotice(new Uint8Array(frame))?.type === 'acknowledged',
      );
    await until(settled);
    expect(page.closed.size).toBe(1);
  });

  test('[CO36] parts that come to more than a frame may have end the line with 1009', async () => {
    const { organiser, notes } = await seminar();
    const page = await bare(organiser);
    await page.synced(0, notes);
    const full = new Uint8Array(TEXT_PART_BYTES);
    for (let sent = 0; sent <= LIMIT; sent += full.length)
      page.socket.emit('text-part', { line: 0, more: true }, full);
    await until(() => page.closed.size === 1);
    expect([page.closed.get(0)?.code, page.socket.connected]).toEqual([1009, true]);
  });

  test('[CO36] a flood of frames is closed with 4508, and the page comes back', async () => {
    const { organiser, notes } = await seminar();
    const page = await bare(organiser);
    await page.synced(0, notes);
    for (let frame = 0; frame < 700; frame += 1) page.send(0, Uint8Array.of(3));
    await until(() => page.closed.size === 1);
    expect(page.closed.get(0)?.code).toBe(4508);
    await page.synced(1, notes);
    expect(page.socket.connected).toBe(true);
  });

  test('[CO36] more lines than a page has are closed with 4429, addresses that are none with 4400', async () => {
    const { organiser, notes } = await seminar();
    const page = await bare(organiser);
    for (let line = 0; line <= TEXT_LINES_PER_PAGE; line += 1) page.open(line, notes);
    page.socket.emit('text-open', { line: 77, address: '//elsewhere.example/collab/x' });
    await until(() => page.closed.size === 2);
    expect([page.closed.get(TEXT_LINES_PER_PAGE)?.code, page.closed.get(77)?.code]).toEqual([4429, 4400]);
  });

  test('[CO37] whoever leaves a line, or loses the connection, is no longer among the present', async () => {
    const { organiser, device, notes } = await seminar();
    const stays = await opened(organiser, notes);
    const others = () => stays.provider.awareness.getStates().size - 1;
    await until(() => stays.provider.synced);
    for (const end of [
      (page: PageText & { socket: PageSocket }) => page.provider.disconnect(),
      (page: PageText & { socket: PageSocket }) => page.socket.io.engine.close(),
    ]) {
      const goes = await opened(await device('animateur'), notes);
      goes.provider.awareness.setLocalState({ cursor: null });
      await until(() => others() === 1);
      goes.provider.shouldConnect = false;
      end(goes);
      await until(() => others() === 0);
    }
    expect(others()).toBe(0);
  });
});
