/** The common time axis of the régie: from the first start to the last end, with marks at round times. */
import type { AgendaItem } from '#core/agenda/plan.ts';
import type { ItemTimes, RunProjection } from '#core/agenda/run.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import { itemStart } from '#lib/ui/item-start.ts';

export type TimeAxis = {
  readonly from: Instant;
  readonly to: Instant;
  /** Round times on it, a handful. */
  readonly marks: readonly Instant[];
};

type Stretch = { readonly from: Instant; readonly to: Instant };

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** What is planned further away from what happens belongs to another day. */
const SAME_OCCASION = 12 * HOUR;
const STEPS = [15, 30, 60, 120, 240, 480, 1440].map((count) => count * MINUTE);
const MARKS_AT_MOST = 9;
/** A longer day is shown around the present moment, so that its points stay readable. */
const WINDOW = 6 * HOUR;
const WINDOW_BEFORE_NOW = 2 * HOUR;
/** How far beyond the rooms a shared time still concerns them, and how much of it is shown. */
const SHARED_NEAR = HALF_HOUR;
const SHARED_SHOWN = 20 * MINUTE;

/** From when to when a point stands on the axis: as it was or is estimated; as planned while nothing is run. */
export const stretchOf = (times: ItemTimes, status: RunProjection['status']): Stretch | null => {
  const { state, real, estimated, planned } = times;
  const from = itemStart(times, status);
  const to =
    state === 'ahead' ? (estimated ?? real ?? planned)?.end : (estimated?.end ?? real?.end ?? planned?.end);
  return from === null || to === undefined || to === null || to <= from ? null : { from, to };
};

const stretchesOf = ({ items, status }: RunProjection): readonly Stretch[] =>
  items.map((times) => stretchOf(times, status)).filter((stretch) => stretch !== null);

/**
 * The axis that holds what happens, with what is planned near it, the shared times beside it, and the present moment
 * when it lies near; while nothing happens, all that is planned. Null when no sitting has times.
 */
export const timeAxisOf = (
  projections: readonly RunProjection[],
  now: Instant,
  sharedTimes: readonly SharedTime[] = [],
  marksAtMost: number = MARKS_AT_MOST,
): TimeAxis | null => {
  const happening = projections.filter(({ status }) => status !== 'not-started').flatMap(stretchesOf);
  const planned = projections.filter(({ status }) => status === 'not-started').flatMap(stretchesOf);
  const begins = firstOf(happening) - SAME_OCCASION;
  const ends = lastOf(happening) + SAME_OCCASION;
  const near =
    happening.length === 0 ? planned : planned.filter(({ from, to }) => to > begins && from < ends);
  const stretches = [...happening, ...near];
  if (stretches.length === 0) return null;
  const rooms = { from: firstOf(stretches), to: lastOf(stretches) };
  const beside = sharedTimes.flatMap(({ start, end }) => {
    const concerns = start <= rooms.to + SHARED_NEAR && end >= rooms.from - SHARED_NEAR;
    if (!concerns) return [];
    return [
      Math.max(start, Math.min(end, rooms.from) - SHARED_SHOWN),
      Math.min(end, Math.max(start, rooms.to) + SHARED_SHOWN),
    ];
  });
  const first = Math.min(rooms.from, ...beside);
  const last = Math.max(rooms.to, ...beside);
  const present = now > first - HALF_HOUR && now < last + HALF_HOUR;
  const whole = present ? { from: Math.min(first, now), to: Math.max(last, now) } : { from: first, to: last };
  const { from, to } = present && whole.to - whole.from <= DAY ? windowAround(now, whole) : whole;
  return { from: instant(from), to: instant(to), marks: marksBetween(from, to, marksAtMost) };
};

const windowAround = (now: Instant, { from, to }: { readonly from: number; readonly to: number }) => {
  if (to - from <= WINDOW) return { from, to };
  const start = Math.min(Math.max(from, now - WINDOW_BEFORE_NOW), to - WINDOW);
  return { from: start, to: start + WINDOW };
};

const firstOf = (stretches: readonly Stretch[]): number => Math.min(...stretches.map(({ from }) => from));
const lastOf = (stretches: readonly Stretch[]): number => Math.max(...stretches.map(({ to }) => to));

const marksBetween = (from: number, to: number, atMost: number): readonly Instant[] => {
  const round = STEPS.find((length) => (to - from) / length <= atMost);
  const step = round ?? Math.ceil((to - from) / DAY / atMost) * DAY;
  const marks: Instant[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) marks.push(instant(at));
  return marks;
};

/** Where a moment stands on the axis, in percent; beyond its ends it stays at them. */
export const placeOn = (axis: TimeAxis, at: Instant): number =>
  axis.to === axis.from ? 0 : Math.min(100, Math.max(0, ((at - axis.from) / (axis.to - axis.from)) * 100));

export type Segment = {
  readonly itemId: string;
  readonly title: string;
  readonly kind: 'done' | 'current' | 'over' | 'ahead';
  readonly protected: boolean;
  readonly from: Instant;
  readonly to: Instant;
};

/** The points of a sitting as they stand on the axis; those of another day do not. */
export const segmentsOf = (
  items: readonly AgendaItem[],
  projection: RunProjection,
  axis: TimeAxis,
): readonly Segment[] =>
  items.flatMap((item, index) => {
    const times = projection.items[index];
    const stretch = times ? stretchOf(times, projection.status) : null;
    if (!times || stretch === null || stretch.to <= axis.from || stretch.from >= axis.to) return [];
    const kind = times.state === 'current' && times.remaining <= 0 ? 'over' : times.state;
    return [{ itemId: item.id, title: item.title, kind, protected: item.protected, ...stretch }];
  });

/** The shared times that stand on the axis, in order. */
export const sharedOn = (axis: TimeAxis, times: readonly SharedTime[]): readonly SharedTime[] =>
  times.filter(({ start, end }) => end > axis.from && start < axis.to);
