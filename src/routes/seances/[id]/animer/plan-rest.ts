/** The points still to come, as they are changed while the room works: what is done or under way stays. */
import type { AgendaItem, Plan } from '#core/agenda/plan.ts';
import type { RunProjection } from '#core/agenda/run.ts';

const MINUTE = 60_000;

/** A point's minutes in the plan, and those that count now. */
export type InForce = { readonly planned: number; readonly inForce: number };

/** The points that are ahead of the room: all of them before a start. */
export const pointsAhead = (plan: Plan, { items }: Pick<RunProjection, 'items'>): readonly AgendaItem[] =>
  plan.items.filter((_, index) => items[index]?.state === 'ahead');

/** The minutes of the points ahead that were changed while the room works, where they are not the plan's. */
export const minutesInForce = (
  plan: Plan,
  { items }: Pick<RunProjection, 'items'>,
): ReadonlyMap<string, InForce> =>
  new Map(
    plan.items.flatMap(({ id, plannedMinutes }, index): readonly [string, InForce][] => {
      const times = items[index];
      if (times?.state !== 'ahead') return [];
      const inForce = times.allotted / MINUTE;
      return inForce === plannedMinutes ? [] : [[id, { planned: plannedMinutes, inForce }]];
    }),
  );

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
