/** Everyone who has one document open, and the frames they all get: merged, once a tick, as fast as each can take. */
import * as Y from 'yjs';
import type { Instant } from '#core/time/instant.ts';
import type { Clock, Timers } from '../seminars/surroundings.port.ts';
import type { Connection } from './connection.ts';
import type { Limits } from './limits.ts';
import type { Presence } from './presence.ts';
import type { Change } from './room-work.ts';
import { Ticker } from './ticker.ts';
import type { PresenceClaim } from './wire.ts';
import { presenceFrame, updateFrame } from './wire.ts';

export type AudienceSurroundings = {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly limits: Limits;
  /** A connection that was behind can take what it has missed. */
  readonly onCaughtUp: (connection: Connection) => void;
};

export class Audience {
  readonly #around: AudienceSurroundings;
  readonly #connections = new Set<Connection>();
  readonly #textTicker: Ticker;
  readonly #presenceTicker: Ticker;
  #presence: Presence | null = null;
  #unsent: Change[] = [];
  /** The state vector of what every connection that keeps up has had. */
  #sentState: Uint8Array = new Uint8Array([0]);
  #cancelWatch: (() => void) | null = null;
  #closed = false;

  constructor(around: AudienceSurroundings) {
    this.#around = around;
    const { timers, limits } = around;
    const tickMs = (): number =>
      Math.min(limits.longestTickMs, Math.max(limits.tickMs, this.#connections.size * 2));
    this.#textTicker = new Ticker(timers, tickMs, () => this.#sendText());
    this.#presenceTicker = new Ticker(
      timers,
      () => Math.max(limits.presenceTickMs, tickMs()),
      () => this.#sendPresence(),
    );
  }

  /** The document is loaded. */
  open(presence: Presence, stateVector: Uint8Array): void {
    this.#presence = presence;
    this.#sentState = stateVector;
  }

  get size(): number {
    return this.#connections.size;
  }

  /** A copy, so that connections may leave meanwhile. */
  all(): readonly Connection[] {
    return [...this.#connections];
  }

  add(connection: Connection): void {
    this.#connections.add(connection);
  }

  /** Answers whether the connection was there. */
  remove(connection: Connection): boolean {
    if (!this.#connections.delete(connection)) return false;
    this.hide(connection);
    return true;
  }

  /** The connection is greeted: it is told who is there, and others that it is. */
  introduce(connection: Connection): void {
    this.sendEveryone(connection);
    this.hear(connection, connection.heldPresence);
    connection.heldPresence = [];
    this.#watch();
  }

  /** What a connection says of its presence; kept until it is greeted. */
  hear(connection: Connection, claims: readonly PresenceClaim[]): void {
    if (!connection.greeted) connection.heldPresence = claims;
    else if (this.#presence?.receive(connection, claims, this.#now()) === true) this.#presenceTicker.poke();
  }

  hide(connection: Connection): void {
    if (this.#presence?.leave(connection) === true && !this.#closed) this.#presenceTicker.poke();
  }

  sendEveryone(connection: Connection): void {
    const others = this.#presence?.forOthers(connection, this.#presence.everyone()) ?? [];
    if (others.length > 0) connection.send(presenceFrame(others), this.#now());
  }

  /** These changes are on disk: everyone may have them. */
  publish(changes: readonly Change[]): void {
    this.#unsent.push(...changes);
    this.#textTicker.poke();
  }

  close(): void {
    this.#textTicker.close();
    this.#presenceTicker.close();
    this.#cancelWatch?.();
    this.#closed = true;
  }

  #now(): Instant {
    return this.#around.clock.now();
  }

  #sendText(): void {
    const changes = this.#unsent;
    if (changes.length === 0) return;
    this.#unsent = [];
    const frame = updateFrame(Y.mergeUpdates(changes.map(({ update }) => update)));
    const now = this.#now();
    let fellBehind = false;
    for (const connection of this.all()) {
      if (!connection.synced || changes.every(({ from }) => from === connection)) continue;
      if (connection.keepsUp(this.#sentState, now)) connection.send(frame, now);
      else fellBehind = true;
    }
    if (fellBehind) this.#watch();
    this.#sentState = advanced(this.#sentState, changes);
  }

  #sendPresence(): void {
    const presence = this.#presence;
    const changes = presence?.takeChanges() ?? [];
    if (presence === null || changes.length === 0) return;
    const now = this.#now();
    const frame = presenceFrame(changes);
    for (const connection of this.all()) {
      if (!connection.greeted || connection.behind !== null) continue;
      const others = presence.forOthers(connection, changes);
      if (others.length > 0) connection.send(others === changes ? frame : presenceFrame(others), now);
    }
  }

  /** Looks after connections that fell behind and people who fell silent, as long as anyone is there. */
  #watch(): void {
    const { timers, limits } = this.#around;
    const isAnyBehind = this.all().some(({ behind }) => behind !== null);
    this.#cancelWatch?.();
    this.#cancelWatch = timers.after(isAnyBehind ? limits.behindWatchMs : limits.watchMs, () => {
      this.#cancelWatch = null;
      if (this.#closed || this.#connections.size === 0) return;
      const now = this.#now();
      if (this.#presence?.expire(now) === true) this.#presenceTicker.poke();
      for (const connection of this.all()) {
        if (connection.hasCaughtUp()) this.#around.onCaughtUp(connection);
        else connection.closeIfStalled(now);
      }
      this.#watch();
    });
  }
}

/** A state vector after changes that follow on it. */
function advanced(stateVector: Uint8Array, changes: readonly Change[]): Uint8Array {
  const clocks = Y.decodeStateVector(stateVector);
  for (const { update } of changes) {
    for (const [client, clock] of Y.parseUpdateMeta(update).to) {
      clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
    }
  }
  return Y.encodeStateVector(clocks);
}
