/** A network that lets HTTP through and no WebSocket: refused with 403, or left without an answer. */
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export type RefusingProxy = {
  readonly url: string;
  /** Upgrades that were asked for and not had, by path. */
  readonly refused: () => readonly string[];
  /** Cuts every connection, as a lost network does; new ones are let through. */
  readonly cut: () => void;
  close(): Promise<void>;
};

/** Opens a way to the server at `url` that no upgrade takes. */
export async function refusingProxy(
  url: string,
  how: 'refuse' | 'leave-waiting' = 'refuse',
): Promise<RefusingProxy> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  const refused: string[] = [];

  const forward = (from: IncomingMessage, to: ServerResponse): void => {
    const { method, url: path, headers } = from;
    // The Host that was asked for stays: the server compares it with the Origin.
    const upstream = ask({ hostname, port, method, path, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(to);
    });
    upstream.on('error', () => to.destroy());
    to.on('close', () => upstream.destroy());
    from.pipe(upstream);
  };

  const server = createServer(forward);
  server.on('upgrade', (from: IncomingMessage, socket: Duplex) => {
    refused.push((from.url ?? '').split('?', 1)[0] ?? '');
    socket.on('error', () => socket.destroy());
    if (how === 'leave-waiting') return;
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => open.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused: () => refused,
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
