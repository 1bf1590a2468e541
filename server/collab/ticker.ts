/** Gathers what is to be sent: the first time at once, then at most once a tick. */
import type { Timers } from '../seminars/surroundings.port.ts';

export class Ticker {
  readonly #timers: Timers;
  readonly #tickMs: () => number;
  readonly #flush: () => void;
  #cancel: (() => void) | null = null;
  #waiting = false;

  constructor(timers: Timers, tickMs: () => number, flush: () => void) {
    this.#timers = timers;
    this.#tickMs = tickMs;
    this.#flush = flush;
  }

  /** There is something to send. */
  poke(): void {
    if (this.#cancel !== null) {
      this.#waiting = true;
      return;
    }
    this.#waiting = false;
    this.#cancel = this.#timers.after(this.#tickMs(), () => {
      this.#cancel = null;
      if (this.#waiting) this.poke();
    });
    this.#flush();
  }

  /** Sends at once what waits for the tick, and ends. */
  close(): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#waiting) this.#flush();
    this.#waiting = false;
  }
}
