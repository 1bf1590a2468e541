/** A device of a test: its cookie, its requests, its sockets. */
import { randomBytes } from 'node:crypto';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import type { Role } from '#core/access/roles.ts';
import type { Command, Subscribe } from '#protocol/inputs.ts';
import type { Answer, ClientToServer, CommandAnswer, ServerToClient, State } from '#protocol/socket.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import type { SeminarView, SittingState } from '#protocol/views.ts';
import { DESCRIPTION, ITEMS } from './seminar-desk.ts';

export const freshId = (): string => randomBytes(16).toString('base64url');

type ClientSocket = Socket<ServerToClient, ClientToServer>;

export class Device {
  readonly url: string;
  cookie = '';
  readonly #open: (() => void)[] = [];

  constructor(url: string) {
    this.url = url;
  }

  async request(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(`${this.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json', origin: this.url }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] ?? '';
    return response;
  }

  async json<T>(path: string, body?: unknown): Promise<T> {
    return (await this.request(path, body)).json() as Promise<T>;
  }

  /** Opens a link as a browser does: the secret behind the # is exchanged for a right. */
  async openLink(link: string): Promise<void> {
    const [accessId = '', secret = ''] = new URL(link).hash.replace('#acces=', '').split('.');
    const response = await this.request('/api/access', { accessId, secret });
    if (!response.ok) throw new Error(`link refused: ${await response.text()}`);
  }

  async join(code: string, firstName: string, personId: string = freshId()): Promise<void> {
    const person = {
      personId,
      firstName,
      lastName: 'LE GOFF',
      function: 'bénévole',
      town: 'Lorient',
      consent: 'name-and-function',
      sameName: 'another',
    };
    const response = await this.request('/api/join', { code, person });
    if (!response.ok) throw new Error(`code refused: ${await response.text()}`);
  }

  socket(auth: unknown = { v: PROTOCOL_VERSION }, headers: Record<string, string> = {}): ClientSocket {
    const socket: ClientSocket = io(this.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      auth: auth as Record<string, unknown>,
      extraHeaders: { cookie: this.cookie, origin: this.url, ...headers },
    });
    this.#open.push(() => socket.disconnect());
    return socket;
  }

  /** The document as a stock y-websocket client holds it. */
  text(wireName: string, headers: Record<string, string> = {}): { doc: Y.Doc; provider: WebsocketProvider } {
    const cookie = this.cookie;
    const origin = this.url;
    class CookieSocket extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers: { cookie, origin, ...headers } });
      }
    }
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(`${this.url.replace('http', 'ws')}/collab`, wireName, doc, {
      WebSocketPolyfill: CookieSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 200,
    });
    this.#open.push(() => {
      provider.destroy();
      doc.destroy();
    });
    return { doc, provider };
  }

  close(): void {
    this.#open.splice(0).forEach((close) => close());
  }
}

type WithoutPerson<T> = T extends unknown ? Omit<T, 'by'> : never;

export const connected = async (socket: ClientSocket): Promise<void> => {
  if (!socket.connected) await new Promise<void>((resolve) => socket.once('connect', resolve));
};

export const subscribed = async <S extends State = SittingState>(
  socket: ClientSocket,
  to: WithoutPerson<Subscribe>,
): Promise<S> => {
  const answer: Answer<State> = await socket.emitWithAck('subscribe', { by: null, ...to } as Subscribe);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value as S;
};

export const commanded = (
  socket: ClientSocket,
  as: Role,
  command: Command,
  commandId = freshId(),
): Promise<CommandAnswer> => socket.emitWithAck('command', { commandId, as, by: null, command });

/** A séminaire of one atelier over HTTP: the organiser's device and what it sees. */
export async function createdSeminar(
  url: string,
): Promise<{ organiser: Device; view: SeminarView; sittingId: string }> {
  const organiser = new Device(url);
  const seminarId = freshId();
  const sittingId = freshId();
  const atelier = {
    atelierId: freshId(),
    sittingId,
    title: 'Accueillir',
    room: 'Ouessant',
    start: null,
    items: ITEMS,
  };
  const created = await organiser.request('/api/seminars', { seminarId, description: DESCRIPTION, atelier });
  if (created.status !== 201) throw new Error(await created.text());
  return { organiser, view: await organiser.json<SeminarView>(`/api/seminars/${seminarId}`), sittingId };
}
