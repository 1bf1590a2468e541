/** Points that advance by themselves: when their time is over the room goes on to the next. */
import type { Instant } from '#core/time/instant.ts';
import { duration, durationOf, instant } from '#core/time/instant.ts';
import { laidFrom } from './laid-from.ts';
import { allottedMinutesOf, placeOf } from './place.ts';
import { idleStretchesOf } from './project.ts';
import type { Room } from './run.ts';

/** A move that nobody gives: to which point, and the exact moment, past or still to come. */
export type DueAdvance = { readonly itemId: string; readonly at: Instant };

/**
 * The automatic move that is due next, or null. A point advances when its time is over the first time the room is at
 * it, and after a shared time that begins just then; not while suspended, nor once someone took that back.
 */
export const dueAdvance = (room: Room): DueAdvance | null => {
  const { plan, run } = room;
  const { index, current } = placeOf(plan, run);
  const next = plan.items[index + 1];
  const visit = run.visits.at(-1);
  if (run.status !== 'running' || current?.autoAdvance !== true) return null;
  if (next === undefined || visit === undefined || run.held.includes(current.id)) return null;
  if (run.visits.filter(({ itemId }) => itemId === current.id).length > 1) return null;
  const idle = idleStretchesOf(room, visit.from);
  const over = laidFrom(visit.from, durationOf(allottedMinutesOf(current, room)), idle).end;
  const noticed = instant(Math.max(over, run.steps.at(-1)?.at ?? over));
  return { itemId: next.id, at: laidFrom(noticed, duration(0), idle).start };
};
