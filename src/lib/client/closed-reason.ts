/** Why a shared text was closed for good. */
import { COLLAB_CLOSE } from '#protocol/collab.ts';
import type { ErrorCode } from '#protocol/errors.ts';

/**
 * `renewed`: the document has a new epoch; this copy is dropped, and the page subscribes or loads anew. `withdrawn`:
 * this person may no longer write, and this copy holds words of theirs that the server refused.
 */
export type ClosedReason = ErrorCode | 'renewed' | 'withdrawn';

const REASONS: Readonly<Record<number, ClosedReason>> = {
  [COLLAB_CLOSE.malformed]: 'protocol/malformed',
  [COLLAB_CLOSE.unauthenticated]: 'access/no-session',
  [COLLAB_CLOSE.forbidden]: 'access/forbidden',
  [COLLAB_CLOSE.unknownDocument]: 'protocol/not-found',
  [COLLAB_CLOSE.epochClosed]: 'renewed',
  [COLLAB_CLOSE.staleClient]: 'protocol/stale-client',
  [COLLAB_CLOSE.tooManyDocuments]: 'protocol/too-many',
};

/** What a close code between 4400 and 4499 means. */
export const closedReason = (code: number): ClosedReason => REASONS[code] ?? 'protocol/internal';
