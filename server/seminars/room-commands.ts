/** What passes in a room besides the run and the contributions: rights, and what the core needs to decide. */
import type { Action } from '#core/access/may.ts';
import type { Actor } from '#core/access/roles.ts';
import { seminarStream, sittingStream } from '#core/events/envelope.ts';
import type { NewDomainEvent } from '#core/events/event-types.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { FloorCommand } from '#core/floor/decide-floor.ts';
import { decideFloor } from '#core/floor/decide-floor.ts';
import type { PhotoCommand } from '#core/photos/decide-photo.ts';
import { decidePhoto } from '#core/photos/decide-photo.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { PresentationCommand, RoundCommand } from '#core/round/decide-round.ts';
import { decidePresentation, decideRound } from '#core/round/decide-round.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import { isAskOf } from '#core/seminar/is-ask-of.ts';
import { personOnLists } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { ActingAs, Decide, Decided } from './desk.ts';
import type { RoomOfSitting } from './room.ts';
import { roomOf } from './room.ts';

export type RoomCommand =
  | Exclude<FloorCommand, { type: 'floor/ask' | 'floor/give' }>
  | {
      readonly type: 'floor/ask';
      readonly askId: string;
      /** For whom; null for oneself. */
      readonly personId: string | null;
      readonly about: string;
    }
  | { readonly type: 'floor/give'; readonly askId: string; readonly minutes: number | null }
  | RoundCommand
  | PresentationCommand
  | PhotoCommand
  | { readonly type: 'notes/open' | 'notes/close' }
  | {
      readonly type: 'person/remove';
      readonly personId: string;
      /** Absent: from the list and every role. */
      readonly from?: 'list' | 'animateur' | 'rapporteur' | undefined;
    };
export type RoomCommandHere = RoomCommand & { readonly sittingId: string };

const SUBJECTS: readonly string[] = ['floor', 'round', 'presentation', 'photo', 'notes', 'person'];
export const isRoomCommand = <C extends { readonly type: string }>(
  command: C | RoomCommandHere,
): command is RoomCommandHere => SUBJECTS.includes(command.type.split('/', 1)[0] ?? '');

/** The right that the command asks for, and as whom: null for whoever holds it. */
export type RoomRight = { readonly action: Action; readonly by: string | null };

/** For oneself or in someone's name: that depends on who asks, and on whose ask for the floor it is. */
export function roomRight(
  command: RoomCommandHere,
  { actor, by = null }: Pick<ActingAs, 'actor' | 'by'>,
  seminar: Seminar | null,
  log: SittingLog | null,
): RoomRight {
  const right = (action: Action): RoomRight => ({ action, by });
  /** In one's own name, as far as this page acts as that person; else in someone's. */
  const own = (isTheirs: (personId: string) => boolean): RoomRight => {
    const person = peopleOf(actor, by).find(isTheirs);
    return person === undefined
      ? right('words/enter-for-someone')
      : { action: 'contribution/make', by: person };
  };
  switch (command.type) {
    case 'floor/ask': {
      const { personId } = command;
      return personId === null ? right('contribution/make') : own((id) => id === personId);
    }
    case 'floor/withdraw': {
      const ask = log?.floor.asks.find(({ id }) => id === command.askId);
      if (!ask || !seminar) return right('contribution/make');
      return own((id) => isAskOf(ask, id, seminar));
    }
    case 'presentation/write':
      return own((id) => id === command.personId);
    case 'presentation/agree':
      return { action: 'contribution/make', by: command.personId };
    case 'presentation/agree-on-paper':
    case 'notes/open':
    case 'notes/close':
      return right('seminar/prepare');
    case 'floor/give':
    case 'floor/end':
    case 'floor/order':
    case 'floor/announce':
    case 'round/open':
    case 'round/turn':
    case 'round/close':
      return right('floor/conduct');
    case 'photo/add':
    case 'photo/describe':
    case 'photo/place':
    case 'photo/remove':
      return right('contribution/sort');
    case 'photo/include':
      return right('actes/edit');
    case 'person/remove':
      return right('contribution/moderate');
  }
}

/** The persons of a device, the newest first, or the one that its page says it acts as. */
const peopleOf = ({ grants }: Actor, by: string | null): readonly string[] =>
  grants
    .flatMap(({ personId }) => (personId !== null && (by === null || personId === by) ? [personId] : []))
    .toReversed();

/** What nobody does any more once the séminaire is over; what completes or corrects the actes still is. */
const OVER_WITH_THE_SEMINAR: ReadonlySet<RoomCommand['type']> = new Set([
  'floor/ask',
  'floor/give',
  'floor/order',
  'floor/announce',
  'round/open',
  'round/turn',
  'photo/add',
]);

/** Beyond that, what someone said of themselves is corrected, and nothing new is said. */
const isOver = (command: RoomCommandHere, { presentations }: SittingLog): boolean =>
  command.type === 'presentation/write'
    ? !presentations.has(command.personId)
    : OVER_WITH_THE_SEMINAR.has(command.type);

export function roomDecision(command: RoomCommandHere, context: DecisionContext): Decide {
  return async (draft) => {
    const found = await roomOf(draft, command.sittingId);
    const seminar = found && (await draft.seminar(found.seminarId)).state;
    if (!found || !seminar) return refused('seminar/unknown');
    if (seminar.closed && isOver(command, found.log)) return refused('seminar/closed');
    // The queue ended with the atelier, and nobody would see another.
    if (found.log.closed && command.type === 'floor/ask') return refused('sitting/closed');
    const here = { ...context, now: instant(Math.max(context.now, found.lastAt)) };
    if (command.type === 'person/remove') return removed(command, found, seminar, here);
    const decided = decidedInSitting(command, found, seminar, here);
    return decided.ok ? ok([{ stream: sittingStream(command.sittingId), events: decided.value }]) : decided;
  };
}

function decidedInSitting(
  command: Exclude<RoomCommandHere, { type: 'person/remove' }>,
  { log, room }: RoomOfSitting,
  seminar: Seminar,
  context: DecisionContext,
): Result<readonly NewDomainEvent[]> {
  const attendance = seminar.attendance[command.sittingId] ?? [];
  const isListed = (personId: string): boolean => attendance.includes(personOnLists(seminar, personId));
  switch (command.type) {
    case 'floor/ask': {
      const personId = command.personId ?? context.actor;
      if (personId === null) return refused('person/unknown');
      // Whoever conducts may speak without being on the list; nobody else is spoken for.
      if (personId !== context.actor && !isListed(personId)) return refused('person/unknown');
      return decideFloor(log.floor, { ...command, personId: personOnLists(seminar, personId) }, context);
    }
    case 'floor/give': {
      const talk = command.minutes === null ? null : minutes(command.minutes);
      return decideFloor(log.floor, { ...command, minutes: talk }, context);
    }
    case 'floor/withdraw':
    case 'floor/end':
    case 'floor/order':
    case 'floor/announce':
      return decideFloor(log.floor, command, context);
    case 'round/open':
    case 'round/turn':
    case 'round/close':
      return decideRound({ round: log.round, attendance }, command, context);
    case 'presentation/write':
    case 'presentation/agree':
    case 'presentation/agree-on-paper':
      if (command.type === 'presentation/write' && !isListed(command.personId))
        return refused('person/unknown');
      return decidePresentation(log.presentations, command, context);
    case 'notes/open':
    case 'notes/close': {
      const opens = command.type === 'notes/open';
      if (log.notesOpen === opens) return ok([]);
      return ok([newEvent(opens ? 'notes/opened' : 'notes/closed', {}, context)]);
    }
    default:
      return decidePhoto({ photos: log.photos, plan: room.plan }, command, context);
  }
}

/**
 * Off the list, nor waiting for the floor or having it; what they said stays. Of a role: no longer named as having it, and
 * nothing else.
 */
function removed(
  { sittingId, personId, from }: Extract<RoomCommandHere, { type: 'person/remove' }>,
  { seminarId, log }: RoomOfSitting,
  seminar: Seminar,
  context: DecisionContext,
): Result<readonly Decided[]> {
  const listed = personOnLists(seminar, personId);
  const isThem = (id: string): boolean => personOnLists(seminar, id) === listed;
  const isListed = isFromList(from) && (seminar.attendance[sittingId]?.includes(listed) ?? false);
  const roles = (seminar.appointments[sittingId] ?? [])
    .filter((it) => isThem(it.personId))
    .map(({ role }) => role);
  if (!isListed && !roles.some((role) => from === undefined || role === from)) return ok([]);
  const gone = newEvent(
    'seminar/person-removed',
    { personId: listed, sittingId, ...(from !== undefined && { from }) },
    context,
  );
  const offTheList = { stream: seminarStream(seminarId), events: [gone] };
  if (!isFromList(from)) return ok([offTheList]);
  const { asks, speaking } = log.floor;
  const floor = [
    ...asks
      .filter((ask) => ask.personId === listed)
      .map(({ id }) => newEvent('floor/withdrawn', { askId: id }, context)),
    ...(speaking?.personId === listed ? [newEvent('floor/ended', { askId: speaking.id }, context)] : []),
  ];
  return ok(
    floor.length === 0 ? [offTheList] : [offTheList, { stream: sittingStream(sittingId), events: floor }],
  );
}

type RemovedFrom = Extract<RoomCommand, { type: 'person/remove' }>['from'];
/** Whether it takes them off the list, and their right to take part with it. */
export const isFromList = (from: RemovedFrom): boolean => from === undefined || from === 'list';
