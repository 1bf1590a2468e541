/** Contributions on the server's disk whose frame has not come yet: they stay among the pending ones until it has. */
import type { PendingCommand } from './outbox-queue.ts';
import type { Timers } from './timers.ts';

/** Milliseconds one that arrived stays among the pending ones when nothing brings it back. */
const SHOWN_WITHIN = 3_000;

type Listed = readonly { readonly id: string }[];

export class ArrivingWords {
  readonly #timers: Timers;
  #arriving = $state.raw<readonly PendingCommand[]>([]);

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  add(pending: PendingCommand): void {
    this.#arriving = [...this.#arriving, pending];
    this.#timers.later(() => {
      this.#arriving = this.#arriving.filter((it) => it !== pending);
    }, SHOWN_WITHIN);
  }

  notIn(contributions: Listed): readonly PendingCommand[] {
    return this.#arriving.filter(
      ({ command }) =>
        !('contributionId' in command) || !contributions.some((it) => it.id === command.contributionId),
    );
  }

  /** What the page has shown as said is never again on its way, even when it leaves the list (a rehearsal's end). */
  settle(contributions: Listed): void {
    this.#arriving = this.notIn(contributions);
  }
}
