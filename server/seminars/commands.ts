/** Every command over an existing séminaire: which right it asks for, and what is decided. */
import type { Action, Resource } from '#core/access/may.ts';
import { grantFor } from '#core/access/may.ts';
import type { RunCommand } from '#core/agenda/decide-run.ts';
import { decideRun } from '#core/agenda/decide-run.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import { EMPTY_PLAN } from '#core/agenda/plan.ts';
import { runOf } from '#core/agenda/run.ts';
import type { ContributionCommand } from '#core/contributions/decide-contribution.ts';
import { decideContribution } from '#core/contributions/decide-contribution.ts';
import { atelierStream, seminarStream, sittingStream } from '#core/events/envelope.ts';
import type { SeminarDescription } from '#core/events/event-types.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import { atelierEvents, ATELIERS_PER_SEMINAR } from './atelier-events.ts';
import type { NewAtelier } from './atelier-events.ts';
import type { ActingAs, Answered, Decide, Desk } from './desk.ts';
import type { Streams } from './streams.ts';
import type { Clock, Ids } from './surroundings.port.ts';

export type RunCommandHere = RunCommand & { readonly sittingId: string };
export type ContributionCommandHere = ContributionCommand & { readonly sittingId: string };
export type PreparationCommand =
  | {
      readonly type: 'seminar/describe';
      readonly seminarId: string;
      readonly description: SeminarDescription;
    }
  | ({ readonly type: 'atelier/add'; readonly seminarId: string } & NewAtelier)
  | { readonly type: 'atelier/rename'; readonly atelierId: string; readonly title: string }
  | {
      readonly type: 'sitting/place';
      readonly sittingId: string;
      readonly room: string;
      readonly start: Instant | null;
    }
  | {
      readonly type: 'plan/revise';
      readonly atelierId: string;
      readonly expectedRevision: number;
      readonly items: readonly AgendaItem[];
    };
export type SeminarCommand = RunCommandHere | ContributionCommandHere | PreparationCommand;

export type Commands = {
  /** Checks the right, decides, writes; resolves once on disk. */
  readonly execute: (by: ActingAs, commandId: string, command: SeminarCommand) => Promise<Answered>;
};

type Place = { readonly seminarId: string; readonly sittingIds: readonly string[] };

export function createCommands(
  desk: Desk,
  streams: Streams,
  clock: Clock,
  ids: Ids,
  issueAccess: (seminarId: string, sittingId: string) => Promise<void>,
): Commands {
  /** Where the command takes place, or null when there is no such place. */
  async function placeOf(command: SeminarCommand): Promise<Place | null> {
    if ('sittingId' in command && command.type !== 'atelier/add') {
      const { state } = await streams.sitting(command.sittingId);
      return state && { seminarId: state.seminarId, sittingIds: [command.sittingId] };
    }
    if ('seminarId' in command) {
      const { state } = await streams.seminar(command.seminarId);
      return state && { seminarId: command.seminarId, sittingIds: [] };
    }
    const atelier = (await streams.atelier(command.atelierId)).state;
    const seminar = atelier && (await streams.seminar(atelier.seminarId)).state;
    if (!atelier || !seminar) return null;
    const sittings = seminar.sittings.filter((sitting) => sitting.atelierId === command.atelierId);
    return { seminarId: atelier.seminarId, sittingIds: sittings.map((sitting) => sitting.id) };
  }

  return {
    async execute(by, commandId, command) {
      const place = await placeOf(command);
      if (!place) return refused('seminar/unknown');
      const resource: Resource = place;
      const grant = grantFor(by.actor, actionOf(command), resource, by.as, by.by);
      if (!grant) return refused('access/forbidden');
      const context: DecisionContext = { now: clock.now(), actor: grant.personId, newId: ids.newId };
      const answered = await desk.submit(place.seminarId, commandId, decisionOf(command, context));
      if (answered.ok && command.type === 'atelier/add')
        await issueAccess(command.seminarId, command.sittingId);
      return answered;
    },
  };
}

function actionOf(command: SeminarCommand): Action {
  if (command.type.startsWith('run/')) return 'run/command';
  if (command.type.startsWith('contribution/')) return 'contribution/make';
  if (command.type === 'plan/revise' || command.type === 'sitting/place') return 'sitting/prepare';
  return 'seminar/prepare';
}

function decisionOf(command: SeminarCommand, context: DecisionContext): Decide {
  switch (command.type) {
    case 'seminar/describe':
      return () => {
        const described = newEvent('seminar/described', { description: command.description }, context);
        return Promise.resolve(ok([{ stream: seminarStream(command.seminarId), events: [described] }]));
      };
    case 'atelier/add':
      return async (draft) => {
        const { state } = await draft.seminar(command.seminarId);
        if (!state) return refused('seminar/unknown');
        if (state.ateliers.length >= ATELIERS_PER_SEMINAR) return refused('seminar/too-many-ateliers');
        if ((await draft.atelier(command.atelierId)).seq > 0) return refused('seminar/exists');
        if ((await draft.sitting(command.sittingId)).seq > 0) return refused('seminar/exists');
        return ok(atelierEvents(command.seminarId, command, context));
      };
    case 'atelier/rename':
      return async (draft) => {
        const { state } = await draft.atelier(command.atelierId);
        if (!state) return refused('seminar/unknown');
        const { atelierId, title } = command;
        const renamed = newEvent('seminar/atelier-renamed', { atelierId, title }, context);
        return ok([{ stream: seminarStream(state.seminarId), events: [renamed] }]);
      };
    case 'sitting/place':
      return async (draft) => {
        const { state } = await draft.sitting(command.sittingId);
        if (!state) return refused('seminar/unknown');
        const { sittingId, room, start } = command;
        const placed = newEvent('seminar/sitting-placed', { sittingId, room, start }, context);
        return ok([{ stream: seminarStream(state.seminarId), events: [placed] }]);
      };
    case 'plan/revise':
      return async (draft) => {
        const { state } = await draft.atelier(command.atelierId);
        if (!state) return refused('seminar/unknown');
        if (state.plan.revision !== command.expectedRevision) return refused('agenda/stale-revision');
        const payload = { revision: state.plan.revision + 1, items: command.items };
        const revised = newEvent('plan/revised', payload, context);
        return ok([{ stream: atelierStream(command.atelierId), events: [revised] }]);
      };
    default:
      return decisionInSitting(command, context);
  }
}

function decisionInSitting(
  command: RunCommandHere | ContributionCommandHere,
  context: DecisionContext,
): Decide {
  return async (draft) => {
    const { state: sitting, lastAt } = await draft.sitting(command.sittingId);
    if (!sitting) return refused('seminar/unknown');
    const plan = (await draft.atelier(sitting.atelierId)).state?.plan ?? EMPTY_PLAN;
    const here = { ...context, now: instant(Math.max(context.now, lastAt)) };
    const decided = isRunCommand(command)
      ? decideRun({ plan, run: runOf(sitting.runEvents) }, command, here)
      : decideContribution({ contributions: sitting.contributions, plan }, command, here);
    return decided.ok ? ok([{ stream: sittingStream(command.sittingId), events: decided.value }]) : decided;
  };
}

const isRunCommand = (command: RunCommandHere | ContributionCommandHere): command is RunCommandHere =>
  command.type.startsWith('run/');
