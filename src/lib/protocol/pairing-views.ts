/** What the page of a paired computer is told, and what those who pair it see. */
import type { Instant } from '#core/time/instant.ts';
import type { PairingPage } from './inputs.ts';

/** A paired computer of a room. */
export type PairingView = {
  readonly pairingId: string;
  readonly sittingId: string;
  readonly shows: PairingPage;
  readonly connected: boolean;
  /** Since when it is connected, or is not. */
  readonly since: Instant;
};

/** GET /api/sittings/:id/pairings: in the order they were paired, and the address to open on the next one (no scheme). */
export type PairingsView = { readonly address: string; readonly pairings: readonly PairingView[] };

/** POST /api/pairings/:id/identify: what the computer shows for a moment. */
export type Identified = { readonly word: string };

/**
 * GET and POST /api/pairing: what this device is. POST opens a session and draws a number where there is none;
 * a number serves until `until`.
 */
export type PairingState =
  | { readonly state: 'none' }
  | { readonly state: 'waiting'; readonly number: string; readonly until: Instant }
  | {
      readonly state: 'paired';
      readonly pairingId: string;
      readonly shows: PairingPage;
      readonly sittingId: string;
      /** The page it opens. */
      readonly path: string;
      readonly until: Instant;
    };

/** What a paired computer is told while its page is open. */
export type PairingNotice =
  | { readonly type: 'state'; readonly pairing: PairingState }
  /** « Quel écran est-ce ? »: says its name for a moment. */
  | { readonly type: 'identify'; readonly word: string };
