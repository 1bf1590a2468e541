/** Ending an atelier or the whole séminaire, and taking that back. What is already so is not written twice. */
import { seminarStream, sittingStream } from '#core/events/envelope.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import type { Decide, Decided } from './desk.ts';
import { roomOf } from './room.ts';

export type ClosingCommand =
  | { readonly type: 'sitting/close' | 'sitting/reopen'; readonly sittingId: string }
  | { readonly type: 'seminar/close' | 'seminar/reopen'; readonly seminarId: string };

export function closingDecision(command: ClosingCommand, context: DecisionContext): Decide {
  return async (draft) => {
    if ('seminarId' in command) {
      const { seminarId, type } = command;
      const seminar = (await draft.seminar(seminarId)).state;
      if (!seminar) return refused('seminar/unknown');
      const closes = type === 'seminar/close';
      if (seminar.closed === closes) return ok([]);
      const event = newEvent(closes ? 'seminar/closed' : 'seminar/reopened', {}, context);
      const decided: Decided[] = [{ stream: seminarStream(seminarId), events: [event] }];
      // Its ateliers are over with it, so that earlier words go; taken back, they stay so until someone reopens one.
      for (const { id } of closes ? seminar.sittings : [])
        if ((await draft.sitting(id)).state?.closed === false)
          decided.push({ stream: sittingStream(id), events: [newEvent('sitting/closed', {}, context)] });
      return ok(decided);
    }
    const { sittingId, type } = command;
    const found = await roomOf(draft, sittingId);
    if (!found) return refused('seminar/unknown');
    const closes = type === 'sitting/close';
    if (found.log.closed === closes) return ok([]);
    const event = newEvent(closes ? 'sitting/closed' : 'sitting/reopened', {}, context);
    return ok([{ stream: sittingStream(sittingId), events: [event] }]);
  };
}
