/** One client in one room: what it may do, what it was sent, what it may still send. */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { CollabRefusal, CollabState } from '#protocol/collab.ts';
import { COLLAB_CLOSE } from '#protocol/collab.ts';
import type { DocumentRef } from '#ydoc/document-names.ts';
import type { Limits } from './limits.ts';
import type { Peer } from './peer.ts';
import type { PresenceClaim } from './wire.ts';
import { acknowledgedFrame, deniedFrame, QUIET_FRAME, refusedFrame, stateFrame } from './wire.ts';

export type Mode = 'write' | 'read';

export type Arrival = {
  readonly peer: Peer;
  readonly ref: DocumentRef;
  /** The epoch that the client asked for. */
  readonly epoch: number;
  /** The id of the session. */
  readonly owner: string;
  readonly name: string;
  readonly mode: Mode;
  /** Whether the client asked for acknowledgements, refusals and states. */
  readonly acknowledges: boolean;
};

export class Connection {
  readonly ref: DocumentRef;
  readonly epoch: number;
  readonly owner: string;
  name: string;
  mode: Mode;
  /** Its epoch is the open one: what it sends counts. */
  joined = false;
  /** The document is loaded and on disk: frames may be sent. */
  greeted = false;
  /** Has had the whole document, and gets differences since. */
  synced = false;
  closed = false;
  /** Was asked for everything it has, and has not answered yet. */
  asked = false;
  /** Since when it takes less than it is sent, and the state vector of what it had then. */
  behind: { readonly since: Instant; readonly had: Uint8Array } | null = null;
  queuedBytes = 0;
  /** What it said of its presence before it was greeted. */
  heldPresence: readonly PresenceClaim[] = [];
  readonly #peer: Peer;
  readonly #acknowledges: boolean;
  readonly #limits: Limits;
  readonly #frames: Allowance;
  readonly #updates: Allowance;
  readonly #syncRequests: Allowance;
  readonly #told = new Set<CollabRefusal>();
  #received = 0;
  #settled = 0;
  #acknowledged = 0;
  #state: CollabState | null = null;
  #lastSentAt = instant(0);

  constructor(arrival: Arrival, limits: Limits) {
    this.ref = arrival.ref;
    this.epoch = arrival.epoch;
    this.owner = arrival.owner;
    this.name = arrival.name;
    this.mode = arrival.mode;
    this.#peer = arrival.peer;
    this.#acknowledges = arrival.acknowledges;
    this.#limits = limits;
    this.#frames = new Allowance(limits.framesPerSecond, limits.burstSeconds);
    this.#updates = new Allowance(limits.updatesPerSecond, limits.burstSeconds);
    this.#syncRequests = new Allowance(limits.syncRequestsPerSecond, limits.burstSeconds);
  }

  mayReceive(kind: 'frame' | 'update' | 'sync-request', now: Instant): boolean {
    const allowance = { frame: this.#frames, update: this.#updates, 'sync-request': this.#syncRequests }[
      kind
    ];
    return allowance.take(now);
  }

  send(frame: Uint8Array, now: Instant): void {
    if (this.closed || !this.greeted) return;
    this.#peer.send(frame);
    this.#lastSentAt = now;
    if (this.#peer.bufferedBytes() > this.#limits.stalledBytes) this.close(COLLAB_CLOSE.stalled, 'stalled');
  }

  /** Whether it takes what it is sent quickly enough to be sent more; `had` is what it has had until now. */
  keepsUp(had: Uint8Array, now: Instant): boolean {
    if (this.behind !== null) return false;
    if (this.#peer.bufferedBytes() <= this.#limits.behindBytes) return true;
    this.behind = { since: now, had };
    return false;
  }

  /** Whether it was behind and has taken nearly all of what it was sent. */
  hasCaughtUp(): boolean {
    return this.behind !== null && this.#peer.bufferedBytes() <= this.#limits.resumeBytes;
  }

  closeIfStalled(now: Instant): void {
    if (this.behind === null || this.hasCaughtUp()) return;
    if (now - this.behind.since >= this.#limits.stalledMs) this.close(COLLAB_CLOSE.stalled, 'stalled');
  }

  /** A y-websocket client that hears nothing for 30 s takes the line for dead. */
  answerQuietly(now: Instant): void {
    if (now - this.#lastSentAt >= this.#limits.quietMs) this.send(QUIET_FRAME, now);
  }

  /** The number of an update frame that just arrived, from 1. */
  countUpdate(): number {
    this.#received += 1;
    return this.#received;
  }

  /** The update frame is on disk, changed nothing, or was refused; it is acknowledged with the next `acknowledge`. */
  settle(frame: number): void {
    this.#settled = Math.max(this.#settled, frame);
  }

  refuse(frame: number, refusal: CollabRefusal, now: Instant): void {
    if (this.#acknowledges) {
      this.send(refusedFrame(frame, refusal), now);
    } else if (!this.#told.has(refusal)) {
      this.#told.add(refusal);
      this.send(deniedFrame(refusal), now);
    }
  }

  acknowledge(now: Instant): void {
    if (!this.#acknowledges || this.#settled === this.#acknowledged) return;
    this.#acknowledged = this.#settled;
    this.send(acknowledgedFrame(this.#settled), now);
  }

  tellState(state: CollabState, now: Instant): void {
    if (!this.#acknowledges || this.#state === state) return;
    this.#state = state;
    this.send(stateFrame(state), now);
  }

  close(code: number, reason: string): void {
    if (this.closed) return;
    this.closed = true;
    this.#peer.close(code, reason);
  }
}

/** So many a second, of which unused ones are saved up for a while. */
class Allowance {
  readonly #perSecond: number;
  readonly #most: number;
  #saved: number;
  #at: Instant | null = null;

  constructor(perSecond: number, burstSeconds: number) {
    this.#perSecond = perSecond;
    this.#most = perSecond * burstSeconds;
    this.#saved = this.#most;
  }

  take(now: Instant): boolean {
    const passed = this.#at === null ? 0 : Math.max(0, now - this.#at) / 1000;
    this.#at = now;
    this.#saved = Math.min(this.#most, this.#saved + passed * this.#perSecond);
    if (this.#saved < 1) return false;
    this.#saved -= 1;
    return true;
  }
}
