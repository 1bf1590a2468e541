/** The warnings of one room: looked for with every second that is shown, said for a while. */
import type { RunProjection } from '#core/agenda/run.ts';
import type { Instant } from '#core/time/instant.ts';
import { crossedWarning, watchedPoint } from '#lib/ui/crossed-warning.ts';
import type { WatchedPoint } from '#lib/ui/crossed-warning.ts';

export type RunWarning = { readonly minutes: number; readonly itemId: string; readonly at: Instant };

/** Milliseconds a warning stays in words. */
const SAID_FOR = 15_000;

export class RunWarnings {
  #before: WatchedPoint | null = null;
  #last = $state.raw<RunWarning | null>(null);

  /** The warning that was reached since the look before, or null. */
  look(projection: RunProjection, now: Instant, minutes: readonly number[]): RunWarning | null {
    const point = watchedPoint(projection, now);
    const crossed = crossedWarning(this.#before, point, minutes);
    this.#before = point;
    if (crossed === null || point === null) return null;
    this.#last = { minutes: crossed, itemId: point.itemId, at: now };
    return this.#last;
  }

  /** The warning to be said at this moment: while it is fresh and its point is still the room's. */
  saidAt(now: Instant, currentItemId: string | null): RunWarning | null {
    const last = this.#last;
    if (last === null || last.itemId !== currentItemId) return null;
    return now - last.at < SAID_FOR ? last : null;
  }
}
