/** Decides what a run command makes happen, or why it cannot. One command writes one event, so that one undo takes it back whole. */
import type { RedistributionReason } from '#core/events/sitting-events.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { decideBack, decideJump, decideNext, decidePutQuestion } from './decide-move.ts';
import { decideExtend, decidePostponeSynthesis, decideRedistribute } from './decide-minutes.ts';
import { decideCorrectStart, decideStart } from './decide-start.ts';
import { interruptionAt } from './interruptions.ts';
import type { Room } from './run.ts';
import type { RunDecision } from './run-decision.ts';

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

/** The event a run command writes, given the room as it is now, or the code of why not. */
export const decideRun = (room: Room, command: RunCommand, context: DecisionContext): RunDecision => {
  const { run } = room;
  if (command.expectedRunEvents !== run.eventCount) return refused('run/stale');
  if (command.type === 'run/start') return decideStart(room, command, context);
  if (command.type === 'run/undo' && run.steps.length > 0) {
    if (run.steps.at(-1)?.eventId !== command.target) return refused('run/undo-not-last');
    return ok([newEvent('run/undone', { target: command.target }, context)]);
  }
  if (run.status === 'not-started') return refused('run/not-started');
  if (command.type === 'run/archive') return ok([newEvent('run/archived', {}, context)]);
  if (run.status === 'finished') return refused('run/finished');
  switch (command.type) {
    case 'run/correct-start':
      return decideCorrectStart(run, command.startedAt, context);
    case 'run/suspend':
      if (run.status === 'suspended') return refused('run/already-suspended');
      return ok([newEvent('run/suspended', { alarmId: null }, context)]);
    case 'run/resume':
      if (run.status !== 'suspended') return refused('run/not-suspended');
      return ok([newEvent('run/resumed', {}, context)]);
    case 'run/next':
      return decideNext(room, context);
    case 'run/back':
      return decideBack(room, context);
    case 'run/jump':
      return decideJump(room, command.itemId, context);
    case 'run/extend':
      return decideExtend(room, command, context);
    case 'run/redistribute':
      return decideRedistribute(room, command, context);
    case 'run/work-through':
      if (interruptionAt(room, context.now)?.id !== command.sharedTimeId)
        return refused('run/no-shared-time');
      return ok([newEvent('run/worked-through', { sharedTimeId: command.sharedTimeId }, context)]);
    case 'run/postpone-synthesis':
      return decidePostponeSynthesis(room, command.minutes, context);
    case 'run/put-question':
      return decidePutQuestion(room, command.questionId, context);
    case 'run/finish':
      return ok([newEvent('run/finished', {}, context)]);
    case 'run/undo':
      return refused('run/undo-not-last');
  }
};
