/** The log and its receipts: the only place where what happened is written. */
import type { DomainEvent, NewDomainEvent } from '#core/events/event-types.ts';
import type { StreamId } from '#core/events/envelope.ts';
import type { Instant } from '#core/time/instant.ts';

/** New events for one stream, on condition that it still ends at `expectedSeq` (0: it does not exist yet). */
export type StreamAppend = {
  readonly stream: StreamId;
  readonly expectedSeq: number;
  readonly events: readonly NewDomainEvent[];
};

/**
 * The answer a command got, kept so that the same command sent again gets the same answer and counts once. It says
 * nothing of who sent it, and of the moment the day.
 */
export type Receipt = { readonly commandId: string; readonly answer: string };

export type Appended =
  | { readonly ok: true; readonly events: readonly DomainEvent[] }
  /** Nothing was written: a stream had moved on, or a receipt with that command id is already there. */
  | { readonly ok: false; readonly conflict: 'stream' | 'receipt' };

export interface EventStore {
  /** Atomic over all streams and receipts; resolves once on disk. */
  append(streams: readonly StreamAppend[], receipts: readonly Receipt[]): Promise<Appended>;
  /** The events of the stream after `afterSeq`, oldest first, at today's version. */
  read(stream: StreamId, afterSeq: number): Promise<readonly DomainEvent[]>;
  receipt(commandId: string): Promise<string | null>;
  /** Deletes the receipts of commands answered on a day (UTC, by the storage's own clock) that was over before `moment`. */
  forgetReceipts(moment: Instant): Promise<void>;
  /** Nulls the personal fields of these events in place; ids that the stream does not hold are passed over. */
  redact(stream: StreamId, eventIds: readonly string[]): Promise<void>;
}
