/** Planned, estimated and real times of each point, computed from the room and the moment it is. */
import type { Duration, Instant } from '#core/time/instant.ts';
import { after, between, duration, durationOf, instant } from '#core/time/instant.ts';
import { interruptionAt, interruptionsOf, suspendedStretchesOf } from './interruptions.ts';
import { laidFrom } from './laid-from.ts';
import type { AgendaItem } from './plan.ts';
import { allottedMinutesOf, placeOf, questionIdAt } from './place.ts';
import { plannedTimesOf } from './planned-times.ts';
import type { ItemTimes, Room, Run, RunProjection } from './run.ts';
import { SAME_OCCASION, sittingBoundsOf } from './sitting-bounds.ts';
import type { Stretch } from './stretches.ts';
import { coveredBetween, mergedStretches, stretchAt } from './stretches.ts';
import { synthesisCallOf } from './synthesis-call.ts';

/** The times of every point of the present plan at `now`; a `now` before the run's last step is that step's moment. */
export const project = (room: Room, now: Instant): RunProjection => {
  const { plan, run } = room;
  const moment = run.finishedAt ?? instant(Math.max(now, lastMomentOf(run)));
  const goesOn = run.status === 'running' || run.status === 'suspended';
  const { index: place, current } = placeOf(plan, run);
  const interruptions = interruptionsOf(room);
  const spent = spentByItem(room, moment);
  const real = realTimes(run);
  const planned = plannedTimesOf(room, moment);

  const stateOf = (item: AgendaItem, index: number): ItemTimes['state'] => {
    if (item === current) return 'current';
    return index <= place || (!goesOn && real.has(item.id)) ? 'done' : 'ahead';
  };

  let end = moment;
  const items = plan.items.map((item, index): ItemTimes => {
    const state = stateOf(item, index);
    const allotted = durationOf(allottedMinutesOf(item, room));
    const itemSpent = spent.get(item.id) ?? duration(0);
    const remaining = duration(allotted - itemSpent);
    let estimated: ItemTimes['estimated'] = null;
    if (goesOn && state !== 'done') {
      const laid = laidFrom(end, duration(Math.max(0, remaining)), interruptions);
      estimated = state === 'current' ? currentTimes(run, moment, remaining, laid.end, interruptions) : laid;
      end = estimated.end;
    }
    return {
      itemId: item.id,
      state,
      planned: planned.byItem.get(item.id) ?? null,
      estimated,
      real: real.get(item.id) ?? null,
      allotted,
      spent: itemSpent,
      remaining,
    };
  });

  const estimatedEnd = goesOn ? end : null;
  const deadline = deadlineOf(room, planned.end);
  return {
    status: run.status,
    items,
    currentItemId: current?.id ?? null,
    currentQuestionId: current === null ? null : questionIdAt(current, run),
    remaining: items.find((item) => item.state === 'current')?.remaining ?? null,
    plannedEnd: planned.end,
    estimatedEnd,
    drift: driftOf(planned.end, run.finishedAt ?? estimatedEnd, interruptions),
    sharedTimeNow: sharedTimeAt(room, moment),
    sharedTimeNext: sharedTimeAfter(room, moment, planned.end, estimatedEnd),
    deadline,
    synthesis: goesOn ? synthesisCallOf({ plan, run, items, deadline, interruptions, moment }) : null,
  };
};

/** A point whose time was over when a shared time began is estimated to have ended there. */
const currentTimes = (
  run: Run,
  moment: Instant,
  remaining: Duration,
  laidEnd: Instant,
  interruptions: readonly Stretch[],
) => ({
  start: run.visits.at(-1)?.from ?? moment,
  end: remaining > 0 ? laidEnd : (stretchAt(moment, interruptions)?.from ?? moment),
});

/** The latest moment that the run knows of. */
const lastMomentOf = ({ visits, suspensions, steps }: Run): number => {
  const suspension = suspensions.at(-1);
  return Math.max(
    steps.at(-1)?.at ?? Number.NEGATIVE_INFINITY,
    visits.at(-1)?.from ?? Number.NEGATIVE_INFINITY,
    suspension?.to ?? suspension?.from ?? Number.NEGATIVE_INFINITY,
  );
};

/** The time each visited point has had until `moment`, without what the room did not work; points gone from the plan too. */
export const spentByItem = (room: Room, moment: Instant): ReadonlyMap<string, Duration> => {
  const { run } = room;
  const idle = idleStretchesOf(room, moment);
  const spent = new Map<string, Duration>();
  for (const visit of run.visits) {
    const to = visit.to ?? moment;
    const before = spent.get(visit.itemId) ?? 0;
    const worked = between(visit.from, to) - coveredBetween(visit.from, to, idle);
    spent.set(visit.itemId, duration(before + worked));
  }
  return spent;
};

/** When the room does not work until `moment`: suspended, or in a shared time that it does not work through. */
export const idleStretchesOf = (room: Room, moment: Instant): readonly Stretch[] =>
  mergedStretches([...interruptionsOf(room), ...suspendedStretchesOf(room.run, moment)]);

const realTimes = (run: Run): ReadonlyMap<string, { start: Instant; end: Instant | null }> => {
  const real = new Map<string, { start: Instant; end: Instant | null }>();
  for (const visit of run.visits) {
    real.set(visit.itemId, { start: real.get(visit.itemId)?.start ?? visit.from, end: visit.to });
  }
  return real;
};

/** How late the end is; a shared time that lies between is not being late, as long as the room does not work in it. */
const driftOf = (
  plannedEnd: Instant | null,
  end: Instant | null,
  interruptions: readonly Stretch[],
): Duration | null => {
  if (plannedEnd === null || end === null) return null;
  if (end < plannedEnd)
    return duration(coveredBetween(end, plannedEnd, interruptions) - between(end, plannedEnd));
  return duration(between(plannedEnd, end) - coveredBetween(plannedEnd, end, interruptions));
};

/** What interrupts the room, or before it begins what everybody is at. */
const sharedTimeAt = (room: Room, moment: Instant) => {
  if (room.run.status === 'finished') return null;
  if (room.run.status !== 'not-started') return interruptionAt(room, moment);
  return room.sharedTimes.find(({ start, end }) => start <= moment && moment < end) ?? null;
};

const sharedTimeAfter = (
  { run, plannedStart, sharedTimes }: Room,
  moment: Instant,
  plannedEnd: Instant | null,
  estimatedEnd: Instant | null,
) => {
  const begin = run.startedAt ?? plannedStart ?? moment;
  const reached = run.startedAt === null ? begin : moment;
  const end = instant(Math.max(reached, plannedEnd ?? reached, estimatedEnd ?? reached));
  return (
    sharedTimes.find(
      (time) =>
        time.start > moment &&
        time.start <= after(end, SAME_OCCASION) &&
        after(time.end, SAME_OCCASION) >= begin,
    ) ?? null
  );
};

/** Until when the room has: the shared time that ends the sitting, else its planned end. */
const deadlineOf = (room: Room, plannedEnd: Instant | null): Instant | null => {
  if (plannedEnd === null) return null;
  const { endedBy } = sittingBoundsOf(room);
  return endedBy !== null && between(plannedEnd, endedBy.start) <= SAME_OCCASION ? endedBy.start : plannedEnd;
};
