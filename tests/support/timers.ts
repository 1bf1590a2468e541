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

export type SelectiveTimers = Timers & {
  /** Runs everything that was held, in the order it was asked for. */
  readonly runHeld: () => void;
};

/** Short timers run as they do in production; those of `heldFrom` milliseconds and more run when the test says so. */
export function selectiveTimers(real: Timers, heldFrom: number): SelectiveTimers {
  const held = heldTimers();
  return {
    after: (milliseconds, run) => (milliseconds < heldFrom ? real : held).after(milliseconds, run),
    runHeld: held.runAll,
  };
}
