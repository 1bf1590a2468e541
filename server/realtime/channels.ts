/**
 * Frames to whoever listens. What was committed is turned, per audience, into changes of its projection. The run, the
 * plan and the head leave at once; contributions, supports and counts gather for a moment, and leave with the next
 * frame of their stream at the latest, so that frames of a stream stay in order.
 */
import { ENOUGH_CONNECTED } from '#core/contributions/contribution.ts';
import type { DomainEvent } from '#core/events/event-types.ts';
import type { StreamId } from '#core/events/envelope.ts';
import { saidOutsideRehearsals } from '#core/seminar/sitting.ts';
import type { ServerToClient } from '#protocol/socket.ts';
import type { ScreenCount, SeminarChange } from '#protocol/regie-views.ts';
import type { Clock, Logger, Timers } from '../seminars/surroundings.port.ts';
import type { PeopleDirectory } from '../seminars/people-directory.ts';
import type { Streams } from '../seminars/streams.ts';
import type { Gathering } from './gathering.ts';
import { changesWhatWasSaid, concernsRow, note, nothingYet } from './gathering.ts';
import { LISTENERS, personRoom, seminarRoom, sittingRoom } from './listeners.ts';
import { messagesInRegie, sharedView } from './projections.ts';
import { changesFor, ownersConcerned } from './sitting-changes.ts';
import type { States } from './states.ts';

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

export function createChannels(parts: ChannelParts): Channels {
  const { states, streams, people, isListening, emit, timers, logger } = parts;
  const gathering = new Map<StreamId, Gathering>();
  const waiting = new Map<string, () => void>();
  /** The `seq` of the last frame per room and stream. */
  const sent = new Map<string, number>();
  /**
   * The `seq` of the last frame that could not be made, or was not worth making, per stream, and per room and stream:
   * whoever stands before it has missed something.
   */
  const missed = new Map<string, number>();
  /** How many devices the phones of a sitting were last told of. */
  const told = new Map<string, number>();
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
    const prev = Math.max(sent.get(key) ?? 0, missed.get(stream) ?? 0, missed.get(key) ?? 0);
    sent.set(key, seq);
    return { stream, prev, seq };
  }

  async function send(stream: StreamId, gathered: Gathering): Promise<void> {
    const concerned = await sittingsOf(stream);
    if (!concerned) return;
    for (const sittingId of concerned.sittingIds) await sendSitting(sittingId, stream, gathered);
    for (const sittingId of gathered.removed) sendGone(sittingId, stream, gathered.seq);
    if (changesWhatWasSaid(gathered)) await sendElsewhere(concerned);
    await sendSeminar(concerned, stream, gathered);
  }

  /** Whoever writes the synthesis of an atelier that is held several times takes over words of all its sittings. */
  async function sendElsewhere({ seminarId, sittingIds }: Concerned): Promise<void> {
    const all = (await streams.seminar(seminarId)).state?.sittings ?? [];
    const concerned = all.filter(({ id }) => sittingIds.includes(id));
    for (const { id: sittingId, atelierId } of all) {
      if (!concerned.some((it) => it.id !== sittingId && it.atelierId === atelierId)) continue;
      for (const listeners of ['console', 'writer'] as const)
        emit(sittingRoom(sittingId, listeners), 'elsewhere', { sittingId });
    }
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
    if (gathered.runChanged && saidOutsideRehearsals(log, null).length < log.contributions.byId.size)
      missed.set(stream, gathered.seq);
    const now = parts.clock.now();
    const code = gathered.rotated.has(sittingId) ? await states.joinCode(at.seminarId, sittingId) : null;
    const synthesisName = gathered.synthesis ? await states.shownSynthesis(at) : null;
    for (const listeners of there) {
      const room = sittingRoom(sittingId, listeners);
      const changes = changesFor(listeners, { sittingId, at, gathered, now, code, synthesisName });
      if (changes === null) missed.set(`${room} ${stream}`, gathered.seq);
      if (changes === null || changes.length > 0)
        emit(room, 'sitting', { ...frame(room, stream, gathered.seq), sittingId, changes: changes ?? [] });
    }
    for (const personId of ownersConcerned(log, at.seminar.state, gathered)) {
      const room = personRoom(sittingId, personId);
      if (isListening(room)) emit(room, 'own', { sittingId });
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
    if (gathered.description) {
      const { description, closed } = seminar;
      changes.push({ type: 'description', description, closed });
    }
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
    const isWhole = stream.startsWith('seminar:') ? gathered.head : concernsRow(gathered);
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
      for (const listeners of ['console', 'writer', 'reader'] as const)
        emit(sittingRoom(sittingId, listeners), 'connected', { sittingId, ...counts });
      // Phones are told only where few are there: words without a name are weak then.
      const before = told.get(sittingId) ?? 0;
      if (counts.connected !== before && Math.min(counts.connected, before) < ENOUGH_CONNECTED) {
        if (counts.connected === 0) told.delete(sittingId);
        else told.set(sittingId, counts.connected);
        emit(sittingRoom(sittingId, 'participant'), 'connected', { sittingId, ...counts });
      }
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
