/** What each audience is shown: projections of the log, never the log itself. */
import type { Plan } from '#core/agenda/plan.ts';
import type { ArchivedRun, Run, RunStep } from '#core/agenda/run.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { HelpCall } from '#core/seminar/help.ts';
import type { Role } from '#core/access/roles.ts';
import type { ContributionKind, Entry, Group } from '#core/contributions/contribution.ts';
import type { WallContent } from '#core/contributions/wall.ts';
import type { FloorOrder } from '#core/floor/floor.ts';
import type { PhotoType } from '#core/photos/photo.ts';
import type { Restitution, Slide } from '#core/restitution/restitution.ts';
import type { SynthesisStanding, SynthesisState } from '#core/synthesis/synthesis-standing.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import type { StreamId } from '#core/events/envelope.ts';
import type { Attribution, Consent, Person } from '#core/seminar/person.ts';
import type { Instant, Minutes } from '#core/time/instant.ts';
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
  /** The séminaire is over: nobody contributes any more, and devices let go of their copies. */
  readonly seminarClosed: boolean;
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

/**
 * A contribution as an audience sees it. The room sees what is there, under the name that its author agreed to;
 * those who sort see also what was hidden or withdrawn, whose words they are, and how they were before.
 */
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
  readonly entry: Entry;
  /** Entered for someone who has not agreed yet. */
  readonly toConfirm: boolean;
  /** Its words were changed since. */
  readonly changed: boolean;
  readonly pinned: boolean;
  readonly approved: boolean;
  readonly groupId: string | null;
  /** For those who sort; null for the room. */
  readonly sorting: SortingView | null;
};
export type SortingView = {
  /** Whose words they are, when they have a name. */
  readonly personId: string | null;
  /** Their full name, whatever they agreed to be quoted with; '' when nobody's. */
  readonly name: string;
  readonly withdrawn: boolean;
  /** Why it is hidden ('' when nothing is left of the reason); null when it is shown. */
  readonly hidden: string | null;
  /** The words before each change, oldest first, until the atelier closes. */
  readonly earlier: readonly string[];
  /** Who changed it, when not its author; null else. */
  readonly changedBy: string | null;
};

/** What is this person's own in a sitting, and what of it is asked of them. */
export type OwnContribution = {
  readonly contribution: ContributionView;
  readonly withdrawn: boolean;
  /** Why those who run the sitting have hidden it; null when it is shown. */
  readonly hidden: string | null;
  /** Another entered it under their name: is it theirs? */
  readonly toAgree: boolean;
};
export type Own = {
  /** What is said of them on the lists; null for a page that acts as nobody. */
  readonly person: OwnPerson | null;
  readonly contributions: readonly OwnContribution[];
  /** What stands under their name for « Qui sommes-nous »; null when nothing does. */
  readonly presentation: PresentationView | null;
  /** Their waiting ask for the floor, or the one they have it by, whoever asked for them. */
  readonly askId: string | null;
  /** In the tour de table it is their turn. */
  readonly myTurn: boolean;
};
/** What a person has said of themselves. */
export type OwnPerson = Omit<Person, 'id' | 'seminarId'>;
export type PresentationView = {
  readonly personId: string;
  readonly name: string;
  readonly quotation: string;
  readonly text: string;
  readonly agreed: boolean;
};

export type SilenceView = {
  readonly id: string;
  readonly itemId: string | null;
  readonly questionId: string | null;
  readonly openedAt: Instant;
  readonly endsAt: Instant;
  /** How many contributions were written so far. */
  readonly written: number;
};

/** Gommettes go on words, not on people. A long selection is cut: the list has the words whole. */
export type DottedView = Pick<ContributionView, 'id' | 'kind' | 'text'>;
export type DotsView = {
  readonly id: string;
  readonly budget: number;
  readonly contributions: readonly DottedView[];
  readonly shown: boolean;
  /** How many people have placed at least one. */
  readonly voters: number;
  /** By contribution; null until shown. */
  readonly counts: Readonly<Record<string, number>> | null;
};

/** Someone as an audience may name them: those who run and write by full name, the room as they agreed to be named. */
export type PersonView = {
  /** Null but for those who run and write. */
  readonly personId: string | null;
  readonly attribution: Attribution;
};
/** Someone who asks for the floor. The room knows the ask's id (a phone knows its own) and, if announced, who. */
export type AskView = {
  readonly id: string;
  readonly person: PersonView;
  /** What about; '' for the room. */
  readonly about: string;
  readonly at: Instant;
};
export type SpeakingView = AskView & {
  readonly since: Instant;
  /** The talk clock; null for none. */
  readonly minutes: Minutes | null;
};
export type FloorView = {
  /** In the order they will speak. */
  readonly asks: readonly AskView[];
  readonly speaking: SpeakingView | null;
  readonly order: FloorOrder;
  readonly announced: boolean;
  /** How many people of the sitting have not yet had the floor; null but for those who run and write. */
  readonly notYetSpoken: number | null;
};

export type RoundView = {
  readonly id: string;
  readonly person: PersonView | null;
  /** How many have spoken, and how many there are. */
  readonly done: number;
  readonly people: number;
  readonly closed: boolean;
  /** For those who run and write: whose turn is over; else empty. */
  readonly donePersonIds: readonly string[];
};

export type PhotoView = {
  readonly id: string;
  readonly itemId: string | null;
  readonly questionId: string | null;
  /** Its address on this server. */
  readonly path: string;
  readonly mediaType: PhotoType;
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly at: Instant;
  readonly included: boolean;
};

/** GET /api/sittings/:id/people, for those who run and write: the list of the sitting, in the order they came. */
export type PeopleView = { readonly people: readonly ListedPerson[] };
export type ListedPerson = {
  readonly personId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly function: string;
  readonly town: string;
  readonly consent: Consent;
  /** They joined by themselves; else someone entered them from the sign-in sheet. */
  readonly joined: boolean;
  readonly connected: boolean;
  /** Words that wait for their agreement, a presentation included. */
  readonly toConfirm: number;
};
/** GET /api/sittings/:id/presentations, for those who run and write. */
export type PresentationsView = { readonly presentations: readonly PresentationView[] };
/** GET /api/sittings/:id/taken-over: the contributions that stand in the atelier's synthesis. */
export type TakenOverView = { readonly contributionIds: readonly string[] };
/** GET /api/seminars/:id/to-confirm, for the organiser: what waits for agreement, by person, to print and tick. */
export type ToConfirmView = {
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly words: readonly {
      readonly sittingId: string;
      readonly atelierTitle: string;
      /** Null for a presentation. */
      readonly contributionId: string | null;
      /** Of a presentation, what may be quoted; '' else. */
      readonly quotation: string;
      readonly text: string;
      readonly kind: ContributionKind | null;
      readonly itemId: string | null;
      readonly questionId: string | null;
    }[];
  }[];
};
/** POST /api/personal-link: opens one's own pages on another phone. */
export type PersonalLink = { readonly url: string };

/** As whom the page acts. */
export type Me = {
  readonly role: Role;
  readonly personId: string | null;
  readonly name: string;
  /** How they may be quoted; null when they have not said. */
  readonly consent: Consent | null;
  /** Of the contributions that came so far: those this person supports, and those that are their own. */
  readonly supported: readonly string[];
  readonly own: readonly string[];
  /** Of the open gommettes: how many this person placed, by contribution. */
  readonly dots: Readonly<Record<string, number>>;
  /** Their waiting ask for the floor, or the one they have it by. */
  readonly askId: string | null;
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
  /** Of what the room sees said, whoever asks: what is hidden or withdrawn counts for nobody. */
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
  readonly groups: readonly Group[];
  readonly wall: WallContent;
  /** What the projector shows of what was said: those pinned, then the wall's, newest first; empty but on screens. */
  readonly screenTexts: readonly ContributionView[];
  /** The silent writing that goes on; null when none does. */
  readonly silence: SilenceView | null;
  readonly dots: DotsView | null;
  readonly floor: FloorView;
  readonly round: RoundView | null;
  /** Empty on screens. */
  readonly photos: readonly PhotoView[];
  /** Participants may write in the notes. */
  readonly notesOpen: boolean;
  /** The atelier is over. */
  readonly closed: boolean;
  /** With its newest versions for those who write it, without any for the others. */
  readonly synthesis: SynthesisStanding;
  /** In a plenary: the slide that everybody sees; null when none is shown. */
  readonly restitution: Restitution | null;
};

/** GET /api/ateliers/:id/slides, for those who write or conduct it, and for everybody while the plenary is shown it. */
export type SlidesView = {
  readonly title: string;
  /** Who presents it. */
  readonly rapporteurs: readonly string[];
  /** Of the synthesis: what is not validated is shown all the same, and said to be so to those who show it. */
  readonly state: SynthesisState;
  readonly slides: readonly Slide[];
};

/** GET /api/ateliers/:id/synthesis, for those who write it: what its page needs besides the sitting that it follows. */
export type SynthesisView = {
  /** What the plenary's plan gives to presenting it; null where no point does, or has no minutes. */
  readonly minutes: Minutes | null;
  /** The plenary's sitting in which it is presented: where a point does, else the first; null without a plenary. */
  readonly presentedIn: string | null;
  /** The atelier's sittings, in their order. */
  readonly sittings: readonly {
    readonly sittingId: string;
    /** Of what the room sees said. */
    readonly contributionsCount: number;
    /** Those that stand in the synthesis as it is on disk, the withdrawn and hidden ones too. */
    readonly sources: readonly ContributionView[];
  }[];
};

/**
 * GET /api/ateliers/:id/side-by-side, for those who write the synthesis: what its sittings said, point by point.
 * `?item=<itemId>` is one point (`-` for what was said under none), with more contributions of it.
 */
export type SideBySideView = {
  /** In their order. */
  readonly sittings: readonly {
    readonly sittingId: string;
    /** « groupe 2 »; '' when there is only one. */
    readonly label: string;
    readonly room: string;
    readonly start: Instant | null;
  }[];
  readonly points: readonly {
    /** Null for what was said under no point. */
    readonly itemId: string | null;
    readonly title: string;
    /** One for each sitting, in their order. */
    readonly said: readonly {
      /** Most supported first, as those who sort see them; what is withdrawn or hidden is left out. */
      readonly contributions: readonly ContributionView[];
      /** How many there are besides. */
      readonly more: number;
      /** What the notes say under the point's heading, a line for each paragraph and item. */
      readonly notes: string;
    }[];
  }[];
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
  /** The atelier is over. */
  readonly closed: boolean;
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
  readonly closed: boolean;
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
  | { readonly type: 'rapporteurs'; readonly rapporteurs: Rapporteurs }
  /** The room sees them no more: withdrawn, hidden, or said in a silence. */
  | { readonly type: 'contributions-gone'; readonly ids: readonly string[]; readonly count: number }
  | { readonly type: 'groups'; readonly groups: readonly Group[] }
  /** By contribution: the group it is in now. */
  | { readonly type: 'grouped'; readonly groupIds: Readonly<Record<string, string | null>> }
  | { readonly type: 'wall'; readonly wall: WallContent }
  | { readonly type: 'screen-texts'; readonly screenTexts: readonly ContributionView[] }
  | { readonly type: 'silence'; readonly silence: SilenceView | null }
  | { readonly type: 'dots'; readonly dots: DotsView | null }
  /** Somebody placed a gommette: nothing else of them changed. */
  | { readonly type: 'dots-voters'; readonly dotsId: string; readonly voters: number }
  | { readonly type: 'floor'; readonly floor: FloorView }
  | { readonly type: 'round'; readonly round: RoundView | null }
  | { readonly type: 'photos'; readonly photos: readonly PhotoView[] }
  | { readonly type: 'standing'; readonly notesOpen: boolean; readonly closed: boolean }
  /** `document` is for participants: the wire name of the text while they may read along, null when they may not. */
  | {
      readonly type: 'synthesis';
      readonly synthesis: SynthesisStanding;
      readonly document: string | null;
    }
  | { readonly type: 'restitution'; readonly restitution: Restitution | null }
  /** The code became another; the address before it is the one this page has. */
  | { readonly type: 'code'; readonly code: string };

export type SeminarChange =
  | { readonly type: 'description'; readonly description: SeminarDescription; readonly closed: boolean }
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
  readonly closed: boolean;
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
  /** Participants may write in the notes. */
  readonly notesOpen: boolean;
  readonly closed: boolean;
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
  /** What the organiser calls the sitting; '' when nothing. */
  readonly label: string;
  readonly room: string;
  /** As whom this device acts by this right, and their name. */
  readonly personId: string | null;
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
  /** Those of this device who joined another sitting of the séminaire: they come in as the same person. */
  readonly elsewhere: readonly {
    readonly personId: string;
    readonly name: string;
    readonly person: OwnPerson;
  }[];
};
export type Joined = { readonly path: string };
/** POST /api/access. */
export type AccessGiven = {
  readonly role: Role;
  readonly seminarId: string;
  readonly personId: string | null;
  readonly path: string;
};
/** POST /api/seminars. */
export type SeminarCreated = { readonly seminarId: string; readonly path: string };
