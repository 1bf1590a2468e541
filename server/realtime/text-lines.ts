/** Shared texts on a page's Socket.IO connection: frames are put together and passed on, rights are asked elsewhere. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import { COLLAB_CLOSE } from '#protocol/collab.ts';
import type { ClientToServer, ServerToClient } from '#protocol/socket.ts';
import {
  joinedParts,
  TEXT_LINES_PER_PAGE,
  TEXT_PART_BYTES,
  textLeaveSchema,
  textOpenSchema,
  textPartSchema,
} from '#protocol/text-lines.ts';

/** Where the lines lead. `ended` is told once, never from within the page end's `close`. */
export type OpenText = (
  request: IncomingMessage,
  address: string,
  page: {
    readonly send: (frame: Uint8Array) => void;
    readonly close: (code: number, reason: string) => void;
    readonly bufferedBytes: () => number;
    readonly isOpen: () => boolean;
  },
) => { readonly receive: (frame: Uint8Array) => void; readonly ended: () => void };

export type TextLinesParts = {
  readonly openText: OpenText;
  /** Bytes of one frame, as over a WebSocket. */
  readonly frameBytes: number;
  /** Whether the device asks for more than it may. */
  readonly isTooFast: () => boolean;
};

type Line = {
  readonly number: number;
  /** The other end; null while it is told to begin. */
  far: ReturnType<OpenText> | null;
  /** The parts of a frame that has not ended, and their bytes. */
  parts: Uint8Array[];
  partBytes: number;
  /** Bytes in the connection's queue, and bytes that left it and may still be under way. */
  queued: number;
  leaving: number;
};

/** Carries the texts of one page for as long as it is connected. */
export function carryTexts(
  socket: Socket<ClientToServer, ServerToClient>,
  { openText, frameBytes, isTooFast }: TextLinesParts,
): void {
  const lines = new Map<number, Line>();

  const end = (line: Line): void => {
    if (lines.get(line.number) !== line) return;
    lines.delete(line.number);
    // Later: whoever hangs up may be in the middle of telling everybody in the room.
    queueMicrotask(() => line.far?.ended());
  };

  const hangUp = (line: Line, code: number, reason: string): void => {
    if (lines.get(line.number) !== line) return;
    socket.emit('text-close', { line: line.number, code, reason: reason.slice(0, 120) });
    end(line);
  };

  function open(number: number, address: string): void {
    const line: Line = { number, far: null, parts: [], partBytes: 0, queued: 0, leaving: 0 };
    lines.set(number, line);
    const isOpen = (): boolean => lines.get(number) === line;
    line.far = openText(socket.request, address, {
      isOpen,
      send(frame) {
        if (!isOpen()) return;
        line.queued += frame.length;
        socket.emit('text-frame', { line: number }, frame);
      },
      close: (code, reason) => hangUp(line, code, reason),
      // Polling: what left is under way until the page asks for more.
      bufferedBytes: () => line.queued + (socket.conn.transport.writable ? 0 : line.leaving),
    });
  }

  function take(line: Line, bytes: Uint8Array, more: boolean): void {
    line.partBytes += bytes.length;
    if (line.partBytes > frameBytes) return hangUp(line, COLLAB_CLOSE.tooBig, 'frame');
    // Short parts without end would cost more than they say.
    if (bytes.length > TEXT_PART_BYTES || (more && bytes.length < TEXT_PART_BYTES)) {
      return hangUp(line, COLLAB_CLOSE.malformed, 'part');
    }
    line.parts.push(bytes);
    if (more) return;
    const frame = joinedParts(line.parts);
    line.parts = [];
    line.partBytes = 0;
    line.far?.receive(frame);
  }

  socket.conn.on('flush', () => {
    for (const line of lines.values()) {
      line.leaving = line.queued;
      line.queued = 0;
    }
  });

  socket.on('text-open', (of) => {
    const parsed = v.safeParse(textOpenSchema, of);
    if (!parsed.success) return refuse(socket, of, COLLAB_CLOSE.malformed);
    const { line, address } = parsed.output;
    const taken = lines.get(line);
    if (taken) return hangUp(taken, COLLAB_CLOSE.malformed, 'line');
    if (lines.size >= TEXT_LINES_PER_PAGE) return refuse(socket, of, COLLAB_CLOSE.tooManyDocuments);
    if (isTooFast()) return refuse(socket, of, COLLAB_CLOSE.tooFast);
    open(line, address);
  });

  socket.on('text-part', (of, bytes) => {
    const parsed = v.safeParse(textPartSchema, of);
    const line = lines.get(parsed.success ? parsed.output.line : lineIn(of));
    // One that was closed here while the page still sent.
    if (!line) return;
    if (parsed.success && bytes instanceof Uint8Array) take(line, bytes, parsed.output.more);
    else hangUp(line, COLLAB_CLOSE.malformed, 'malformed');
  });

  socket.on('text-leave', (of) => {
    const parsed = v.safeParse(textLeaveSchema, of);
    const line = parsed.success ? lines.get(parsed.output.line) : undefined;
    if (line) end(line);
  });

  socket.on('disconnect', () => [...lines.values()].forEach(end));
}

/** The number of a line in something that need not be what it should. */
function lineIn(of: unknown): number {
  const parsed = v.safeParse(v.object({ line: v.number() }), of);
  return parsed.success ? parsed.output.line : -1;
}

/** No line was begun. */
function refuse(socket: Socket<ClientToServer, ServerToClient>, of: unknown, code: number): void {
  const line = lineIn(of);
  if (line >= 0) socket.emit('text-close', { line, code, reason: 'refused' });
}
