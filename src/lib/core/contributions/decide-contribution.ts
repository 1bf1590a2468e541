/** What becomes of a contribution or a support that someone sends. */
import type { Plan } from '../agenda/plan.ts';
import { itemOf } from '../agenda/plan.ts';
import type { NewDomainEvent } from '../events/event-types.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { newEvent } from '../events/new-event.ts';
import type { Result } from '../result.ts';
import { ok, refused } from '../result.ts';
import { cutToMinute } from '../time/instant.ts';
import type { ContributionKind } from './contribution.ts';
import type { Contributions } from './fold-contributions.ts';

export type ContributionCommand =
  | {
      readonly type: 'contribution/make';
      readonly contributionId: string;
      readonly itemId: string | null;
      readonly questionId: string | null;
      readonly kind: ContributionKind | null;
      readonly text: string;
      readonly unnamed: boolean;
    }
  | { readonly type: 'contribution/support'; readonly contributionId: string }
  | { readonly type: 'contribution/unsupport'; readonly contributionId: string };

export type ContributionErrorCode = 'contribution/unknown' | 'contribution/exists' | 'access/forbidden';

/**
 * Decides a contribution command. A point or question that the plan no longer has is let go, never the words. Said
 * without a name, the event has no actor and its moment is cut to the minute. A support that is already as asked for
 * writes nothing.
 */
export function decideContribution(
  state: { readonly contributions: Contributions; readonly plan: Plan; readonly runId: string | null },
  command: ContributionCommand,
  context: DecisionContext,
): Result<readonly NewDomainEvent[], ContributionErrorCode> {
  const { byId } = state.contributions;
  if (command.type === 'contribution/make') {
    const { contributionId, kind, text, unnamed } = command;
    if (byId.has(contributionId)) return refused('contribution/exists');
    const item = command.itemId === null ? undefined : itemOf(state.plan, command.itemId);
    const question = item?.questions.find(({ id }) => id === command.questionId);
    const said = unnamed ? { ...context, actor: null, now: cutToMinute(context.now) } : context;
    const payload = {
      contributionId,
      itemId: item?.id ?? null,
      questionId: question?.id ?? null,
      kind,
      text,
      unnamed,
      runId: state.runId,
    };
    return ok([newEvent('contribution/made', payload, said)]);
  }

  const contribution = byId.get(command.contributionId);
  if (!contribution) return refused('contribution/unknown');
  if (context.actor === null) return refused('access/forbidden');
  const supported = contribution.supporters.includes(context.actor);
  const payload = { contributionId: contribution.id };
  if (command.type === 'contribution/support') {
    return ok(supported ? [] : [newEvent('contribution/supported', payload, context)]);
  }
  return ok(supported ? [newEvent('contribution/unsupported', payload, context)] : []);
}
