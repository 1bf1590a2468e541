/** The shared documents over WebSockets: who is let in, and the `ws` end of every connection. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { RichText } from '#core/actes/rich-text.ts';
import { COLLAB_CLOSE, COLLAB_QUERY, collabVersion } from '#protocol/collab.ts';
import { COLLAB_PATH } from '#protocol/socket.ts';
import type { DocumentRef, WireRef } from '#ydoc/document-names.ts';
import { parseWireName, wireName } from '#ydoc/document-names.ts';
import { SCHEMA_VERSION } from '#ydoc/schema.ts';
import type { DocumentStore } from '../seminars/documents.port.ts';
import type { Clock, Logger, Timers } from '../seminars/surroundings.port.ts';
import type { Mode } from './connection.ts';
import { codeOf } from './error-code.ts';
import type { Limits } from './limits.ts';
import { LIMITS } from './limits.ts';
import type { Peer } from './peer.ts';
import type { Seed } from './room-work.ts';
import type { Seat } from './rooms.ts';
import { Rooms } from './rooms.ts';

/** Whether a request may open a document, as whom, and with what a new one begins. */
export type Admission =
  | {
      readonly ok: true;
      /** The id of the session: what is written belongs to it. */
      readonly owner: string;
      /** What others are shown beside the caret; '' for nobody in particular. */
      readonly name: string;
      readonly mode: Mode;
      /** The right at a later moment; null when it is gone. */
      readonly recheck: () => Promise<Mode | null>;
      readonly seed: Seed | null;
    }
  | { readonly ok: false; readonly code: number; readonly reason: string };

export type Admit = (request: IncomingMessage, ref: DocumentRef) => Promise<Admission>;

export type CollabParts = {
  readonly documents: DocumentStore;
  readonly admit: Admit;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly limits?: Partial<Limits>;
};

export type CollabServer = {
  /** Takes over an upgrade to `/collab/<wireName>` whose Origin was found right. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** False while any document's commits fail. */
  writable(): boolean;
  /** How many documents are in memory. */
  openDocuments(): number;
  /** Asks again for the rights of every connection of a session, or of all; they also are asked for by and by. */
  recheck(owner?: string): Promise<void>;
  /** The words of a document that are on disk. */
  richText(of: DocumentRef): Promise<RichText>;
  /**
   * Opens a document's next epoch with what `remake` makes of its text: nothing of its history is kept, and copies of
   * the old epoch are refused for ever. Answers the new epoch.
   */
  renew(of: DocumentRef, remake: (present: RichText) => RichText): Promise<number>;
  /** Brings to disk what is not there yet, then closes every connection with 1012. */
  close(): Promise<void>;
};

type Line = {
  readonly socket: WebSocket;
  /** What arrived before the client was let in. */
  readonly early: Uint8Array[];
  seat: Seat | null;
  recheck: (() => Promise<Mode | null>) | null;
  answersPings: boolean;
};

export function createCollabServer(parts: CollabParts): CollabServer {
  const { admit, timers, logger } = parts;
  const limits: Limits = { ...LIMITS, ...parts.limits };
  const rooms = new Rooms({ ...parts, limits });
  const lines = new Set<Line>();
  let closing = false;
  const webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
  });

  function accept(socket: WebSocket, request: IncomingMessage): void {
    // A malformed frame is an `error` here, and without a listener the end of the process.
    socket.on('error', (error) => logger.info('collab.socket-error', { reason: codeOf(error) }));
    const line: Line = { socket, early: [], seat: null, recheck: null, answersPings: true };
    lines.add(line);
    socket.on('pong', () => (line.answersPings = true));
    socket.on('message', (data, isBinary) => guard(line, () => receive(line, data, isBinary)));
    socket.on('close', () => {
      lines.delete(line);
      if (line.seat !== null) line.seat.room.leave(line.seat.connection);
    });
    letIn(line, request).catch((error: unknown) => {
      logger.error('collab.admission-failed', { reason: codeOf(error) });
      hangUp(socket, COLLAB_CLOSE.unavailable, 'unavailable');
    });
  }

  async function letIn(line: Line, request: IncomingMessage): Promise<void> {
    const { socket } = line;
    const address = new URL(request.url ?? '/', 'http://localhost');
    const { pathname } = address;
    const ref = parseWireName(pathname.startsWith(COLLAB_PATH) ? pathname.slice(COLLAB_PATH.length) : '');
    if (closing) return hangUp(socket, COLLAB_CLOSE.restart, 'restart');
    if (ref === null) return hangUp(socket, COLLAB_CLOSE.unknownDocument, 'unknown document');
    const version = address.searchParams.get(COLLAB_QUERY.version);
    if (version !== null && version !== collabVersion(SCHEMA_VERSION)) {
      return hangUp(socket, COLLAB_CLOSE.staleClient, 'recharger');
    }
    const { kind, id, epoch } = ref;
    const admission = await admit(request, { kind, id });
    if (!admission.ok) return hangUp(socket, admission.code, admission.reason);
    const present = await rooms.epochOf(ref);
    if (epoch !== present) {
      return hangUp(socket, COLLAB_CLOSE.epochClosed, wireName({ kind, id, epoch: present }));
    }
    if (socket.readyState !== socket.OPEN) return;
    takeSeat(line, ref, admission, address.searchParams.get(COLLAB_QUERY.acknowledge) === '1');
  }

  function takeSeat(
    line: Line,
    { kind, id, epoch }: WireRef,
    { owner, name, mode, seed, recheck }: Extract<Admission, { ok: true }>,
    acknowledges: boolean,
  ): void {
    if (closing) return hangUp(line.socket, COLLAB_CLOSE.restart, 'restart');
    const seat = rooms.join(
      { peer: peerOf(line.socket), ref: { kind, id }, epoch, owner, name, mode, acknowledges },
      seed,
    );
    if (seat === null) return hangUp(line.socket, COLLAB_CLOSE.tooManyDocuments, 'too many documents');
    line.seat = seat;
    line.recheck = recheck;
    for (const frame of line.early.splice(0)) seat.room.receive(seat.connection, frame);
  }

  function receive(line: Line, data: RawData, isBinary: boolean): void {
    if (!isBinary) return hangUp(line.socket, COLLAB_CLOSE.malformed, 'malformed');
    const frame = bytesOf(data);
    if (line.seat !== null) return line.seat.room.receive(line.seat.connection, frame);
    line.early.push(frame);
    const waiting = line.early.reduce((sum, { length }) => sum + length, 0);
    if (waiting > limits.queuedBytes || line.early.length > limits.framesPerSecond) {
      hangUp(line.socket, COLLAB_CLOSE.tooFast, 'frames');
    }
  }

  /** The last resort: whatever a frame brings about ends its line, never the process. */
  function guard(line: Line, run: () => void): void {
    try {
      run();
    } catch (error) {
      logger.error('collab.frame-failed', { reason: codeOf(error) });
      hangUp(line.socket, COLLAB_CLOSE.internalError, 'internal error');
    }
  }

  function hangUp(socket: WebSocket, code: number, reason: string): void {
    if (socket.readyState === socket.CLOSED) return;
    // Whoever does not take the goodbye is cut off.
    const cancel = timers.after(limits.goodbyeMs, () => socket.terminate());
    socket.once('close', cancel);
    // A close frame holds at most 123 bytes of reason.
    socket.close(code, reason.slice(0, 120));
  }

  const peerOf = (socket: WebSocket): Peer => ({
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(frame);
    },
    close: (code, reason) => hangUp(socket, code, reason),
    bufferedBytes: () => socket.bufferedAmount,
  });

  async function recheckLine(line: Line): Promise<void> {
    if (line.seat === null || line.recheck === null) return;
    const { room, connection } = line.seat;
    try {
      const mode = await line.recheck();
      if (mode === null) hangUp(line.socket, COLLAB_CLOSE.forbidden, 'access/forbidden');
      else room.setMode(connection, mode);
    } catch (error) {
      logger.error('collab.recheck-failed', { reason: codeOf(error) });
    }
  }

  const closed = async (socket: WebSocket): Promise<void> => {
    await new Promise((resolve) => {
      socket.once('close', resolve);
      hangUp(socket, COLLAB_CLOSE.restart, 'restart');
    });
  };

  const recheck = async (owner?: string): Promise<void> => {
    const concerned = [...lines].filter(
      ({ seat }) => seat !== null && (owner === undefined || seat.connection.owner === owner),
    );
    await Promise.all(concerned.map(recheckLine));
  };

  /** Finds out who is no longer there, and who may no longer be. */
  const beat = (): void => {
    for (const line of lines) {
      if (line.answersPings) {
        line.answersPings = false;
        if (line.socket.readyState === line.socket.OPEN) line.socket.ping();
      } else {
        line.socket.terminate();
      }
    }
    void recheck();
    cancelBeat = timers.after(limits.heartbeatMs, beat);
  };
  let cancelBeat = timers.after(limits.heartbeatMs, beat);

  return {
    handleUpgrade(request, socket, head) {
      webSockets.handleUpgrade(request, socket, head, accept);
    },
    writable: () => rooms.writable(),
    openDocuments: () => rooms.size,
    recheck,
    richText: (of) => rooms.richText(of),
    renew: (of, remake) => rooms.renew(of, remake),
    async close() {
      closing = true;
      cancelBeat();
      await rooms.close();
      await Promise.all([...lines].map(({ socket }) => closed(socket)));
    },
  };
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
