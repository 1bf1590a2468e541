/** The built server for one test file, with devices that knock at it; SIGKILL and a new start included. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Command } from '#protocol/inputs.ts';
import { createdSeminar, Device, freshId } from './device.ts';
import { startServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

/** Starts the server before the tests of this file, and takes its data away after them. */
export function servedApp() {
  let dataDir: string;
  let server: ServerProcess;
  const devices: Device[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'pleniere-app-'));
    server = await startServer({ DATA_DIR: dataDir });
  });
  afterAll(async () => {
    devices.forEach((it) => it.close());
    await server.end('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  return {
    process: (): ServerProcess => server,
    dataDir: (): string => dataDir,
    /** A device without any right yet. */
    device(): Device {
      const made = new Device(server.url);
      devices.push(made);
      return made;
    },
    /** A séminaire of one atelier, its organiser and its sitting. */
    async seminar() {
      const made = await createdSeminar(server.url);
      devices.push(made.organiser);
      const sitting = made.view.ateliers[0]?.sittings[0];
      if (!sitting) throw new Error('no sitting');
      return { ...made, sitting };
    },
    /** The power goes, and comes back on the same port. */
    async cutPower(): Promise<void> {
      const { port } = server;
      await server.end('SIGKILL');
      server = await startServer({ DATA_DIR: dataDir, PORT: String(port) });
    },
  };
}

export const contribute = (sittingId: string, text: string): Command => ({
  type: 'contribution/make',
  sittingId,
  contributionId: freshId(),
  itemId: null,
  questionId: null,
  kind: null,
  text,
  unnamed: false,
});

export const until = async (what: () => boolean): Promise<void> => {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 10));
};
