/** The sockets of a shared text: WebSockets, or lines on the page's connection where the network refuses them. */
import { OPEN_WITHIN } from './carried-socket.ts';
import type { TextLines } from './text-lines.ts';

export type TextSocketParts = {
  /** A new connection begins. */
  readonly opened: () => void;
  /** y-websocket itself does not tell what it gives to send. */
  readonly sent: (frame: Uint8Array) => void;
  /** The lines of the page's connection; null while it has none. */
  readonly lines: () => TextLines | null;
  /** A WebSocket did not open. */
  readonly refused: () => void;
};

/** A class that makes the one or the other, as it finds best each time. */
export function textSocket({ opened, sent, lines, refused }: TextSocketParts): typeof WebSocket {
  class OwnSocket extends WebSocket {
    #left = false;

    constructor(address: string | URL) {
      super(address);
      let hasOpened = false;
      // Some networks do not refuse: they let a page wait for minutes.
      const patience = setTimeout(() => super.close(), OPEN_WITHIN);
      this.addEventListener('open', () => {
        hasOpened = true;
        clearTimeout(patience);
        lines()?.webSocketOpened();
      });
      this.addEventListener('close', () => {
        clearTimeout(patience);
        if (!hasOpened && !this.#left) refused();
      });
    }

    override send(frame: Parameters<WebSocket['send']>[0]): void {
      if (frame instanceof Uint8Array) sent(frame);
      super.send(frame);
    }

    override close(code?: number, reason?: string): void {
      this.#left = true;
      super.close(code, reason);
    }
  }

  class TextSocket {
    constructor(address: string | URL) {
      opened();
      const on = lines();
      return on?.areNeeded ? on.open(address, sent) : new OwnSocket(address);
    }
  }
  // What y-websocket uses of a WebSocket, both of them have.
  return TextSocket as unknown as typeof WebSocket;
}
