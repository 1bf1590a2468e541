/** Timers that run when the test says so. */
import type { Timers } from '../../server/seminars/surroundings.port.ts';

export type HeldTimers = Timers & {
  /** Runs everything that waits, in the order it was asked for. */
  readonly runAll: () => void;
  readonly waiting: () => number;
};

export function heldTimers(): HeldTimers {
  const held = new Set<() => void>();
  return {
    after(_milliseconds, run) {
      held.add(run);
      return () => held.delete(run);
    },
    runAll() {
      const due = [...held];
      held.clear();
      due.forEach((run) => run());
    },
    waiting: () => held.size,
  };
}
