/** Where in a plan something that is said belongs: a point, and one of its questions. */
import type { Plan } from './plan.ts';
import { itemOf } from './plan.ts';

export type Place = { readonly itemId: string | null; readonly questionId: string | null };

/** The place as far as the plan still has it. */
export function placeLeft(plan: Plan, { itemId, questionId }: Place): Place {
  const item = itemId === null ? undefined : itemOf(plan, itemId);
  const question = item?.questions.find(({ id }) => id === questionId);
  return { itemId: item?.id ?? null, questionId: question?.id ?? null };
}
