/** The whole server in this process, on a port of its own, with the clock and timers of the test. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { openActesAssembly } from '../../server/export/assembly/actes-assembly.ts';
import { openActesExport } from '../../server/export/actes-export.ts';
import { systemIds } from '../../server/ids.ts';
import type { ActesExport } from '../../server/seminars/actes-export.port.ts';
import type { Attachments } from '../../server/seminars/attachments.port.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import type { Clock, Timers } from '../../server/seminars/surroundings.port.ts';
import { openMemoryAttachments } from '../../server/storage/attachments/memory-attachments.ts';
import { recordingLogger } from './surroundings.ts';

/** What secrets are made from here. */
export const SECRET_KEY: Uint8Array = new Uint8Array(32).fill(7);

export type AppHere = {
  readonly url: string;
  readonly port: number;
  /** Ends the server and leaves the storage open. */
  close(): Promise<void>;
};

export type AppHereParts = {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly attachments?: Attachments;
  readonly actesExport?: ActesExport;
};

/** Starts the server over a storage; on `port` again after an end, when it is given. */
export async function startAppHere(
  storage: Storage,
  { clock, timers, attachments = openMemoryAttachments(), actesExport = openActesExport() }: AppHereParts,
  port = 0,
): Promise<AppHere> {
  const read = readConfig({});
  if (!read.ok) throw new Error(read.cures.join('\n'));
  const logger = recordingLogger();
  const http = createServer();
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  const app = createApp({
    ...{ http, storage, clock, timers, actesExport },
    assembly: openActesAssembly(logger),
    attachments,
    secretKey: SECRET_KEY,
    ids: systemIds,
    logger,
    config: read.config,
    pages: (_request, response) => response.writeHead(404).end(),
    unknownUpgrades: 'refuse',
  });
  const listening = (http.address() as AddressInfo).port;
  return {
    url: `http://localhost:${listening}`,
    port: listening,
    async close() {
      const closed = once(http, 'close');
      http.close();
      await app.close();
      await closed;
    },
  };
}
