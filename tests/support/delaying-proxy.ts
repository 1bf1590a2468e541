/** A path between devices and the server that is as slow, uneven and lopsided as it is told to be. */
import { createServer, connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** Milliseconds a packet takes, drawn anew for each one; order is kept, as TCP keeps it. */
export type Delay = () => number;
export type Path = { readonly up: Delay; readonly down: Delay };

/** A repeatable source of chance, from 0 to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type DelayingProxy = {
  readonly url: string;
  /** Bytes that went up and down so far. */
  readonly bytes: () => { readonly up: number; readonly down: number };
  /** Cuts every connection, as a lost network does; new ones are let through. */
  readonly cut: () => void;
  close(): Promise<void>;
};

const pass = (from: Socket, to: Socket, delay: Delay, counted: (bytes: number) => void): void => {
  let free = 0;
  // Timers of nearly the same moment may change places; what they run may not.
  const underWay: (() => void)[] = [];
  const arrive = (then: () => void): void => {
    underWay.push(then);
    setTimeout(() => underWay.shift()?.(), Math.max(0, free - performance.now()));
  };
  from.on('data', (chunk) => {
    counted(chunk.length);
    free = Math.max(free, performance.now() + delay());
    arrive(() => {
      if (!to.destroyed) to.write(chunk);
    });
  });
  from.on('error', () => to.destroy());
  from.on('close', () => arrive(() => to.destroySoon()));
};

/** Opens a way to the server at `url`; each connection draws its delays from the path. */
export async function delayingProxy(url: string, path: Path): Promise<DelayingProxy> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let up = 0;
  let down = 0;
  const server: Server = createServer({ noDelay: true }, (device) => {
    const upstream = connect({ host: hostname, port: Number(port), noDelay: true });
    for (const socket of [device, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
    pass(device, upstream, path.up, (bytes) => (up += bytes));
    pass(upstream, device, path.down, (bytes) => (down += bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => open.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => ({ up, down }),
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
