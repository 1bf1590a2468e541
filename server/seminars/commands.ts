/** Every command over an existing séminaire: which right it asks for, and who decides it. */
import type { Action, Resource } from '#core/access/may.ts';
import { grantFor } from '#core/access/may.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { refused } from '#core/result.ts';
import type { ClosingCommand } from './closing-commands.ts';
import { closingDecision } from './closing-commands.ts';
import type { ContributionCommandHere } from './contribution-commands.ts';
import { contributionDecision, contributionRight, isContributionCommand } from './contribution-commands.ts';
import type { ActingAs, Answered, Decide, Desk } from './desk.ts';
import type { PeopleDirectory } from './people-directory.ts';
import type { PreparationCommand } from './preparation-commands.ts';
import { preparationDecision } from './preparation-commands.ts';
import type { ProgrammeCommand } from './programme-commands.ts';
import { programmeDecision } from './programme-commands.ts';
import type { RegieCommand } from './regie-commands.ts';
import { regieDecision } from './regie-commands.ts';
import type { RoomCommandHere } from './room-commands.ts';
import { isFromList, isRoomCommand, roomDecision, roomRight } from './room-commands.ts';
import { roomOf } from './room.ts';
import type { ReplayHere, RunCommandHere } from './run-commands.ts';
import { replayDecision, runDecision } from './run-commands.ts';
import type { Streams } from './streams.ts';
import type { Clock, Ids } from './surroundings.port.ts';
import type { RestitutionCommandHere, SynthesisCommandHere, SynthesisParts } from './synthesis-commands.ts';
import {
  isRestitutionCommand,
  isSynthesisCommand,
  restitutionDecision,
  restitutionPlace,
  synthesisDecision,
  synthesisRight,
} from './synthesis-commands.ts';

export type SeminarCommand =
  | RunCommandHere
  | ReplayHere
  | ContributionCommandHere
  | RoomCommandHere
  | ClosingCommand
  | PreparationCommand
  | ProgrammeCommand
  | RegieCommand
  | SynthesisCommandHere
  | RestitutionCommandHere;

export type Commands = {
  /** Checks the right, decides, writes; resolves once on disk. */
  readonly execute: (by: ActingAs, commandId: string, command: SeminarCommand) => Promise<Answered>;
};

export type CommandsParts = SynthesisParts & {
  readonly desk: Desk;
  readonly streams: Streams;
  readonly people: Pick<PeopleDirectory, 'directory'>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Makes the links and the code of a sitting, those it does not have yet. */
  readonly issueAccess: (seminarId: string, sittingId: string) => Promise<void>;
  /** Writes what was due in a room by now: a command is decided over the run as it is. */
  readonly catchUp: (sittingId: string) => Promise<void>;
  /** Takes their right to take part in the sitting from every device of someone who is taken off its list. */
  readonly letGo: (sittingId: string, personId: string) => Promise<void>;
  /** Resolves once those who have a shared text open may do there what was decided. */
  readonly textsSettled: () => Promise<void>;
  /** Nobody writes in the synthesis until the answer is called. */
  readonly holdSynthesis: (atelierId: string) => Promise<() => Promise<void>>;
};

export function createCommands(parts: CommandsParts): Commands {
  const { desk, streams, clock, ids, issueAccess, catchUp, letGo } = parts;

  /** Where the command takes place, or null when there is no such place. */
  async function placeOf(command: SeminarCommand): Promise<Resource | null> {
    if ('seminarId' in command) {
      const { state } = await streams.seminar(command.seminarId);
      return state && { seminarId: command.seminarId, sittingIds: [] };
    }
    if ('sittingId' in command) {
      // One that was taken away is still a place: what took it away may be sent again, and gets its answer again.
      const log = (await streams.sitting(command.sittingId)).state;
      const seminar = log && (await streams.seminar(log.seminarId)).state;
      if (!log || !seminar) return null;
      const plenary = seminar.ateliers.some((it) => it.plenary && it.id === log.atelierId);
      return { seminarId: log.seminarId, sittingIds: [command.sittingId], plenary };
    }
    const atelier = (await streams.atelier(command.atelierId)).state;
    const seminar = atelier && (await streams.seminar(atelier.seminarId)).state;
    if (!atelier || !seminar) return null;
    const sittings = seminar.sittings.filter((sitting) => sitting.atelierId === command.atelierId);
    return { seminarId: atelier.seminarId, sittingIds: sittings.map((sitting) => sitting.id) };
  }

  /** The right that the command asks for, on what it is about, and in whose name; `by` is null when the page says nobody. */
  async function rightFor(
    command: SeminarCommand,
    resource: Resource,
    acting: ActingAs,
  ): Promise<{ readonly action: Action; readonly on: Resource; readonly by?: string | null }> {
    if (isRoomCommand(command)) {
      const seminar = (await streams.seminar(resource.seminarId)).state;
      const { state: log } = await streams.sitting(command.sittingId);
      return { ...roomRight(command, acting, seminar, log), on: resource };
    }
    if (isSynthesisCommand(command)) return { action: synthesisRight(command), on: resource };
    if (isRestitutionCommand(command)) {
      const seminar = (await streams.seminar(resource.seminarId)).state;
      const plenary = await roomOf(streams, command.sittingId);
      const on = seminar && plenary ? restitutionPlace(command, plenary, seminar, resource) : resource;
      return { action: 'restitution/conduct', on };
    }
    if (!isContributionCommand(command)) return { action: actionOf(command, resource), on: resource };
    const { state: log } = await streams.sitting(command.sittingId);
    const { action, owners } = contributionRight(command, log);
    return { action, on: { ...resource, owners } };
  }

  /** The rooms whose run the command meets, or whose times it changes. */
  async function roomsOf(command: SeminarCommand, { sittingIds }: Resource): Promise<readonly string[]> {
    switch (command.type) {
      case 'rooms/suspend':
      case 'rooms/resume':
      case 'programme/revise':
      case 'programme/restore':
      case 'seminar/close':
        return ((await streams.seminar(command.seminarId)).state?.sittings ?? []).map(({ id }) => id);
      case 'rooms/redistribute':
        return command.rooms.map(({ sittingId }) => sittingId);
      default:
        return sittingIds;
    }
  }

  return {
    async execute(by, commandId, command) {
      const resource = await placeOf(command);
      if (!resource) return refused('seminar/unknown');
      const { seminarId } = resource;
      const { action, on, by: person = by.by } = await rightFor(command, resource, by);
      const grant = grantFor(by.actor, action, on, by.as, person);
      if (!grant) return refused('access/forbidden');
      for (const sittingId of await roomsOf(command, resource)) await catchUp(sittingId);
      const context: DecisionContext = { now: clock.now(), actor: grant.personId, newId: ids.newId };
      // Before they are off the list: killed in between, whoever is still on it can be taken off again.
      if (command.type === 'person/remove' && isFromList(command.from))
        await letGo(command.sittingId, command.personId);
      // What is kept as the version is what stands there once nobody may write in it any more.
      const release =
        command.type === 'synthesis/validate' ? await parts.holdSynthesis(command.atelierId) : null;
      const answered = await desk
        .submit(seminarId, commandId, decisionHere(seminarId, command, context, parts))
        .finally(() => release?.());
      if (answered.ok) for (const sittingId of openedBy(command)) await issueAccess(seminarId, sittingId);
      // Whoever closes a text is told so once it is.
      if (CLOSES_TEXTS.has(command.type)) await parts.textsSettled();
      return answered;
    },
  };
}

const CLOSES_TEXTS: ReadonlySet<SeminarCommand['type']> = new Set([
  'notes/open',
  'notes/close',
  'synthesis/validate',
  'synthesis/reopen',
  'synthesis/show',
]);

/** The right each command asks for, in the sittings it names; a command over the séminaire names none. */
function actionOf(
  {
    type,
  }: Exclude<
    SeminarCommand,
    ContributionCommandHere | RoomCommandHere | SynthesisCommandHere | RestitutionCommandHere
  >,
  { sittingIds }: Resource,
): Action {
  switch (type) {
    case 'plan/revise':
      // A plan that several sittings share is nobody's own: who runs one of them gives it a plan of its own.
      return sittingIds.length > 1 ? 'seminar/prepare' : 'sitting/prepare';
    case 'sitting/place':
    case 'sitting/revise-plan':
    case 'sitting/share-plan':
      return 'sitting/prepare';
    case 'seminar/describe':
    case 'seminar/set-warnings':
    case 'seminar/close':
    case 'seminar/reopen':
    case 'atelier/add':
    case 'atelier/rename':
    case 'sittings/add':
    case 'sitting/remove':
    case 'programme/revise':
    case 'programme/restore':
      return 'seminar/prepare';
    case 'message/send':
    case 'message/withdraw':
    case 'help/answer':
      return 'rooms/message';
    case 'help/call':
    case 'help/withdraw':
      return 'help/call';
    default:
      return 'run/command';
  }
}

/** What nobody conducts any more once the séminaire is over, until it is opened again; rooms and contributions say so themselves. */
const isOverWithTheSeminar = ({ type }: SeminarCommand): boolean =>
  type.startsWith('run/') ||
  type.startsWith('rooms/') ||
  type.startsWith('programme/') ||
  OVER_WITH_THE_SEMINAR.has(type);

const OVER_WITH_THE_SEMINAR: ReadonlySet<SeminarCommand['type']> = new Set([
  'plan/revise',
  'sitting/revise-plan',
  'sitting/share-plan',
  'sitting/reopen',
  'message/send',
  'help/call',
  'restitution/show',
]);

function decisionHere(
  seminarId: string,
  command: SeminarCommand,
  context: DecisionContext,
  parts: CommandsParts,
): Decide {
  const decide = decisionOf(command, context, parts);
  if (!isOverWithTheSeminar(command)) return decide;
  return async (draft) =>
    (await draft.seminar(seminarId)).state?.closed === true ? refused('seminar/closed') : decide(draft);
}

function decisionOf(command: SeminarCommand, context: DecisionContext, parts: CommandsParts): Decide {
  if (isRoomCommand(command)) return roomDecision(command, context);
  if (isContributionCommand(command)) return contributionDecision(command, context, parts.people);
  if (isSynthesisCommand(command)) return synthesisDecision(command, context, parts);
  if (isRestitutionCommand(command)) return restitutionDecision(command, context, parts);
  switch (command.type) {
    case 'sitting/close':
    case 'sitting/reopen':
    case 'seminar/close':
    case 'seminar/reopen':
      return closingDecision(command, context);
    case 'seminar/describe':
    case 'seminar/set-warnings':
    case 'atelier/add':
    case 'atelier/rename':
    case 'sittings/add':
    case 'sitting/place':
    case 'sitting/remove':
    case 'sitting/revise-plan':
    case 'sitting/share-plan':
    case 'plan/revise':
      return preparationDecision(command, context);
    case 'programme/revise':
    case 'programme/restore':
      return programmeDecision(command, context);
    case 'rooms/suspend':
    case 'rooms/resume':
    case 'rooms/redistribute':
    case 'message/send':
    case 'message/withdraw':
    case 'message/acknowledge':
    case 'help/call':
    case 'help/answer':
    case 'help/withdraw':
      return regieDecision(command, context);
    case 'run/replay':
      return replayDecision(command, context);
    default:
      return runDecision(command, context);
  }
}

/** The sittings that the command opens, which need links and a code. */
function openedBy(command: SeminarCommand): readonly string[] {
  if (command.type === 'atelier/add') return [command.sittingId];
  return command.type === 'sittings/add' ? command.sittings.map(({ sittingId }) => sittingId) : [];
}
