/** What is decided while a séminaire is prepared: its ateliers, their sittings and plans. */
import type { AgendaItem, Plan } from '#core/agenda/plan.ts';
import { revisedPlan } from '#core/agenda/plan.ts';
import type { Room } from '#core/agenda/run.ts';
import { atelierStream, seminarStream, sittingStream } from '#core/events/envelope.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import type { NewAtelier, NewSitting } from './atelier-events.ts';
import {
  atelierEvents,
  ATELIERS_PER_SEMINAR,
  sittingEvents,
  SITTINGS_PER_SEMINAR,
} from './atelier-events.ts';
import type { Decide } from './desk.ts';
import { roomOf } from './room.ts';

type PlanRevision = { readonly expectedRevision: number; readonly items: readonly AgendaItem[] };

export type PreparationCommand =
  | {
      readonly type: 'seminar/describe';
      readonly seminarId: string;
      readonly description: SeminarDescription;
    }
  | {
      readonly type: 'seminar/set-warnings';
      readonly seminarId: string;
      readonly minutes: readonly number[];
    }
  | ({ readonly type: 'atelier/add'; readonly seminarId: string } & NewAtelier)
  | { readonly type: 'atelier/rename'; readonly atelierId: string; readonly title: string }
  | {
      readonly type: 'sittings/add';
      readonly atelierId: string;
      readonly sittings: readonly NewSitting[];
    }
  | ({ readonly type: 'sitting/place' } & NewSitting)
  | { readonly type: 'sitting/remove'; readonly sittingId: string }
  | ({ readonly type: 'sitting/revise-plan'; readonly sittingId: string } & PlanRevision)
  | { readonly type: 'sitting/share-plan'; readonly sittingId: string }
  | ({ readonly type: 'plan/revise'; readonly atelierId: string } & PlanRevision);

export function preparationDecision(command: PreparationCommand, context: DecisionContext): Decide {
  switch (command.type) {
    case 'seminar/describe':
      return () => {
        const described = newEvent('seminar/described', { description: command.description }, context);
        return Promise.resolve(ok([{ stream: seminarStream(command.seminarId), events: [described] }]));
      };
    case 'seminar/set-warnings':
      return () => {
        const set = newEvent('seminar/warnings-set', { minutes: command.minutes }, context);
        return Promise.resolve(ok([{ stream: seminarStream(command.seminarId), events: [set] }]));
      };
    case 'atelier/add':
      return async (draft) => {
        const { state } = await draft.seminar(command.seminarId);
        if (!state) return refused('seminar/unknown');
        if (state.ateliers.length >= ATELIERS_PER_SEMINAR) return refused('seminar/too-many-ateliers');
        if (state.sittings.length >= SITTINGS_PER_SEMINAR) return refused('seminar/too-many-sittings');
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
    case 'plan/revise':
      return async (draft) => {
        const { state } = await draft.atelier(command.atelierId);
        const seminar = state && (await draft.seminar(state.seminarId)).state;
        if (!state || !seminar) return refused('seminar/unknown');
        if (state.plan.revision !== command.expectedRevision) return refused('agenda/stale-revision');
        const rooms: Room[] = [];
        for (const { id } of seminar.sittings.filter(({ atelierId }) => atelierId === command.atelierId)) {
          const found = await roomOf(draft, id);
          if (found) rooms.push(found.room);
        }
        const payload = { revision: nextRevision(state.plan, rooms), items: command.items };
        const revised = newEvent('plan/revised', payload, context);
        return ok([{ stream: atelierStream(command.atelierId), events: [revised] }]);
      };
    default:
      return sittingDecision(command, context);
  }
}

type SittingCommand = Extract<PreparationCommand, { type: `sitting/${string}` | 'sittings/add' }>;

function sittingDecision(command: SittingCommand, context: DecisionContext): Decide {
  switch (command.type) {
    case 'sittings/add':
      return async (draft) => {
        const seminarId = (await draft.atelier(command.atelierId)).state?.seminarId;
        const seminar = seminarId === undefined ? null : (await draft.seminar(seminarId)).state;
        if (seminarId === undefined || !seminar) return refused('seminar/unknown');
        if (seminar.sittings.length + command.sittings.length > SITTINGS_PER_SEMINAR)
          return refused('seminar/too-many-sittings');
        for (const { sittingId } of command.sittings)
          if ((await draft.sitting(sittingId)).seq > 0) return refused('seminar/exists');
        return ok(sittingEvents(seminarId, command.atelierId, command.sittings, context));
      };
    case 'sitting/place':
      return async (draft) => {
        const found = await roomOf(draft, command.sittingId);
        if (!found) return refused('seminar/unknown');
        const { sittingId, room, start, label } = command;
        const placed = newEvent('seminar/sitting-placed', { sittingId, room, start, label }, context);
        return ok([{ stream: seminarStream(found.seminarId), events: [placed] }]);
      };
    case 'sitting/remove':
      return async (draft) => {
        const found = await roomOf(draft, command.sittingId);
        const seminar = found && (await draft.seminar(found.seminarId)).state;
        if (!found || !seminar) return refused('seminar/unknown');
        const { sittingId } = command;
        if (isInUse(found.log, seminar, sittingId)) return refused('sitting/in-use');
        const ofAtelier = seminar.sittings.filter(({ atelierId }) => atelierId === found.log.atelierId);
        if (ofAtelier.length === 1) return refused('seminar/last-sitting');
        const removed = newEvent('seminar/sitting-removed', { sittingId }, context);
        return ok([{ stream: seminarStream(found.seminarId), events: [removed] }]);
      };
    case 'sitting/revise-plan':
      return async (draft) => {
        const found = await roomOf(draft, command.sittingId);
        if (!found) return refused('seminar/unknown');
        const before = found.room.plan;
        if (before.revision !== command.expectedRevision) return refused('agenda/stale-revision');
        const payload = revisedPlan(before, nextRevision(before, [found.room]), command.items);
        const revised = newEvent('sitting/plan-revised', payload, context);
        return ok([{ stream: sittingStream(command.sittingId), events: [revised] }]);
      };
    case 'sitting/share-plan':
      return async (draft) => {
        const found = await roomOf(draft, command.sittingId);
        if (!found) return refused('seminar/unknown');
        if (found.log.ownPlan === null) return ok([]);
        const shared = newEvent('sitting/plan-shared', {}, context);
        return ok([{ stream: sittingStream(command.sittingId), events: [shared] }]);
      };
  }
}

/**
 * Later than any revision that a redistribution in these rooms counts from: a sitting that had a plan of its own may
 * have counted further than the plan it follows now.
 */
const nextRevision = (plan: Plan, rooms: readonly Room[]): number =>
  1 +
  Math.max(
    plan.revision,
    ...rooms.flatMap(({ run }) => Object.values(run.overrides).map(({ planRevision }) => planRevision)),
  );

/** Someone came, spoke or pressed start: what they did there stays. */
const isInUse = (log: SittingLog, seminar: Seminar, sittingId: string): boolean =>
  log.runEvents.length > 0 ||
  log.contributions.byId.size > 0 ||
  (seminar.attendance[sittingId]?.length ?? 0) > 0;
