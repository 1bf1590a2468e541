/** The points still to come, as they are changed while the room works: what is done or under way stays. */
import type { AgendaItem, Plan } from '#core/agenda/plan.ts';
import type { RunProjection } from '#core/agenda/run.ts';

/** The points that are ahead of the room: all of them before a start. */
export const pointsAhead = (plan: Plan, { items }: Pick<RunProjection, 'items'>): readonly AgendaItem[] =>
  plan.items.filter((_, index) => items[index]?.state === 'ahead');

/**
 * The plan's points once those ahead are `rest`. The room may have moved on meanwhile: what is under way or done by
 * now stays as the plan has it, whatever was changed of it.
 */
export const withRest = (
  plan: Plan,
  projection: Pick<RunProjection, 'items'>,
  rest: readonly AgendaItem[],
): readonly AgendaItem[] => {
  const held = plan.items.filter((_, index) => projection.items[index]?.state !== 'ahead');
  const heldIds = new Set(held.map(({ id }) => id));
  return [...held, ...rest.filter(({ id }) => !heldIds.has(id))];
};
