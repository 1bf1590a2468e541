import type { IncomingMessage } from 'node:http';

/** The other end of a connection, as a room knows it: whatever carries frames in order. */
export interface Peer {
  /** Queues a frame; a peer that is gone drops it. */
  send(frame: Uint8Array): void;
  /** Ends the connection with a WebSocket close code. */
  close(code: number, reason: string): void;
  /** How many bytes were queued and have not left yet. */
  bufferedBytes(): number;
}

/** A peer on its own line, which may end before the room is reached. */
export interface LinePeer extends Peer {
  /** False from the moment its end is known. */
  isOpen(): boolean;
}

/** One client's line to one document, as whatever carries it knows it. */
export type TextLine = {
  /** A whole frame arrived. */
  readonly receive: (frame: Uint8Array) => void;
  /** The line is gone; called once, and never from within the peer's `close`. */
  readonly ended: () => void;
};

/**
 * Begins a line. `request` is the one whose cookie says who asks; `address` is `/collab/<wireName>` with its query,
 * whichever way it came. A refusal closes the peer.
 */
export type OpenLine = (request: IncomingMessage, address: string, peer: LinePeer) => TextLine;
