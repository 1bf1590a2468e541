/** Lays points whose times of day are told side by side with those whose lengths are: minutes and starts for all. */
import { clockAfter, hourAndMinute } from './clock-times.ts';
import type { Clock } from './clock-times.ts';
import type { AgendaWarning } from './parsed-agenda.ts';
import { DEFAULT_ITEM_MINUTES, LONG_ITEM_MINUTES } from './parsed-agenda.ts';

/** A point as it was written; times of day count in minutes from midnight. */
export type WrittenTime = {
  readonly line: number;
  readonly minutes: number | undefined;
  readonly clock: {
    readonly begins: number;
    readonly ends: number | null;
    readonly mayBeAfternoon: boolean;
  } | null;
};

/** By point its minutes, and its start where one is known. */
export type SettledTimes = {
  readonly times: readonly { readonly minutes: number; readonly start?: string }[];
  readonly warnings: readonly AgendaWarning[];
  /** The minutes between points that no point fills. */
  readonly gaps: number;
};

const LONGEST_MINUTES = 24 * 60;

const inOrder = (written: readonly WrittenTime[]): (Clock | null)[] => {
  let last = 0;
  return written.map(({ clock }) => {
    if (clock === null) return null;
    const later = clockAfter(clock, last);
    last = later.begins;
    return later;
  });
};

/** Settles minutes and starts; a written end of all (« 17h Fin ») ends the last point. */
export const settleTimes = (
  written: readonly WrittenTime[],
  endOfAll: number | null = null,
): SettledTimes => {
  const clocks = inOrder(written);
  const warnings: AgendaWarning[] = [];
  const times: { minutes: number; start?: string }[] = [];
  let gaps = 0;
  const warn = (code: AgendaWarning['code'], line: number, minutes?: number): void =>
    void warnings.push({ code, line, ...(minutes === undefined ? {} : { minutes }) });

  /** The points from one told start up to the next, or those before the first. */
  const settleRun = (from: number, to: number, next: number | null): void => {
    const clock = clocks[from] ?? null;
    const run = written.slice(from, to);
    const fixed = run.map((point, at): number | undefined => {
      if (at > 0 || clock === null || clock.ends === null) return point.minutes;
      const length = clock.ends - clock.begins;
      if (length < 1 || length > LONGEST_MINUTES) {
        warn('agenda/clock-goes-back', point.line);
        return point.minutes;
      }
      if (point.minutes !== undefined && point.minutes !== length)
        warn('agenda/duration-contradicts-clock', point.line, point.minutes);
      return length;
    });
    const room = clock === null || next === null ? null : next - clock.begins;
    const [own] = fixed;
    const [head] = run;
    // Between two told starts a single point's length is told as well.
    if (room !== null && room > 0 && run.length === 1 && clock?.ends === null && head && own !== undefined) {
      if (own > room) {
        warn('agenda/duration-contradicts-clock', head.line, own);
        fixed[0] = room;
      }
    }
    const open = fixed.flatMap((length, at) => (length === undefined ? [at] : []));
    const [first] = open;
    const taker = open.length === 1 || (first === 0 && clock !== null) ? first : undefined;
    const others = fixed.reduce<number>(
      (sum, length, at) => sum + (at === taker ? 0 : (length ?? DEFAULT_ITEM_MINUTES)),
      0,
    );
    const left = room === null || taker === undefined ? 0 : room - others;
    let cursor = clock?.begins ?? null;
    run.forEach((point, at) => {
      const taken = at === taker && left > 0 && left <= LONGEST_MINUTES ? left : undefined;
      const told = fixed[at] ?? taken;
      if (told === undefined) warn('agenda/no-duration', point.line);
      else if (told > LONG_ITEM_MINUTES) warn('agenda/long-item', point.line);
      const minutes = told ?? DEFAULT_ITEM_MINUTES;
      times.push({ minutes, ...(cursor === null ? {} : { start: hourAndMinute(cursor) }) });
      if (cursor !== null) cursor += minutes;
    });
    const after = written[to]?.line ?? written.at(-1)?.line;
    if (cursor === null || clock === null || next === null || after === undefined) return;
    if (next < clock.begins) warn('agenda/clock-goes-back', after);
    else if (cursor > next) warn('agenda/overlap', after, cursor - next);
    else if (cursor < next && to < written.length) {
      warn('agenda/gap', after, next - cursor);
      gaps += next - cursor;
    }
  };

  let from = 0;
  while (from < written.length) {
    let to = from + 1;
    while (to < written.length && (clocks[to] ?? null) === null) to += 1;
    settleRun(from, to, to < written.length ? (clocks[to]?.begins ?? null) : endOfAll);
    from = to;
  }
  return { times, warnings, gaps };
};
