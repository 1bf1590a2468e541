/** What a contribution is about, and which place is proposed for it when nothing is being run. */
import type { AgendaItem, Plan } from '#core/agenda/plan.ts';
import type { Run, RunProjection } from '#core/agenda/run.ts';
import type { Instant } from '#core/time/instant.ts';

/** A point and one of its questions; a point as a whole when `questionId` is null, the atelier when both are. */
export type Place = { readonly itemId: string | null; readonly questionId: string | null };

export const WHOLE_ATELIER: Place = { itemId: null, questionId: null };

export const samePlace = (one: Place, other: Place): boolean =>
  one.itemId === other.itemId && one.questionId === other.questionId;

/** After this time nobody is still at the last point, and the whole atelier is read again from its first. */
const LATE_MS = 6 * 60 * 60 * 1000;

/** Where the room is: its point, a pause too, and the question put there; else what is proposed. */
export const roomPlace = (projection: RunProjection, proposed: Place): Place =>
  projection.currentItemId === null
    ? proposed
    : { itemId: projection.currentItemId, questionId: projection.currentQuestionId };

/**
 * The current point and question, or those the room was at last; before any run those planned for `now` or, for
 * some hours, the last; else the first. In a pause of the plan the point before it, or the one after when none is.
 */
export const proposedPlace = (
  plan: Plan,
  run: Pick<Run, 'visits' | 'questionPut'>,
  projection: RunProjection,
  now: Instant,
): Place => {
  const current = plan.items.find(({ id }) => id === projection.currentItemId);
  if (current !== undefined && !isPause(current)) {
    return { itemId: current.id, questionId: projection.currentQuestionId };
  }
  const left = leftPlace(plan, run);
  if (left !== null) return left;
  const times = projection.items;
  const index = times.findIndex(({ planned }) => planned !== null && now < planned.end);
  const end = projection.plannedEnd;
  const justOver = end !== null && end <= now && now < end + LATE_MS;
  const nearest = index >= 0 ? index : justOver ? times.length - 1 : 0;
  const item = aboutSomething(plan, current === undefined ? nearest : plan.items.indexOf(current));
  return item === undefined ? WHOLE_ATELIER : { itemId: item.id, questionId: item.questions[0]?.id ?? null };
};

const isPause = ({ kind }: Pick<AgendaItem, 'kind'>): boolean => kind === 'break';

/** The point at this place in the plan; for a pause the nearest before it, else the nearest after. */
const aboutSomething = ({ items }: Plan, index: number): AgendaItem | undefined =>
  items.slice(0, index + 1).findLast((it) => !isPause(it)) ?? items.slice(index).find((it) => !isPause(it));

/** Where the room was last, as far as the plan still knows it; null when it was nowhere. */
const leftPlace = (
  plan: Plan,
  { visits, questionPut }: Pick<Run, 'visits' | 'questionPut'>,
): Place | null => {
  const visit = visits.findLast(({ itemId }) => plan.items.some((it) => it.id === itemId && !isPause(it)));
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
