import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientToServer, ServerToClient } from '#protocol/socket.ts';
import { carryTexts } from './text-lines.ts';
import type { OpenText } from './text-lines.ts';

type Page = Parameters<OpenText>[2];

let close: () => Promise<void>;
let url: string;
let pages: Page[];
let ended: number;

beforeEach(async () => {
  pages = [];
  ended = 0;
  const http = createServer();
  const io = new Server<ClientToServer, ServerToClient>(http, { serveClient: false });
  const openText: OpenText = (_request, _address, page) => {
    pages.push(page);
    return { receive: () => undefined, ended: () => (ended += 1) };
  };
  io.on('connection', (socket) =>
    carryTexts(socket, { openText, frameBytes: 1024 * 1024, isTooFast: () => false }),
  );
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/socket.io/?EIO=4&transport=polling`;
  close = () => io.close();
});
afterEach(() => close());

/** A page that polls when the test says so. */
async function page() {
  const opening = await (await fetch(url)).text();
  const { sid } = JSON.parse(opening.slice(1)) as { sid: string };
  const address = `${url}&sid=${sid}`;
  const post = async (packet: string): Promise<void> => {
    await (await fetch(address, { method: 'POST', body: packet })).text();
  };
  const poll = async (): Promise<string> => (await fetch(address)).text();
  await post('40');
  await poll();
  await post('42["text-open",{"line":0,"address":"/collab/notes.sitting-1.1"}]');
  return { post, poll };
}

describe('a page that polls', () => {
  test('[CO27] has taken what it was sent when it asks for more', async () => {
    const { poll } = await page();
    const [line] = pages;
    if (!line) throw new Error('no line');
    expect(line.bufferedBytes()).toBe(0);
    // Nobody asks: it waits here.
    line.send(new Uint8Array(1_000));
    line.send(new Uint8Array(500));
    expect(line.bufferedBytes()).toBe(1_500);
    const [, , answer] = (await poll()).split('\x1e');
    expect(answer).toMatch(/^451-\["text-frame"/);
    // It left, and nothing says that it arrived.
    expect(line.bufferedBytes()).toBe(1_500);
    const next = poll();
    while (line.bufferedBytes() > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    line.send(new Uint8Array(10));
    await next;
    expect(line.bufferedBytes()).toBe(10);
  });

  test('[CO37] hears no more of a line that was closed, whose end is told once and later', async () => {
    const { poll, post } = await page();
    const [line] = pages;
    if (!line) throw new Error('no line');
    line.close(4403, 'access/forbidden');
    line.send(Uint8Array.of(1));
    line.close(1011, 'internal error');
    expect([line.isOpen(), ended]).toEqual([false, 0]);
    expect(await poll()).toBe('42["text-close",{"line":0,"code":4403,"reason":"access/forbidden"}]');
    await post('42["text-leave",{"line":0}]');
    await post('1');
    expect([ended, line.bufferedBytes()]).toEqual([1, 0]);
  });
});
