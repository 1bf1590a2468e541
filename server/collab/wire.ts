/** Frames: what clients may send, and what they are sent. Compatible with y-websocket 3; nothing here throws. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { CollabRefusal, CollabState } from '#protocol/collab.ts';
import { COLLAB_MESSAGE, SYNC_MESSAGE } from '#protocol/collab.ts';
import type { Limits } from './limits.ts';

/** One client's presence as it came: `state` is JSON in UTF-8, not yet read. */
export type PresenceClaim = { readonly clientId: number; readonly state: Uint8Array };

export type Incoming =
  | { readonly type: 'sync-request'; readonly stateVector: Uint8Array }
  /** `whole`: everything the server lacked, in answer to its own request. */
  | { readonly type: 'update'; readonly update: Uint8Array; readonly whole: boolean }
  | { readonly type: 'presence'; readonly claims: readonly PresenceClaim[] }
  | { readonly type: 'presence-request' }
  | { readonly type: 'nothing' };

/** What a frame says; null when it is malformed. */
export function readFrame(frame: Uint8Array, limits: Limits): Incoming | null {
  try {
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case COLLAB_MESSAGE.sync:
        return readSync(decoder, limits);
      case COLLAB_MESSAGE.awareness:
        return { type: 'presence', claims: readClaims(decoding.readVarUint8Array(decoder)) };
      case COLLAB_MESSAGE.auth:
        return { type: 'nothing' };
      case COLLAB_MESSAGE.queryAwareness:
        return { type: 'presence-request' };
      default:
        return null;
    }
  } catch {
    return null;
  }
}

function readSync(decoder: decoding.Decoder, limits: Limits): Incoming | null {
  const type = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  switch (type) {
    case SYNC_MESSAGE.step1:
      if (body.length > limits.stateVectorBytes) return null;
      Y.decodeStateVector(body);
      return { type: 'sync-request', stateVector: body };
    case SYNC_MESSAGE.step2:
      return { type: 'update', update: body, whole: true };
    case SYNC_MESSAGE.update:
      return { type: 'update', update: body, whole: false };
    default:
      return null;
  }
}

function readClaims(body: Uint8Array): PresenceClaim[] {
  const decoder = decoding.createDecoder(body);
  const count = decoding.readVarUint(decoder);
  const claims: PresenceClaim[] = [];
  for (let index = 0; index < count; index += 1) {
    const clientId = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder); // The client's own clock: the room gives its own.
    claims.push({ clientId, state: decoding.readVarUint8Array(decoder) });
  }
  return claims;
}

/** Asks for everything that the state vector does not cover. */
export const syncRequestFrame = (stateVector: Uint8Array): Uint8Array =>
  syncFrame(SYNC_MESSAGE.step1, stateVector);

export const syncAnswerFrame = (update: Uint8Array): Uint8Array => syncFrame(SYNC_MESSAGE.step2, update);

export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(SYNC_MESSAGE.update, update);

function syncFrame(type: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, COLLAB_MESSAGE.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

/** What others are shown of a person; `state` null removes them. */
export type PresenceEntry = {
  readonly clientId: number;
  readonly clock: number;
  readonly state: object | null;
};

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(body, clientId);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, JSON.stringify(state));
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, COLLAB_MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

/** Says nothing, and keeps a y-websocket client from taking the line for dead. */
export const QUIET_FRAME = presenceFrame([]);

/** What a stock client understands of a refusal. */
export function deniedFrame(reason: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, COLLAB_MESSAGE.auth);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, reason);
  return encoding.toUint8Array(encoder);
}

export function acknowledgedFrame(frames: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, COLLAB_MESSAGE.acknowledged);
  encoding.writeVarUint(encoder, frames);
  return encoding.toUint8Array(encoder);
}

export function refusedFrame(frame: number, refusal: CollabRefusal): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, COLLAB_MESSAGE.refused);
  encoding.writeVarUint(encoder, frame);
  encoding.writeVarString(encoder, refusal);
  return encoding.toUint8Array(encoder);
}

export function stateFrame(state: CollabState): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, COLLAB_MESSAGE.state);
  encoding.writeVarString(encoder, state);
  return encoding.toUint8Array(encoder);
}
