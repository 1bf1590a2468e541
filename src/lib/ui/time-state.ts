/** How the time left is shown: calm, soon (amber), over (vermilion); always with a word beside the colour. */
import type { Duration } from '#core/time/instant.ts';

export type TimeState = 'calm' | 'soon' | 'over';

const MINUTE = 60_000;
const SOON_AT_MOST = 5 * MINUTE;

/** Soon: the last sixth of the point, five minutes at most. Over: nothing is left. */
export const timeStateOf = (remaining: Duration, allotted: Duration): TimeState => {
  if (remaining <= 0) return 'over';
  return remaining <= Math.min(SOON_AT_MOST, allotted / 6) ? 'soon' : 'calm';
};
