/** The whole server on one HTTP server and one port, the same in development and production. */
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from './config.ts';
import type { Storage } from './seminars/storage.port.ts';
import type { Clock, Ids, Logger } from './seminars/surroundings.port.ts';

export type AppParts = {
  readonly http: Server;
  readonly storage: Storage;
  /** The 32 bytes that secrets are derived from and hashed with. */
  readonly secretKey: Uint8Array;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly config: Config;
  /** SvelteKit's handler: it gets every request that the server does not know. */
  readonly pages: RequestListener;
  /** Unknown upgrade paths are refused, except where Vite listens for its own beside us. */
  readonly unknownUpgrades: 'refuse' | 'leave';
};

export type App = {
  /** Stops accepting and ends every connection; those that do not end by themselves are cut. */
  close(): Promise<void>;
};

const CUT_AFTER_MILLISECONDS = 5_000;

export const createApp = ({ http, logger, pages, unknownUpgrades }: AppParts): App => {
  const connections = new Set<Socket>();

  const guard = (socket: Socket): void => {
    // One malformed frame ends a process whose sockets have no error listener.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      logger.debug('connection/failed', { code: error.code ?? error.name });
      socket.destroy();
    });
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  };

  const answer: RequestListener = (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'same-origin');
    if (pathOf(request) === '/healthz') {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end('{"status":"ok"}');
      return;
    }
    pages(request, response);
  };

  const upgrade = (_request: IncomingMessage, socket: Socket): void => {
    if (unknownUpgrades === 'leave') return;
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () =>
      socket.destroy(),
    );
  };

  http.on('connection', guard);
  http.on('request', answer);
  http.on('upgrade', upgrade);

  return {
    async close() {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      const cut = setTimeout(() => {
        for (const socket of connections) socket.destroy();
      }, CUT_AFTER_MILLISECONDS);
      await closed;
      clearTimeout(cut);
      http.off('connection', guard);
      http.off('request', answer);
      http.off('upgrade', upgrade);
    },
  };
};

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?', 1)[0] ?? '/';
