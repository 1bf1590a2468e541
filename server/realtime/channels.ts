/**
 * Frames to whoever listens. What was committed is turned, per audience, into changes of its projection. The run, the
 * plan and the head leave at once; contributions, supports and counts gather for a moment, and leave with the next
 * frame of their stream at the latest, so that frames of a stream stay in order.
 */
import type { DomainEvent } from '#core/events/event-types.ts';
import { isRunEvent } from '#core/events/event-types.ts';
import type { StreamId } from '#core/events/envelope.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { contributionsOf } from '#core/seminar/sitting.ts';
import type { Instant } from '#core/time/instant.ts';
import type { ServerToClient } from '#protocol/socket.ts';
import type { ScreenCount, SeminarChange, SittingChange } from '#protocol/views.ts';
import type { Clock, Logger, Timers } from '../seminars/surroundings.port.ts';
import type { Directory, PeopleDirectory } from '../seminars/people-directory.ts';
import type { Streams } from '../seminars/streams.ts';
import type { Listeners } from './projections.ts';
import {
  contributionView,
  headOf,
  helpView,
  messagesFor,
  messagesInRegie,
  planFor,
  rapporteursFor,
  runForAll,
  runForConsole,
  sharedInRoom,
  sharedView,
  shownIn,
} from './projections.ts';
import type { Gathered, States } from './states.ts';

const LISTENERS: readonly Listeners[] = ['console', 'reader', 'participant', 'screen'];
export const sittingRoom = (sittingId: string, listeners: Listeners): string =>
  `sitting:${sittingId}:${listeners}`;
export const seminarRoom = (seminarId: string): string => `seminar:${seminarId}`;

/** How long contributions, supports and counts gather before they leave. */
export const GATHER_MILLISECONDS = 200;

export type Emit = <E extends keyof ServerToClient>(
  room: string,
  event: E,
  ...args: Parameters<ServerToClient[E]>
) => void;

export type Channels = {
  /** Takes in what was just committed. */
  readonly committed: (events: readonly DomainEvent[]) => void;
  /** The number of connected devices of a sitting became another. */
  readonly connectedChanged: (sittingId: string) => void;
  readonly close: () => Promise<void>;
};

export type ChannelParts = {
  readonly states: States;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly isListening: (room: string) => boolean;
  readonly emit: Emit;
  readonly connected: (sittingId: string) => number;
  readonly screens: (sittingId: string) => ScreenCount;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
};

type Concerned = { readonly seminarId: string; readonly sittingIds: readonly string[] };

/** What has happened on a stream since its last frame. */
type Gathering = {
  seq: number;
  run: boolean;
  /** A run was put aside or taken up again: what people see said may have become another list. */
  runChanged: boolean;
  plan: boolean;
  ownPlan: boolean;
  head: boolean;
  description: boolean;
  shared: boolean;
  messages: boolean;
  help: boolean;
  made: Set<string>;
  supported: Set<string>;
  joined: Set<string>;
  appointed: Set<string>;
  removed: Set<string>;
};

const nothingYet = (): Gathering => ({
  seq: 0,
  run: false,
  runChanged: false,
  plan: false,
  ownPlan: false,
  head: false,
  description: false,
  shared: false,
  messages: false,
  help: false,
  made: new Set(),
  supported: new Set(),
  joined: new Set(),
  appointed: new Set(),
  removed: new Set(),
});

export function createChannels(parts: ChannelParts): Channels {
  const { states, streams, people, isListening, emit, timers, logger } = parts;
  const gathering = new Map<StreamId, Gathering>();
  const waiting = new Map<string, () => void>();
  /** The `seq` of the last frame per room and stream. */
  const sent = new Map<string, number>();
  /** The `seq` of the last frame that could not be made, per stream: whoever stands before it has missed something. */
  const missed = new Map<StreamId, number>();
  /** One flush after the other, so that frames leave in the order of their sequence numbers. */
  let flushing: Promise<void> = Promise.resolve();

  const later = (key: string, run: () => void): void => {
    if (waiting.has(key)) return;
    const cancel = timers.after(GATHER_MILLISECONDS, () => {
      waiting.delete(key);
      run();
    });
    waiting.set(key, cancel);
  };

  const flush = (stream: StreamId): void => {
    waiting.get(stream)?.();
    waiting.delete(stream);
    flushing = flushing.then(async () => {
      const gathered = gathering.get(stream);
      if (!gathered) return;
      gathering.delete(stream);
      try {
        await send(stream, gathered);
      } catch (error) {
        // Listeners see the gap at the next frame and subscribe anew.
        missed.set(stream, gathered.seq);
        logger.error('realtime/frame-failed', {
          stream,
          reason: error instanceof Error ? error.name : 'unknown',
        });
      }
    });
  };

  function frame(
    room: string,
    stream: StreamId,
    seq: number,
  ): { stream: StreamId; prev: number; seq: number } {
    const key = `${room} ${stream}`;
    const prev = Math.max(sent.get(key) ?? 0, missed.get(stream) ?? 0);
    sent.set(key, seq);
    return { stream, prev, seq };
  }

  async function send(stream: StreamId, gathered: Gathering): Promise<void> {
    const concerned = await sittingsOf(stream);
    if (!concerned) return;
    for (const sittingId of concerned.sittingIds) await sendSitting(sittingId, stream, gathered);
    for (const sittingId of gathered.removed) sendGone(sittingId, stream, gathered.seq);
    await sendSeminar(concerned, stream, gathered);
  }

  /** Pages of a sitting that was taken away have missed something: they subscribe anew, and are told. */
  function sendGone(sittingId: string, stream: StreamId, seq: number): void {
    for (const listeners of LISTENERS)
      emit(sittingRoom(sittingId, listeners), 'sitting', { stream, prev: seq, seq, sittingId, changes: [] });
  }

  /** The sittings whose pages show something of the stream. */
  async function sittingsOf(stream: StreamId): Promise<Concerned | null> {
    const [kind, id = ''] = stream.split(':', 2);
    if (kind === 'sitting') {
      const { state } = await streams.sitting(id);
      return state && { seminarId: state.seminarId, sittingIds: [id] };
    }
    const seminarId = kind === 'seminar' ? id : (await streams.atelier(id)).state?.seminarId;
    const seminar = seminarId === undefined ? null : (await streams.seminar(seminarId)).state;
    if (seminarId === undefined || !seminar) return null;
    const shown = seminar.sittings.filter((sitting) => kind === 'seminar' || sitting.atelierId === id);
    return { seminarId, sittingIds: shown.map((sitting) => sitting.id) };
  }

  async function sendSitting(sittingId: string, stream: StreamId, gathered: Gathering): Promise<void> {
    const there = LISTENERS.filter((listeners) => isListening(sittingRoom(sittingId, listeners)));
    if (there.length === 0) return;
    const at = await states.gather(sittingId);
    if (!at) return;
    // What was said in a rehearsal comes and goes with it: only a new first state says what there is now.
    const log = at.sitting.state;
    if (gathered.runChanged && contributionsOf(log).length < log.contributions.byId.size)
      missed.set(stream, gathered.seq);
    const now = parts.clock.now();
    for (const listeners of there) {
      const room = sittingRoom(sittingId, listeners);
      const changes = changesFor(listeners, sittingId, at, gathered, now);
      if (changes.length > 0)
        emit(room, 'sitting', { ...frame(room, stream, gathered.seq), sittingId, changes });
    }
  }

  async function sendSeminar(
    { seminarId, sittingIds }: Concerned,
    stream: StreamId,
    gathered: Gathering,
  ): Promise<void> {
    const room = seminarRoom(seminarId);
    if (!isListening(room)) return;
    const changes: SeminarChange[] = [];
    const seminar = (await streams.seminar(seminarId)).state;
    if (!seminar) return;
    if (gathered.description) changes.push({ type: 'description', description: seminar.description });
    if (gathered.shared) {
      const programmeRestorable = seminar.programmeBefore !== null;
      changes.push({ type: 'shared', shared: sharedView(seminar), programmeRestorable });
    }
    if (gathered.messages) {
      const messages = messagesInRegie(seminar.messages, await people.directory(seminarId));
      changes.push({ type: 'messages', messages });
    }
    for (const sittingId of gathered.removed) changes.push({ type: 'row-gone', sittingId });
    // What happens to some sittings of a séminaire changes their rows, not all of them.
    const isWhole = !stream.startsWith('seminar:') || gathered.head;
    for (const sittingId of sittingIds) {
      if (!isWhole && !gathered.joined.has(sittingId) && !gathered.appointed.has(sittingId)) continue;
      const row = await states.sittingRow(sittingId);
      if (row) changes.push({ type: 'row', row: row.row });
    }
    if (changes.length > 0)
      emit(room, 'seminar', { ...frame(room, stream, gathered.seq), seminarId, changes });
  }

  const connectedChanged = (sittingId: string): void => {
    later(`connected:${sittingId}`, () => {
      const counts = { connected: parts.connected(sittingId), screens: parts.screens(sittingId) };
      for (const listeners of ['console', 'reader'] as const)
        emit(sittingRoom(sittingId, listeners), 'connected', { sittingId, ...counts });
      void streams.sitting(sittingId).then(
        ({ state }) => state && emit(seminarRoom(state.seminarId), 'connected', { sittingId, ...counts }),
        () => logger.warn('realtime/connected-not-sent', { sitting: sittingId }),
      );
    });
  };

  return {
    committed(events) {
      const urgent = new Set<StreamId>();
      for (const event of events) {
        const gathered = gathering.get(event.stream) ?? nothingYet();
        gathering.set(event.stream, gathered);
        gathered.seq = event.seq;
        if (note(event, gathered)) urgent.add(event.stream);
        else later(event.stream, () => flush(event.stream));
      }
      urgent.forEach(flush);
    },
    connectedChanged,
    async close() {
      waiting.forEach((cancel) => cancel());
      waiting.clear();
      await flushing;
    },
  };
}

/** Notes what the event will change on screens; true when that must not wait. */
function note(event: DomainEvent, gathered: Gathering): boolean {
  if (isRunEvent(event)) {
    gathered.run = true;
    if (event.type === 'run/archived' || event.type === 'run/undone') gathered.runChanged = true;
    return true;
  }
  switch (event.type) {
    case 'plan/revised':
      gathered.plan = true;
      return true;
    case 'sitting/plan-revised':
    case 'sitting/plan-shared':
      gathered.plan = true;
      gathered.ownPlan = true;
      return true;
    case 'seminar/described':
      gathered.head = true;
      gathered.description = true;
      return true;
    case 'seminar/sitting-removed':
      gathered.head = true;
      gathered.removed.add(event.payload.sittingId);
      return true;
    case 'seminar/atelier-added':
    case 'seminar/atelier-renamed':
    case 'seminar/sitting-added':
    case 'seminar/sitting-placed':
      gathered.head = true;
      return true;
    case 'seminar/warnings-set':
    case 'programme/revised':
      gathered.shared = true;
      return true;
    case 'message/sent':
    case 'message/withdrawn':
    case 'message/acknowledged':
      gathered.messages = true;
      return true;
    case 'help/called':
    case 'help/answered':
    case 'help/withdrawn':
      gathered.help = true;
      return true;
    case 'seminar/person-appointed':
      gathered.appointed.add(event.payload.sittingId);
      return false;
    case 'seminar/person-joined':
      gathered.joined.add(event.payload.sittingId);
      return false;
    case 'contribution/made':
      gathered.made.add(event.payload.contributionId);
      return false;
    case 'contribution/supported':
    case 'contribution/unsupported':
      gathered.supported.add(event.payload.contributionId);
      return false;
    default:
      return false;
  }
}

function changesFor(
  listeners: Listeners,
  sittingId: string,
  at: Gathered,
  gathered: Gathering,
  now: Instant,
): SittingChange[] {
  const changes: SittingChange[] = [];
  const log = at.sitting.state;
  const seminar = at.seminar.state;
  const audience = listeners === 'reader' ? 'console' : listeners;
  const forConsole = audience === 'console';
  const head = headOf(at.seminarId, seminar, sittingId);
  if (!head) return changes;
  // The names on a console, in its steps and its call, are those of whoever was appointed.
  const named = forConsole && gathered.appointed.has(sittingId);
  if (gathered.head) changes.push({ type: 'head', head });
  if (gathered.shared) changes.push({ type: 'shared', shared: sharedInRoom(seminar) });
  if (gathered.plan) changes.push({ type: 'plan', plan: planFor(listeners, at.plan) });
  if (gathered.ownPlan) changes.push({ type: 'own-plan', ownPlan: log.ownPlan !== null });
  if (gathered.run || named) {
    const run = forConsole ? runForConsole(log.runEvents, at.people, seminar) : runForAll(log.runEvents);
    changes.push({ type: 'run', run });
  }
  if (gathered.messages) {
    const messages = messagesFor(audience, sittingId, seminar.messages, now);
    changes.push({ type: 'messages', messages });
  }
  if (forConsole && (gathered.help || named))
    changes.push({ type: 'help', help: helpView(log.help, at.people) });
  if (head.plenary && (gathered.head || gathered.appointed.size > 0))
    changes.push({ type: 'rapporteurs', rapporteurs: rapporteursFor(head, seminar, at.people) });
  if (audience === 'screen') return changes;
  changes.push(...contributionChanges(log, at.people, gathered));
  if (gathered.joined.has(sittingId))
    changes.push({ type: 'participants', participants: seminar.attendance[sittingId]?.length ?? 0 });
  return changes;
}

function contributionChanges(log: SittingLog, people: Directory, gathered: Gathering): SittingChange[] {
  const changes: SittingChange[] = [];
  const count = gathered.made.size > 0 ? shownIn(log).length : 0;
  for (const id of gathered.made) {
    const made = log.contributions.byId.get(id);
    if (made) changes.push({ type: 'contribution', contribution: contributionView(made, people), count });
  }
  const supported = [...gathered.supported].filter((id) => !gathered.made.has(id));
  if (supported.length > 0) {
    const supports = Object.fromEntries(
      supported.map((id) => [id, log.contributions.byId.get(id)?.supporters.length ?? 0]),
    );
    changes.push({ type: 'supports', supports });
  }
  return changes;
}
