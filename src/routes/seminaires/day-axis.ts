/** A day of the programme in one look: its shared times and the sittings laid around them, on one axis. */
import { dayIn } from '#core/agenda/days.ts';
import type { Plan } from '#core/agenda/plan.ts';
import { project } from '#core/agenda/project.ts';
import { runOf } from '#core/agenda/run.ts';
import type { Programme, SharedTime } from '#core/programme/programme.ts';
import { timesAround } from '#core/programme/programme.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';

const HOUR = 3_600_000;
/** A sitting without points is shown with this length. */
const UNPLANNED = HOUR;

export type PlannedSitting = {
  readonly sittingId: string;
  readonly atelierId: string;
  readonly title: string;
  readonly room: string;
  readonly start: Instant;
  readonly plan: Plan;
};

/** A stretch of the axis, both in percent of it. */
export type Stretch = { readonly from: number; readonly width: number };
export type AxisRow = {
  readonly sittingId: string;
  readonly title: string;
  readonly room: string;
  readonly start: Instant;
  readonly end: Instant;
  /** What is worked, shared times left out. */
  readonly stretches: readonly Stretch[];
};
export type AxisTime = { readonly time: SharedTime; readonly stretch: Stretch };
export type DayAxis = {
  readonly day: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Whole hours on it. */
  readonly hours: readonly { readonly at: Instant; readonly place: number }[];
  readonly times: readonly AxisTime[];
  readonly rows: readonly AxisRow[];
};

type LaidSitting = PlannedSitting & {
  readonly end: Instant;
  readonly around: readonly SharedTime[];
};

const laidOut = (sitting: PlannedSitting, programme: Programme): LaidSitting => {
  const { plan, start } = sitting;
  const around = timesAround(programme, sitting.atelierId);
  const times = project({ plan, run: runOf([]), plannedStart: start, sharedTimes: around }, start);
  const end = plan.items.length === 0 ? instant(start + UNPLANNED) : (times.plannedEnd ?? start);
  return { ...sitting, end, around };
};

/** What is left of a stretch of time without the shared times in it. */
export const worked = (
  start: Instant,
  end: Instant,
  around: readonly SharedTime[],
): readonly { readonly start: Instant; readonly end: Instant }[] => {
  const left = [];
  let from = start;
  for (const time of around.toSorted((one, other) => one.start - other.start)) {
    if (time.end <= from || time.start >= end) continue;
    if (time.start > from) left.push({ start: from, end: time.start });
    from = time.end;
  }
  if (from < end) left.push({ start: from, end });
  return left;
};

/** The axis of a day; null when nothing of it has a time. Sittings that begin together stand in the given order. */
export const dayAxisOf = (
  day: string,
  zone: string,
  programme: Programme,
  sittings: readonly PlannedSitting[],
): DayAxis | null => {
  const times = programme.times.filter(({ start }) => dayIn(zone, start) === day);
  const rows = sittings
    .filter(({ start }) => dayIn(zone, start) === day)
    .map((sitting) => laidOut(sitting, programme))
    .toSorted((one, other) => one.start - other.start);
  const all = [...times, ...rows];
  if (all.length === 0) return null;
  const from = Math.floor(Math.min(...all.map(({ start }) => start)) / HOUR) * HOUR;
  // What goes on overnight is cut at the end of its day.
  const last = Math.max(...all.filter(({ end }) => end - from <= 24 * HOUR).map(({ end }) => end), from);
  const to = Math.max(from + HOUR, Math.ceil(last / HOUR) * HOUR);
  const place = (at: number): number =>
    Math.round(((Math.min(to, Math.max(from, at)) - from) / (to - from)) * 10_000) / 100;
  const stretch = (start: number, end: number): Stretch => ({
    from: place(start),
    width: Math.max(0, place(end) - place(start)),
  });
  return {
    day,
    from: instant(from),
    to: instant(to),
    hours: Array.from({ length: (to - from) / HOUR + 1 }, (_, index) => {
      const at = instant(from + index * HOUR);
      return { at, place: place(at) };
    }),
    times: times.map((time) => ({ time, stretch: stretch(time.start, time.end) })),
    rows: rows.map(({ sittingId, title, room, start, end, around }) => ({
      sittingId,
      title,
      room,
      start,
      end,
      stretches: worked(start, end, around).map((it) => stretch(it.start, it.end)),
    })),
  };
};
