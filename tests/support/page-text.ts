/** A shared text as a page holds it: over a WebSocket, or on its Socket.IO connection, as the page itself chooses. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { COLLAB_PATH } from '#protocol/socket.ts';
import type { ClientToServer, ServerToClient } from '#protocol/socket.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { TextLines } from '#lib/client/text-lines.ts';
import { textSocket } from '#lib/client/text-socket.ts';
import type { Device } from './device.ts';

export type PageSocket = Socket<ServerToClient, ClientToServer>;

/** A page's connection: a WebSocket first, and polling where that is refused. */
export const pageSocket = (device: Device): PageSocket =>
  io(device.url, {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    auth: { v: PROTOCOL_VERSION },
    extraHeaders: { cookie: device.cookie, origin: device.url },
  });

export type PageText = {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly provider: WebsocketProvider;
  readonly lines: TextLines;
  close(): void;
};

/** The text on a connection of the page. */
export function pageText(device: Device, wireName: string, socket: PageSocket): PageText {
  const doc = new Y.Doc();
  const lines = new TextLines(socket);
  const provider = new WebsocketProvider(`${device.url.replace('http', 'ws')}${COLLAB_PATH}`, wireName, doc, {
    WebSocketPolyfill: textSocket({
      opened: () => undefined,
      sent: () => undefined,
      lines: () => lines,
      refused: () => lines.webSocketRefused(),
    }),
    disableBc: true,
    maxBackoffTime: 200,
  });
  return {
    ...{ doc, provider, lines },
    text: doc.getText('plain'),
    close() {
      provider.destroy();
      socket.disconnect();
      doc.destroy();
    },
  };
}
