/** Waits until a page shows what a command did, and never for long. */
import type { Timers } from './timers.ts';

/** Milliseconds a command that was accepted waits for its own effect to arrive. */
const EFFECT_WITHIN = 2_000;

export class AwaitedEffects {
  readonly #timers: Timers;
  #checks: readonly (() => void)[] = [];

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** What the page shows has changed. */
  look(): void {
    this.#checks.forEach((check) => check());
  }

  /** Resolves when the state has come so far, or when that takes too long. */
  until(reached: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (reached()) done();
      };
      const done = (): void => {
        this.#checks = this.#checks.filter((it) => it !== check);
        resolve();
      };
      this.#checks = [...this.#checks, check];
      this.#timers.later(done, EFFECT_WITHIN);
      check();
    });
  }
}
