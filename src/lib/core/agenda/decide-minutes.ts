/** Giving minutes to points and taking them, and leaving the synthesis waiting. */
import type { RedistributionReason } from '#core/events/sitting-events.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import { after, durationOf, minutes } from '#core/time/instant.ts';
import type { Instant, Minutes } from '#core/time/instant.ts';
import type { AgendaItem } from './plan.ts';
import { floorOf, itemOf, PLAN_LIMITS } from './plan.ts';
import { allottedMinutesOf } from './place.ts';
import { project } from './project.ts';
import type { ItemTimes, Room } from './run.ts';
import type { RunDecision, RunErrorCode } from './run-decision.ts';

/** The most minutes one extension may add or take. */
const EXTENSION_LIMIT = 1440;
/** The most minutes a synthesis can be left waiting at once. */
const POSTPONEMENT_LIMIT = 120;
const MINUTE = 60_000;

type Extension = {
  readonly minutes: number;
  readonly itemId?: string | undefined;
  readonly knowingly?: boolean | undefined;
};

export const decideExtend = (room: Room, asked: Extension, context: DecisionContext): RunDecision => {
  const by = asked.minutes;
  if (!Number.isInteger(by) || by === 0 || Math.abs(by) > EXTENSION_LIMIT) {
    return refused('run/invalid-minutes');
  }
  const { items, currentItemId } = project(room, context.now);
  const itemId = asked.itemId ?? currentItemId;
  const item = itemId === null ? undefined : itemOf(room.plan, itemId);
  if (item === undefined || items.some((it) => it.itemId === itemId && it.state === 'done')) {
    return refused('run/unknown-item');
  }
  if (allottedMinutesOf(item, room) + by < 1) return refused('run/too-short');
  if (asked.knowingly !== true && eatsSynthesis(room, item.id, by, context.now)) {
    return refused('run/eats-synthesis');
  }
  return ok([newEvent('run/extended', { itemId: item.id, minutes: minutes(by) }, context)]);
};

/** Whether these minutes more make the protected synthesis start too late to keep its own. */
const eatsSynthesis = (room: Room, itemId: string, by: number, now: Instant): boolean => {
  const { run } = room;
  const before = project(room, now).synthesis;
  if (by < 0 || before === null || before.itemId === itemId) return false;
  const extension = (Object.hasOwn(run.extensions, itemId) ? (run.extensions[itemId] ?? 0) : 0) + by;
  const extensions = { ...run.extensions, [itemId]: minutes(extension) };
  const extended = project({ ...room, run: { ...run, extensions } }, now).synthesis;
  if (extended === null || extended.estimatedStart === before.estimatedStart) return false;
  return extended.estimatedStart > extended.startBy;
};

type Redistributed = {
  readonly reason: RedistributionReason;
  readonly points: readonly { readonly itemId: string; readonly minutes: number }[];
};

/** The points whose minutes change are written; a point named as it is stays free to be extended and replanned. */
export const decideRedistribute = (
  room: Room,
  asked: Redistributed,
  context: DecisionContext,
): RunDecision => {
  const { items } = project(room, context.now);
  const points: { itemId: string; minutes: Minutes }[] = [];
  let taken = 0;
  for (const { itemId, minutes: wanted } of asked.points) {
    const item = itemOf(room.plan, itemId);
    const times = items.find((it) => it.itemId === itemId);
    if (item === undefined || times === undefined || times.state === 'done')
      return refused('run/unknown-item');
    const now = allottedMinutesOf(item, room);
    if (wanted === now) continue;
    const wrong = whyNot(item, now, wanted, times);
    if (wrong !== null) return refused(wrong);
    points.push({ itemId, minutes: minutes(wanted) });
    taken += now - wanted;
  }
  if (points.length === 0) return refused('run/invalid-minutes');
  const payload = { reason: asked.reason, points, taken: minutes(taken), planRevision: room.plan.revision };
  return ok([newEvent('run/redistributed', payload, context)]);
};

const whyNot = (item: AgendaItem, now: number, wanted: number, { spent }: ItemTimes): RunErrorCode | null => {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > Math.max(now, PLAN_LIMITS.itemMinutes))
    return 'run/invalid-minutes';
  if (item.protected) return 'run/protected';
  // What was shown was right a moment ago: the minute that has begun since is not held against it.
  const least = Math.max(floorOf(item), Math.floor(spent / MINUTE));
  return wanted < Math.min(now, least) ? 'run/below-floor' : null;
};

export const decidePostponeSynthesis = (room: Room, asked: number, context: DecisionContext): RunDecision => {
  if (!Number.isInteger(asked) || asked < 1 || asked > POSTPONEMENT_LIMIT)
    return refused('run/invalid-minutes');
  const { synthesis } = project(room, context.now);
  if (synthesis === null) return refused('run/no-synthesis');
  const until = after(context.now, durationOf(minutes(asked)));
  return ok([newEvent('run/synthesis-postponed', { itemId: synthesis.itemId, until }, context)]);
};
