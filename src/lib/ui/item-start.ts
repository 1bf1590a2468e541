/** When a point stands in the room's time. */
import type { ItemTimes, RunProjection } from '#core/agenda/run.ts';
import type { Instant } from '#core/time/instant.ts';

/** Whether the run has passed the point without being at it: skipped, or never reached before the end. */
export const isNotHeld = ({ state, real }: ItemTimes, status: RunProjection['status']): boolean =>
  real === null && (state === 'done' || status === 'finished');

/**
 * When the point began, or will: a point ahead of the room as it is estimated, even if the room was there before;
 * as planned while nothing is run. Null when it was not held, or when nothing says.
 */
export const itemStart = (times: ItemTimes, status: RunProjection['status']): Instant | null => {
  if (isNotHeld(times, status)) return null;
  const { state, real, estimated, planned } = times;
  const start = state === 'ahead' ? (estimated ?? real ?? planned) : (real ?? estimated ?? planned);
  return start?.start ?? null;
};
