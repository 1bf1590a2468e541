/** The page's one Socket.IO connection to its own server. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { ERROR_CODES } from '#protocol/errors.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { AskOwn, CommandEnvelope, Subscribe } from '#protocol/inputs.ts';
import type { Own } from '#protocol/views.ts';
import { SOCKET_PATH } from '#protocol/socket.ts';
import type {
  Answer,
  ClientToServer,
  Handshake,
  Page,
  ServerToClient,
  State,
  TimeAnswer,
} from '#protocol/socket.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import type { ApiResult } from './api.ts';
import { promptedDelay, reconnectDelay } from './backoff.ts';
import { fitsOneFrame } from './frame-size.ts';
import { spreadReconnects } from './spread-reconnects.ts';
import { TextLines } from './text-lines.ts';

/** `stale-client`: the page must be loaded again. `refused`: this device may not connect, `refusal` says why. */
export type ConnectionStatus = 'connecting' | 'live' | 'reconnecting' | 'stale-client' | 'refused';

export type CommandResult = ApiResult<{ readonly seqs: Readonly<Record<string, number>> }>;

const ANSWER_WITHIN = 10_000;
const TIME_WITHIN = 5_000;

/** Refusals of the moment: the same device may well be let in a little later. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'protocol/too-many',
  'protocol/unavailable',
  'protocol/internal',
]);
/** The same may well be granted a little later. */
export const isPassing = (code: ErrorCode | 'network'): boolean => code === 'network' || PASSING.has(code);

/** 500 phones that poll first are 500 requests more; a network that refuses WebSockets costs one. */
const WEB_SOCKET_FIRST = ['websocket', 'polling'];
/** A network that neither takes nor refuses a WebSocket: polling gets through, and goes over to one if it can. */
const POLLING_FIRST = ['polling', 'websocket'];

const UNANSWERED = { ok: false, error: { code: 'network' } } as const;
const TOO_LARGE = { ok: false, error: { code: 'protocol/too-large' } } as const;

export class Connection {
  #status = $state<ConnectionStatus>('connecting');
  #refusal = $state<ErrorCode | null>(null);
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  /** Shared texts, where the network refuses WebSockets. */
  readonly texts: TextLines;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor() {
    const auth: Handshake = { v: PROTOCOL_VERSION };
    this.#socket = io({
      path: SOCKET_PATH,
      auth,
      transports: WEB_SOCKET_FIRST,
      tryAllTransports: true,
      timeout: 10_000,
    });
    spreadReconnects(this.#socket.io, Math.random);
    this.texts = new TextLines(this.#socket);
    this.#socket.on('connect', () => {
      this.#refusal = null;
      this.#status = 'live';
    });
    this.#socket.on('connect_error', (error) => this.#notConnected(error.message));
    this.#socket.on('disconnect', () => {
      if (this.#closed) return;
      this.#status = 'reconnecting';
      if (!this.#socket.active) this.#connectLater();
    });
    window.addEventListener('online', this.#networkChanged);
    window.addEventListener('offline', this.#networkGone);
    document.addEventListener('visibilitychange', this.#reconnectSoon);
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  /** Why this device is not let in; null while it is, or may be. */
  get refusal(): ErrorCode | null {
    return this.#refusal;
  }

  /** Calls back at each connection, and now when there is one. */
  onLive(listener: () => void): void {
    this.#socket.on('connect', listener);
    if (this.#socket.connected) listener();
  }

  /** Calls back each time a connection is gone. */
  onLost(listener: () => void): void {
    this.#socket.on('disconnect', listener);
  }

  onRefused(listener: (code: ErrorCode) => void): void {
    this.#socket.on('connect_error', () => {
      if (this.#refusal !== null) listener(this.#refusal);
    });
  }

  on<E extends keyof ServerToClient>(event: E, listener: ServerToClient[E]): void {
    // The library cannot see that a listener of one named event is that event's listener.
    (this.#socket as { on: (event: E, listener: ServerToClient[E]) => unknown }).on(event, listener);
  }

  /** One that is too long for a frame is refused here: the server would let go of the connection. */
  async command(envelope: CommandEnvelope): Promise<CommandResult> {
    if (!fitsOneFrame(envelope)) return TOO_LARGE;
    return this.#ask((socket) => socket.timeout(ANSWER_WITHIN).emitWithAck('command', envelope));
  }

  subscribe(to: Subscribe): Promise<ApiResult<State>> {
    return this.#ask((socket) => socket.timeout(ANSWER_WITHIN).emitWithAck('subscribe', to));
  }

  /** What a page has read once, and does not follow. */
  unsubscribe(from: Subscribe): void {
    if (this.#socket.connected) this.#socket.emit('unsubscribe', from);
  }

  page(of: {
    readonly sittingId: string;
    readonly before: number;
    readonly by: string | null;
  }): Promise<ApiResult<Page>> {
    return this.#ask((socket) => socket.timeout(ANSWER_WITHIN).emitWithAck('page', of));
  }

  /** What is this person's own. */
  own(of: AskOwn): Promise<ApiResult<Own>> {
    return this.#ask((socket) => socket.timeout(ANSWER_WITHIN).emitWithAck('own', of));
  }

  /** When the server saw this probe; null when no answer came. */
  time(): Promise<TimeAnswer | null> {
    if (!this.#socket.connected) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#socket.timeout(TIME_WITHIN).emit('time', (failed: Error | null, answer: TimeAnswer) => {
        resolve(failed ? null : answer);
      });
    });
  }

  /** Lets go of a connection that no longer answers and makes a new one: a half-open socket is silent for minutes. */
  renew(): void {
    if (this.#socket.connected) this.#socket.io.engine.close();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    window.removeEventListener('online', this.#networkChanged);
    window.removeEventListener('offline', this.#networkGone);
    document.removeEventListener('visibilitychange', this.#reconnectSoon);
    this.#socket.removeAllListeners();
    this.#socket.disconnect();
  }

  /** Nothing is asked while there is no connection: the library would keep it and send it when it is too late. */
  async #ask<T>(
    emit: (socket: Socket<ServerToClient, ClientToServer>) => Promise<Answer<T>>,
  ): Promise<ApiResult<T>> {
    if (!this.#socket.connected) return UNANSWERED;
    try {
      return await emit(this.#socket);
    } catch {
      return UNANSWERED;
    }
  }

  #notConnected(message: string): void {
    if (message === 'timeout') this.#socket.io.opts.transports = POLLING_FIRST;
    // While the library goes on trying, the network is at fault and the message is its own.
    if (this.#socket.active || this.#closed) return;
    const code = ERROR_CODES.find((it) => it === message) ?? 'protocol/internal';
    if (code === 'protocol/stale-client') {
      this.#refusal = code;
      this.#status = 'stale-client';
    } else if (PASSING.has(code)) {
      this.#connectLater();
    } else {
      this.#refusal = code;
      this.#status = 'refused';
    }
  }

  #connectLater(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#socket.connect(), reconnectDelay(Math.random()));
  }

  readonly #networkChanged = (): void => {
    this.#socket.io.opts.transports = WEB_SOCKET_FIRST;
    this.texts.networkChanged();
    this.#reconnectSoon();
  };

  /** Said at once, not after a silence; a server on this very device is there again in a moment. */
  readonly #networkGone = (): void => this.renew();

  readonly #reconnectSoon = (): void => {
    if (document.visibilityState !== 'visible' || !this.#isTrying) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      // Disconnecting first drops the wait the library is in.
      if (this.#isTrying) this.#socket.disconnect().connect();
    }, promptedDelay(Math.random()));
  };

  get #isTrying(): boolean {
    return this.#status === 'connecting' || this.#status === 'reconnecting';
  }
}
