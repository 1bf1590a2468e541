import type { DomainEvent } from '../events/event-types.ts';
import type { Contribution } from './contribution.ts';

/** The contributions of a sitting in the order they were made. */
export type Contributions = { readonly byId: ReadonlyMap<string, Contribution> };

export const NO_CONTRIBUTIONS: Contributions = { byId: new Map() };

/** The contributions after one more event; events of other kinds change nothing. */
export function foldContributions(contributions: Contributions, event: DomainEvent): Contributions {
  switch (event.type) {
    case 'contribution/made': {
      const { contributionId, itemId, questionId, kind, text, unnamed, runId } = event.payload;
      if (contributions.byId.has(contributionId)) return contributions;
      const made: Contribution = {
        id: contributionId,
        seq: event.seq,
        itemId,
        questionId,
        kind,
        text,
        author: event.actor,
        unnamed,
        at: event.at,
        runId,
        supporters: [],
      };
      return withContribution(contributions, made);
    }
    case 'contribution/supported': {
      const supported = contributions.byId.get(event.payload.contributionId);
      if (!supported || event.actor === null || supported.supporters.includes(event.actor))
        return contributions;
      return withContribution(contributions, {
        ...supported,
        supporters: [...supported.supporters, event.actor],
      });
    }
    case 'contribution/unsupported': {
      const supported = contributions.byId.get(event.payload.contributionId);
      if (!supported) return contributions;
      const supporters = supported.supporters.filter((person) => person !== event.actor);
      return withContribution(contributions, { ...supported, supporters });
    }
    default:
      return contributions;
  }
}

const withContribution = (contributions: Contributions, contribution: Contribution): Contributions => ({
  byId: new Map(contributions.byId).set(contribution.id, contribution),
});
