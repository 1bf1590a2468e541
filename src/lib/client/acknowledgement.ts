/** What of this connection's updates is on the server's disk: the only ground for saying « Enregistré ». */
import type { CollabNotice, CollabRefusal, CollabState } from '#protocol/collab.ts';
import { isUpdateFrame, isWholeAnswer } from '#protocol/collab.ts';

/** Frames are counted from 1, anew on each connection. */
export type Acknowledgement = {
  readonly sent: number;
  readonly settled: number;
  /** The last frame that held everything the server lacked; 0 before the first. */
  readonly whole: number;
  /** The newest refused frame and why; null when none was refused. */
  readonly refused: { readonly frame: number; readonly refusal: CollabRefusal } | null;
  /** What the server said last of its disk and of this person's right. */
  readonly state: CollabState | null;
};

/** On a new connection; whatever was not acknowledged on the last one is part of its first whole answer. */
export const FRESH: Acknowledgement = { sent: 0, settled: 0, whole: 0, refused: null, state: null };

/** After a frame was handed to the socket. */
export function afterSent(before: Acknowledgement, frame: Uint8Array): Acknowledgement {
  if (!isUpdateFrame(frame)) return before;
  const sent = before.sent + 1;
  return { ...before, sent, whole: isWholeAnswer(frame) ? sent : before.whole };
}

export function afterNotice(before: Acknowledgement, notice: CollabNotice): Acknowledgement {
  switch (notice.type) {
    case 'acknowledged':
      return { ...before, settled: Math.max(before.settled, notice.frames) };
    case 'refused':
      if (before.refused !== null && before.refused.frame > notice.frame) return before;
      return { ...before, refused: { frame: notice.frame, refusal: notice.refusal } };
    case 'state':
      return { ...before, state: notice.state };
  }
}

/** The refusal that still stands: no later whole answer has made up for it. */
export const standingRefusal = (it: Acknowledgement): CollabRefusal | null =>
  it.refused !== null && it.refused.frame >= it.whole ? it.refused.refusal : null;

/** Whether every word of this copy is on the server's disk. */
export const isAllSaved = (it: Acknowledgement): boolean =>
  it.whole > 0 && it.settled === it.sent && standingRefusal(it) === null && it.state !== 'not-saved';

export type SharedTextStatus =
  'loading' | 'saved' | 'saving' | 'offline' | 'offline-not-kept' | 'not-saved' | 'read-only' | 'closed';

/** What a person is told about their words. */
export function statusOf(text: {
  readonly closed: boolean;
  /** The whole document has been received once. */
  readonly loaded: boolean;
  readonly editable: boolean;
  readonly connected: boolean;
  /** The device holds what the server lacks. */
  readonly kept: boolean;
  /** Connections that failed in a row. */
  readonly failures: number;
  readonly acknowledgement: Acknowledgement;
}): SharedTextStatus {
  const { acknowledgement } = text;
  if (text.closed) return 'closed';
  if (!text.loaded) return text.failures > 2 ? 'offline' : 'loading';
  if (!text.editable || acknowledgement.state === 'read-only') return 'read-only';
  if (!text.connected) return text.kept ? 'offline' : 'offline-not-kept';
  if (standingRefusal(acknowledgement) !== null || acknowledgement.state === 'not-saved') return 'not-saved';
  return isAllSaved(acknowledgement) ? 'saved' : 'saving';
}
