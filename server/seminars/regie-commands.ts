/** What the régie decides over several rooms at once, and what passes between it and them. */
import { decideRun } from '#core/agenda/decide-run.ts';
import type { Run } from '#core/agenda/run.ts';
import { seminarStream, sittingStream } from '#core/events/envelope.ts';
import type { NewDomainEvent } from '#core/events/event-types.ts';
import type { RedistributionReason } from '#core/events/sitting-events.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import { ok, refused } from '#core/result.ts';
import type { HelpCall } from '#core/seminar/help.ts';
import type { Minutes } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { Decide, Decided } from './desk.ts';
import type { RoomOfSitting } from './room.ts';
import { roomOf } from './room.ts';
import type { Draft } from './streams.ts';

export type RoomsCommand = { readonly seminarId: string } & (
  | { readonly type: 'rooms/suspend' | 'rooms/resume'; readonly alarmId: string }
  | {
      readonly type: 'rooms/redistribute';
      readonly reason: RedistributionReason;
      readonly rooms: readonly {
        readonly sittingId: string;
        readonly expectedRunEvents: number;
        readonly points: readonly { readonly itemId: string; readonly minutes: number }[];
      }[];
    }
);

export type MessageCommand = { readonly messageId: string } & (
  | {
      readonly type: 'message/send';
      readonly seminarId: string;
      readonly sittingIds: readonly string[];
      readonly screens: boolean;
      readonly phones: boolean;
      readonly text: string;
    }
  | { readonly type: 'message/withdraw'; readonly seminarId: string }
  | { readonly type: 'message/acknowledge'; readonly sittingId: string }
);

export type HelpCommand = { readonly sittingId: string; readonly helpId: string } & (
  | { readonly type: 'help/call'; readonly need: HelpCall['need']; readonly minutes: Minutes | null }
  | { readonly type: 'help/answer' | 'help/withdraw' }
);

export type RegieCommand = RoomsCommand | MessageCommand | HelpCommand;

export function regieDecision(command: RegieCommand, context: DecisionContext): Decide {
  switch (command.type) {
    case 'rooms/suspend':
      return everyRoom(command.seminarId, context, ({ status }, here) =>
        status === 'running' ? newEvent('run/suspended', { alarmId: command.alarmId }, here) : null,
      );
    case 'rooms/resume':
      return everyRoom(command.seminarId, context, ({ status, suspensions }, here) =>
        status === 'suspended' && suspensions.at(-1)?.alarmId === command.alarmId
          ? newEvent('run/resumed', {}, here)
          : null,
      );
    case 'rooms/redistribute':
      return redistributeDecision(command, context);
    case 'message/send':
    case 'message/withdraw':
    case 'message/acknowledge':
      return messageDecision(command, context);
    default:
      return helpDecision(command, context);
  }
}

/** One append over the sittings of the séminaire for which there is something to write. */
function everyRoom(
  seminarId: string,
  context: DecisionContext,
  decide: (run: Run, here: DecisionContext) => NewDomainEvent | null,
): Decide {
  return async (draft) => {
    const { state } = await draft.seminar(seminarId);
    if (!state) return refused('seminar/unknown');
    const decided: Decided[] = [];
    for (const { id } of state.sittings) {
      const found = await roomOf(draft, id);
      const event = found && decide(found.room.run, inRoom(found, context));
      if (event) decided.push({ stream: sittingStream(id), events: [event] });
    }
    return ok(decided);
  };
}

const inRoom = ({ lastAt }: RoomOfSitting, context: DecisionContext): DecisionContext => ({
  ...context,
  now: instant(Math.max(context.now, lastAt)),
});

/** All rooms or none: a room that moved on since it was looked at refuses the whole. */
function redistributeDecision(
  { seminarId, reason, rooms }: Extract<RoomsCommand, { type: 'rooms/redistribute' }>,
  context: DecisionContext,
): Decide {
  return async (draft) => {
    const decided: Decided[] = [];
    for (const { sittingId, ...asked } of rooms) {
      const found = await roomOf(draft, sittingId);
      if (found?.seminarId !== seminarId) return refused('seminar/unknown');
      const command = { type: 'run/redistribute', reason, ...asked } as const;
      const redistributed = decideRun(found.room, command, inRoom(found, context));
      if (!redistributed.ok) return redistributed;
      decided.push({ stream: sittingStream(sittingId), events: redistributed.value });
    }
    return ok(decided);
  };
}

function messageDecision(command: MessageCommand, context: DecisionContext): Decide {
  const { messageId } = command;
  return async (draft) => {
    const seminarId = await seminarIdOf(command, draft);
    const seminar = seminarId === null ? null : (await draft.seminar(seminarId)).state;
    if (seminarId === null || !seminar) return refused('seminar/unknown');
    const written = (event: NewDomainEvent) => ok([{ stream: seminarStream(seminarId), events: [event] }]);
    const message = seminar.messages.find(({ id }) => id === messageId);
    if (command.type === 'message/send') {
      if (message) return refused('seminar/exists');
      const held = new Set(seminar.sittings.map(({ id }) => id));
      const { screens, phones, text } = command;
      const sittingIds = [...new Set(command.sittingIds)];
      if (!sittingIds.every((id) => held.has(id))) return refused('seminar/unknown');
      return written(newEvent('message/sent', { messageId, sittingIds, screens, phones, text }, context));
    }
    if (!message) return refused('message/unknown');
    if (command.type === 'message/withdraw')
      return message.withdrawn ? ok([]) : written(newEvent('message/withdrawn', { messageId }, context));
    const { sittingId } = command;
    if (message.withdrawn || !message.sittingIds.includes(sittingId)) return refused('message/unknown');
    if (Object.hasOwn(message.acknowledged, sittingId)) return ok([]);
    return written(newEvent('message/acknowledged', { messageId, sittingId }, context));
  };
}

const seminarIdOf = async (command: MessageCommand, draft: Draft): Promise<string | null> =>
  command.type === 'message/acknowledge'
    ? ((await draft.sitting(command.sittingId)).state?.seminarId ?? null)
    : command.seminarId;

/** A room has one call at a time: a new one takes the place of the one before. */
function helpDecision(command: HelpCommand, context: DecisionContext): Decide {
  return async (draft) => {
    const found = await roomOf(draft, command.sittingId);
    if (!found) return refused('seminar/unknown');
    const { help } = found.log;
    const { helpId } = command;
    const written = (event: NewDomainEvent) =>
      ok([{ stream: sittingStream(command.sittingId), events: [event] }]);
    if (command.type === 'help/call') {
      if (help?.id === helpId) return refused('seminar/exists');
      const { need } = command;
      const minutes = need === 'minutes' ? command.minutes : null;
      if (need === 'minutes' && minutes === null) return refused('run/invalid-minutes');
      return written(newEvent('help/called', { helpId, need, minutes }, context));
    }
    if (help?.id !== helpId) return refused('help/unknown');
    if (command.type === 'help/withdraw') return written(newEvent('help/withdrawn', { helpId }, context));
    return help.answeredAt === null ? written(newEvent('help/answered', { helpId }, context)) : ok([]);
  };
}
