import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Manager } from 'socket.io-client';
import { afterEach, expect, it, vi } from 'vitest';
import { spreadReconnects } from './spread-reconnects.ts';

const GIVE_UP = 60_000;

afterEach(() => vi.restoreAllMocks());

/** A port where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

it('waits what is drawn before each attempt, the first and every later one', async () => {
  const waits: (number | undefined)[] = [];
  const port = await closedPort();
  const later = globalThis.setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, milliseconds?: number) => {
    waits.push(milliseconds);
    return later(run, milliseconds === GIVE_UP ? GIVE_UP : 0);
  });
  const draws = [0, 0.5, 0.25, 1 - Number.EPSILON, 0];
  const manager = new Manager(`http://127.0.0.1:${port}`, {
    autoConnect: false,
    transports: ['websocket'],
    // Its own patience is a timer too.
    timeout: GIVE_UP,
  });
  let drawn = 0;
  spreadReconnects(manager, () => draws[drawn++] ?? 0);
  await new Promise<void>((resolve) => {
    manager.on('reconnect_attempt', (attempt) => {
      if (attempt === 4) resolve();
    });
    manager.open();
  });
  manager._close();
  expect(waits.filter((it) => it !== GIVE_UP).slice(0, 4)).toEqual([200, 2_600, 1_400, 5_000]);
});
