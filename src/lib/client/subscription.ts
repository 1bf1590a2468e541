/** Keeps a state in step with the server: subscribes at each connection, follows the frames, and over a gap begins anew. */
import type { Frame } from '#protocol/views.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { StreamId } from '#core/events/envelope.ts';
import { frameStep } from './apply-frame.ts';
import type { ApiResult } from './api.ts';

type Followed = { readonly seqs: Readonly<Record<StreamId, number>> };

export type SubscriptionParts<S extends Followed, F extends Frame<unknown>> = {
  /** Subscribes and answers the whole state. */
  readonly ask: () => Promise<ApiResult<S>>;
  readonly after: (state: S, frame: F) => S;
  /** The state subscribed anew, given the one before it. */
  readonly renewed: (before: S, fresh: S) => S;
  readonly changed: (state: S) => void;
  readonly refused: (code: ErrorCode | 'network') => void;
  /** Resolves when attempt number `attempt` (from 1) may be made. */
  readonly pause: (attempt: number) => Promise<void>;
  /** Resolves when the state may be asked for over a gap: a whole room may have the same gap in one instant. */
  readonly spread: () => Promise<void>;
};

/** Refusals that pass by themselves. */
const PASSING: ReadonlySet<ErrorCode | 'network'> = new Set([
  'network',
  'protocol/too-many',
  'protocol/unavailable',
  'protocol/internal',
]);

export class Subscription<S extends Followed, F extends Frame<unknown>> {
  readonly #parts: SubscriptionParts<S, F>;
  #state: S | null = null;
  /** Frames that arrived while the state they follow was on its way. */
  #early: F[] = [];
  #asking = false;
  #askAgain = false;
  /** Something is missing, and is soon asked for. */
  #overGap = false;
  /** Ends the pause before the next attempt. */
  #wake: (() => void) | null = null;
  #closed = false;

  constructor(parts: SubscriptionParts<S, F>) {
    this.#parts = parts;
  }

  get state(): S | null {
    return this.#state;
  }

  /** Subscribes, at a new connection or over a gap; one at a time. */
  async subscribe(): Promise<void> {
    if (this.#asking) {
      this.#askAgain = true;
      this.#wake?.();
      return;
    }
    this.#asking = true;
    this.#overGap = false;
    for (let attempt = 1; !this.#closed; attempt += 1) {
      this.#askAgain = false;
      this.#early = [];
      const answer = await this.#parts.ask();
      if (this.#closed) return;
      if (answer.ok) this.#begin(answer.value);
      else this.#parts.refused(answer.error.code);
      const again = this.#askAgain || (!answer.ok && PASSING.has(answer.error.code));
      if (!again) break;
      if (await this.#woken(attempt)) attempt = 0;
    }
    this.#asking = false;
  }

  receive(frame: F): void {
    if (this.#asking || this.#state === null) {
      this.#early.push(frame);
      return;
    }
    const next = this.#follow(this.#state, frame);
    if (next !== null) this.#become(next);
    else if (!this.#overGap) void this.#beginAnew();
  }

  /** Changes what no frame says, such as an earlier page. */
  update(change: (state: S) => S): void {
    if (this.#state !== null) this.#become(change(this.#state));
  }

  close(): void {
    this.#closed = true;
  }

  /** What follows without a gap is still applied until then; a new connection asks at once. */
  async #beginAnew(): Promise<void> {
    this.#overGap = true;
    await this.#parts.spread();
    if (this.#overGap) await this.subscribe();
  }

  /** Waits before the next attempt; true when a new connection cut it short: what failed before says nothing about it. */
  async #woken(attempt: number): Promise<boolean> {
    let woken = false;
    const wake = new Promise<void>((resolve) => {
      this.#wake = () => {
        woken = true;
        resolve();
      };
    });
    await Promise.race([this.#parts.pause(attempt), wake]);
    this.#wake = null;
    return woken;
  }

  #begin(fresh: S): void {
    const early = this.#early;
    this.#early = [];
    let state = this.#state === null ? fresh : this.#parts.renewed(this.#state, fresh);
    for (const frame of early) {
      const next = this.#follow(state, frame);
      if (next === null) {
        this.#askAgain = true;
        break;
      }
      state = next;
    }
    this.#become(state);
  }

  /** Null when something is missing before the frame. */
  #follow(state: S, frame: F): S | null {
    const step = frameStep(state.seqs, frame);
    if (step === 'resubscribe') return null;
    return step === 'ignore' ? state : this.#parts.after(state, frame);
  }

  #become(state: S): void {
    if (state === this.#state || this.#closed) return;
    this.#state = state;
    this.#parts.changed(state);
  }
}
