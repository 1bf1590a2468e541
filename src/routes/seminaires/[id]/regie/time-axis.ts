/** The common time axis of the régie: from the first start to the last end, with marks at round times. */
import type { AgendaItem } from '#core/agenda/plan.ts';
import type { ItemTimes, RunProjection } from '#core/agenda/run.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';

export type TimeAxis = {
  readonly from: Instant;
  readonly to: Instant;
  /** Round times on it, a handful. */
  readonly marks: readonly Instant[];
};

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const STEPS = [15, 30, 60, 120, 240, 480, 1440].map((count) => count * MINUTE);
const MARKS_AT_MOST = 9;

/** From when to when a point stands on the axis: as it was, else as it is estimated, else as it is planned. */
export const stretchOf = (times: ItemTimes): { readonly from: Instant; readonly to: Instant } | null => {
  const from = times.real?.start ?? times.estimated?.start ?? times.planned?.start;
  const to = times.estimated?.end ?? times.real?.end ?? times.planned?.end;
  return from === undefined || to === undefined || to <= from ? null : { from, to };
};

/** The axis that holds every sitting and the present moment when it lies near; null when no sitting has times. */
export const timeAxisOf = (projections: readonly RunProjection[], now: Instant): TimeAxis | null => {
  const stretches = projections
    .flatMap((projection) => projection.items.map(stretchOf))
    .filter((stretch) => stretch !== null);
  const ends = projections.flatMap(({ plannedEnd }) => (plannedEnd === null ? [] : [plannedEnd]));
  if (stretches.length === 0) return null;
  const first = Math.min(...stretches.map(({ from }) => from));
  const last = Math.max(...stretches.map(({ to }) => to), ...ends);
  const near = now > first - HALF_HOUR && now < last + HALF_HOUR;
  const from = Math.min(first, near ? now : first);
  const to = Math.max(last, near ? now : last);
  const step = STEPS.find((length) => (to - from) / length <= MARKS_AT_MOST) ?? 1440 * MINUTE;
  const marks: Instant[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to && marks.length <= MARKS_AT_MOST; at += step) {
    marks.push(instant(at));
  }
  return { from: instant(from), to: instant(to), marks };
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

/** The points of a sitting as they stand on the axis. */
export const segmentsOf = (items: readonly AgendaItem[], projection: RunProjection): readonly Segment[] =>
  items.flatMap((item, index) => {
    const times = projection.items[index];
    const stretch = times ? stretchOf(times) : null;
    if (!times || stretch === null) return [];
    const kind = times.state === 'current' && times.remaining <= 0 ? 'over' : times.state;
    return [{ itemId: item.id, title: item.title, kind, protected: item.protected, ...stretch }];
  });
