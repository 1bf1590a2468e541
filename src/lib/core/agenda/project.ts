/** Planned, estimated and real times of each point, computed from the plan, the run and the moment it is. */
import type { Duration, Instant } from '#core/time/instant.ts';
import { after, between, duration, durationOf, instant } from '#core/time/instant.ts';
import type { AgendaItem, Plan } from './plan.ts';
import type { ItemTimes, Run, RunProjection } from './run.ts';
import { allottedMinutesOf, placeOf, questionIdAt } from './run.ts';

/**
 * The times of every point of the present plan at `now`. Planned times are laid from `plannedStart` (the
 * sitting's), else from the run's start. A `now` before the run's last step is read as that step's moment.
 */
export const project = (plan: Plan, run: Run, now: Instant, plannedStart: Instant | null): RunProjection => {
  const moment = run.finishedAt ?? later(now, run.steps.at(-1)?.at ?? now);
  const goesOn = run.status === 'running' || run.status === 'suspended';
  const { index: place, current } = placeOf(plan, run);
  const spent = spentByItem(run, moment);
  const real = realTimes(run);
  const visitStart = run.visits.at(-1)?.from ?? moment;

  const stateOf = (item: AgendaItem, index: number): ItemTimes['state'] => {
    if (item === current) return 'current';
    return index <= place || (!goesOn && real.has(item.id)) ? 'done' : 'ahead';
  };

  const base = comparableStart(plannedStart, run.startedAt) ?? run.startedAt;
  let planned = base;
  let estimated = moment;
  const items = plan.items.map((item, index): ItemTimes => {
    const state = stateOf(item, index);
    const allotted = durationOf(allottedMinutesOf(item, run));
    const itemSpent = spent.get(item.id) ?? duration(0);
    const remaining = duration(allotted - itemSpent);

    const plannedItem =
      planned === null ? null : { start: planned, end: after(planned, durationOf(item.plannedMinutes)) };
    planned = plannedItem?.end ?? null;

    const estimatedStart = state === 'current' ? visitStart : estimated;
    if (goesOn && state !== 'done') estimated = after(estimated, notNegative(remaining));

    return {
      itemId: item.id,
      state,
      planned: plannedItem,
      estimated: goesOn && state !== 'done' ? { start: estimatedStart, end: estimated } : null,
      real: real.get(item.id) ?? null,
      allotted,
      spent: itemSpent,
      remaining,
    };
  });

  const plannedEnd = items.at(-1)?.planned?.end ?? null;
  const estimatedEnd = goesOn ? estimated : null;
  const end = run.finishedAt ?? estimatedEnd;
  return {
    status: run.status,
    items,
    currentItemId: current?.id ?? null,
    currentQuestionId: current === null ? null : questionIdAt(current, run),
    remaining: items.find((item) => item.state === 'current')?.remaining ?? null,
    plannedEnd,
    estimatedEnd,
    drift: plannedEnd === null || end === null ? null : between(plannedEnd, end),
  };
};

/** The time each visited point has had until `moment`, without suspensions; points gone from the plan too. */
export const spentByItem = (run: Run, moment: Instant): ReadonlyMap<string, Duration> => {
  const spent = new Map<string, Duration>();
  for (const visit of run.visits) {
    const to = visit.to ?? moment;
    const suspended = suspendedBetween(run, visit.from, to);
    const before = spent.get(visit.itemId) ?? 0;
    spent.set(visit.itemId, duration(before + between(visit.from, to) - suspended));
  }
  return spent;
};

/** How long the clock was suspended from `from` to `to`. */
export const suspendedBetween = (run: Run, from: Instant, to: Instant): Duration =>
  duration(
    run.suspensions.reduce((sum, suspension) => {
      const overlap = Math.min(suspension.to ?? to, to) - Math.max(suspension.from, from);
      return sum + Math.max(0, overlap);
    }, 0),
  );

const realTimes = (run: Run): ReadonlyMap<string, { start: Instant; end: Instant | null }> => {
  const real = new Map<string, { start: Instant; end: Instant | null }>();
  for (const visit of run.visits) {
    real.set(visit.itemId, { start: real.get(visit.itemId)?.start ?? visit.from, end: visit.to });
  }
  return real;
};

const later = (a: Instant, b: Instant): Instant => instant(Math.max(a, b));

const notNegative = (length: Duration): Duration => duration(Math.max(0, length));

/** A start further away than this from the planned one is a rehearsal, a repetition or another day's date. */
const SAME_OCCASION: Duration = duration(12 * 3_600_000);

/** The planned start, unless the run began so far from it that comparing would say nothing. */
const comparableStart = (planned: Instant | null, started: Instant | null): Instant | null => {
  if (planned === null || started === null) return planned;
  return Math.abs(between(planned, started)) <= SAME_OCCASION ? planned : null;
};
