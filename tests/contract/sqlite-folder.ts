/** A real folder with a real database, for tests. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogFields, Logger } from '../../server/seminars/surroundings.port.ts';

export type SqliteFolder = { readonly folder: string; readonly file: string; remove(): Promise<void> };

export async function newSqliteFolder(): Promise<SqliteFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'pleniere-storage-'));
  return {
    folder,
    file: join(folder, 'pleniere.sqlite'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export type Logged = { readonly level: string; readonly event: string; readonly fields: LogFields };

/** A logger that keeps what it is told. */
export function keepingLogger(): Logger & { readonly kept: readonly Logged[] } {
  const kept: Logged[] = [];
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      kept.push({ level, event, fields });
    };
  return { kept, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
