/** A start from the environment to the printed address, and the way back. Shared by production and development. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { addressesToOpen, lanAddress } from './addresses.ts';
import { createApp } from './app.ts';
import { systemClock, systemTimers } from './clock.ts';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { cureForListening, cureForStorage } from './cures.ts';
import { systemIds } from './ids.ts';
import { openActesAssembly } from './export/assembly/actes-assembly.ts';
import { openActesExport } from './export/actes-export.ts';
import { createLogger, fieldsOfError } from './logger.ts';
import type { OpenPages } from './pages.ts';
import type { Attachments } from './seminars/attachments.port.ts';
import type { Storage } from './seminars/storage.port.ts';
import type { Clock, Logger } from './seminars/surroundings.port.ts';
import { openFolderAttachments } from './storage/attachments/folder-attachments.ts';
import { openDataFolder } from './storage/data-folder.ts';
import { loadSecretKey } from './storage/secret-key.ts';
import { openSqliteStorage } from './storage/sqlite/sqlite-storage.ts';

const EXIT_WITHIN_MILLISECONDS = 9_500;
const PARENT_WATCH_MILLISECONDS = 500;

/** A start that cannot go on, with the sentence that says what to do. */
class Stop extends Error {}

/** What a start may do otherwise than production. */
export type Serving = {
  readonly clock: Clock;
  /** Writes to the data before anyone is let in. */
  readonly prepare: (opened: Opened) => Promise<void>;
  /** Says where the server is open, best known address first. */
  readonly announce: (addresses: readonly string[]) => void;
};
export type Opened = {
  readonly storage: Storage;
  readonly attachments: Attachments;
  readonly secretKey: Uint8Array;
};

const PRODUCTION: Serving = {
  clock: systemClock,
  prepare: () => Promise.resolve(),
  announce([first, ...others]) {
    const elsewhere = others.length > 0 ? ` (on this network: ${others.join(', ')})` : '';
    process.stdout.write(`Plénière is open at ${first}${elsewhere}\n`);
  },
};

/** Runs the server until SIGTERM or SIGINT; a start that cannot go on says why in one sentence and ends with 1. */
export const serve = async (openPages: OpenPages, serving: Serving = PRODUCTION): Promise<void> => {
  const opened = new AsyncDisposableStack();
  try {
    await start(openPages, serving, opened);
  } catch (error) {
    await opened.disposeAsync();
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
};

const start = async (
  openPages: OpenPages,
  { clock, prepare, announce }: Serving,
  opened: AsyncDisposableStack,
): Promise<void> => {
  const read = readConfig(process.env);
  if (!read.ok) throw new Stop(read.cures.join('\n'));
  const { config } = read;
  const logger = createLogger({
    level: config.logLevel,
    clock,
    write: (line) => process.stderr.write(line),
  });

  // The port comes first: a start that finds it taken has touched no data.
  const http = createServer();
  http.on('request', notYet);
  await listen(http, config);
  opened.defer(() => stopListening(http));

  const folder = await openDataFolder(config.dataDir);
  if (!folder.ok) throw new Stop(folder.cure);
  opened.defer(() => folder.folder.close());

  const { storage, secretKey } = await openStorage(config, logger);
  opened.defer(() => storage.close());
  const attachments = openFolderAttachments(join(config.dataDir, 'attachments'));
  await prepare({ storage, attachments, secretKey });

  const pages = await openPages({ http, config, logger });
  opened.defer(() => pages.close());

  http.off('request', notYet);
  const app = createApp({
    http,
    storage,
    attachments,
    secretKey,
    actesExport: openActesExport(),
    assembly: openActesAssembly(logger),
    clock,
    timers: systemTimers,
    ids: systemIds,
    logger,
    config,
    pages: pages.handle,
    unknownUpgrades: pages.unknownUpgrades,
  });
  opened.defer(() => app.close());

  process.on('uncaughtException', (error) => logger.error('process/uncaught', fieldsOfError(error)));
  process.on('unhandledRejection', (error) => logger.error('process/unhandled', fieldsOfError(error)));
  let ending = false;
  const end = (signal: NodeJS.Signals): void => {
    // A stack that is being taken down calls itself taken down: a second end would leave before the first has written.
    if (ending) return;
    ending = true;
    logger.info('server/stopping', { signal });
    setTimeout(() => process.exit(1), EXIT_WITHIN_MILLISECONDS).unref();
    opened.disposeAsync().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error('server/stop-failed', fieldsOfError(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (process.env['npm_lifecycle_event'] !== undefined) whenParentIsGone(() => end('SIGTERM'));

  const { port } = http.address() as AddressInfo;
  announce(addressesToOpen({ ...config, port, lan: lanAddress() }));
};

/** npm's shell does not pass signals on: a server that npm started ends when that shell does. */
const whenParentIsGone = (end: () => void): void => {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, PARENT_WATCH_MILLISECONDS).unref();
};

const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1', 'cache-control': 'no-store' }).end();
};

const listen = async (http: Server, config: Config): Promise<void> => {
  try {
    http.listen({ port: config.port, host: config.host });
    await once(http, 'listening');
  } catch (error) {
    const cure = cureForListening(error, config);
    throw cure === null ? error : new Stop(cure);
  }
};

const openStorage = async (config: Config, logger: Logger): Promise<Omit<Opened, 'attachments'>> => {
  const file = join(config.dataDir, 'pleniere.db');
  try {
    // The key comes first in a new folder, so that a start cut short never leaves data without one.
    if (!existsSync(file)) await loadSecretKey(config.dataDir, { firstStart: true });
    const storage = await openSqliteStorage({ file, logger });
    try {
      return { storage, secretKey: await loadSecretKey(config.dataDir, { firstStart: false }) };
    } catch (error) {
      await storage.close();
      throw error;
    }
  } catch (error) {
    const cure = cureForStorage(error, config);
    throw cure === null ? error : new Stop(cure);
  }
};

const stopListening = async (http: Server): Promise<void> => {
  if (!http.listening) return;
  const closed = once(http, 'close');
  http.close();
  http.closeAllConnections();
  await closed;
};
