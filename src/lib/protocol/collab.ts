/** The wire of the shared documents: the messages of y-websocket 3, and what we add for clients that ask. */
import { PROTOCOL_VERSION } from './version.ts';

/**
 * The first number of a frame (a variable-length unsigned integer). 0 to 3 are those of y-protocols; the others go
 * only to clients that connect with `?ack=1`.
 */
export const COLLAB_MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** varUint: how many of this connection's update frames are settled (on disk, or refused before). */
  acknowledged: 20,
  /** varUint: which update frame, from 1; varString: a CollabRefusal. */
  refused: 21,
  /** varString: a CollabState. */
  state: 22,
} as const;

/** The second number of a sync frame. */
export const SYNC_MESSAGE = { step1: 0, step2: 1, update: 2 } as const;

/** Why an update was not taken. What it held is still in the author's copy, and nowhere else. */
export const COLLAB_REFUSALS = [
  /** The connection may read only. */
  'read-only',
  /** The disk does not take updates at present; the room asks for them again when it does. */
  'not-saved',
  /** It holds new words under another session's client id, or a reserved one. */
  'foreign-client',
  /** It builds on words the room has never received; the room asks for everything it lacks. */
  'incomplete',
  /** The document is full: only deleting is possible. */
  'document-full',
  /** It holds more at once than any person writes. */
  'too-much',
] as const;
export type CollabRefusal = (typeof COLLAB_REFUSALS)[number];

/** What the connection may do now: `not-saved` means that the disk refuses and words are kept in memory only. */
export const COLLAB_STATES = ['writable', 'read-only', 'not-saved'] as const;
export type CollabState = (typeof COLLAB_STATES)[number];

/** Close codes: 4400–4499 are final for a y-websocket client, which retries after all others. */
export const COLLAB_CLOSE = {
  malformed: 4400,
  unauthenticated: 4401,
  forbidden: 4403,
  unknownDocument: 4404,
  /** The document has a new epoch: the reason is its present wire name; drop the copy, keep unsent words aside. */
  epochClosed: 4410,
  /** The page is older than the server: load it again. */
  staleClient: 4426,
  tooManyDocuments: 4429,
  /** The document cannot be saved, or opened, at present. */
  unavailable: 4503,
  /** Too many frames in too short a time. */
  tooFast: 4508,
  /** A frame of more bytes than one may have. */
  tooBig: 1009,
  internalError: 1011,
  restart: 1012,
  /** The connection does not take what it is sent. */
  stalled: 1013,
} as const;

/** Query parameters of `/collab/<wireName>`. */
export const COLLAB_QUERY = { acknowledge: 'ack', version: 'v' } as const;

/** What `v` must be. `schemaVersion` is the editor schema's. */
export const collabVersion = (schemaVersion: number): string => `${PROTOCOL_VERSION}.${schemaVersion}`;

/** A message that only clients with `?ack=1` receive. */
export type CollabNotice =
  | { readonly type: 'acknowledged'; readonly frames: number }
  | { readonly type: 'refused'; readonly frame: number; readonly refusal: CollabRefusal }
  | { readonly type: 'state'; readonly state: CollabState };

/**
 * Whether a frame that this client sends is one the server counts and settles. A client that counts those it sent on
 * a connection, its answer to the server's first sync step included, has all its words on disk when the last
 * `acknowledged` equals the count and no `refused` is newer than its last whole answer (`isWholeAnswer`).
 */
export function isUpdateFrame(frame: Uint8Array): boolean {
  return (
    frame[0] === COLLAB_MESSAGE.sync && (frame[1] === SYNC_MESSAGE.step2 || frame[1] === SYNC_MESSAGE.update)
  );
}

/** Whether a frame holds everything the server lacked, so that earlier refusals no longer matter once it is settled. */
export function isWholeAnswer(frame: Uint8Array): boolean {
  return frame[0] === COLLAB_MESSAGE.sync && frame[1] === SYNC_MESSAGE.step2;
}

/** The notice in a frame; null when the frame is none, or not one this version knows. */
export function readNotice(frame: Uint8Array): CollabNotice | null {
  const reader = { frame, position: 0 };
  switch (readNumber(reader)) {
    case COLLAB_MESSAGE.acknowledged: {
      const frames = readNumber(reader);
      return frames === null ? null : { type: 'acknowledged', frames };
    }
    case COLLAB_MESSAGE.refused: {
      const number = readNumber(reader);
      const refusal = COLLAB_REFUSALS.find(isNext(reader));
      return number === null || refusal === undefined ? null : { type: 'refused', frame: number, refusal };
    }
    case COLLAB_MESSAGE.state: {
      const state = COLLAB_STATES.find(isNext(reader));
      return state === undefined ? null : { type: 'state', state };
    }
    default:
      return null;
  }
}

type Reader = { readonly frame: Uint8Array; position: number };

/** A variable-length unsigned integer, seven bits a byte, lowest first. */
function readNumber(reader: Reader): number | null {
  let value = 0;
  for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
    const byte = reader.frame[reader.position++];
    if (byte === undefined) return null;
    value += (byte % 128) * factor;
    if (byte < 128) return value;
  }
  return null;
}

/** Compares with the string that comes next: its length in bytes, then UTF-8. */
function isNext(reader: Reader): (candidate: string) => boolean {
  const length = readNumber(reader) ?? 0;
  const word = new TextDecoder().decode(reader.frame.subarray(reader.position, reader.position + length));
  return (candidate) => candidate === word;
}
