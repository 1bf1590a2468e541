/** The shared documents: who is let in, by whatever line, and who may stay. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
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
import type { LinePeer, OpenLine } from './peer.ts';
import type { Seed } from './room-work.ts';
import type { Seat } from './rooms.ts';
import { Rooms } from './rooms.ts';
import { createWebSocketLines } from './web-socket-lines.ts';

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
  /** A document (its stored name) is another on disk. */
  readonly committed?: (document: string) => void;
};

export type CollabServer = {
  /** Takes over an upgrade to `/collab/<wireName>` whose Origin was found right. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Begins a line that something else than a WebSocket of its own carries: same admission, rights and limits. */
  readonly openLine: OpenLine;
  /** False while any document's commits fail. */
  writable(): boolean;
  /** How many documents are in memory. */
  openDocuments(): number;
  /** Asks again for the rights of every connection of a session, or of all; they also are asked for by and by. */
  recheck(owner?: string): Promise<void>;
  /** Asks again for the rights of everybody who has the document open. */
  recheckDocument(of: DocumentRef): Promise<void>;
  /** The words of a document that are on disk. */
  richText(of: DocumentRef): Promise<RichText>;
  /** The same as updates (v1), oldest first. */
  stored(of: DocumentRef): Promise<readonly Uint8Array[]>;
  /**
   * Opens a document's next epoch with what `remake` makes of its text: nothing of its history is kept, and copies of
   * the old epoch are refused for ever. Answers the new epoch.
   */
  renew(of: DocumentRef, remake: (present: RichText) => RichText): Promise<number>;
  /** Brings to disk what is not there yet, then closes every connection with 1012. */
  close(): Promise<void>;
};

type Line = {
  readonly peer: LinePeer;
  /** What arrived before the client was let in. */
  readonly early: Uint8Array[];
  readonly ended: PromiseWithResolvers<void>;
  seat: Seat | null;
  recheck: (() => Promise<Mode | null>) | null;
};

export function createCollabServer(parts: CollabParts): CollabServer {
  const { admit, timers, logger } = parts;
  const limits: Limits = { ...LIMITS, ...parts.limits };
  const committed = parts.committed ?? ((): void => undefined);
  const rooms = new Rooms({ ...parts, limits, committed });
  const lines = new Set<Line>();
  let closing = false;

  const openLine: OpenLine = (request, address, peer) => {
    const line: Line = { peer, early: [], ended: Promise.withResolvers(), seat: null, recheck: null };
    lines.add(line);
    letIn(line, request, address).catch((error: unknown) => {
      logger.error('collab.admission-failed', { reason: codeOf(error) });
      peer.close(COLLAB_CLOSE.unavailable, 'unavailable');
    });
    return {
      receive: (frame) => guard(line, () => receive(line, frame)),
      ended: () => {
        lines.delete(line);
        if (line.seat !== null) line.seat.room.leave(line.seat.connection);
        line.ended.resolve();
      },
    };
  };
  const webSockets = createWebSocketLines({ open: openLine, limits, timers, logger });

  async function letIn(line: Line, request: IncomingMessage, wanted: string): Promise<void> {
    const { peer } = line;
    const address = new URL(wanted, 'http://localhost');
    const { pathname } = address;
    const ref = parseWireName(pathname.startsWith(COLLAB_PATH) ? pathname.slice(COLLAB_PATH.length) : '');
    if (closing) return peer.close(COLLAB_CLOSE.restart, 'restart');
    if (ref === null) return peer.close(COLLAB_CLOSE.unknownDocument, 'unknown document');
    const version = address.searchParams.get(COLLAB_QUERY.version);
    if (version !== null && version !== collabVersion(SCHEMA_VERSION)) {
      return peer.close(COLLAB_CLOSE.staleClient, 'recharger');
    }
    const { kind, id, epoch } = ref;
    const admission = await admit(request, { kind, id });
    if (!admission.ok) return peer.close(admission.code, admission.reason);
    const present = await rooms.epochOf(ref);
    if (epoch !== present) {
      return peer.close(COLLAB_CLOSE.epochClosed, wireName({ kind, id, epoch: present }));
    }
    if (!peer.isOpen()) return;
    takeSeat(line, ref, admission, address.searchParams.get(COLLAB_QUERY.acknowledge) === '1');
  }

  function takeSeat(
    line: Line,
    { kind, id, epoch }: WireRef,
    { owner, name, mode, seed, recheck }: Extract<Admission, { ok: true }>,
    acknowledges: boolean,
  ): void {
    if (closing) return line.peer.close(COLLAB_CLOSE.restart, 'restart');
    const seat = rooms.join(
      { peer: line.peer, ref: { kind, id }, epoch, owner, name, mode, acknowledges },
      seed,
    );
    if (seat === null) return line.peer.close(COLLAB_CLOSE.tooManyDocuments, 'too many documents');
    line.seat = seat;
    line.recheck = recheck;
    for (const frame of line.early.splice(0)) seat.room.receive(seat.connection, frame);
  }

  function receive(line: Line, frame: Uint8Array): void {
    if (line.seat !== null) return line.seat.room.receive(line.seat.connection, frame);
    line.early.push(frame);
    const waiting = line.early.reduce((sum, { length }) => sum + length, 0);
    if (waiting > limits.queuedBytes || line.early.length > limits.framesPerSecond) {
      line.peer.close(COLLAB_CLOSE.tooFast, 'frames');
    }
  }

  /** The last resort: whatever a frame brings about ends its line, never the process. */
  function guard(line: Line, run: () => void): void {
    try {
      run();
    } catch (error) {
      logger.error('collab.frame-failed', { reason: codeOf(error) });
      line.peer.close(COLLAB_CLOSE.internalError, 'internal error');
    }
  }

  async function recheckLine(line: Line): Promise<void> {
    if (line.seat === null || line.recheck === null) return;
    const { room, connection } = line.seat;
    try {
      const mode = await line.recheck();
      if (mode === null) line.peer.close(COLLAB_CLOSE.forbidden, 'access/forbidden');
      else room.setMode(connection, mode);
    } catch (error) {
      logger.error('collab.recheck-failed', { reason: codeOf(error) });
    }
  }

  const hangUp = async ({ peer, ended }: Line): Promise<void> => {
    peer.close(COLLAB_CLOSE.restart, 'restart');
    await ended.promise;
  };

  const recheckWhere = async (concerns: (seat: Seat) => boolean): Promise<void> => {
    const concerned = [...lines].filter(({ seat }) => seat !== null && concerns(seat));
    await Promise.all(concerned.map(recheckLine));
  };
  const recheck = (owner?: string): Promise<void> =>
    recheckWhere(({ connection }) => owner === undefined || connection.owner === owner);

  /** Finds out who is no longer there, and who may no longer be. */
  const beat = (): void => {
    webSockets.findSilent();
    void recheck();
    cancelBeat = timers.after(limits.heartbeatMs, beat);
  };
  let cancelBeat = timers.after(limits.heartbeatMs, beat);

  return {
    handleUpgrade: webSockets.handleUpgrade,
    openLine,
    writable: () => rooms.writable(),
    openDocuments: () => rooms.size,
    recheck,
    recheckDocument: ({ kind, id }) =>
      recheckWhere(({ connection: { ref } }) => ref.kind === kind && ref.id === id),
    richText: (of) => rooms.richText(of),
    stored: (of) => rooms.stored(of),
    renew: (of, remake) => rooms.renew(of, remake),
    async close() {
      closing = true;
      cancelBeat();
      await rooms.close();
      await Promise.all([...lines].map(hangUp));
    },
  };
}
