/** The one door to SQLite: a connection with the settings that keep words, and only the statements it has prepared. */
import { closeSync, existsSync, openSync } from 'node:fs';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { StorageError } from '../../seminars/storage-error.ts';

/** What a cell holds: integers for instants and booleans, text, bytes. */
export type Cell = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, Cell>>;

export type Connection = {
  /** Runs the statement and answers how many rows it wrote. */
  run(sql: string, ...values: readonly Cell[]): number;
  get<R extends Row>(sql: string, ...values: readonly Cell[]): R | undefined;
  all<R extends Row>(sql: string, ...values: readonly Cell[]): R[];
  /** Runs statements that take no values and are not kept prepared. */
  script(sql: string): void;
  /** False once SQLite has rolled a transaction back by itself. */
  inTransaction(): boolean;
  close(): void;
};

/** Marks a file as ours, in the header of the database: "PLEN". */
export const APPLICATION_ID = 0x504c454e;

export type ConnectionOptions = {
  readonly file: string;
  /** How long a statement waits for another process that holds the database. */
  readonly busyTimeoutMs: number;
};

/** A connection that can only look: the file stays as it is, and nothing appears beside it. */
export function openToLook({ file, busyTimeoutMs }: ConnectionOptions): Connection {
  const url = pathToFileURL(file);
  // Without a log that a crash left behind the file is all there is; read as such, SQLite makes no files of its own.
  if (!existsSync(`${file}-wal`)) url.searchParams.set('immutable', '1');
  return connectionOf(new DatabaseSync(url, { readOnly: true, timeout: busyTimeoutMs }));
}

/** A connection for the one writer; a missing file is created, readable by its owner only. */
export function openToWrite({ file, busyTimeoutMs }: ConnectionOptions): Connection {
  if (!existsSync(file)) closeSync(openSync(file, 'wx', 0o600));
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  const connection = connectionOf(database);
  try {
    // The mark must be in the file itself, so it is written before the write-ahead log exists.
    if (connection.get('PRAGMA application_id')?.['application_id'] !== APPLICATION_ID) {
      connection.script(`PRAGMA application_id = ${APPLICATION_ID}`);
    }
    const mode = connection.get('PRAGMA journal_mode = WAL')?.['journal_mode'];
    if (mode !== 'wal') {
      throw new StorageError('storage/cannot-open', 'The file system does not allow a write-ahead log.');
    }
    connection.script(
      'PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON',
    );
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function connectionOf(database: DatabaseSync): Connection {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const fresh = database.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  };
  const bound = (values: readonly Cell[]): SQLInputValue[] => [...values];
  return {
    run: (sql, ...values) => Number(statement(sql).run(...bound(values)).changes),
    get: <R extends Row>(sql: string, ...values: readonly Cell[]) =>
      statement(sql).get(...bound(values)) as R | undefined,
    all: <R extends Row>(sql: string, ...values: readonly Cell[]) =>
      statement(sql).all(...bound(values)) as R[],
    script: (sql) => database.exec(sql),
    inTransaction: () => database.isTransaction,
    close: () => database.close(),
  };
}

/** SQLite's own result code of an error, or null when the error is not SQLite's. */
export const sqliteCodeOf = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null;

/** SQLite's primary result codes, as sqlite.org/rescode.html lists them. */
const BUSY = 5;
const LOCKED = 6;
const NOMEM = 7;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const PROTOCOL = 15;
const TOOBIG = 18;
const CONSTRAINT = 19;
const NOTADB = 26;

const isOneOf =
  (...codes: readonly number[]) =>
  (error: unknown): boolean =>
    codes.includes((sqliteCodeOf(error) ?? 0) & 0xff);

/** Whether the values contradict what is kept, which concerns one operation and not the disk. */
export const isConstraint = isOneOf(CONSTRAINT, TOOBIG);
export const isCorruption = isOneOf(CORRUPT);
export const isNotADatabase = isOneOf(NOTADB);
/** Whether nothing can be written at all for now, whatever the operation. */
export const isDiskTrouble = isOneOf(
  BUSY,
  LOCKED,
  NOMEM,
  READONLY,
  IOERR,
  CORRUPT,
  FULL,
  CANTOPEN,
  PROTOCOL,
  NOTADB,
);
