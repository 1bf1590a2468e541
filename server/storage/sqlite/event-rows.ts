/** Events and receipts as rows. */
import type { StreamId } from '#core/events/envelope.ts';
import type { DomainEvent } from '#core/events/event-types.ts';
import { redact } from '#core/events/redact.ts';
import { upcast } from '#core/events/upcast.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Receipt } from '../../seminars/event-store.port.ts';
import { StorageError } from '../../seminars/storage-error.ts';
import type { Connection } from './connection.ts';

/** An event on its way to a row, its payload already JSON. */
export type WrittenEvent = {
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly at: number;
  readonly actor: string | null;
  readonly payload: string;
};

export type AppendInput = {
  readonly streams: readonly {
    readonly stream: StreamId;
    readonly expectedSeq: number;
    readonly events: readonly WrittenEvent[];
  }[];
  readonly receipts: readonly Receipt[];
};

/** Thrown to take a whole append back; its caller gets the answer, not an error. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly answer: 'stream' | 'receipt';

  constructor(answer: 'stream' | 'receipt') {
    super(answer);
    this.answer = answer;
  }
}

export function append(
  connection: Connection,
  { streams, receipts }: AppendInput,
): 'ok' | 'stream' | 'receipt' {
  for (const { commandId, answer } of receipts) {
    // A receipt keeps its day only, by the database's clock: enough to let it expire, too little to retrace a person.
    const written = connection.run(
      `INSERT INTO receipts (command_id, answer, day) VALUES (?, ?, unixepoch() / 86400 * 86400000)
       ON CONFLICT (command_id) DO NOTHING`,
      commandId,
      answer,
    );
    if (written === 0) throw new Conflict('receipt');
  }
  for (const { stream, expectedSeq, events } of streams) {
    const last = connection.get<{ seq: number }>(
      'SELECT coalesce(max(seq), 0) AS seq FROM events WHERE stream = ?',
      stream,
    );
    if (last?.seq !== expectedSeq) throw new Conflict('stream');
    for (const [index, event] of events.entries()) {
      connection.run(
        'INSERT INTO events (stream, seq, id, type, v, at, actor, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        stream,
        expectedSeq + index + 1,
        event.id,
        event.type,
        event.v,
        event.at,
        event.actor,
        event.payload,
      );
    }
  }
  return 'ok';
}

type EventRow = {
  readonly stream: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly at: number;
  readonly actor: string | null;
  readonly payload: string;
};

export function readStream(
  connection: Connection,
  { stream, afterSeq }: { readonly stream: StreamId; readonly afterSeq: number },
): DomainEvent[] {
  return connection
    .all<EventRow>(
      `SELECT stream, seq, id, type, v, at, actor, payload FROM events
       WHERE stream = ? AND seq > ? ORDER BY seq`,
      stream,
      afterSeq,
    )
    .map(eventOf);
}

function eventOf(row: EventRow): DomainEvent {
  const event = upcast({
    ...row,
    stream: row.stream as StreamId,
    at: row.at as Instant,
    payload: payloadOf(row),
  });
  if (event.ok) return event.value;
  throw new StorageError(
    event.error.code === 'events/unknown-version' ? 'storage/unreadable-event' : 'storage/newer-events',
    `Event ${row.seq} of ${row.stream} is ${row.type} at version ${row.v}.`,
  );
}

function payloadOf({ stream, seq, payload }: EventRow): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    // The parser's message quotes the text, which may be a person's words: it goes no further.
    throw new StorageError(
      'storage/unreadable-event',
      `The payload of event ${seq} of ${stream} is not JSON.`,
    );
  }
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** Deletes the receipts of the days that were over before the moment. */
export function forgetReceipts(connection: Connection, moment: Instant): void {
  connection.run(
    'DELETE FROM receipts WHERE day < ?',
    Math.floor(moment / MILLISECONDS_PER_DAY) * MILLISECONDS_PER_DAY,
  );
}

export function receiptOf(connection: Connection, commandId: string): string | null {
  const row = connection.get<{ answer: string }>(
    'SELECT answer FROM receipts WHERE command_id = ?',
    commandId,
  );
  return row?.answer ?? null;
}

export function redactEvents(
  connection: Connection,
  { stream, eventIds }: { readonly stream: StreamId; readonly eventIds: readonly string[] },
): void {
  for (const id of eventIds) {
    const row = connection.get<EventRow>(
      'SELECT stream, seq, id, type, v, at, actor, payload FROM events WHERE stream = ? AND id = ?',
      stream,
      id,
    );
    if (row === undefined) continue;
    const redacted = redact(eventOf(row));
    connection.run(
      'UPDATE events SET payload = ?, v = ? WHERE stream = ? AND seq = ?',
      JSON.stringify(redacted.payload),
      redacted.v,
      stream,
      redacted.seq,
    );
  }
}
