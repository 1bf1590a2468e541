/** The main thread's side of the writer thread: asks by name, and waits for the answer to be on disk. */
import { Worker } from 'node:worker_threads';
import type { Logger } from '../../seminars/surroundings.port.ts';
import { StorageError, StorageFailure } from '../../seminars/storage-error.ts';
import type { ConnectionOptions } from './connection.ts';
import type { ErrorMessage } from './group-commit.ts';
import type { InputOf, OperationName, OutputOf } from './operations.ts';
import type { FromWriter, ToWriter } from './writer.ts';

export type WriterThread = {
  /** Rejects with a StorageError; the buffers in `transfer` are given away. */
  ask<N extends OperationName>(name: N, input: InputOf<N>, transfer?: ArrayBuffer[]): Promise<OutputOf<N>>;
  /** How many commits reached the disk. */
  commits(): number;
  /** Whether the last commit did and the thread lives. */
  writable(): boolean;
  /** Answers what was asked, then closes the database. */
  close(): Promise<void>;
  /** Ends the thread at once, as a crash would. */
  terminate(): Promise<void>;
};

type Waiting = { resolve(value: unknown): void; reject(error: StorageError): void };

/** Starts the thread and resolves once the database is open; rejects with the reason why it is not. */
export async function startWriterThread(options: ConnectionOptions, logger: Logger): Promise<WriterThread> {
  const worker = new Worker(new URL('./writer.ts', import.meta.url), {
    workerData: options,
    name: 'storage-writer',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let commits = 0;
  let writable = true;
  /** Why nothing can be asked any more. */
  let ended: StorageError | null = null;

  const opened = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();

  worker.on('message', (message: FromWriter) => {
    if (message.kind === 'open') opened.resolve();
    else if (message.kind === 'refused') {
      ended = errorOf(message.error);
      opened.reject(ended);
    } else settle(message);
  });

  function settle(message: Extract<FromWriter, { kind: 'answers' }>): void {
    if (writable !== message.writable) {
      if (message.writable) logger.info('storage.writable-again');
      else logger.error('storage.not-writable', { sqlite: firstSqliteCode(message) });
    }
    ({ commits, writable } = message);
    for (const answer of message.answers) {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.ok) asked?.resolve(answer.value);
      else asked?.reject(errorOf(answer.error));
    }
  }

  worker.on('error', (error) => {
    logger.error('storage.writer-failed', { error: error instanceof Error ? error.name : 'unknown' });
  });
  worker.on('exit', () => {
    ended ??= new StorageFailure('storage/writer-lost', 'The writer thread ended.');
    if (ended.code === 'storage/writer-lost') logger.error('storage.writer-lost', { pending: waiting.size });
    writable = false;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
    opened.reject(ended);
    gone.resolve();
  });

  await opened.promise;
  return {
    async ask<N extends OperationName>(name: N, input: InputOf<N>, transfer: ArrayBuffer[] = []) {
      if (ended !== null) throw ended;
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      lastId += 1;
      const request: ToWriter = { id: lastId, name, input };
      worker.postMessage(request, transfer);
      waiting.set(request.id, { resolve, reject });
      return (await promise) as OutputOf<N>;
    },
    commits: () => commits,
    writable: () => writable,
    close() {
      if (ended === null) {
        ended = new StorageError('storage/closed', 'Storage is closed.');
        worker.postMessage('close' satisfies ToWriter);
      }
      return gone.promise;
    },
    async terminate() {
      await worker.terminate();
    },
  };
}

function errorOf({ code, message }: ErrorMessage): StorageError {
  return code === 'storage/not-committed' || code === 'storage/writer-lost'
    ? new StorageFailure(code, message)
    : new StorageError(code, message);
}

function firstSqliteCode({ answers }: Extract<FromWriter, { kind: 'answers' }>): number | null {
  const failed = answers.find((answer) => !answer.ok);
  return failed === undefined ? null : failed.error.sqlite;
}
