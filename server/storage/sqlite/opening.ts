/** Opening the database: what cannot be read rightly is refused with a code before anything is written. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { isReadable } from '#core/events/upcast.ts';
import { StorageError } from '../../seminars/storage-error.ts';
import type { Connection, ConnectionOptions } from './connection.ts';
import { APPLICATION_ID, isCorruption, isNotADatabase, openToLook, openToWrite } from './connection.ts';
import { SCHEMA_VERSION, bringUpToDate, schemaVersionOf } from './schema.ts';

/** A connection to a sound database of ours at today's schema; throws a StorageError otherwise. */
export function openDatabase(options: ConnectionOptions): Connection {
  try {
    if (holdsSomething(options.file)) {
      refuseWhatIsNoDatabase(options.file);
      refuseWhatIsNotOurs(options);
    }
    const connection = openToWrite(options);
    try {
      bringUpToDate(connection);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    throw openingError(error);
  }
}

const holdsSomething = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** How every SQLite file begins. */
const HEADER = 'SQLite format 3\0';

function refuseWhatIsNoDatabase(file: string): void {
  const start = Buffer.alloc(HEADER.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  if (start.toString('latin1') !== HEADER) {
    throw new StorageError('storage/not-a-database', 'The file is not a database.');
  }
}

function refuseWhatIsNotOurs(options: ConnectionOptions): void {
  const looking = openToLook(options);
  try {
    if (looking.get('PRAGMA application_id')?.['application_id'] !== APPLICATION_ID) {
      throw new StorageError('storage/not-ours', 'The database belongs to another program.');
    }
    const version = schemaVersionOf(looking);
    if (version > SCHEMA_VERSION) {
      throw new StorageError(
        'storage/newer-schema',
        `The database has schema ${version}; this version knows ${SCHEMA_VERSION}.`,
      );
    }
    if (looking.get('PRAGMA quick_check(1)')?.['quick_check'] !== 'ok') {
      throw new StorageError('storage/corrupt', 'The database is damaged.');
    }
    if (version > 0) refuseUnreadableEvents(looking);
  } finally {
    looking.close();
  }
}

function refuseUnreadableEvents(looking: Connection): void {
  for (const { type, v } of looking.all<{ type: string; v: number }>('SELECT DISTINCT type, v FROM events')) {
    const readable = isReadable(type, v);
    if (readable.ok) continue;
    throw readable.error.code === 'events/newer-version' || readable.error.code === 'events/unknown-type'
      ? new StorageError(
          'storage/newer-events',
          `The log holds ${type} at version ${v}, written by a later version.`,
        )
      : new StorageError(
          'storage/unreadable-event',
          `The log holds ${type} at version ${v}, which was never written.`,
        );
  }
}

function openingError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  if (isNotADatabase(error)) {
    return new StorageError('storage/not-a-database', 'The file is not a database.', { cause: error });
  }
  if (isCorruption(error))
    return new StorageError('storage/corrupt', 'The database is damaged.', { cause: error });
  const reason = error instanceof Error ? error.message : 'unknown reason';
  return new StorageError('storage/cannot-open', `The database does not open: ${reason}`, { cause: error });
}
