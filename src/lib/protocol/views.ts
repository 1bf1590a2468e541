/** What each audience is shown: projections of the log, never the log itself. */
import type { Role } from '#core/access/roles.ts';
import type { Plan } from '#core/agenda/plan.ts';
import type { ContributionKind, Entry, Group } from '#core/contributions/contribution.ts';
import type { WallContent } from '#core/contributions/wall.ts';
import type { StreamId } from '#core/events/envelope.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { Restitution, Slide } from '#core/restitution/restitution.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import type { HelpCall } from '#core/seminar/help.ts';
import type { Attribution, Consent } from '#core/seminar/person.ts';
import type { SynthesisStanding, SynthesisState } from '#core/synthesis/synthesis-standing.ts';
import type { Instant, Minutes } from '#core/time/instant.ts';
import type { Audience } from './inputs.ts';
import type { OwnPerson, PresentationView } from './people-views.ts';
import type { DotsView, FloorView, PhotoView, RoundView, SilenceView } from './room-views.ts';
import type { RunView } from './run-views.ts';

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

export type HelpView = Omit<HelpCall, 'actor'> & { readonly by: string | null };

/** What a page that acts for a séminaire or a sitting needs of its programme. */
export type SharedView = {
  readonly programme: Programme;
  readonly warningMinutes: readonly number[];
};

/** By atelier, who presents its synthesis. */
export type Rapporteurs = Readonly<Record<string, readonly string[]>>;

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

/** GET /api/sittings/:id/taken-over: the contributions that stand in the atelier's synthesis. */
export type TakenOverView = { readonly contributionIds: readonly string[] };

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
