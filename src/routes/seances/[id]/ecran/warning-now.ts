/** The warning that a room is given in words: at so many minutes left, for a moment. */
import type { Duration } from '#core/time/instant.ts';

const MINUTE = 60_000;
/** Milliseconds that a warning stays. */
export const WARNING_SHOWN = 20_000;

/**
 * The minutes of the warning that stands now; null when none does. A point that has no more than these minutes begins
 * without being warned of them.
 */
export function warningNow(
  { remaining, allotted }: { readonly remaining: Duration; readonly allotted: Duration },
  warningMinutes: readonly number[],
): number | null {
  const standing = warningMinutes.filter((minutes) => {
    const since = minutes * MINUTE - remaining;
    return since >= 0 && since < WARNING_SHOWN && minutes * MINUTE < allotted;
  });
  return standing.length === 0 ? null : Math.min(...standing);
}
