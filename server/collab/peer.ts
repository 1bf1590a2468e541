/** The other end of a connection, as a room knows it: whatever carries frames in order. */
export interface Peer {
  /** Queues a frame; a peer that is gone drops it. */
  send(frame: Uint8Array): void;
  /** Ends the connection with a WebSocket close code. */
  close(code: number, reason: string): void;
  /** How many bytes were queued and have not left yet. */
  bufferedBytes(): number;
}
