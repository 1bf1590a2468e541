/** What each audience is shown: projections of the log, never the log itself. */
import type { Plan } from '#core/agenda/plan.ts';
import type { ArchivedRun, Run, RunStep } from '#core/agenda/run.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { HelpCall } from '#core/seminar/help.ts';
import type { Role } from '#core/access/roles.ts';
import type { ContributionKind } from '#core/contributions/contribution.ts';
import type { SeminarDescription } from '#core/events/event-types.ts';
import type { StreamId } from '#core/events/envelope.ts';
import type { Attribution } from '#core/seminar/person.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Audience, PairingPage } from './inputs.ts';

/** Where a sitting stands: what every page of it says at its head. */
export type SittingHead = {
  readonly seminarId: string;
  readonly sittingId: string;
  readonly atelierId: string;
  readonly atelierNumber: number;
  readonly atelierTitle: string;
  /** More than one atelier: then « Atelier 2 » is said, else only its title. */
  readonly ateliersCount: number;
  /** It gathers everybody: its points present the syntheses of the others. */
  readonly plenary: boolean;
  /** Its label, or its place among the atelier's sittings (« groupe 2 »); '' when the atelier has only one. */
  readonly label: string;
  readonly sittingsCount: number;
  readonly room: string;
  readonly start: Instant | null;
  readonly description: SeminarDescription;
};

/** What the régie said, as a room sees it. */
export type MessageView = {
  readonly id: string;
  readonly at: Instant;
  readonly text: string;
  /** When someone who runs this sitting said that they read it; null before. */
  readonly acknowledgedAt: Instant | null;
};

/** What the régie said, as the régie sees it. */
export type SentMessage = {
  readonly id: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly text: string;
  readonly sittingIds: readonly string[];
  readonly screens: boolean;
  readonly phones: boolean;
  readonly withdrawn: boolean;
  readonly acknowledged: Readonly<Record<string, Instant>>;
};

export type HelpView = Omit<HelpCall, 'actor'> & { readonly by: string | null };

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

/** What a page that acts for a séminaire or a sitting needs of its programme. */
export type SharedView = {
  readonly programme: Programme;
  readonly warningMinutes: readonly number[];
};

/** By atelier, who presents its synthesis. */
export type Rapporteurs = Readonly<Record<string, readonly string[]>>;

/** The run without who did what; a console gets the newest `steps` with names, the régie the last one. */
export type RunView = Omit<Run, 'steps' | 'archives'> & {
  readonly steps: readonly RunStepView[];
  /** Of the runs put aside, what a list of them says; empty but on consoles. */
  readonly archives: readonly RunSummary[];
  /** On consoles, while an undo is the last thing that happened: what it took back, and who did that when. */
  readonly undone: UndoneView | null;
};
export type UndoneView = {
  readonly step: RunStepView;
  readonly at: Instant;
  readonly by: string | null;
};
export type RunSummary = Pick<ArchivedRun, 'runId' | 'startedAt' | 'finishedAt' | 'rehearsal'>;
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
  readonly shared: SharedView;
  /** The sitting has a plan of its own. */
  readonly ownPlan: boolean;
  /** Those that this audience is shown, newest first. */
  readonly messages: readonly MessageView[];
  /** The room's call; null when there is none, and on screens and phones. */
  readonly help: HelpView | null;
  /** In a plenary; else empty. */
  readonly rapporteurs: Rapporteurs;
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
  readonly help: HelpView | null;
  /** Words of the atelier's synthesis so far. */
  readonly synthesisWords: number;
  readonly screens: ScreenCount;
};

/** The sitting's projectors, paired or opened by link: how many are there, and how many went away and did not come back. */
export type ScreenCount = { readonly connected: number; readonly lost: number };

export type SeminarState = {
  readonly seminarId: string;
  readonly description: SeminarDescription;
  readonly rows: readonly SittingRow[];
  readonly shared: SharedView;
  /** Whether the last change of the programme can be taken back. */
  readonly programmeRestorable: boolean;
  /** Newest first, those taken back too. */
  readonly messages: readonly SentMessage[];
  readonly seqs: Readonly<Record<StreamId, number>>;
};

export type SittingChange =
  | { readonly type: 'head'; readonly head: SittingHead }
  | { readonly type: 'plan'; readonly plan: Plan }
  | { readonly type: 'run'; readonly run: RunView }
  | { readonly type: 'contribution'; readonly contribution: ContributionView; readonly count: number }
  | { readonly type: 'supports'; readonly supports: Readonly<Record<string, number>> }
  | { readonly type: 'participants'; readonly participants: number }
  | { readonly type: 'shared'; readonly shared: SharedView }
  | { readonly type: 'messages'; readonly messages: readonly MessageView[] }
  | { readonly type: 'help'; readonly help: HelpView | null }
  | { readonly type: 'own-plan'; readonly ownPlan: boolean }
  | { readonly type: 'rapporteurs'; readonly rapporteurs: Rapporteurs };

export type SeminarChange =
  | { readonly type: 'description'; readonly description: SeminarDescription }
  | { readonly type: 'shared'; readonly shared: SharedView; readonly programmeRestorable: boolean }
  | { readonly type: 'messages'; readonly messages: readonly SentMessage[] }
  | { readonly type: 'row-gone'; readonly sittingId: string }
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
  readonly shared: SharedView;
  readonly links: { readonly organiser: string };
  readonly documents: { readonly preamble: string };
};
export type AtelierView = {
  readonly atelierId: string;
  readonly number: number;
  readonly title: string;
  readonly plenary: boolean;
  readonly plan: Plan;
  readonly sittings: readonly SittingView[];
};
export type SittingView = {
  readonly sittingId: string;
  readonly room: string;
  readonly start: Instant | null;
  readonly label: string;
  /** The sitting's own plan; null while it follows its atelier's. */
  readonly ownPlan: Plan | null;
  readonly participants: number;
  /** Those who took up the conduct or the notes. */
  readonly animateurs: readonly string[];
  readonly rapporteurs: readonly string[];
  readonly code: string;
  readonly links: SittingLinks;
};

/** Addresses with the secret behind their #; GET /api/sittings/:id/links. */
export type SittingLinks = {
  readonly animateur: string;
  readonly rapporteur: string;
  readonly screen: string;
  readonly join: string;
};

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
