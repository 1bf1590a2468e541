/** The Socket.IO event maps, shared by both ends. */
import type { Instant } from '#core/time/instant.ts';
import type { ErrorCode } from './errors.ts';
import type { AskOwn, CommandEnvelope, Subscribe } from './inputs.ts';
import type { PairingNotice } from './pairing-views.ts';
import type { ScreenCount, SeminarFrame, SeminarState } from './regie-views.ts';
import type { ContributionView, Own, SittingFrame, SittingState } from './views.ts';
import type { TextToClient, TextToServer } from './text-lines.ts';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode } };

/** What an accepted command answers: the last sequence number it wrote, per stream it wrote to. */
export type CommandAnswer = Answer<{ readonly seqs: Readonly<Record<string, number>> }>;
export type Page = {
  readonly contributions: readonly ContributionView[];
  readonly olderBefore: number | null;
  /** Those of the page that are this person's own, and those this person supports. */
  readonly own: readonly string[];
  readonly supported: readonly string[];
};
/** Whoever follows the actes reads them over HTTP. */
export type FollowedActesState = { readonly seminarId: string };
export type State = SittingState | SeminarState | FollowedActesState;

/** A probe of the server's clock: when it arrived; both ends are epoch milliseconds. */
export type TimeAnswer = { readonly at: Instant };

/** `socket.handshake.auth`. A refusal comes as `connect_error` whose message is an ErrorCode. */
export type Handshake = { readonly v: number };

export type ClientToServer = TextToServer & {
  command: (envelope: CommandEnvelope, answer: (it: CommandAnswer) => void) => void;
  subscribe: (to: Subscribe, answer: (it: Answer<State>) => void) => void;
  unsubscribe: (from: Subscribe) => void;
  page: (
    of: { sittingId: string; before: number; by: string | null },
    answer: (it: Answer<Page>) => void,
  ) => void;
  own: (of: AskOwn, answer: (it: Answer<Own>) => void) => void;
  time: (answer: (it: TimeAnswer) => void) => void;
};
export type ServerToClient = TextToClient & {
  sitting: (frame: SittingFrame) => void;
  seminar: (frame: SeminarFrame) => void;
  pairing: (notice: PairingNotice) => void;
  /** Something of this person's own became another: hidden, entered in their name, agreed to. */
  own: (of: { readonly sittingId: string }) => void;
  /** In another sitting of the atelier something that was said became another, or its author agrees to be named otherwise. */
  elsewhere: (of: { readonly sittingId: string }) => void;
  /** What the actes are made from became another. */
  actes: (of: { readonly seminarId: string }) => void;
  connected: (count: {
    readonly sittingId: string;
    readonly connected: number;
    readonly screens: ScreenCount;
  }) => void;
};

export const SOCKET_PATH = '/socket.io/';
export const COLLAB_PATH = '/collab/';
