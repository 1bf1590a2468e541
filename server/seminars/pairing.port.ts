/** The computers of rooms that were paired by a number. */
import type { Instant } from '#core/time/instant.ts';

/** What a paired computer shows: the projector's page, the console or the synthesis. */
export type PairedPage = 'screen' | 'console' | 'synthesis';

export type Pairing = {
  readonly id: string;
  /** The session of the computer. */
  readonly sessionId: string;
  readonly seminarId: string;
  readonly sittingId: string;
  readonly shows: PairedPage;
  /** Who paired it, and in whose name it acts as a console; null when that is nobody in particular. */
  readonly personId: string | null;
  readonly at: Instant;
  readonly endsAt: Instant;
  readonly withdrawnAt: Instant | null;
};

export interface PairingStore {
  /** Keeps a pairing, or what became of it: saved again it keeps its place. */
  save(pairing: Pairing): Promise<void>;
  /** The pairings that are not withdrawn and end after `at`, in the order they were made. */
  open(at: Instant): Promise<readonly Pairing[]>;
}
