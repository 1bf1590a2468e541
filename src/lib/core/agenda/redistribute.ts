/** Time won back, given or taken: how the minutes of the remaining points could change, shown before it is applied. */
import type { Duration, Instant, Minutes } from '#core/time/instant.ts';
import { minutes } from '#core/time/instant.ts';
import type { AgendaItem } from './plan.ts';
import { floorOf, itemOf, PLAN_LIMITS } from './plan.ts';
import { project } from './project.ts';
import type { ItemTimes, Room, RunProjection } from './run.ts';

/** A remaining point before and after; `locked` says why it stays as it is. */
export type RedistributedPoint = {
  readonly itemId: string;
  readonly before: Minutes;
  readonly after: Minutes;
  readonly locked: 'protected' | 'at-floor' | null;
};

export type Redistribution = {
  /** The room's point and those ahead, in the plan's order; none unless the run goes on. */
  readonly points: readonly RedistributedPoint[];
  /** What was asked to be won (positive) or given (negative), in minutes. */
  readonly asked: Minutes;
  /** What it wins (or, negative, gives). */
  readonly won: Minutes;
  /** asked − won: what cannot be won back. */
  readonly missing: Minutes;
};

const MINUTE = 60_000;

/** A point whose minutes could change: what it has now, and the least that it can have. */
type Remaining = {
  readonly item: AgendaItem;
  readonly state: ItemTimes['state'];
  readonly before: number;
  readonly least: number;
};

/**
 * How so many minutes could be taken from the remaining points, or with a negative number given to one of them: taken
 * in proportion to what each has above its floor, never from protected points; given to the room's point or the next
 * discussion.
 */
export const redistribution = (room: Room, now: Instant, askedMinutes: number): Redistribution => {
  const remaining = remainingOf(room, project(room, now));
  const changes = askedMinutes > 0 ? taken(remaining, askedMinutes) : given(remaining, -askedMinutes);
  const points = remaining.map(({ item, before, least }): RedistributedPoint => {
    const change = changes.get(item.id) ?? 0;
    const lockedAtFloor = before <= least && change === 0 ? 'at-floor' : null;
    return {
      itemId: item.id,
      before: minutes(before),
      after: minutes(before + change),
      locked: item.protected ? 'protected' : lockedAtFloor,
    };
  });
  const won = points.reduce((sum, { before, after }) => sum + before - after, 0);
  return { points, asked: minutes(askedMinutes), won: minutes(won), missing: minutes(askedMinutes - won) };
};

/** « Rattraper »: how the minutes that the room is late could be won back; null when it is not late. */
export const catchUp = (room: Room, now: Instant): Redistribution | null => {
  const { drift, estimatedEnd } = project(room, now);
  if (drift === null || estimatedEnd === null || drift < MINUTE) return null;
  return redistribution(room, now, Math.floor(drift / MINUTE));
};

/** The least a point can be left with: its floor, and not less than it has already had. */
export const leastMinutesOf = (item: AgendaItem, spent: Duration): number =>
  Math.max(floorOf(item), Math.ceil(spent / MINUTE));

const remainingOf = ({ plan }: Room, { items, estimatedEnd }: RunProjection): readonly Remaining[] =>
  estimatedEnd === null
    ? []
    : items.flatMap(({ itemId, state, allotted, spent }) => {
        const item = itemOf(plan, itemId);
        if (item === undefined || state === 'done') return [];
        return { item, state, before: allotted / MINUTE, least: leastMinutesOf(item, spent) };
      });

/** What changes by point when minutes are taken: whole minutes, the largest remainders first, then the order. */
const taken = (remaining: readonly Remaining[], asked: number): ReadonlyMap<string, number> => {
  const flexible = remaining
    .filter(({ item, before, least }) => !item.protected && before > least)
    .map(({ item, before, least }) => ({ id: item.id, spare: before - least }));
  const spare = flexible.reduce((sum, point) => sum + point.spare, 0);
  const won = Math.min(asked, spare);
  const shares = flexible.map((point) => {
    const rest = (won * point.spare) % spare;
    return { id: point.id, whole: (won * point.spare - rest) / spare, rest };
  });
  const over = won - shares.reduce((sum, { whole }) => sum + whole, 0);
  const rounded = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, over)
      .map(({ id }) => id),
  );
  return new Map(shares.map(({ id, whole }) => [id, -(whole + (rounded.has(id) ? 1 : 0))]));
};

/** What changes by point when minutes are given: one point has them all. */
const given = (remaining: readonly Remaining[], asked: number): ReadonlyMap<string, number> => {
  const open = remaining.filter(({ item, before }) => !item.protected && before < PLAN_LIMITS.itemMinutes);
  const target =
    open.find(({ state }) => state === 'current') ??
    open.find(({ item }) => item.kind === 'discussion') ??
    open[0];
  if (target === undefined) return new Map();
  return new Map([[target.item.id, Math.min(asked, PLAN_LIMITS.itemMinutes - target.before)]]);
};
