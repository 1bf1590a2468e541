/** The lines that are WebSockets of their own: `/collab/<wireName>`. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { COLLAB_CLOSE } from '#protocol/collab.ts';
import type { Logger, Timers } from '../seminars/surroundings.port.ts';
import { codeOf } from './error-code.ts';
import type { Limits } from './limits.ts';
import type { LinePeer, OpenLine } from './peer.ts';

export type WebSocketLines = {
  /** Takes over an upgrade whose Origin was found right. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Cuts off whoever did not answer since the last time. */
  findSilent(): void;
};

export type WebSocketLinesParts = {
  readonly open: OpenLine;
  readonly limits: Limits;
  readonly timers: Timers;
  readonly logger: Logger;
};

export function createWebSocketLines({ open, limits, timers, logger }: WebSocketLinesParts): WebSocketLines {
  /** Whether each socket answered the last ping. */
  const sockets = new Map<WebSocket, boolean>();
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
  });

  function accept(socket: WebSocket, request: IncomingMessage): void {
    // A malformed frame is an `error` here, and without a listener the end of the process.
    socket.on('error', (error) => logger.info('collab.socket-error', { reason: codeOf(error) }));
    sockets.set(socket, true);
    const peer = peerOf(socket);
    const line = open(request, request.url ?? '/', peer);
    socket.on('pong', () => sockets.set(socket, true));
    socket.on('message', (data, isBinary) => {
      if (isBinary) line.receive(bytesOf(data));
      else peer.close(COLLAB_CLOSE.malformed, 'malformed');
    });
    socket.on('close', () => {
      sockets.delete(socket);
      line.ended();
    });
  }

  function hangUp(socket: WebSocket, code: number, reason: string): void {
    if (socket.readyState === socket.CLOSED) return;
    // Whoever does not take the goodbye is cut off.
    const cancel = timers.after(limits.goodbyeMs, () => socket.terminate());
    socket.once('close', cancel);
    // A close frame holds at most 123 bytes of reason.
    socket.close(code, reason.slice(0, 120));
  }

  const peerOf = (socket: WebSocket): LinePeer => ({
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(frame);
    },
    close: (code, reason) => hangUp(socket, code, reason),
    bufferedBytes: () => socket.bufferedAmount,
    isOpen: () => socket.readyState === socket.OPEN,
  });

  return {
    handleUpgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, accept);
    },
    findSilent() {
      for (const [socket, answered] of sockets) {
        if (!answered) {
          socket.terminate();
          continue;
        }
        sockets.set(socket, false);
        if (socket.readyState === socket.OPEN) socket.ping();
      }
    },
  };
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
