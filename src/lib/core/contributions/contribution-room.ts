/** What decisions about contributions are made on, and how they find in it what they are about. */
import type { Plan } from '../agenda/plan.ts';
import type { NewDomainEvent } from '../events/event-types.ts';
import type { Refused, Result } from '../result.ts';
import { refused } from '../result.ts';
import type { Contribution } from './contribution.ts';
import type { Contributions } from './fold-contributions.ts';
import { isUnrevealed } from './who-sees.ts';

export type ContributionRoom = {
  readonly contributions: Contributions;
  readonly plan: Plan;
  /** The run that goes on, or null. */
  readonly runId: string | null;
  readonly seminarClosed: boolean;
  /** The atelier's synthesis is validated: authors put their words at no other point any more. */
  readonly synthesisValidated: boolean;
  /** Whom a person is on the lists: they and their second device count as one. */
  readonly onLists: (personId: string) => string;
  /** Whether the séminaire knows the person, so that words can be theirs. */
  readonly knows: (personId: string) => boolean;
  /** SHA-256 (hex) of the key that came with the command; null when none came. */
  readonly keyHash: string | null;
  /** What may stand beside words without a name, if their author wishes it: nulls where there are too few people. */
  readonly beside: { readonly function: string | null; readonly town: string | null };
};

export type ContributionErrorCode =
  | 'contribution/unknown'
  | 'contribution/exists'
  | 'contribution/withdrawn'
  | 'contribution/hidden'
  | 'contribution/wrong-key'
  | 'contribution/too-many-pinned'
  | 'group/unknown'
  | 'group/exists'
  | 'group/too-many'
  | 'silence/unknown'
  | 'silence/going-on'
  | 'dots/unknown'
  | 'dots/over-budget'
  | 'dots/going-on'
  | 'person/unknown'
  | 'run/unknown-item'
  | 'run/unknown-question'
  | 'seminar/closed'
  | 'synthesis/validated'
  | 'access/forbidden';

export type ContributionDecision = Result<readonly NewDomainEvent[], ContributionErrorCode>;

/** What the room sees or those who sort: for everyone but its author, words of a silence are not there yet. */
export function foundByOthers(
  { contributions }: ContributionRoom,
  contributionId: string,
): Contribution | undefined {
  const found = contributions.byId.get(contributionId);
  return found && isUnrevealed(contributions, found) ? undefined : found;
}

/** Why someone who sorts cannot show it; null when they can. */
export const notShowable = (found: Contribution | undefined): Refused<ContributionErrorCode> | null => {
  if (!found) return refused('contribution/unknown');
  if (found.withdrawn) return refused('contribution/withdrawn');
  return found.hidden === null ? null : refused('contribution/hidden');
};
