/** Socket.IO: parse, authenticate, hand to the use case, answer. It decides nothing itself. */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import type { Actor } from '#core/access/roles.ts';
import { seminarStream, sittingStream } from '#core/events/envelope.ts';
import { may } from '#core/access/may.ts';
import type { DomainEvent } from '#core/events/event-types.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import { ERROR_CODES } from '#protocol/errors.ts';
import { commandSchema, ownSchema, pageSchema, subscribeSchema } from '#protocol/inputs.ts';
import type { Audience, Subscribe } from '#protocol/inputs.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { PairingNotice } from '#protocol/pairing-views.ts';
import type { Answer, ClientToServer, ServerToClient } from '#protocol/socket.ts';
import { SOCKET_PATH } from '#protocol/socket.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { createRateLimit } from '../rate-limit.ts';
import type { Commands } from '../seminars/commands.ts';
import type { Clock, Logger, Timers } from '../seminars/surroundings.port.ts';
import type { SharedTextRef } from '../seminars/texts.port.ts';
import { createActesNews } from './actes-news.ts';
import type { Channels } from './channels.ts';
import { createChannels } from './channels.ts';
import { actesRoom, seminarRoom, sittingRoom } from './listeners.ts';
import type { Leaving, Presence } from './presence.ts';
import { createPresence } from './presence.ts';
import type { StatesParts } from './states.ts';
import { createStates } from './states.ts';
import type { OpenText } from './text-lines.ts';
import { carryTexts } from './text-lines.ts';

export type RealtimeParts = Omit<StatesParts, 'presence'> & {
  readonly http: HttpServer;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly commands: Commands;
  /** A foreign origin is refused before anything is opened. */
  readonly allows: (request: IncomingMessage) => boolean;
  /** The device behind a request, or null when it has no session. */
  readonly sessionOf: (request: IncomingMessage) => Promise<{ readonly id: string } | null>;
  readonly actorOf: (session: { readonly id: string }) => Promise<Actor>;
  /** Begins a line to a shared text; a frame of it has at most so many bytes. */
  readonly openText: OpenText;
  readonly textFrameBytes: number;
  /** The first page of a device came, or its last one went. */
  readonly deviceTurned: (sessionId: string) => void;
  /** Where a request comes from, as far as proxies are believed. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** The origin to print for this request. */
  readonly printedOrigin: (request: IncomingMessage) => string;
};

export type Realtime = {
  readonly committed: (events: readonly DomainEvent[]) => void;
  /** A shared text is another on disk. */
  readonly textCommitted: (of: SharedTextRef) => void;
  /** Tells every page of a device. */
  readonly tellDevice: (sessionId: string, notice: PairingNotice) => void;
  /** Asks again for the rights of a device: its pages hear no more of what they may no longer see. */
  readonly recheck: (sessionId: string) => Promise<void>;
  readonly isConnected: (sessionId: string) => boolean;
  /** Whether a participant's device or a projector is connected to any sitting. */
  isAnybodyThere(): boolean;
  /** The projectors that are looked for. */
  readonly screens: Pick<Presence, 'expectScreen' | 'forgetScreen'>;
  close(): Promise<void>;
};

/** `rooms`: where the page hears; those who read along hear less than those who run the sitting. */
type Subscription = { readonly to: Subscribe; readonly rooms: readonly string[] };
type SocketData = { sessionId: string; subscriptions: Map<string, Subscription> };
type Peer = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** Commands, subscriptions and pages that a device may ask for, over all its pages; a thumb does not reach it. */
const REQUESTS = { atOnce: 60, perMinute: 1200 } as const;
/** Sockets without a session that an address may open: everybody who joined has one. */
const STRANGERS = { atOnce: 200, perMinute: 100 } as const;
const SUBSCRIPTIONS_PER_SOCKET = 12;
/**
 * Milliseconds: a projector that lost its power is known to be gone within 30 s. A ping and its answer are 10 bytes of
 * WebSocket frames; shorter than this, a phone on a busy access point would be taken for gone.
 */
const PING = { pingInterval: 15_000, pingTimeout: 15_000 } as const;
/** How a socket went, as Socket.IO says it; anything else cut it off. */
const LEAVINGS: Readonly<Record<string, Leaving>> = {
  'client namespace disconnect': 'closed',
  'ping timeout': 'silent',
};

const KNOWN_CODES: ReadonlySet<string> = new Set(ERROR_CODES);
const refusal = (code: string) =>
  ({
    ok: false,
    error: { code: KNOWN_CODES.has(code) ? (code as ErrorCode) : 'protocol/internal' },
  }) as const;

const refusalOf = (why: 'unknown' | 'forbidden') =>
  refusal(why === 'unknown' ? 'seminar/unknown' : 'access/forbidden');

export function createRealtime(parts: RealtimeParts): Realtime {
  const { http, clock, timers, logger, commands, streams } = parts;
  const requests = createRateLimit(clock, REQUESTS.atOnce, REQUESTS.perMinute);
  const strangers = createRateLimit(clock, STRANGERS.atOnce, STRANGERS.perMinute);
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>(http, {
    path: SOCKET_PATH,
    destroyUpgrade: false,
    serveClient: false,
    maxHttpBufferSize: LIMITS.commandBytes,
    connectTimeout: 10_000,
    ...PING,
    perMessageDeflate: false,
    allowRequest: (request, decide) =>
      decide(null, parts.allows(request) && strangers.has(parts.addressOf(request))),
  });

  const presence: Presence = createPresence((sittingId) => channels.connectedChanged(sittingId), timers);
  const states = createStates({ ...parts, presence });
  const channels: Channels = createChannels({
    states,
    streams,
    people: parts.people,
    clock,
    timers,
    logger,
    connected: presence.connected,
    screens: presence.screens,
    isListening: (room) => (io.sockets.adapter.rooms.get(room)?.size ?? 0) > 0,
    emit: (room, event, ...args) => io.to(room).emit(event, ...args),
  });
  /** Pages that follow actes. */
  let followers = 0;
  const actesNews = createActesNews({
    ...{ streams, timers, logger },
    isFollowed: () => followers > 0,
    tell: (room, of) => io.to(room).emit('actes', of),
  });

  io.use((socket, next) => {
    const { v: version } = socket.handshake.auth as { v?: unknown };
    if (version !== PROTOCOL_VERSION) {
      next(new Error('protocol/stale-client' satisfies ErrorCode));
      return;
    }
    parts.sessionOf(socket.request).then(
      (session) => {
        if (!session) {
          strangers.take(parts.addressOf(socket.request));
          next(new Error('access/no-session' satisfies ErrorCode));
          return;
        }
        socket.data.sessionId = session.id;
        socket.data.subscriptions = new Map();
        next();
      },
      (error: unknown) => {
        logger.error('realtime/session-failed', { reason: error instanceof Error ? error.name : 'unknown' });
        next(new Error('protocol/unavailable' satisfies ErrorCode));
      },
    );
  });

  io.on('connection', (socket) => {
    socket.on('error', (error) => logger.debug('realtime/socket-error', { reason: error.name }));
    const { sessionId } = socket.data;
    if (!isConnected(sessionId)) parts.deviceTurned(sessionId);
    void socket.join(deviceRoom(sessionId));
    const actor = () => parts.actorOf({ id: sessionId });
    const isTooFast = (): boolean => !requests.take(socket.data.sessionId);

    carryTexts(socket, { openText: parts.openText, frameBytes: parts.textFrameBytes, isTooFast });

    socket.on('time', (answer) => {
      if (typeof answer === 'function') answer({ at: clock.now() });
    });

    socket.on('command', (envelope, answer) => {
      reply(answer, async () => {
        if (isTooFast()) return refusal('protocol/too-many');
        const parsed = v.safeParse(commandSchema, envelope);
        if (!parsed.success) return refusal('protocol/malformed');
        const { commandId, as, by, validUntil, command } = parsed.output;
        if (validUntil !== null && clock.now() > validUntil) return refusal('protocol/too-late');
        const answered = await commands.execute({ actor: await actor(), as, by }, commandId, command);
        return answered.ok ? answered : refusal(answered.error.code);
      });
    });

    socket.on('subscribe', (to, answer) => {
      reply(answer, async () => {
        if (isTooFast()) return refusal('protocol/too-many');
        const parsed = v.safeParse(subscribeSchema, to);
        return parsed.success ? subscribe(socket, parsed.output, actor) : refusal('protocol/malformed');
      });
    });

    socket.on('unsubscribe', (from) => {
      const parsed = v.safeParse(subscribeSchema, from);
      if (parsed.success) leave(socket, keyOf(parsed.output));
    });

    socket.on('page', (of, answer) => {
      reply(answer, async () => {
        if (isTooFast()) return refusal('protocol/too-many');
        const parsed = v.safeParse(pageSchema, of);
        if (!parsed.success) return refusal('protocol/malformed');
        const { sittingId, before, by } = parsed.output;
        const page = await states.page(await actor(), sittingId, before, by, audienceHere(socket, sittingId));
        if (typeof page === 'string') return refusalOf(page);
        return { ok: true, value: page };
      });
    });

    socket.on('own', (of, answer) => {
      reply(answer, async () => {
        if (isTooFast()) return refusal('protocol/too-many');
        const parsed = v.safeParse(ownSchema, of);
        if (!parsed.success) return refusal('protocol/malformed');
        const { sittingId, by, keys } = parsed.output;
        const own = await states.own(await actor(), sittingId, by, keys);
        if (typeof own === 'string') return refusalOf(own);
        return { ok: true, value: own };
      });
    });

    socket.on('disconnect', (reason) => {
      for (const key of [...socket.data.subscriptions.keys()]) leave(socket, key, LEAVINGS[reason] ?? 'cut');
      if (!isConnected(sessionId)) parts.deviceTurned(sessionId);
    });
  });

  /** Answers with what `work` finds; a failure is logged without its words and answered with a code. */
  function reply<T>(answer: unknown, work: () => Promise<Answer<T>>): void {
    const respond = typeof answer === 'function' ? (answer as (it: Answer<T>) => void) : () => undefined;
    work().then(respond, (error: unknown) => {
      logger.error('realtime/command-failed', { reason: error instanceof Error ? error.name : 'unknown' });
      respond(refusal('protocol/unavailable'));
    });
  }

  const isConnected = (sessionId: string): boolean =>
    (io.sockets.adapter.rooms.get(deviceRoom(sessionId))?.size ?? 0) > 0;

  async function subscribe(socket: Peer, to: Subscribe, actor: () => Promise<Actor>) {
    if (socket.data.subscriptions.size >= SUBSCRIPTIONS_PER_SOCKET) return refusal('protocol/too-many');
    // The rights are asked for each time: those that go while we look go for the second look.
    const read = () => readFor(socket, to, actor);
    const allowed = await read();
    if (typeof allowed === 'string') return refusalOf(allowed);
    // Whoever left while we looked is not let in: nothing would ever let them out again.
    if (!socket.connected) return refusal('access/no-session');
    // Into the room first, read again after: a commit in between comes as a frame that the page puts after this state.
    enter(socket, allowed.rooms, to);
    const seen = await read();
    if (typeof seen === 'string' || !areSame(seen.rooms, allowed.rooms)) {
      leave(socket, keyOf(to));
      return refusal('access/forbidden');
    }
    return { ok: true, value: seen.state } as const;
  }

  async function readFor(socket: Peer, to: Subscribe, actor: () => Promise<Actor>) {
    const by = await actor();
    if (to.channel === 'seminar') {
      const state = await states.seminarState(by, to.seminarId);
      return typeof state === 'string' ? state : { state, rooms: [seminarRoom(to.seminarId)] };
    }
    if (to.channel === 'actes') {
      const { seminarId } = to;
      if (!may(by, 'actes/edit', { seminarId, sittingIds: [] })) return 'forbidden';
      return { state: { seminarId }, rooms: [actesRoom(seminarId)] };
    }
    const { sittingId, audience } = to;
    const origin = parts.printedOrigin(socket.request);
    const state = await states.sittingState(by, sittingId, audience, origin, to.by);
    if (typeof state === 'string') return state;
    return { state, rooms: await states.roomsOf(by, sittingId, state) };
  }

  /** When that cannot be found out, it may not: nobody goes on hearing what was taken from them. */
  async function mayStay(socket: Peer, { to, rooms }: Subscription): Promise<boolean> {
    try {
      const seen = await readFor(socket, to, () => parts.actorOf({ id: socket.data.sessionId }));
      return typeof seen !== 'string' && areSame(seen.rooms, rooms);
    } catch (error) {
      logger.error('realtime/recheck-failed', { reason: error instanceof Error ? error.name : 'unknown' });
      return false;
    }
  }

  /** The page has missed something for good: it subscribes anew, and is told that it may not. */
  function tellGone(socket: Peer, to: Subscribe): void {
    const gap = { prev: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER, changes: [] };
    if (to.channel === 'sitting') {
      const { sittingId } = to;
      socket.emit('sitting', { stream: sittingStream(sittingId), ...gap, sittingId });
    } else if (to.channel === 'seminar') {
      const { seminarId } = to;
      socket.emit('seminar', { stream: seminarStream(seminarId), ...gap, seminarId });
    }
  }

  async function recheck(sessionId: string): Promise<void> {
    for (const socketId of [...(io.sockets.adapter.rooms.get(deviceRoom(sessionId)) ?? [])]) {
      const socket = io.sockets.sockets.get(socketId);
      if (!socket) continue;
      for (const [key, subscription] of [...socket.data.subscriptions]) {
        if (await mayStay(socket, subscription)) continue;
        leave(socket, key);
        tellGone(socket, subscription.to);
      }
    }
  }

  function enter(socket: Peer, rooms: readonly string[], to: Subscribe): void {
    const before = socket.data.subscriptions.get(keyOf(to));
    socket.data.subscriptions.set(keyOf(to), { to, rooms });
    void socket.join([...rooms]);
    if (before) leaveUnheard(socket, before.rooms);
    else if (to.channel === 'actes') followers += 1;
    if (before || to.channel !== 'sitting') return;
    if (to.audience === 'participant') presence.enter(to.sittingId, socket.data.sessionId);
    if (to.audience === 'screen') presence.enterScreen(to.sittingId, socket.data.sessionId);
  }

  /** Leaves those of the rooms in which none of the page's subscriptions hears. */
  function leaveUnheard(socket: Peer, rooms: readonly string[]): void {
    const heard = new Set([...socket.data.subscriptions.values()].flatMap((it) => it.rooms));
    for (const room of rooms) if (!heard.has(room)) void socket.leave(room);
  }

  function leave(socket: Peer, key: string, how: Leaving = 'closed'): void {
    const subscription = socket.data.subscriptions.get(key);
    if (!subscription) return;
    const { to: from, rooms } = subscription;
    socket.data.subscriptions.delete(key);
    leaveUnheard(socket, rooms);
    if (from.channel === 'actes') followers -= 1;
    if (from.channel !== 'sitting') return;
    if (from.audience === 'participant') presence.leave(from.sittingId, socket.data.sessionId);
    if (from.audience === 'screen') presence.leaveScreen(from.sittingId, socket.data.sessionId, how);
  }

  return {
    committed(events) {
      channels.committed(events);
      actesNews.committed(events);
    },
    textCommitted: actesNews.textCommitted,
    tellDevice: (sessionId, notice) => io.to(deviceRoom(sessionId)).emit('pairing', notice),
    recheck,
    isConnected,
    isAnybodyThere: presence.isAnybodyThere,
    screens: presence,
    async close() {
      // Not io.close(): a socket that is told to leave stays away, one whose transport ends comes back by itself.
      io.engine.close();
      presence.close();
      actesNews.close();
      await channels.close();
    },
  };
}

/** All the pages of a device. */
const deviceRoom = (sessionId: string): string => `device:${sessionId}`;

/** What tells the subscriptions of a page apart. */
function keyOf(to: Subscribe): string {
  if (to.channel === 'sitting') return sittingRoom(to.sittingId, to.audience);
  return to.channel === 'seminar' ? seminarRoom(to.seminarId) : actesRoom(to.seminarId);
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((room) => others.includes(room));

/** As which audience a page follows a sitting: its list goes on as it began. */
function audienceHere(socket: Peer, sittingId: string): Audience {
  const isConsole = [...socket.data.subscriptions.values()].some(
    ({ to }) => to.channel === 'sitting' && to.sittingId === sittingId && to.audience === 'console',
  );
  return isConsole ? 'console' : 'participant';
}
