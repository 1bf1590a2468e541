/** One atelier as its log tells it: whose it is, and its plan. */
import { EMPTY_PLAN, revisedPlan } from '../agenda/plan.ts';
import type { Plan } from '../agenda/plan.ts';
import type { DomainEvent } from '../events/event-types.ts';

export type AtelierLog = { readonly seminarId: string; readonly plan: Plan };

/** The atelier after its events in order; null before `atelier/opened`. */
export function foldAtelier(log: AtelierLog | null, event: DomainEvent): AtelierLog | null {
  if (event.type === 'atelier/opened') return { seminarId: event.payload.seminarId, plan: EMPTY_PLAN };
  if (log === null || event.type !== 'plan/revised') return log;
  return { ...log, plan: revisedPlan(log.plan, event.payload.revision, event.payload.items) };
}
