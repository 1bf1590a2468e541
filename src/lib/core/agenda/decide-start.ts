/** Starting a run, and saying afterwards when it really began. */
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import type { Duration, Instant } from '#core/time/instant.ts';
import { between, duration } from '#core/time/instant.ts';
import type { AgendaItem, BaselinePoint } from './plan.ts';
import { itemOf } from './plan.ts';
import type { Room, Run } from './run.ts';
import { latestStartOf } from './run-draft.ts';
import type { RunDecision } from './run-decision.ts';

type Asked = { readonly itemId?: string | undefined; readonly rehearsal?: boolean | undefined };

export const decideStart = ({ plan, run }: Room, asked: Asked, context: DecisionContext): RunDecision => {
  if (run.status === 'finished') return refused('run/finished');
  if (run.status !== 'not-started') return refused('run/already-started');
  const first = plan.items[0];
  if (first === undefined) return refused('run/empty-plan');
  const item = asked.itemId === undefined ? first : itemOf(plan, asked.itemId);
  if (item === undefined) return refused('run/unknown-item');
  const payload = {
    runId: context.newId(),
    planRevision: plan.revision,
    itemId: item.id,
    rehearsal: asked.rehearsal ?? false,
    baseline: plan.items.map(baselinePoint),
  };
  return ok([newEvent('run/started', payload, context)]);
};

const baselinePoint = ({ id, title, kind, plannedMinutes }: AgendaItem): BaselinePoint => ({
  itemId: id,
  title,
  kind,
  minutes: plannedMinutes,
});

/** How far back a start can be corrected at once. */
const LONGEST_CORRECTION: Duration = duration(24 * 3_600_000);

export const decideCorrectStart = (run: Run, startedAt: Instant, context: DecisionContext): RunDecision => {
  const latest = Math.min(context.now, latestStartOf(run, context.now));
  const possible =
    run.startedAt !== null && startedAt <= latest && between(startedAt, run.startedAt) <= LONGEST_CORRECTION;
  return possible
    ? ok([newEvent('run/start-corrected', { startedAt }, context)])
    : refused('run/impossible-start');
};
