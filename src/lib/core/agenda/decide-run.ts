/** Decides what a run command makes happen, or why it cannot. One command writes one event, so that one undo takes it back whole. */
import type { NewDomainEvent, RedistributionReason } from '#core/events/event-types.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { minutes } from '#core/time/instant.ts';
import type { Plan } from './plan.ts';
import { itemOf } from './plan.ts';
import type { Run } from './run.ts';
import { allottedMinutesOf, placeOf, questionIdAt } from './run.ts';

/** What an animateur asks of the run; `expectedRunEvents` is the `eventCount` of the run they were looking at. */
export type RunCommand = (
  | {
      readonly type: 'run/start';
      readonly itemId?: string | undefined;
      readonly rehearsal?: boolean | undefined;
    }
  | { readonly type: 'run/correct-start'; readonly startedAt: Instant }
  | { readonly type: 'run/suspend' }
  | { readonly type: 'run/resume' }
  | { readonly type: 'run/next' }
  | { readonly type: 'run/back' }
  | { readonly type: 'run/jump'; readonly itemId: string }
  | {
      readonly type: 'run/extend';
      readonly minutes: number;
      /** The point; without it the room's point. */
      readonly itemId?: string | undefined;
      /** Said once it was shown that this leaves the protected synthesis less than its minutes. */
      readonly knowingly?: boolean | undefined;
    }
  | {
      readonly type: 'run/redistribute';
      readonly reason: RedistributionReason;
      /** The minutes each point has from now on: what was shown before it was applied. */
      readonly points: readonly { readonly itemId: string; readonly minutes: number }[];
    }
  | { readonly type: 'run/work-through'; readonly sharedTimeId: string }
  | { readonly type: 'run/postpone-synthesis'; readonly minutes: number }
  | { readonly type: 'run/archive' }
  | { readonly type: 'run/put-question'; readonly questionId: string }
  | { readonly type: 'run/finish' }
  | { readonly type: 'run/undo'; readonly target: string }
) & { readonly expectedRunEvents: number };

export type RunErrorCode =
  | 'run/stale'
  | 'run/empty-plan'
  | 'run/unknown-item'
  | 'run/already-started'
  | 'run/not-started'
  | 'run/finished'
  | 'run/already-suspended'
  | 'run/not-suspended'
  | 'run/no-next'
  | 'run/no-previous'
  | 'run/invalid-minutes'
  | 'run/too-short'
  | 'run/unknown-question'
  | 'run/question-already-put'
  | 'run/undo-not-last'
  | 'run/already-there'
  | 'run/impossible-start'
  | 'run/eats-synthesis'
  | 'run/below-floor'
  | 'run/protected'
  | 'run/no-shared-time'
  | 'run/no-synthesis';

type Decision = Result<readonly NewDomainEvent[], RunErrorCode>;

/** The most minutes one extension may add or take. */
const EXTENSION_LIMIT = 1440;

/** The event a run command writes, given the plan and the run as they are now, or the code of why not. */
export const decideRun = (
  { plan, run }: { readonly plan: Plan; readonly run: Run },
  command: RunCommand,
  context: DecisionContext,
): Decision => {
  if (command.expectedRunEvents !== run.eventCount) return refused('run/stale');
  if (command.type === 'run/start') return decideStart(plan, run, command.itemId, context);
  if (run.status === 'not-started') return refused('run/not-started');
  if (command.type === 'run/undo') {
    if (run.steps.at(-1)?.eventId !== command.target) return refused('run/undo-not-last');
    return ok([newEvent('run/undone', { target: command.target }, context)]);
  }
  if (run.status === 'finished') return refused('run/finished');
  switch (command.type) {
    case 'run/suspend':
      if (run.status === 'suspended') return refused('run/already-suspended');
      return ok([newEvent('run/suspended', {}, context)]);
    case 'run/resume':
      if (run.status !== 'suspended') return refused('run/not-suspended');
      return ok([newEvent('run/resumed', {}, context)]);
    case 'run/next':
      return decideNext(plan, run, context);
    case 'run/back':
      return decideBack(plan, run, context);
    case 'run/extend':
      return decideExtend(plan, run, command.minutes, context);
    case 'run/put-question':
      return decidePutQuestion(plan, run, command.questionId, context);
    case 'run/finish':
      return ok([newEvent('run/finished', {}, context)]);
  }
};

const decideStart = (
  plan: Plan,
  run: Run,
  itemId: string | undefined,
  context: DecisionContext,
): Decision => {
  if (run.status === 'finished') return refused('run/finished');
  if (run.status !== 'not-started') return refused('run/already-started');
  const first = plan.items[0];
  if (first === undefined) return refused('run/empty-plan');
  const item = itemId === undefined ? first : itemOf(plan, itemId);
  if (item === undefined) return refused('run/unknown-item');
  const payload = { runId: context.newId(), planRevision: plan.revision, itemId: item.id };
  return ok([newEvent('run/started', payload, context)]);
};

const decideNext = (plan: Plan, run: Run, context: DecisionContext): Decision => {
  const next = plan.items[placeOf(plan, run).index + 1];
  if (next === undefined) return refused('run/no-next');
  return ok([newEvent('run/moved', { itemId: next.id }, context)]);
};

const decideBack = (plan: Plan, run: Run, context: DecisionContext): Decision => {
  const { index, current } = placeOf(plan, run);
  const previous = plan.items[current === null ? index : index - 1];
  if (previous === undefined) return refused('run/no-previous');
  return ok([newEvent('run/moved', { itemId: previous.id }, context)]);
};

const decideExtend = (plan: Plan, run: Run, asked: number, context: DecisionContext): Decision => {
  if (!Number.isInteger(asked) || asked === 0 || Math.abs(asked) > EXTENSION_LIMIT) {
    return refused('run/invalid-minutes');
  }
  const { current } = placeOf(plan, run);
  if (current === null) return refused('run/unknown-item');
  if (allottedMinutesOf(current, run) + asked < 1) return refused('run/too-short');
  return ok([newEvent('run/extended', { itemId: current.id, minutes: minutes(asked) }, context)]);
};

const decidePutQuestion = (plan: Plan, run: Run, questionId: string, context: DecisionContext): Decision => {
  const { current } = placeOf(plan, run);
  if (current === null) return refused('run/unknown-item');
  if (!current.questions.some((question) => question.id === questionId))
    return refused('run/unknown-question');
  if (questionIdAt(current, run) === questionId) return refused('run/question-already-put');
  return ok([newEvent('run/question-put', { itemId: current.id, questionId }, context)]);
};
