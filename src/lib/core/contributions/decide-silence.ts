/** Opening, lengthening and revealing a silent writing; nothing reveals itself when its minutes are over. */
import type { Place } from '../agenda/place-in-plan.ts';
import { placeLeft } from '../agenda/place-in-plan.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { newEvent } from '../events/new-event.ts';
import { ok, refused } from '../result.ts';
import { minutes } from '../time/instant.ts';
import type { ContributionDecision, ContributionRoom } from './contribution-room.ts';

export type SilenceCommand = { readonly silenceId: string } & (
  | (Place & { readonly type: 'silence/open'; readonly minutes: number })
  | { readonly type: 'silence/extend'; readonly minutes: number }
  | { readonly type: 'silence/reveal' }
);

/** One at a time; revealing is possible whatever closed meanwhile, so that no words stay unseen for good. */
export function decideSilence(
  room: ContributionRoom,
  command: SilenceCommand,
  context: DecisionContext,
): ContributionDecision {
  const { silence, byId } = room.contributions;
  const { silenceId } = command;
  if (command.type === 'silence/open') {
    // What was written in an earlier silence of that name was revealed, and is not hidden again.
    if (silence?.id === silenceId || byId.values().some((it) => it.silenceId === silenceId)) return ok([]);
    if (room.seminarClosed) return refused('seminar/closed');
    if (silence && !silence.revealed) return refused('silence/going-on');
    const opened = { silenceId, ...placeLeft(room.plan, command), minutes: minutes(command.minutes) };
    return ok([newEvent('silence/opened', opened, context)]);
  }
  if (silence?.id !== silenceId) return refused('silence/unknown');
  if (command.type === 'silence/reveal')
    return ok(silence.revealed ? [] : [newEvent('silence/revealed', { silenceId }, context)]);
  if (silence.revealed) return refused('silence/unknown');
  if (room.seminarClosed) return refused('seminar/closed');
  return ok([newEvent('silence/extended', { silenceId, minutes: minutes(command.minutes) }, context)]);
}
