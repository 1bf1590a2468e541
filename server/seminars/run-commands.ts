/** What is decided inside one sitting: its run, and what people say in it. */
import type { RunCommand } from '#core/agenda/decide-run.ts';
import { decideRun } from '#core/agenda/decide-run.ts';
import type { Run } from '#core/agenda/run.ts';
import type { ContributionCommand } from '#core/contributions/decide-contribution.ts';
import { decideContribution } from '#core/contributions/decide-contribution.ts';
import { sittingStream } from '#core/events/envelope.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import { instant } from '#core/time/instant.ts';
import type { Decide } from './desk.ts';
import { roomOf } from './room.ts';

export type RunCommandHere = RunCommand & { readonly sittingId: string };
export type ContributionCommandHere = ContributionCommand & { readonly sittingId: string };

export function decisionInSitting(
  command: RunCommandHere | ContributionCommandHere,
  context: DecisionContext,
): Decide {
  return async (draft) => {
    const found = await roomOf(draft, command.sittingId);
    if (!found) return refused('seminar/unknown');
    const { log, room, lastAt } = found;
    const here = { ...context, now: instant(Math.max(context.now, lastAt)) };
    const decided = isRunCommand(command)
      ? decideRun(room, command, here)
      : decideContribution(
          { contributions: log.contributions, plan: room.plan, runId: runGoingOn(room.run) },
          command,
          here,
        );
    return decided.ok ? ok([{ stream: sittingStream(command.sittingId), events: decided.value }]) : decided;
  };
}

const isRunCommand = (command: RunCommandHere | ContributionCommandHere): command is RunCommandHere =>
  command.type.startsWith('run/');

/** The run during which something is said now, or null. */
const runGoingOn = ({ status, runId }: Run): string | null =>
  status === 'running' || status === 'suspended' ? runId : null;
