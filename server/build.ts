/** The client's build: made when it is missing or older than what it is made from. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const SOURCES = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
const BUILT = 'build/handler.js';

/** The moment of the last change under the path, in epoch milliseconds; 0 when there is nothing. */
const changedAt = (path: string): number => {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
};

export const isBuilt = (): boolean => existsSync(join(root, BUILT));

export const isBuildStale = (folder: string = root): boolean =>
  changedAt(join(folder, BUILT)) <= Math.max(...SOURCES.map((source) => changedAt(join(folder, source))));

/** Builds when that is needed, with Vite's words on stderr; answers whether there is a build to run. */
export const ensureBuilt = (): boolean => {
  if (!isBuildStale()) return true;
  process.stderr.write('Building the pages, which takes a moment.\n');
  const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
  const build = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  return build.status === 0;
};
