/** What is decided over the run of one sitting. */
import type { RunCommand } from '#core/agenda/decide-run.ts';
import { decideRun } from '#core/agenda/decide-run.ts';
import type { StepGiven } from '#core/agenda/replay.ts';
import { replayRun } from '#core/agenda/replay.ts';
import { sittingStream } from '#core/events/envelope.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import { instant } from '#core/time/instant.ts';
import type { Decide } from './desk.ts';
import { roomOf } from './room.ts';

export type RunCommandHere = RunCommand & { readonly sittingId: string };
/** What a console gave while it was cut off. */
export type ReplayHere = {
  readonly type: 'run/replay';
  readonly sittingId: string;
  readonly expectedRunEvents: number;
  readonly steps: readonly StepGiven[];
};

export function runDecision(command: RunCommandHere, context: DecisionContext): Decide {
  return async (draft) => {
    const found = await roomOf(draft, command.sittingId);
    if (!found) return refused('seminar/unknown');
    const here = { ...context, now: instant(Math.max(context.now, found.lastAt)) };
    const decided = decideRun(found.room, command, here);
    return decided.ok ? ok([{ stream: sittingStream(command.sittingId), events: decided.value }]) : decided;
  };
}

/** All its steps at their own instants, or nothing: when anything else happened in the run, it went on without them. */
export function replayDecision(command: ReplayHere, context: DecisionContext): Decide {
  return async (draft) => {
    const found = await roomOf(draft, command.sittingId);
    if (!found) return refused('seminar/unknown');
    const { log, room } = found;
    if (command.expectedRunEvents !== room.run.eventCount) return refused('run/stale');
    const since = log.runEvents.at(-1)?.at ?? null;
    const replayed = replayRun(room, command.steps, { ...context, since });
    if (!replayed.ok) return refused(replayed.error.code);
    const { events } = replayed.value;
    return ok([{ stream: sittingStream(command.sittingId), events, keepInstants: true }]);
  };
}
