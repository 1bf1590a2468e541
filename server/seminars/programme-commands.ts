/** What is decided over the programme that all rooms share. */
import { runOf } from '#core/agenda/run.ts';
import { seminarStream } from '#core/events/envelope.ts';
import type { NewDomainEvent } from '#core/events/event-types.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import { startAlong } from '#core/programme/start-along.ts';
import { ok, refused } from '#core/result.ts';
import type { Decide } from './desk.ts';
import type { Draft } from './streams.ts';

export type ProgrammeCommand = { readonly seminarId: string; readonly expectedRevision: number } & (
  | {
      readonly type: 'programme/revise';
      readonly times: readonly SharedTime[];
      readonly speakers: Readonly<Record<string, string>>;
    }
  /** Takes the last change back. */
  | { readonly type: 'programme/restore' }
);

export function programmeDecision(command: ProgrammeCommand, context: DecisionContext): Decide {
  return async (draft) => {
    const { state } = await draft.seminar(command.seminarId);
    if (!state) return refused('seminar/unknown');
    const { programme, programmeBefore, ateliers } = state;
    if (programme.revision !== command.expectedRevision) return refused('programme/stale-revision');
    const wanted = command.type === 'programme/revise' ? command : programmeBefore;
    if (!wanted) return refused('programme/nothing-to-restore');
    const plenaries = new Set(ateliers.filter(({ plenary }) => plenary).map(({ id }) => id));
    if (wanted.times.some(({ atelierId }) => atelierId !== null && !plenaries.has(atelierId)))
      return refused('seminar/unknown');
    const { times } = wanted;
    const ids = new Set(times.map(({ id }) => id));
    const speakers = Object.fromEntries(
      Object.entries(wanted.speakers).filter(([id, names]) => ids.has(id) && names !== ''),
    );
    const payload = { revision: programme.revision + 1, times, speakers };
    const revised = newEvent('programme/revised', payload, context);
    const placed: NewDomainEvent[] = [];
    for (const { id, atelierId, room, start, label } of state.sittings) {
      const along = startAlong(programme.times, times, { atelierId, start });
      if (along === start || (await hasStarted(draft, id))) continue;
      placed.push(newEvent('seminar/sitting-placed', { sittingId: id, room, start: along, label }, context));
    }
    return ok([{ stream: seminarStream(command.seminarId), events: [revised, ...placed] }]);
  };
}

const hasStarted = async (draft: Draft, sittingId: string): Promise<boolean> => {
  const { state } = await draft.sitting(sittingId);
  return state !== null && runOf(state.runEvents).status !== 'not-started';
};
