/** The column of the plan: the points, and between them the shared times where they fall. */
import type { AgendaItem } from '#core/agenda/plan.ts';
import type { ItemTimes, RunProjection } from '#core/agenda/run.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import type { Instant } from '#core/time/instant.ts';
import { itemStart } from '#lib/ui/item-start.ts';

export type PlanLine =
  | { readonly type: 'point'; readonly item: AgendaItem; readonly index: number; readonly times: ItemTimes }
  | { readonly type: 'shared'; readonly time: SharedTime };

/** What begins so much later is another day's. */
const SAME_DAY_MS = 6 * 60 * 60 * 1000;

/**
 * Every point in the plan's order, with the shared times that fall between the room's first point and its last, and
 * the first one after it: what the room must be ready for. Without times there are points only.
 */
export function planLines(
  items: readonly AgendaItem[],
  projection: Pick<RunProjection, 'items' | 'status'>,
  sharedTimes: readonly SharedTime[],
): readonly PlanLine[] {
  const lines: PlanLine[] = [];
  const starts = items.map((_, index) => {
    const times = projection.items[index];
    return times === undefined ? null : itemStart(times, projection.status);
  });
  const first = earliest(starts);
  if (first === null) return items.flatMap((item, index) => pointLine(item, index, projection));
  let waiting = sharedTimes.filter(({ end }) => end > first);
  items.forEach((item, index) => {
    const start = starts[index] ?? null;
    if (start !== null && index > 0) {
      const before = waiting.filter((time) => time.start <= start);
      lines.push(...before.map((time) => ({ type: 'shared', time }) as const));
      waiting = waiting.filter((time) => time.start > start);
    }
    lines.push(...pointLine(item, index, projection));
  });
  const last = lastEnd(projection.items);
  // Those that begin while the last point lasts still belong to the room, and the one after it is what it works towards.
  const during = last === null ? [] : waiting.filter((time) => time.start < last);
  const next = waiting.find((time) => !during.includes(time));
  const isNear = next !== undefined && last !== null && next.start - last < SAME_DAY_MS;
  const after = isNear ? [...during, next] : during;
  return [...lines, ...after.map((time) => ({ type: 'shared', time }) as const)];
}

const pointLine = (
  item: AgendaItem,
  index: number,
  projection: Pick<RunProjection, 'items'>,
): readonly PlanLine[] => {
  const times = projection.items[index];
  return times === undefined ? [] : [{ type: 'point', item, index, times }];
};

const earliest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce(
    (least, moment) => (moment !== null && (least === null || moment < least) ? moment : least),
    null,
  );

const lastEnd = (items: readonly ItemTimes[]): Instant | null => {
  const times = items.at(-1);
  return times?.estimated?.end ?? times?.real?.end ?? times?.planned?.end ?? null;
};
