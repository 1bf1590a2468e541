/** A real server on a free port, clients as they really are, and time that the test moves. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { instant } from '#core/time/instant.ts';
import type { CollabNotice } from '#protocol/collab.ts';
import { COLLAB_MESSAGE, readNotice, SYNC_MESSAGE } from '#protocol/collab.ts';
import type { DocumentRef } from '#ydoc/document-names.ts';
import { documentName, wireName } from '#ydoc/document-names.ts';
import type { DocumentStore } from '../seminars/documents.port.ts';
import type { Clock, LogFields, Logger, Timers } from '../seminars/surroundings.port.ts';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import type { Admit, CollabParts, CollabServer } from './collab-server.ts';
import { createCollabServer } from './collab-server.ts';

/** Time that stands still until the test moves it. */
export class HandTime implements Clock, Timers {
  #now = 1_000_000;
  #waiting: { due: number; run: () => void }[] = [];

  readonly now = () => instant(this.#now);

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { due: this.#now + milliseconds, run };
    this.#waiting.push(timer);
    return () => {
      this.#waiting = this.#waiting.filter((it) => it !== timer);
    };
  };

  /** Runs what comes due, in order. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#waiting.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.#waiting = this.#waiting.filter((it) => it !== next);
      this.#now = Math.max(this.#now, next.due);
      next.run();
    }
    this.#now = end;
  }
}

export class LogBook implements Logger {
  readonly events: string[] = [];
  readonly debug = (event: string, fields?: LogFields): void => this.#note('debug', event, fields);
  readonly info = (event: string, fields?: LogFields): void => this.#note('info', event, fields);
  readonly warn = (event: string, fields?: LogFields): void => this.#note('warn', event, fields);
  readonly error = (event: string, fields?: LogFields): void => this.#note('error', event, fields);

  #note(level: string, event: string, fields: LogFields = {}): void {
    this.events.push(`${level} ${event} ${JSON.stringify(fields)}`);
  }
}

/** A store whose commits and loads wait, or fail, when the test says so. */
export class HeldStore implements DocumentStore {
  readonly inner: DocumentStore;
  failing = false;
  commits = 0;
  loads = 0;
  #gate: { opened: Promise<void>; open: () => void } | null = null;
  #held: 'commit' | 'load' = 'commit';

  constructor(inner: DocumentStore = openMemoryStorage().documents) {
    this.inner = inner;
  }

  hold(what: 'commit' | 'load'): void {
    this.#held = what;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = { opened: promise, open: resolve };
  }

  release(): void {
    this.#gate?.open();
    this.#gate = null;
  }

  readonly epoch: DocumentStore['epoch'] = (...args) => this.inner.epoch(...args);
  readonly renew: DocumentStore['renew'] = (...args) => this.inner.renew(...args);
  readonly compact: DocumentStore['compact'] = (...args) => this.inner.compact(...args);
  readonly clientOwners: DocumentStore['clientOwners'] = (...args) => this.inner.clientOwners(...args);

  readonly load: DocumentStore['load'] = async (...args) => {
    this.loads += 1;
    if (this.#held === 'load') await this.#gate?.opened;
    return await this.inner.load(...args);
  };

  readonly commit: DocumentStore['commit'] = async (commit) => {
    this.commits += 1;
    if (this.#held === 'commit') await this.#gate?.opened;
    if (this.failing) throw new Error('The disk is full.');
    return await this.inner.commit(commit);
  };
}

export const NOTES: DocumentRef = { kind: 'notes', id: 'sitting-1' };

type Options = Partial<Omit<CollabParts, 'documents'>> & {
  readonly documents?: DocumentStore;
  readonly seed?: () => Promise<Uint8Array | null>;
};

/** Cookies are `<session>:<write|read>:<name>`. */
export const admitByCookie =
  (seed: Options['seed'], rights = new Map<string, 'write' | 'read' | null>()): Admit =>
  async (request, ref) => {
    const [owner = '', mode = '', name = ''] = (request.headers.cookie ?? '').split(':');
    if (owner === '') return { ok: false, code: 4401, reason: 'access/no-session' };
    if (ref.id === 'nobodys') return { ok: false, code: 4404, reason: 'seminar/unknown' };
    if (mode !== 'write' && mode !== 'read') return { ok: false, code: 4403, reason: 'access/forbidden' };
    const recheck = async () => rights.get(owner) ?? (rights.has(owner) ? null : mode);
    return { ok: true, owner, name, mode, recheck, seed: seed ?? null };
  };

export class House implements AsyncDisposable {
  readonly collab: CollabServer;
  readonly documents: DocumentStore;
  readonly time: HandTime;
  readonly log: LogBook;
  readonly #http: Server;
  readonly #ends: (() => void)[] = [];

  private constructor(
    collab: CollabServer,
    documents: DocumentStore,
    time: HandTime,
    log: LogBook,
    http: Server,
  ) {
    this.collab = collab;
    this.documents = documents;
    this.time = time;
    this.log = log;
    this.#http = http;
  }

  static async open(options: Options = {}): Promise<House> {
    const documents = options.documents ?? openMemoryStorage().documents;
    const time = new HandTime();
    const log = new LogBook();
    const collab = createCollabServer({
      admit: admitByCookie(options.seed),
      clock: time,
      timers: time,
      logger: log,
      ...options,
      documents,
    });
    const http = createServer();
    http.on('upgrade', (request, socket: Socket, head) => collab.handleUpgrade(request, socket, head));
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return new House(collab, documents, time, log, http);
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  /** A stock y-websocket client. */
  stock(
    cookie: string,
    { ref = NOTES, epoch = 1, doc = new Y.Doc(), query = {} }: ClientOptions = {},
  ): Stock {
    const provider = new WebsocketProvider(
      `ws://127.0.0.1:${this.port}/collab`,
      wireName({ ...ref, epoch }),
      doc,
      {
        WebSocketPolyfill: withCookie(cookie),
        disableBc: true,
        params: query,
        maxBackoffTime: 50,
      },
    );
    this.#ends.push(() => provider.destroy());
    return { provider, doc, text: doc.getText('plain') };
  }

  /** A client that sends and records bare frames. */
  async bare(
    cookie: string,
    { ref = NOTES, epoch = 1, query = {} }: Omit<ClientOptions, 'doc'> = {},
  ): Promise<Bare> {
    const parameters = new URLSearchParams(query).toString();
    const client = new Bare(
      `ws://127.0.0.1:${this.port}/collab/${wireName({ ...ref, epoch })}?${parameters}`,
      cookie,
    );
    this.#ends.push(() => client.socket.terminate());
    await client.opened;
    return client;
  }

  /** What is on disk, as text. */
  async onDisk(ref: DocumentRef = NOTES): Promise<string> {
    const name = documentName(ref);
    const stored = await this.documents.load(name, await this.documents.epoch(name));
    const doc = new Y.Doc();
    for (const update of [stored.snapshot ?? [], ...stored.updates.map((row) => row.update)]) {
      if (update instanceof Uint8Array) Y.applyUpdate(doc, update);
    }
    return textOf(doc);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const end of this.#ends) end();
    const closing = this.collab.close();
    this.time.pass(60_000);
    await closing;
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, 'close');
  }
}

export type ClientOptions = {
  readonly ref?: DocumentRef;
  readonly epoch?: number;
  readonly doc?: Y.Doc;
  readonly query?: Readonly<Record<string, string>>;
};

export type Stock = { readonly provider: WebsocketProvider; readonly doc: Y.Doc; readonly text: Y.Text };

export const textOf = (doc: Y.Doc): string => doc.getText('plain').toJSON();

type StockWebSocket = NonNullable<ConstructorParameters<typeof WebsocketProvider>[3]>['WebSocketPolyfill'];

function withCookie(cookie: string): StockWebSocket {
  class CookieSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie } });
    }
  }
  return CookieSocket as unknown as StockWebSocket;
}

export class Bare {
  readonly socket: WebSocket;
  readonly opened: Promise<unknown>;
  readonly frames: Uint8Array[] = [];
  closed: { readonly code: number; readonly reason: string } | null = null;

  constructor(url: string, cookie: string) {
    this.socket = new WebSocket(url, { headers: { cookie } });
    this.socket.binaryType = 'nodebuffer';
    this.socket.on('message', (data: Buffer) => this.frames.push(new Uint8Array(data)));
    this.socket.on('close', (code, reason) => (this.closed = { code, reason: reason.toString() }));
    this.socket.on('error', () => undefined);
    this.opened = once(this.socket, 'open');
  }

  send(frame: Uint8Array): void {
    this.socket.send(frame);
  }

  /** Whole answers and updates, in order. */
  get texts(): Uint8Array[] {
    return this.#bodies(COLLAB_MESSAGE.sync, [SYNC_MESSAGE.step2, SYNC_MESSAGE.update]);
  }

  get syncRequests(): Uint8Array[] {
    return this.#bodies(COLLAB_MESSAGE.sync, [SYNC_MESSAGE.step1]);
  }

  get notices(): CollabNotice[] {
    return this.frames.flatMap((frame) => readNotice(frame) ?? []);
  }

  get acknowledged(): number {
    return this.notices.reduce((most, it) => (it.type === 'acknowledged' ? it.frames : most), 0);
  }

  get refusals(): string[] {
    return this.notices.flatMap((it) => (it.type === 'refused' ? [`${it.frame} ${it.refusal}`] : []));
  }

  get states(): string[] {
    return this.notices.flatMap((it) => (it.type === 'state' ? [it.state] : []));
  }

  /** Presence entries, in order. */
  get presence(): { clientId: number; state: unknown }[] {
    return this.#bodies(COLLAB_MESSAGE.awareness, null).flatMap((body) => {
      const decoder = decoding.createDecoder(body);
      return Array.from({ length: decoding.readVarUint(decoder) }, () => {
        const clientId = decoding.readVarUint(decoder);
        decoding.readVarUint(decoder);
        return { clientId, state: JSON.parse(decoding.readVarString(decoder)) as unknown };
      });
    });
  }

  get presenceFrames(): number {
    return this.#bodies(COLLAB_MESSAGE.awareness, null).length;
  }

  /** The document as this client was told it. */
  get text(): string {
    const doc = new Y.Doc();
    for (const update of this.texts) Y.applyUpdate(doc, update);
    return textOf(doc);
  }

  #bodies(message: number, types: readonly number[] | null): Uint8Array[] {
    return this.frames.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      if (decoding.readVarUint(decoder) !== message) return [];
      if (types !== null && !types.includes(decoding.readVarUint(decoder))) return [];
      return [decoding.readVarUint8Array(decoder)];
    });
  }
}

/** Waits until something is so; the test's own timeout ends a wait in vain. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** Lets everything that is under way on the sockets arrive: a round trip of a client of its own. */
export async function settle(house: House, rounds = 3): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const probe = await house.bare('', { ref: { kind: 'preamble', id: 'probe' } });
    await until(() => probe.closed !== null);
  }
}

/** A text's update under a chosen client id. */
export function typed(words: string, clientId: number, on?: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  if (on !== undefined) Y.applyUpdate(doc, on);
  doc.clientID = clientId;
  const before = Y.encodeStateVector(doc);
  const text = doc.getText('plain');
  text.insert(text.length, words);
  return Y.encodeStateAsUpdate(doc, before);
}
