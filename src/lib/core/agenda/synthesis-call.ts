import type { Duration, Instant } from '#core/time/instant.ts';
import { between, duration } from '#core/time/instant.ts';
import { latestStart } from './laid-from.ts';
import type { Plan } from './plan.ts';
import type { ItemTimes, Run, SynthesisCall } from './run.ts';
import type { Stretch } from './stretches.ts';
import { coveredBetween } from './stretches.ts';

type Times = {
  readonly plan: Plan;
  readonly run: Run;
  readonly items: readonly ItemTimes[];
  readonly deadline: Instant | null;
  readonly interruptions: readonly Stretch[];
  readonly moment: Instant;
};

const COMING: Duration = duration(10 * 60_000);

/** The call of the first protected synthesis ahead, or null when none is or nothing limits it. */
export const synthesisCallOf = ({
  plan,
  run,
  items,
  deadline,
  interruptions,
  moment,
}: Times): SynthesisCall | null => {
  const syntheses = new Set(
    plan.items.filter((item) => item.protected && item.kind === 'synthesis').map(({ id }) => id),
  );
  const ahead = items.find(({ itemId, state }) => state === 'ahead' && syntheses.has(itemId));
  if (ahead === undefined || ahead.estimated === null || deadline === null) return null;
  const { itemId } = ahead;
  const needed = duration(Math.max(0, ahead.remaining));
  const startBy = latestStart(deadline, needed, interruptions);
  const estimatedStart = ahead.estimated.start;
  const untilDeadline = between(moment, deadline) - coveredBetween(moment, deadline, interruptions);
  const postponedUntil = Object.hasOwn(run.postponed, itemId) ? run.postponed[itemId] : undefined;

  const stateNow = (): SynthesisCall['state'] => {
    if (postponedUntil !== undefined && moment < postponedUntil) return 'postponed';
    if (moment > startBy) return 'late';
    return between(moment, estimatedStart) <= COMING ? 'coming' : 'ahead';
  };

  return {
    itemId,
    estimatedStart,
    startBy,
    state: stateNow(),
    left: duration(Math.min(needed, Math.max(0, untilDeadline))),
  };
};
