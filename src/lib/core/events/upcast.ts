/** Records of the log as they were written, brought up to today's version. */
import type { Result } from '../result.ts';
import { ok, refused } from '../result.ts';
import type { StoredEvent } from './envelope.ts';
import type { DomainEvent, EventType } from './event-types.ts';
import { EVENT_VERSIONS } from './event-types.ts';
import type { Upcaster } from './upcasters.ts';
import { UPCASTERS } from './upcasters.ts';

/** A record of the log at the version it was written at; nothing is known of its type or payload yet. */
export type RawEvent = StoredEvent;

export type UpcastTable = {
  /** The version each type is written at today. */
  readonly versions: Readonly<Record<string, number>>;
  /** By type, then by the version an upcaster starts from. */
  readonly upcasters: Readonly<Record<string, Readonly<Record<number, Upcaster>>>>;
};

export type UnreadableRecord =
  /** Written by a later Plénière. */
  | 'events/newer-version'
  | 'events/unknown-type'
  /** Not a version that was ever written, or one without a way up to today's. */
  | 'events/unknown-version';

const TODAY: UpcastTable = { versions: EVENT_VERSIONS, upcasters: UPCASTERS };

/** The upcasters that lead from the record's version to today's, oldest first, or why there is no such way. */
function wayUp(type: string, v: number, table: UpcastTable): Result<readonly Upcaster[], UnreadableRecord> {
  const today = Object.hasOwn(table.versions, type) ? table.versions[type] : undefined;
  if (today === undefined) return refused('events/unknown-type');
  if (!Number.isInteger(v) || v < 1) return refused('events/unknown-version');
  if (v > today) return refused('events/newer-version');
  const ofType = Object.hasOwn(table.upcasters, type) ? table.upcasters[type] : undefined;
  const steps: Upcaster[] = [];
  for (let from = v; from < today; from += 1) {
    const step = ofType?.[from];
    if (step === undefined) return refused('events/unknown-version');
    steps.push(step);
  }
  return ok(steps);
}

/** Whether records of this type and version can be read, so that a store can refuse to open before it misreads. */
export function isReadable(
  type: string,
  v: number,
  table: UpcastTable = TODAY,
): Result<true, UnreadableRecord> {
  const way = wayUp(type, v, table);
  return way.ok ? ok(true) : way;
}

/** The record at today's version, or the reason why it cannot be read. */
export function upcast(record: RawEvent, table: UpcastTable = TODAY): Result<DomainEvent, UnreadableRecord> {
  const way = wayUp(record.type, record.v, table);
  if (!way.ok) return way;
  const payload = way.value.reduce<unknown>((older, step) => step(older), record.payload);
  return ok({ ...record, v: table.versions[record.type as EventType], payload } as DomainEvent);
}
