/** Where a fuzzed room is held: a server in this process that is ended and begun again, or one whose power is cut. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RichText } from '#core/actes/rich-text.ts';
import { sittingStream } from '#core/events/envelope.ts';
import type { DomainEvent } from '#core/events/event-types.ts';
import { documentName } from '#ydoc/document-names.ts';
import { richTextOf } from '#ydoc/snapshot.ts';
import * as Y from 'yjs';
import { systemClock, systemTimers } from '../../server/clock.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { startAppHere } from '../support/app-here.ts';
import { startServer } from '../support/server-process.ts';
import { recordingLogger } from '../support/surroundings.ts';

/** What is on disk of a sitting once its server has ended. */
export type OnDisk = { readonly events: readonly DomainEvent[]; readonly notes: RichText };

export type FuzzHost = {
  readonly url: string;
  /** Ends the server and begins it again on the same port and data. */
  restart(): Promise<void>;
  /** Ends it for good, reads what it left, and takes that away. */
  end(sittingId: string): Promise<OnDisk>;
};

const FILE = 'pleniere.db';

/** In this process: a restart lets the server write what waits. */
export async function hostHere(): Promise<FuzzHost> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pleniere-fuzz-'));
  const surroundings = { clock: systemClock, timers: systemTimers };
  const open = () => openSqliteStorage({ file: join(dataDir, FILE), logger: recordingLogger() });
  let storage = await open();
  let app = await startAppHere(storage, surroundings);
  const stop = async (): Promise<void> => {
    await app.close();
    await storage.close();
  };
  return {
    url: app.url,
    async restart() {
      const { port } = app;
      await stop();
      storage = await open();
      app = await startAppHere(storage, surroundings, port);
    },
    async end(sittingId) {
      await stop();
      return leftIn(dataDir, sittingId);
    },
  };
}

/** A process of its own: a restart is SIGKILL in the middle of whatever it does. */
export async function hostThatIsKilled(): Promise<FuzzHost> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pleniere-fuzz-'));
  let server = await startServer({ DATA_DIR: dataDir });
  return {
    url: server.url,
    async restart() {
      const { port } = server;
      await server.end('SIGKILL');
      server = await startServer({ DATA_DIR: dataDir, PORT: String(port) });
    },
    async end(sittingId) {
      await server.end('SIGKILL');
      return leftIn(dataDir, sittingId);
    },
  };
}

async function leftIn(dataDir: string, sittingId: string): Promise<OnDisk> {
  const storage = await openSqliteStorage({ file: join(dataDir, FILE), logger: recordingLogger() });
  try {
    const events = await storage.events.read(sittingStream(sittingId), 0);
    const name = documentName({ kind: 'notes', id: sittingId });
    const { snapshot, updates } = await storage.documents.load(name, await storage.documents.epoch(name));
    const doc = new Y.Doc();
    if (snapshot !== null) Y.applyUpdate(doc, snapshot);
    for (const { update } of updates) Y.applyUpdate(doc, update);
    return { events, notes: richTextOf(doc) };
  } finally {
    await storage.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
