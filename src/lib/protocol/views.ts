/** What each audience is shown: projections of the log, never the log itself. */
import type { Plan } from '#core/agenda/plan.ts';
import type { Run, RunStep } from '#core/agenda/run.ts';
import type { Role } from '#core/access/roles.ts';
import type { ContributionKind } from '#core/contributions/contribution.ts';
import type { SeminarDescription } from '#core/events/event-types.ts';
import type { StreamId } from '#core/events/envelope.ts';
import type { Attribution } from '#core/seminar/person.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Audience } from './inputs.ts';

/** Where a sitting stands: what every page of it says at its head. */
export type SittingHead = {
  readonly seminarId: string;
  readonly sittingId: string;
  readonly atelierId: string;
  readonly atelierNumber: number;
  readonly atelierTitle: string;
  /** More than one atelier: then « Atelier 2 » is said, else only its title. */
  readonly ateliersCount: number;
  readonly room: string;
  readonly start: Instant | null;
  readonly description: SeminarDescription;
};

/** The run without who did what; a console gets `steps` with names. */
export type RunView = Omit<Run, 'steps'> & { readonly steps: readonly RunStepView[] };
export type RunStepView = Omit<RunStep, 'actor'> & { readonly by: string | null };

export type ContributionView = {
  readonly id: string;
  /** Its place in the sitting's log: pages and « nouvelles » count by it. */
  readonly seq: number;
  readonly itemId: string | null;
  readonly questionId: string | null;
  readonly kind: ContributionKind | null;
  readonly text: string | null;
  readonly unnamed: boolean;
  readonly attribution: Attribution;
  readonly at: Instant;
  readonly supports: number;
};

/** As whom the page acts. */
export type Me = {
  readonly role: Role;
  readonly personId: string | null;
  readonly name: string;
  /** Of the contributions that came so far: those this person supports, and those that are their own. */
  readonly supported: readonly string[];
  readonly own: readonly string[];
};

/** Wire names of the shared documents this page may open, absent where it may not. */
export type DocumentNames = { readonly notes?: string; readonly synthesis?: string };

export type SittingState = {
  readonly audience: Audience;
  readonly head: SittingHead;
  readonly plan: Plan;
  readonly run: RunView;
  /** Last sequence number seen per stream. */
  readonly seqs: Readonly<Record<StreamId, number>>;
  /** The newest contributions, newest first; empty for a screen. */
  readonly contributions: readonly ContributionView[];
  readonly contributionsCount: number;
  /** Pass as `before` for the next page; null when all are here. */
  readonly olderBefore: number | null;
  readonly connected: number;
  readonly participants: number;
  /** Shown by consoles and screens: the code, and the address to type with it (no scheme). */
  readonly join: { readonly code: string; readonly address: string; readonly url: string } | null;
  readonly documents: DocumentNames;
  readonly me: Me;
};

/** One row of the régie. */
export type SittingRow = {
  readonly head: SittingHead;
  readonly plan: Plan;
  readonly run: RunView;
  readonly contributionsCount: number;
  readonly lastContributionAt: Instant | null;
  readonly participants: number;
  readonly connected: number;
};

export type SeminarState = {
  readonly seminarId: string;
  readonly description: SeminarDescription;
  readonly rows: readonly SittingRow[];
  readonly seqs: Readonly<Record<StreamId, number>>;
};

export type SittingChange =
  | { readonly type: 'head'; readonly head: SittingHead }
  | { readonly type: 'plan'; readonly plan: Plan }
  | { readonly type: 'run'; readonly run: RunView }
  | { readonly type: 'contribution'; readonly contribution: ContributionView; readonly count: number }
  | { readonly type: 'supports'; readonly supports: Readonly<Record<string, number>> }
  | { readonly type: 'participants'; readonly participants: number };

export type SeminarChange =
  | { readonly type: 'description'; readonly description: SeminarDescription }
  | { readonly type: 'row'; readonly row: SittingRow };

/**
 * A step of a projection. `prev` is the `seq` of the frame before it on this stream and channel: a receiver that
 * stands before `prev` has missed something and subscribes anew; one that stands at `seq` or after ignores it.
 */
export type Frame<C> = {
  readonly stream: StreamId;
  readonly prev: number;
  readonly seq: number;
  readonly changes: readonly C[];
};
export type SittingFrame = Frame<SittingChange> & { readonly sittingId: string };
export type SeminarFrame = Frame<SeminarChange> & { readonly seminarId: string };

/** GET /api/seminars/:id for an organiser: all that preparation needs. */
export type SeminarView = {
  readonly seminarId: string;
  readonly description: SeminarDescription;
  readonly ateliers: readonly AtelierView[];
  readonly links: { readonly organiser: string };
  readonly documents: { readonly preamble: string };
};
export type AtelierView = {
  readonly atelierId: string;
  readonly number: number;
  readonly title: string;
  readonly plan: Plan;
  readonly sittings: readonly SittingView[];
};
export type SittingView = {
  readonly sittingId: string;
  readonly room: string;
  readonly start: Instant | null;
  readonly participants: number;
  readonly code: string;
  /** Addresses with the secret behind their #. */
  readonly links: {
    readonly animateur: string;
    readonly rapporteur: string;
    readonly screen: string;
    readonly join: string;
  };
};

/** GET /api/session: what this device may open. */
export type SessionView = { readonly grants: readonly GrantView[] };
export type GrantView = {
  readonly role: Role;
  readonly seminarId: string;
  readonly sittingId: string | null;
  readonly seminarTitle: string;
  readonly atelierTitle: string | null;
  readonly name: string;
  /** The page this right opens. */
  readonly path: string;
};

/** POST /api/join. */
export type JoinPreview = {
  readonly seminarTitle: string;
  readonly organisation: string;
  readonly atelierTitle: string;
  readonly room: string;
  readonly sittingId: string;
  readonly path: string;
  /** Those who joined on this device already, in the order they came. */
  readonly people: readonly { readonly personId: string; readonly name: string }[];
};
export type Joined = { readonly path: string };
/** POST /api/access and POST /api/seminars. */
export type AccessGiven = { readonly role: Role; readonly path: string };
export type SeminarCreated = { readonly seminarId: string; readonly path: string };
