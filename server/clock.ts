/** The machine's clock and timers, which main.ts hands to everything else. */
import { instant } from '#core/time/instant.ts';
import type { Clock, Timers } from './seminars/surroundings.port.ts';

export const systemClock: Clock = { now: () => instant(Date.now()) };

/** A timer that waits does not keep the process alive. */
export const systemTimers: Timers = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};
