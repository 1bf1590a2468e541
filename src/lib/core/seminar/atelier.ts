/** One atelier as its log tells it: whose it is, its plan, and where its synthesis stands. */
import { EMPTY_PLAN, revisedPlan } from '../agenda/plan.ts';
import type { Plan } from '../agenda/plan.ts';
import type { DomainEvent } from '../events/event-types.ts';
import type { SynthesisStanding } from '../synthesis/synthesis-standing.ts';
import { foldSynthesis, NEW_SYNTHESIS } from '../synthesis/synthesis-standing.ts';

export type AtelierLog = {
  readonly seminarId: string;
  readonly plan: Plan;
  readonly synthesis: SynthesisStanding;
};

/** The atelier after its events in order; null before `atelier/opened`. */
export function foldAtelier(log: AtelierLog | null, event: DomainEvent): AtelierLog | null {
  if (event.type === 'atelier/opened')
    return { seminarId: event.payload.seminarId, plan: EMPTY_PLAN, synthesis: NEW_SYNTHESIS };
  if (log === null) return null;
  if (event.type === 'plan/revised')
    return { ...log, plan: revisedPlan(log.plan, event.payload.revision, event.payload.items) };
  const synthesis = foldSynthesis(log.synthesis, event);
  return synthesis === log.synthesis ? log : { ...log, synthesis };
}
