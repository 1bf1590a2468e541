/** Every TCP connection of the server: guarded from its first byte, and cut at the end if it does not leave. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from './seminars/surroundings.port.ts';

const CUT_AFTER_MILLISECONDS = 5_000;

export type Connections = {
  /** Stops accepting and resolves when the last connection has ended or was cut. */
  close(): Promise<void>;
};

export function watchConnections(http: Server, logger: Logger): Connections {
  const open = new Set<Socket>();
  const guard = (socket: Socket): void => {
    // One malformed frame ends a process whose sockets have no error listener.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      logger.debug('connection/failed', { code: error.code ?? error.name });
      socket.destroy();
    });
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  };
  http.on('connection', guard);

  return {
    async close() {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeIdleConnections();
      const cut = setTimeout(() => {
        for (const socket of open) socket.destroy();
      }, CUT_AFTER_MILLISECONDS);
      await closed;
      clearTimeout(cut);
      http.off('connection', guard);
    },
  };
}
