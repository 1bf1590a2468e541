/** The line of a shared text to the server: y-websocket, with what it lacks. */
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { CollabNotice } from '#protocol/collab.ts';
import { COLLAB_MESSAGE, COLLAB_QUERY, collabVersion, readNotice } from '#protocol/collab.ts';
import { COLLAB_PATH } from '#protocol/socket.ts';
import { SCHEMA_VERSION } from '#ydoc/schema.ts';
import { reconnectDelay } from './backoff.ts';
import { Connection } from './connection.svelte.ts';
import { textSocket } from './text-socket.ts';

export type Heard = {
  /** A new connection begins; its frames are counted anew. */
  readonly opened: () => void;
  readonly sent: (frame: Uint8Array) => void;
  readonly told: (notice: CollabNotice) => void;
  /** A connection ended, or was not made; `failures` counts since the last one that worked. */
  readonly failed: (failures: number) => void;
};

export type TextProviderParts = {
  readonly wireName: string;
  readonly doc: Y.Doc;
  /** The page's; without one, the text makes its own where WebSockets are refused. */
  readonly connection: Connection | null;
};

/** Ends what it was given to end, with itself. */
class TextProvider extends WebsocketProvider {
  ends: () => void = () => undefined;

  override destroy(): void {
    super.destroy();
    this.ends();
  }
}

/** Not connected yet. */
export function createTextProvider(
  { wireName, doc, connection }: TextProviderParts,
  heard: Heard,
): WebsocketProvider {
  let own: Connection | null = null;
  const lines = () => (connection ?? own)?.texts ?? null;
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const provider = new TextProvider(`${scheme}//${location.host}${COLLAB_PATH}`, wireName, doc, {
    connect: false,
    // It would carry words past the server, its rights and its acknowledgements.
    disableBc: true,
    params: {
      [COLLAB_QUERY.version]: collabVersion(SCHEMA_VERSION),
      [COLLAB_QUERY.acknowledge]: '1',
    },
    WebSocketPolyfill: textSocket({
      opened: heard.opened,
      sent: heard.sent,
      lines,
      refused: () => {
        if (connection === null) own ??= new Connection();
        lines()?.webSocketRefused();
      },
    }),
  });
  for (const type of [COLLAB_MESSAGE.acknowledged, COLLAB_MESSAGE.refused, COLLAB_MESSAGE.state]) {
    provider.messageHandlers[type] = (_encoder, decoder) => {
      const notice = readNotice(decoder.arr);
      if (notice !== null) heard.told(notice);
    };
  }
  let failures = 0;
  provider.on('sync', (synced) => {
    if (synced) failures = 0;
  });
  provider.on('connection-close', () => {
    failures += 1;
    // Its own back-off has no jitter: what it waits is the shorter of its doubling and this.
    provider.wsUnsuccessfulReconnects = 20;
    provider.maxBackoffTime = reconnectDelay(Math.random());
    heard.failed(failures);
  });
  provider.ends = () => own?.close();
  return provider;
}
