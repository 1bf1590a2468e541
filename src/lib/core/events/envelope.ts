/** The log's unit: what happened, to which stream, when, by whom. */
import type { Instant } from '../time/instant.ts';

/** One stream per séminaire, per atelier, per sitting and per séminaire's actes; `seq` has no gap within a stream. */
export type StreamId = `seminar:${string}` | `atelier:${string}` | `sitting:${string}` | `actes:${string}`;

export const seminarStream = (seminarId: string): StreamId => `seminar:${seminarId}`;
export const atelierStream = (atelierId: string): StreamId => `atelier:${atelierId}`;
export const actesStream = (seminarId: string): StreamId => `actes:${seminarId}`;
export const sittingStream = (sittingId: string): StreamId => `sitting:${sittingId}`;

/** A decided event, before the log gives it its place. */
export type NewEvent<T extends string = string, P = unknown> = {
  readonly id: string;
  readonly type: T;
  readonly v: number;
  readonly at: Instant;
  /** The person who acted; null when the server acted or the person asked not to be named. */
  readonly actor: string | null;
  readonly payload: P;
};

/** An event of the log. */
export type StoredEvent<T extends string = string, P = unknown> = NewEvent<T, P> & {
  readonly stream: StreamId;
  /** 1 for the first event of the stream, then without a gap. */
  readonly seq: number;
};
