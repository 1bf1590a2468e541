/** One sitting as its log tells it: its run and its contributions. */
import type { RunEvent } from '../agenda/run.ts';
import { isRunEvent } from '../events/event-types.ts';
import type { DomainEvent } from '../events/event-types.ts';
import type { Contribution } from '../contributions/contribution.ts';
import { foldContributions, NO_CONTRIBUTIONS } from '../contributions/fold-contributions.ts';
import type { Contributions } from '../contributions/fold-contributions.ts';

export type SittingLog = {
  readonly seminarId: string;
  readonly atelierId: string;
  readonly runEvents: readonly RunEvent[];
  readonly contributions: Contributions;
};

/** The sitting after its events in order; null before `sitting/opened`. */
export function foldSitting(log: SittingLog | null, event: DomainEvent): SittingLog | null {
  if (event.type === 'sitting/opened') {
    const { seminarId, atelierId } = event.payload;
    return { seminarId, atelierId, runEvents: [], contributions: NO_CONTRIBUTIONS };
  }
  if (log === null) return null;
  if (isRunEvent(event)) return { ...log, runEvents: [...log.runEvents, event] };
  return { ...log, contributions: foldContributions(log.contributions, event) };
}

export const contributionsOf = (log: SittingLog): readonly Contribution[] => [
  ...log.contributions.byId.values(),
];
