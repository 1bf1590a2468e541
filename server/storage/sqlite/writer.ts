/** The writer thread: owns the one connection, and commits whatever has arrived since the last commit. */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { StorageError } from '../../seminars/storage-error.ts';
import type { Connection, ConnectionOptions } from './connection.ts';
import type { Answer, ErrorMessage } from './group-commit.ts';
import { createGroupCommit } from './group-commit.ts';
import { openDatabase } from './opening.ts';
import type { Request } from './operations.ts';

export type ToWriter = Request | 'close';

export type FromWriter =
  | { readonly kind: 'open' }
  | { readonly kind: 'refused'; readonly error: ErrorMessage }
  | {
      readonly kind: 'answers';
      readonly answers: readonly Answer[];
      readonly commits: number;
      readonly writable: boolean;
    };

/** Bounds how long the first of a flood waits for the last; the rest is the next commit. */
const MOST_PER_COMMIT = 5_000;
const PROBE_EVERY_MS = 1_000;

if (parentPort !== null) start(parentPort, workerData as ConnectionOptions);

type Port = NonNullable<typeof parentPort>;

function start(port: Port, options: ConnectionOptions): void {
  const post = (message: FromWriter, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  try {
    serve(port, openDatabase(options), post);
    post({ kind: 'open' });
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    post({ kind: 'refused', error: { code: error.code, message: error.message, sqlite: null } });
  }
}

function serve(
  port: Port,
  connection: Connection,
  post: (message: FromWriter, transfer?: ArrayBuffer[]) => void,
) {
  const group = createGroupCommit(connection);
  let probing: NodeJS.Timeout | undefined;

  const report = (answers: readonly Answer[]) => {
    post(
      { kind: 'answers', answers, commits: group.commits(), writable: group.writable() },
      buffersOf(answers),
    );
    if (!group.writable()) probing ??= setTimeout(probe, PROBE_EVERY_MS);
  };
  const probe = () => {
    probing = undefined;
    if (!group.writable()) group.probe();
    report([]);
  };

  port.on('message', (first: ToWriter) => {
    const waiting = [first];
    while (waiting.length < MOST_PER_COMMIT) {
      const next = receiveMessageOnPort(port);
      if (next === undefined) break;
      waiting.push(next.message as ToWriter);
    }
    report(group.run(waiting.filter((message) => message !== 'close')));
    if (!waiting.includes('close')) return;
    clearTimeout(probing);
    connection.close();
    port.close();
  });
}

/** The bytes that a load answers: the rows' own, so they can move to the main thread without a copy. */
function buffersOf(answers: readonly Answer[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const add = (bytes: unknown) => {
    if (bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer) buffers.add(bytes.buffer);
  };
  for (const answer of answers) {
    if (!answer.ok || typeof answer.value !== 'object' || answer.value === null) continue;
    if (!('updates' in answer.value && Array.isArray(answer.value.updates))) continue;
    if ('snapshot' in answer.value) add(answer.value.snapshot);
    for (const { update } of answer.value.updates as { readonly update: unknown }[]) add(update);
  }
  return [...buffers];
}
