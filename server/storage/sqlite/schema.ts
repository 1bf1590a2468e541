/** The numbered steps that lead an empty file, or one of an earlier Plénière, to today's tables. */
import type { Connection } from './connection.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { pairings } from './migrations/0002-pairings.ts';
import { personalLinks } from './migrations/0003-personal-links.ts';
import { keptTexts } from './migrations/0004-kept-texts.ts';

/** In order: the first step leads to version 1. A step that was released is never changed. */
const STEPS: readonly string[] = [firstTables, pairings, personalLinks, keptTexts];

export const SCHEMA_VERSION = STEPS.length;

/** The version of the tables in this database; 0 when there are none yet. */
export function schemaVersionOf(connection: Connection): number {
  const table = connection.get(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'",
  );
  if (table === undefined) return 0;
  return (
    connection.get<{ version: number | null }>('SELECT max(version) AS version FROM schema_version')
      ?.version ?? 0
  );
}

/** Takes the steps that are missing, all of them or none. */
export function bringUpToDate(connection: Connection): void {
  const from = schemaVersionOf(connection);
  if (from === SCHEMA_VERSION) return;
  connection.script('BEGIN IMMEDIATE');
  try {
    connection.script(
      'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, applied_at INTEGER NOT NULL)',
    );
    for (const [index, step] of STEPS.entries()) {
      if (index < from) continue;
      connection.script(step);
      connection.run(
        'INSERT INTO schema_version (version, applied_at) VALUES (?, unixepoch() * 1000)',
        index + 1,
      );
    }
    connection.script('COMMIT');
  } catch (error) {
    if (connection.inTransaction()) connection.script('ROLLBACK');
    throw error;
  }
}
