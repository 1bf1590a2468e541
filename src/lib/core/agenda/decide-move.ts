/** Going to another point, and putting the questions of the one the room is at. */
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import type { AgendaItem } from './plan.ts';
import { itemOf } from './plan.ts';
import { placeOf, questionIdAt } from './place.ts';
import type { Room } from './run.ts';
import type { RunDecision } from './run-decision.ts';

type PlannedRun = Pick<Room, 'plan' | 'run'>;

export const decideNext = ({ plan, run }: PlannedRun, context: DecisionContext): RunDecision => {
  const next = plan.items[placeOf(plan, run).index + 1];
  return next === undefined ? refused('run/no-next') : movedTo(next, context);
};

export const decideBack = ({ plan, run }: PlannedRun, context: DecisionContext): RunDecision => {
  const { index, current } = placeOf(plan, run);
  const previous = plan.items[current === null ? index : index - 1];
  return previous === undefined ? refused('run/no-previous') : movedTo(previous, context);
};

export const decideJump = (
  { plan, run }: PlannedRun,
  itemId: string,
  context: DecisionContext,
): RunDecision => {
  const item = itemOf(plan, itemId);
  if (item === undefined) return refused('run/unknown-item');
  return item === placeOf(plan, run).current ? refused('run/already-there') : movedTo(item, context);
};

const movedTo = ({ id }: AgendaItem, context: DecisionContext): RunDecision =>
  ok([newEvent('run/moved', { itemId: id, automatic: false }, context)]);

export const decidePutQuestion = (
  { plan, run }: PlannedRun,
  questionId: string,
  context: DecisionContext,
): RunDecision => {
  const { current } = placeOf(plan, run);
  if (current === null) return refused('run/unknown-item');
  if (!current.questions.some(({ id }) => id === questionId)) return refused('run/unknown-question');
  if (questionIdAt(current, run) === questionId) return refused('run/question-already-put');
  return ok([newEvent('run/question-put', { itemId: current.id, questionId }, context)]);
};
