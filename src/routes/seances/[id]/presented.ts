/** What a plenary presents: which point presents which synthesis. */
import type { AgendaItem, Plan } from '#core/agenda/plan.ts';

/** What the plan calls the synthesis of an atelier; '' where no point presents it. */
export const presentedTitle = ({ items }: Pick<Plan, 'items'>, atelierId: string): string =>
  items.find(({ restitutes }) => restitutes === atelierId)?.title ?? '';

type Presented = { readonly atelierId: string; readonly title: string };

/** The syntheses of a plan, each once, in its order. */
export function presentedIn({ items }: Pick<Plan, 'items'>): readonly Presented[] {
  const found = items.flatMap(({ restitutes, title }) =>
    restitutes === null ? [] : [{ atelierId: restitutes, title }],
  );
  return found.filter((it, at) => found.findIndex(({ atelierId }) => atelierId === it.atelierId) === at);
}

/** What the plenary's point presents; null where it presents nothing, and where the room is at none. */
export const presentedNow = (
  items: readonly Pick<AgendaItem, 'id' | 'restitutes'>[],
  currentItemId: string | null,
): string | null => items.find(({ id }) => id === currentItemId)?.restitutes ?? null;
