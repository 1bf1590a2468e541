/** What y-websocket takes for a WebSocket, and something else carries. */

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

/** The close code of a WebSocket that ended without a word. */
export const LOST = 1006;

/** Milliseconds that a line, or a WebSocket, may take to open. */
export const OPEN_WITHIN = 10_000;

export type Carrier = {
  readonly send: (frame: Uint8Array) => void;
  /** Tells the other side that the line is left. */
  readonly leave: () => void;
};

/** The part of a WebSocket that y-websocket uses. */
export class CarriedSocket {
  readonly OPEN = OPEN;
  binaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: Uint8Array }) => void) | null = null;
  onerror: (() => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  readonly #carrier: Carrier;
  readonly #patience: ReturnType<typeof setTimeout>;
  #readyState = CONNECTING;

  constructor(carrier: Carrier) {
    this.#carrier = carrier;
    this.#patience = setTimeout(() => this.close(LOST), OPEN_WITHIN);
  }

  get readyState(): number {
    return this.#readyState;
  }

  /** Frames go through from now on. Told a moment later, as a WebSocket does: nobody listens yet while it is made. */
  opened(): void {
    clearTimeout(this.#patience);
    queueMicrotask(() => {
      if (this.#readyState !== CONNECTING) return;
      this.#readyState = OPEN;
      this.onopen?.();
    });
  }

  receive(frame: Uint8Array): void {
    if (this.#readyState === OPEN) this.onmessage?.({ data: frame });
  }

  /** The other side ended it, or the way to it did. */
  ended(code: number, reason: string): void {
    if (this.#readyState === CLOSED) return;
    clearTimeout(this.#patience);
    this.#readyState = CLOSED;
    queueMicrotask(() => this.onclose?.({ code, reason }));
  }

  send(frame: Uint8Array): void {
    if (this.#readyState === OPEN) this.#carrier.send(frame);
  }

  close(code = 1000): void {
    if (this.#readyState === CLOSED) return;
    this.#carrier.leave();
    this.ended(code, '');
  }
}
