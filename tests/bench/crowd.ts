/** A room full of devices for a measurement: the real server in its own process, each device over one counted path. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../server/build.ts';
import { delayingProxy } from '../support/delaying-proxy.ts';
import type { DelayingProxy, Path } from '../support/delaying-proxy.ts';
import { connected, createdSeminar, Device, subscribed } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';

export type Phone = { readonly device: Device; readonly socket: ReturnType<Device['socket']> };

export type Crowd = {
  readonly server: ServerProcess;
  readonly proxy: DelayingProxy;
  readonly organiser: Device;
  readonly sittingId: string;
  readonly phones: readonly Phone[];
  close(): Promise<void>;
};

/** How many devices come in at once. */
const TOGETHER = 25;

/** Lets `count` people join one sitting and follow it; the way of each goes over `path`. */
export async function gatherCrowd(
  count: number,
  path: Path,
  environment: NodeJS.ProcessEnv = {},
): Promise<Crowd> {
  if (!ensureBuilt()) throw new Error('the pages do not build');
  const dataDir = await mkdtemp(join(tmpdir(), 'pleniere-bench-'));
  const server = await startServer({ DATA_DIR: dataDir, ...environment });
  const { organiser, view, sittingId } = await createdSeminar(server.url);
  const code = view.ateliers[0]?.sittings[0]?.code ?? '';
  const proxy = await delayingProxy(server.url, path);
  const phones: Phone[] = [];
  for (let first = 0; first < count; first += TOGETHER) {
    const batch = Array.from({ length: Math.min(TOGETHER, count - first) }, async (_, index) => {
      const device = new Device(server.url);
      await device.join(code, `Personne ${first + index}`);
      const through = new Device(proxy.url);
      through.cookie = device.cookie;
      const socket = through.socket();
      await connected(socket);
      await subscribed(socket, { channel: 'sitting', sittingId, audience: 'participant' });
      return { device: through, socket };
    });
    phones.push(...(await Promise.all(batch)));
  }
  return {
    server,
    proxy,
    organiser,
    sittingId,
    phones,
    async close() {
      phones.forEach(({ device }) => device.close());
      organiser.close();
      await proxy.close();
      await server.end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const TICKS_PER_SECOND = 100;

/** Seconds of processor that a process has used; null where the system does not say. */
export function processorSeconds(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
