/** Where the room stands in the plan as it is now, and what it has for its points. */
import type { Minutes } from '#core/time/instant.ts';
import { minutes } from '#core/time/instant.ts';
import type { AgendaItem, Plan } from './plan.ts';
import type { Room, Run } from './run.ts';

/** Where the room stands in the present plan: the position it is at or went on from, −1 before all of them. */
type Place = { readonly index: number; readonly current: AgendaItem | null };

/**
 * The room's place in the plan as it is now. When its point was taken out of the plan, the place is that of
 * the last visited point that is still there, and nothing is current; a run that does not go on has no current.
 */
export const placeOf = (plan: Plan, run: Run): Place => {
  const positions = new Map(plan.items.map((item, index) => [item.id, index]));
  const last = run.visits.at(-1);
  const lastKept = run.visits.findLast((visit) => positions.has(visit.itemId));
  const index = lastKept === undefined ? -1 : (positions.get(lastKept.itemId) ?? -1);
  return {
    index,
    current: last !== undefined && last.to === null && last === lastKept ? (plan.items[index] ?? null) : null,
  };
};

const ownOf = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/**
 * The minutes the room has for a point: what a redistribution gave it, unless the plan's minutes of the point changed
 * since, else the planned ones; extensions added, never under one minute.
 */
export const allottedMinutesOf = (item: AgendaItem, { plan, run }: Pick<Room, 'plan' | 'run'>): Minutes => {
  const override = ownOf(run.overrides, item.id);
  const holds = override !== undefined && (ownOf(plan.minutesRevised, item.id) ?? 0) <= override.planRevision;
  const base = holds ? override.minutes : item.plannedMinutes;
  return minutes(Math.max(Math.min(base, 1), base + (ownOf(run.extensions, item.id) ?? 0)));
};

/** The question the point stands at: the one last put if the plan still has it, else its first; null without any. */
export const questionIdAt = (item: AgendaItem, run: Run): string | null => {
  const put = ownOf(run.questionPut, item.id);
  return (item.questions.find((question) => question.id === put) ?? item.questions[0])?.id ?? null;
};
