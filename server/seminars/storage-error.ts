/** What goes wrong in storage, each with a code; the words for people are chosen where they are shown. */

export type StorageErrorCode =
  /** The file, or its folder, cannot be read or created. */
  | 'storage/cannot-open'
  /** The file is no SQLite database. */
  | 'storage/not-a-database'
  /** A SQLite database of another program. */
  | 'storage/not-ours'
  | 'storage/corrupt'
  /** Written by a later Plénière: its tables, or its events. */
  | 'storage/newer-schema'
  | 'storage/newer-events'
  /** An event whose type, version or payload cannot be read. */
  | 'storage/unreadable-event'
  /** The commit did not reach the disk; nothing of it was kept. */
  | 'storage/not-committed'
  | 'storage/writer-lost'
  | 'storage/closed'
  /** What was to be written contradicts what is kept: a second row under one id, a grant for no session. */
  | 'storage/constraint'
  /** A fault of the program, met inside one operation. */
  | 'storage/fault'
  | 'documents/epoch-closed'
  | 'documents/compaction-out-of-range'
  | 'secret-key/unreadable'
  | 'secret-key/missing'
  | 'secret-key/wrong-length';

/** A storage operation that could not be done; the message holds ids and codes, never names or words. */
export class StorageError extends Error {
  override readonly name: string = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Storage itself failed (disk full, input or output error, writer lost): the same operation may be tried again. */
export class StorageFailure extends StorageError {
  override readonly name = 'StorageFailure';

  constructor(
    code: 'storage/not-committed' | 'storage/writer-lost',
    message: string,
    options?: ErrorOptions,
  ) {
    super(code, message, options);
  }
}
