/** Many operations, one transaction: each keeps or takes back its own rows, and all reach the disk together. */
import type { StorageErrorCode } from '../../seminars/storage-error.ts';
import { StorageError } from '../../seminars/storage-error.ts';
import type { Connection } from './connection.ts';
import { isConstraint, isCorruption, isDiskTrouble, sqliteCodeOf } from './connection.ts';
import { Conflict } from './event-rows.ts';
import type { Request } from './operations.ts';
import { kindOf, perform } from './operations.ts';

/** An error on its way to the main thread; `sqlite` is SQLite's own result code, for the log. */
export type ErrorMessage = {
  readonly code: StorageErrorCode;
  readonly message: string;
  readonly sqlite: number | null;
};

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: ErrorMessage };

export type GroupCommit = {
  /** Runs the requests' writes in one transaction, then their reads. */
  run(requests: readonly Request[]): Answer[];
  /** Tries whether a commit goes through, by rewriting one row as it is. */
  probe(): void;
  /** How many commits reached the disk. */
  commits(): number;
  /** Whether the last commit did. */
  writable(): boolean;
};

export function createGroupCommit(connection: Connection): GroupCommit {
  let commits = 0;
  let writable = true;
  let mustEmptyLog = false;

  function inOneTransaction<T>(work: () => T): T {
    try {
      connection.script('BEGIN IMMEDIATE');
      const done = work();
      connection.script('COMMIT');
      commits += 1;
      writable = true;
      return done;
    } catch (error) {
      writable = false;
      if (connection.inTransaction()) connection.script('ROLLBACK');
      throw error;
    }
  }

  /** One write under its savepoint; throws only when the whole transaction is lost. */
  function write(request: Request): Answer {
    connection.script('SAVEPOINT operation');
    try {
      const value = perform(connection, request);
      connection.script('RELEASE operation');
      return { id: request.id, ok: true, value };
    } catch (error) {
      if (isDiskTrouble(error) || !connection.inTransaction()) throw error;
      connection.script('ROLLBACK TO operation; RELEASE operation');
      if (error instanceof Conflict) return { id: request.id, ok: true, value: error.answer };
      return { id: request.id, ok: false, error: errorMessage(codeOf(error), error) };
    }
  }

  function writeAll(requests: readonly Request[]): Answer[] {
    if (requests.length === 0) return [];
    try {
      return inOneTransaction(() => requests.map(write));
    } catch (error) {
      const lost = errorMessage('storage/not-committed', error);
      return requests.map(({ id }) => ({ id, ok: false, error: lost }));
    }
  }

  function read(request: Request): Answer {
    try {
      return { id: request.id, ok: true, value: perform(connection, request) };
    } catch (error) {
      return { id: request.id, ok: false, error: errorMessage(codeOf(error), error) };
    }
  }

  /** Empties the write-ahead log; while another process reads the database it stays to be done. */
  function emptyLog(): void {
    try {
      mustEmptyLog = connection.get('PRAGMA wal_checkpoint(TRUNCATE)')?.['busy'] !== 0;
    } catch (error) {
      if (!isDiskTrouble(error)) throw error;
    }
  }

  return {
    run(requests) {
      const reads = requests.filter((request) => kindOf(request) === 'read');
      const writes = requests.filter((request) => kindOf(request) !== 'read');
      const written = writeAll(writes);
      if (writes.some((request) => kindOf(request) === 'erasure')) mustEmptyLog = true;
      if (mustEmptyLog && writable) emptyLog();
      return [...written, ...reads.map(read)];
    },
    probe() {
      try {
        inOneTransaction(() => connection.run('UPDATE schema_version SET applied_at = applied_at'));
      } catch (error) {
        if (!isDiskTrouble(error)) throw error;
      }
    },
    commits: () => commits,
    writable: () => writable,
  };
}

function codeOf(error: unknown): StorageErrorCode {
  if (error instanceof StorageError) return error.code;
  if (isConstraint(error)) return 'storage/constraint';
  return isCorruption(error) ? 'storage/corrupt' : 'storage/fault';
}

const errorMessage = (code: StorageErrorCode, error: unknown): ErrorMessage => ({
  code,
  message: error instanceof Error ? error.message : 'unknown reason',
  sqlite: sqliteCodeOf(error),
});
