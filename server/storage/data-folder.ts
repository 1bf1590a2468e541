/**
 * The data folder and the lock that one process holds on it for life.
 *
 * The lock is a listening socket in the folder: it answers as long as its process lives and goes quiet by itself
 * when the process is killed, whoever gets its process id next.
 */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type DataFolder = {
  /** Absolute path of the folder. */
  readonly path: string;
  /** Gives the lock back. */
  close(): Promise<void>;
};

export type DataFolderOpened =
  { readonly ok: true; readonly folder: DataFolder } | { readonly ok: false; readonly cure: string };

/** What a lock answers to whoever connects. */
type LockState = 'claiming' | 'held';

// A socket's path is cut at 104 bytes on macOS, 108 on Linux.
const LONGEST_SOCKET_PATH_BYTES = 103;
const ANSWER_WITHIN_MILLISECONDS = 2_000;
const RECHECK_AFTER_MILLISECONDS = 20;

/** Opens the folder, creating it when it is missing, unless another process works in it or it cannot hold data. */
export const openDataFolder = async (path: string): Promise<DataFolderOpened> => {
  try {
    const locks = join(path, 'lock');
    await mkdir(locks, { recursive: true, mode: 0o700 });
    const release = process.platform === 'win32' ? await lockPipe(path) : await lockSocket(locks);
    if (release) return { ok: true, folder: { path, close: release } };
    return {
      ok: false,
      cure: `Another process already works in ${path}: stop it, or give this one a folder of its own with DATA_DIR.`,
    };
  } catch (error) {
    return {
      ok: false,
      cure: `${path} cannot hold the data (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): set DATA_DIR to a folder on a local disk, with a short path, where this user may write.`,
    };
  }
};

/**
 * Every process binds a name of its own first and looks at the others afterwards, so of two that start together at
 * least one sees the other. A lock that is held wins; between two that are still claiming, the smaller name.
 */
const lockSocket = async (locks: string): Promise<(() => Promise<void>) | null> => {
  const own = `${randomUUID().slice(0, 8)}.sock`;
  let state: LockState = 'claiming';
  const server = await listen(socketPath(join(locks, own)), () => state);
  const release = () => close(server);
  try {
    for (;;) {
      const others = await statesOfOthers(locks, own);
      if (others.some((other) => other.state === 'held' || other.name < own)) {
        await release();
        return null;
      }
      if (others.length === 0) {
        // Whoever looked in the instant between our bind and our listen took us for dead and removed us.
        await access(join(locks, own));
        state = 'held';
        return release;
      }
      await pause(RECHECK_AFTER_MILLISECONDS);
    }
  } catch (error) {
    await release();
    throw error;
  }
};

/** A named pipe has one owner and vanishes with it. */
const lockPipe = async (path: string): Promise<(() => Promise<void>) | null> => {
  const name = createHash('sha256')
    .update((await realpath(path)).toLowerCase())
    .digest('hex');
  try {
    const server = await listen(`\\\\.\\pipe\\pleniere-${name}`, () => 'held');
    return () => close(server);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
    throw error;
  }
};

const listen = async (path: string, state: () => LockState): Promise<Server> => {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(state());
  });
  server.listen(path);
  await once(server, 'listening');
  return server.unref();
};

const close = async (server: Server): Promise<void> => {
  server.close();
  await once(server, 'close');
};

/** The other locks that answer; those whose process is gone are removed. */
const statesOfOthers = async (
  locks: string,
  own: string,
): Promise<readonly { readonly name: string; readonly state: LockState }[]> => {
  const names = (await readdir(locks)).filter((name) => name.endsWith('.sock') && name !== own);
  const answers = await Promise.all(
    names.map(async (name) => ({ name, state: await ask(socketPath(join(locks, name))) })),
  );
  const alive = [];
  for (const { name, state } of answers) {
    if (state === null) await rm(join(locks, name), { force: true });
    else alive.push({ name, state });
  }
  return alive;
};

/** The state of the lock, or null when no process is behind it. One that connects but keeps silent is held. */
const ask = (path: string): Promise<LockState | null> =>
  new Promise((resolve) => {
    let said = '';
    const socket = connect(path);
    socket.setTimeout(ANSWER_WITHIN_MILLISECONDS, () => socket.destroy());
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (said += part));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? null : 'held');
    });
    socket.on('close', () => resolve(said === 'claiming' ? 'claiming' : 'held'));
  });

const socketPath = (path: string): string => {
  const shorter = [path, relative(process.cwd(), path)].reduce((a, b) => (b.length < a.length ? b : a));
  if (Buffer.byteLength(shorter) > LONGEST_SOCKET_PATH_BYTES) {
    throw Object.assign(new Error('the path of the data folder is too long'), { code: 'ENAMETOOLONG' });
  }
  return shorter;
};
