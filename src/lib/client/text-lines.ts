/** Shared texts over the page's Socket.IO connection, for networks that refuse WebSockets. */
import type { Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#protocol/socket.ts';
import { partsOf } from '#protocol/text-lines.ts';
import { CarriedSocket, LOST } from './carried-socket.ts';

/** WebSockets that in vain tried to open while the connection was there, before texts take the other way. */
const REFUSALS = 2;

export class TextLines {
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #open = new Map<number, CarriedSocket>();
  /** Lines that begin with the next connection. */
  readonly #waiting = new Map<CarriedSocket, () => void>();
  #next = 0;
  #refusals = 0;
  /** The connection was last made by polling: its own WebSocket was refused. */
  #polls = false;

  constructor(socket: Socket<ServerToClient, ClientToServer>) {
    this.#socket = socket;
    socket.on('connect', () => this.#connected());
    socket.on('disconnect', () => {
      for (const number of [...this.#open.keys()]) this.#end(number, LOST, '');
    });
    socket.on('text-frame', ({ line }, frame) => this.#open.get(line)?.receive(frame));
    socket.on('text-close', ({ line, code, reason }) => this.#end(line, code, reason));
    if (socket.connected) this.#connected();
  }

  /** Whether texts go this way: as far as is known, this network refuses WebSockets. */
  get areNeeded(): boolean {
    return this.#polls || this.#refusals >= REFUSALS;
  }

  /** A text's WebSocket did not open. Without a connection that says nothing: the whole network may be gone. */
  webSocketRefused(): void {
    if (this.#socket.connected) this.#refusals += 1;
  }

  webSocketOpened(): void {
    this.#refusals = 0;
  }

  /** This may be another network: WebSockets get another chance. */
  networkChanged(): void {
    this.#refusals = 0;
  }

  /** A line to a text, at once or with the next connection. The address is that of its WebSocket; `sent` hears frames. */
  open(address: string | URL, sent: (frame: Uint8Array) => void): CarriedSocket {
    const { pathname, search } = new URL(address);
    const line = this.#next;
    this.#next += 1;
    const made: CarriedSocket = new CarriedSocket({
      send: (frame) => {
        sent(frame);
        for (const { bytes, more } of partsOf(frame)) this.#socket.emit('text-part', { line, more }, bytes);
      },
      leave: () => {
        this.#waiting.delete(made);
        if (this.#open.delete(line)) this.#socket.emit('text-leave', { line });
      },
    });
    const begin = (): void => {
      this.#open.set(line, made);
      this.#socket.emit('text-open', { line, address: pathname + search });
      made.opened();
    };
    if (this.#socket.connected) begin();
    else this.#waiting.set(made, begin);
    return made;
  }

  #connected(): void {
    this.#polls = this.#socket.io.engine.transport.name === 'polling';
    for (const [line, begin] of [...this.#waiting]) {
      this.#waiting.delete(line);
      // A network that takes WebSockets after all is tried with one.
      if (this.areNeeded) begin();
      else line.ended(LOST, '');
    }
  }

  #end(number: number, code: number, reason: string): void {
    const line = this.#open.get(number);
    this.#open.delete(number);
    line?.ended(code, reason);
  }
}
