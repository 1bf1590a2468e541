/** What a contribution is about, and which place is proposed for it when nothing is being run. */
import type { Plan } from '#core/agenda/plan.ts';
import type { Run, RunProjection } from '#core/agenda/run.ts';
import type { Instant } from '#core/time/instant.ts';

/** A point and one of its questions; a point as a whole when `questionId` is null, the atelier when both are. */
export type Place = { readonly itemId: string | null; readonly questionId: string | null };

export const WHOLE_ATELIER: Place = { itemId: null, questionId: null };

export const samePlace = (one: Place, other: Place): boolean =>
  one.itemId === other.itemId && one.questionId === other.questionId;

/** After this time nobody is still at the last point, and the whole atelier is read again from its first. */
const LATE_MS = 6 * 60 * 60 * 1000;

/**
 * The current point and question, or those the room was at last; before any run those planned for `now` or, for
 * some hours, the last; else the first.
 */
export const proposedPlace = (
  plan: Plan,
  run: Pick<Run, 'visits' | 'questionPut'>,
  projection: RunProjection,
  now: Instant,
): Place => {
  if (projection.currentItemId !== null) {
    return { itemId: projection.currentItemId, questionId: projection.currentQuestionId };
  }
  const left = leftPlace(plan, run);
  if (left !== null) return left;
  const times = projection.items;
  const index = times.findIndex(({ planned }) => planned !== null && now < planned.end);
  const end = projection.plannedEnd;
  const justOver = end !== null && end <= now && now < end + LATE_MS;
  const nearest = index >= 0 ? index : justOver ? times.length - 1 : 0;
  const item = plan.items[nearest];
  return item === undefined ? WHOLE_ATELIER : { itemId: item.id, questionId: item.questions[0]?.id ?? null };
};

/** Where the room was last, as far as the plan still knows it; null when it was nowhere. */
const leftPlace = (
  plan: Plan,
  { visits, questionPut }: Pick<Run, 'visits' | 'questionPut'>,
): Place | null => {
  const visit = visits.findLast(({ itemId }) => plan.items.some((it) => it.id === itemId));
  const item = plan.items.find((it) => it.id === visit?.itemId);
  if (item === undefined) return null;
  const put = item.questions.find((it) => it.id === questionPut[item.id]) ?? item.questions[0];
  return { itemId: item.id, questionId: put?.id ?? null };
};

/** The place as the plan still knows it: without a question or point that was taken out. */
export const knownPlace = (plan: Plan, { itemId, questionId }: Place): Place => {
  const item = plan.items.find((it) => it.id === itemId);
  if (item === undefined) return WHOLE_ATELIER;
  return {
    itemId: item.id,
    questionId: item.questions.some((it) => it.id === questionId) ? questionId : null,
  };
};
