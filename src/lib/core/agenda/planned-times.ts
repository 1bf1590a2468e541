/** When each point was planned: laid end to end around the shared times, and moved by nights and alarms. */
import type { Instant } from '#core/time/instant.ts';
import { after, between, durationOf } from '#core/time/instant.ts';
import { sharedStretchesOf, suspendedStretchesOf } from './interruptions.ts';
import type { Laid } from './laid-from.ts';
import { laidFrom } from './laid-from.ts';
import type { Room } from './run.ts';
import { BETWEEN_DAYS, comparedStartOf, plannedPointsOf } from './sitting-bounds.ts';
import { mergedStretches } from './stretches.ts';

export type PlannedTimes = { readonly byItem: ReadonlyMap<string, Laid>; readonly end: Instant | null };

/**
 * The planned times at the moment, by point, and the end of them all. Once started they are those of the baseline,
 * points that were taken out since included. Without a start and without a planned one there are none.
 */
export const plannedTimesOf = (room: Room, moment: Instant): PlannedTimes => {
  const byItem = new Map<string, Laid>();
  const start = comparedStartOf(room);
  const nights = suspendedStretchesOf(room.run, moment).filter(
    ({ from, to }) => between(from, to) >= BETWEEN_DAYS,
  );
  const stretches = mergedStretches([...sharedStretchesOf(room), ...nights]);
  let end = start;
  if (start === null || end === null) return { byItem, end: null };
  for (const { itemId, minutes } of plannedPointsOf(room)) {
    const laid = laidFrom(end, durationOf(minutes), stretches);
    byItem.set(itemId, laid);
    end = laid.end;
  }
  const laidEnd = end;
  const nightsAfter = nights.filter(({ from }) => from >= laidEnd);
  for (const { from, to } of nightsAfter) end = after(end, between(from, to));
  return { byItem, end: byItem.size === 0 ? null : end };
};
