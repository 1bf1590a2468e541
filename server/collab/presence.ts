/** Who is shown in a document, and where their caret stands. Never stored. */
import type { Instant } from '#core/time/instant.ts';
import type { Connection } from './connection.ts';
import type { ClientIds } from './client-ids.ts';
import type { Limits } from './limits.ts';
import { PALETTE } from './palette.ts';
import type { PresenceClaim, PresenceEntry } from './wire.ts';

type Present = {
  connection: Connection;
  /** The caret as JSON, null when the person is in the document without one. */
  caret: Caret | null;
  seenAt: Instant;
  entry: PresenceEntry;
};

export class Presence {
  readonly #limits: Limits;
  readonly #clientIds: ClientIds;
  readonly #present = new Map<number, Present>();
  readonly #colours = new Map<string, string>();
  /** What the next frame must say. */
  #changed = new Map<number, PresenceEntry>();
  #lastClock = 0;

  constructor(limits: Limits, clientIds: ClientIds) {
    this.#limits = limits;
    this.#clientIds = clientIds;
  }

  /**
   * Takes what a connection says of itself; what it says of others, as y-websocket clients do, is not listened to.
   * Answers whether anything shown has changed.
   */
  receive(connection: Connection, claims: readonly PresenceClaim[], now: Instant): boolean {
    let changed = false;
    for (const { clientId, state } of claims) {
      if (!this.#isOwn(connection, clientId)) continue;
      const said = connection.mode === 'read' ? null : readState(state, this.#limits);
      if (said === 'unreadable') continue;
      changed =
        (said === null ? this.#remove(clientId) : this.#show(connection, clientId, said.caret, now)) ||
        changed;
    }
    return changed;
  }

  /** The connection has ended; answers whether anything shown has changed. */
  leave(connection: Connection): boolean {
    return this.#removeWhere((present) => present.connection === connection);
  }

  /** Removes who was not heard of for too long: a phone that sleeps says no goodbye. */
  expire(now: Instant): boolean {
    return this.#removeWhere((present) => now - present.seenAt >= this.#limits.presenceMs);
  }

  /** What has changed since the last call. */
  takeChanges(): readonly PresenceEntry[] {
    const changes = [...this.#changed.values()];
    this.#changed = new Map();
    return changes;
  }

  /** Everyone who is shown. */
  everyone(): readonly PresenceEntry[] {
    return [...this.#present.values()].map(({ entry }) => entry);
  }

  /** Entries about others than the connection itself: a client keeps its own state. */
  forOthers(connection: Connection, entries: readonly PresenceEntry[]): readonly PresenceEntry[] {
    return entries.some(({ clientId }) => this.#present.get(clientId)?.connection === connection)
      ? entries.filter(({ clientId }) => this.#present.get(clientId)?.connection !== connection)
      : entries;
  }

  /** One client id belongs to one connection, or to its successor of the same session. */
  #isOwn(connection: Connection, clientId: number): boolean {
    const present = this.#present.get(clientId);
    if (present !== undefined) return present.connection.owner === connection.owner;
    return connection.mode === 'read' || this.#clientIds.claim(clientId, connection.owner);
  }

  #show(connection: Connection, clientId: number, caret: Caret | null, now: Instant): boolean {
    const before = this.#present.get(clientId);
    if (
      before !== undefined &&
      before.connection.name === connection.name &&
      JSON.stringify(before.caret) === JSON.stringify(caret)
    ) {
      before.seenAt = now;
      before.connection = connection;
      return false;
    }
    const user = { name: connection.name, color: this.#colourOf(connection.owner) };
    const entry = {
      clientId,
      clock: this.#nextClock(now),
      state: caret === null ? { user } : { user, cursor: caret },
    };
    this.#present.set(clientId, { connection, caret, seenAt: now, entry });
    this.#changed.set(clientId, entry);
    return true;
  }

  #remove(clientId: number): boolean {
    const present = this.#present.get(clientId);
    if (present === undefined) return false;
    this.#present.delete(clientId);
    // Of equal clocks the removal wins.
    this.#changed.set(clientId, { clientId, clock: present.entry.clock, state: null });
    return true;
  }

  #removeWhere(isGone: (present: Present) => boolean): boolean {
    let changed = false;
    for (const [clientId, present] of this.#present) {
      if (isGone(present)) changed = this.#remove(clientId) || changed;
    }
    return changed;
  }

  #colourOf(owner: string): string {
    const known = this.#colours.get(owner);
    if (known !== undefined) return known;
    const colour = PALETTE[this.#colours.size % PALETTE.length] ?? PALETTE[0];
    this.#colours.set(owner, colour);
    return colour;
  }

  /** Grows whatever client it is for, over restarts too: a client ignores what is not newer than what it has. */
  #nextClock(now: Instant): number {
    this.#lastClock = Math.max(this.#lastClock + 1, now);
    return this.#lastClock;
  }
}

type Caret = { readonly anchor: Position; readonly head: Position };
type Id = { readonly client: number; readonly clock: number };
type Position = {
  readonly type?: Id | null;
  readonly tname?: string | null;
  readonly item?: Id | null;
  readonly assoc?: number;
};

/** Only the caret is taken: name and colour are the server's. Null is a goodbye. */
function readState(
  bytes: Uint8Array,
  limits: Limits,
): { readonly caret: Caret | null } | null | 'unreadable' {
  if (bytes.length > limits.presenceStateBytes) return 'unreadable';
  let state: unknown;
  try {
    state = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return 'unreadable';
  }
  if (state === null) return null;
  if (!isRecord(state)) return 'unreadable';
  const cursor = state['cursor'];
  if (!isRecord(cursor)) return { caret: null };
  const anchor = readPosition(cursor['anchor']);
  const head = readPosition(cursor['head']);
  return { caret: anchor === null || head === null ? null : { anchor, head } };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function readPosition(value: unknown): Position | null {
  if (!isRecord(value)) return null;
  const type = readId(value['type']);
  const item = readId(value['item']);
  const tname = value['tname'] ?? null;
  const assoc = value['assoc'] ?? 0;
  if (type === 'wrong' || item === 'wrong') return null;
  if (tname !== null && (typeof tname !== 'string' || tname.length > 64)) return null;
  if (!Number.isSafeInteger(assoc)) return null;
  return {
    ...(type === null ? {} : { type }),
    ...(tname === null ? {} : { tname }),
    ...(item === null ? {} : { item }),
    assoc: Number(assoc),
  };
}

function readId(value: unknown): Id | null | 'wrong' {
  if (value === undefined || value === null) return null;
  if (!isRecord(value) || !isCount(value['client']) || !isCount(value['clock'])) return 'wrong';
  return { client: value['client'], clock: value['clock'] };
}
