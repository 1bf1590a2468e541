/** The rooms of the realtime tests: the use cases, states and channels as the socket server puts them together. */
import type { Actor, Role } from '#core/access/roles.ts';
import type { StreamId } from '#core/events/envelope.ts';
import { sittingStream } from '#core/events/envelope.ts';
import type { DomainEvent, EventType, PayloadOf } from '#core/events/event-types.ts';
import type { ServerToClient } from '#protocol/socket.ts';
import type { SeminarFrame } from '#protocol/regie-views.ts';
import type { SittingChange, SittingFrame } from '#protocol/views.ts';
import { seminarDesk } from '../../tests/support/seminar-desk.ts';
import { recordingLogger } from '../../tests/support/surroundings.ts';
import { heldTimers } from '../../tests/support/timers.ts';
import type { SeminarCommand } from '../seminars/commands.ts';
import { createChannels } from './channels.ts';
import { seminarRoom, sittingRoom } from './listeners.ts';
import { createPresence } from './presence.ts';
import { createStates } from './states.ts';

export type Sent = { room: string; event: keyof ServerToClient; frame: SittingFrame & SeminarFrame };

export const CONSOLE = sittingRoom('sitting-1', 'console');
export const PARTICIPANT = sittingRoom('sitting-1', 'participant');
export const WRITER = sittingRoom('sitting-1', 'writer');
export const READER = sittingRoom('sitting-1', 'reader');
export const SCREEN = sittingRoom('sitting-1', 'screen');
export const REGIE = seminarRoom('seminar-1');

/** A séminaire of one sitting whose audiences listen; what they are sent is kept. */
export async function room() {
  const sent: Sent[] = [];
  const listening = new Set([CONSOLE, WRITER, READER, PARTICIPANT, SCREEN, REGIE]);
  let count = 0;
  const desk = seminarDesk();
  const timers = heldTimers();
  const presence = createPresence((sittingId) => channels.connectedChanged(sittingId), timers);
  const states = createStates({
    streams: desk.streams,
    people: desk.people,
    presence,
    wireName: ({ kind, id }) => Promise.resolve(`${kind}.${id}.1`),
    joinCode: desk.access.joinCodeOf,
    synthesisWords: () => Promise.resolve(0),
    catchUp: desk.autoAdvance.catchUpToRead,
    clock: desk.clock,
  });
  const channels = createChannels({
    states,
    streams: desk.streams,
    people: desk.people,
    clock: desk.clock,
    timers,
    logger: recordingLogger(),
    connected: presence.connected,
    screens: presence.screens,
    isListening: (name) => listening.has(name),
    emit: (name, event, ...args) => sent.push({ room: name, event, frame: args[0] as Sent['frame'] }),
  });
  const { actor } = await desk.seminar();
  const yann = await desk.participant('Yann');
  let seen = desk.committed.length;
  const send = async (by: Actor, as: Role, command: SeminarCommand): Promise<void> => {
    const answered = await desk.commands.execute(
      { actor: by, as },
      `command-${String((count += 1)).padStart(12, '0')}`,
      command,
    );
    if (!answered.ok) throw new Error(answered.error.code);
    channels.committed(desk.committed.slice(seen));
    seen = desk.committed.length;
  };
  let happened = 0;
  /** Puts it in the sitting's log as it stands, whoever might have done it; `stream` for that of the séminaire. */
  const happen = async <T extends EventType>(
    type: T,
    payload: PayloadOf<T>,
    by: string | null = null,
    stream: StreamId = sittingStream('sitting-1'),
  ): Promise<void> => {
    const at = await (stream.startsWith('seminar:')
      ? desk.streams.seminar('seminar-1')
      : desk.streams.sitting('sitting-1'));
    const event = {
      ...{ id: `happened-${(happened += 1)}`, stream, seq: at.seq + 1, type, v: 1 },
      ...{ at: desk.clock.now(), actor: by, payload },
    } as unknown as DomainEvent;
    desk.streams.advance([event]);
    channels.committed([event]);
  };
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const to = (name: string): Sent[] => sent.filter((it) => it.room === name);
  /** What gathers leaves. */
  const gathered = async (): Promise<void> => {
    await settle();
    timers.runAll();
    await settle();
  };
  /** The changes of the sitting that a room was sent. */
  const changesTo = (name: string): readonly SittingChange[] =>
    to(name).flatMap(({ event, frame }) => (event === 'sitting' ? (frame as SittingFrame).changes : []));
  /** What was sent so far is not looked at again. */
  const forget = (): void => void sent.splice(0);
  return {
    desk,
    timers,
    states,
    actor,
    yann,
    channels,
    send,
    settle,
    sent,
    listening,
    to,
    forget,
    happen,
    gathered,
    changesTo,
    presence,
  };
}

export const contribute = (contributionId: string): SeminarCommand => ({
  type: 'contribution/make',
  sittingId: 'sitting-1',
  contributionId,
  itemId: 'item-one',
  questionId: null,
  kind: null,
  text: 'Une permanence le samedi.',
  unnamed: false,
  keyHash: null,
  withFunction: false,
  silenceId: null,
  entry: 'typed',
  attributedTo: null,
});
export const start: SeminarCommand = { type: 'run/start', sittingId: 'sitting-1', expectedRunEvents: 0 };

/** What was said, as its event says it. */
export const said = (
  contributionId: string,
  text: string,
  more: Partial<PayloadOf<'contribution/made'>> = {},
): PayloadOf<'contribution/made'> => ({
  ...{ contributionId, text, itemId: null, questionId: null, kind: null, unnamed: false, runId: null },
  ...{ attributedTo: null, entry: 'typed', keyHash: null, function: null, town: null, silenceId: null },
  ...more,
});
