/** What is written in the stream of a sitting: its run, what is said and shown in it, and who has the floor. */
import type { AgendaItem, BaselinePoint } from '../agenda/plan.ts';
import type { ContributionKind, Entry } from '../contributions/contribution.ts';
import type { WallContent } from '../contributions/wall.ts';
import type { FloorOrder } from '../floor/floor.ts';
import type { PhotoType } from '../photos/photo.ts';
import type { Instant, Minutes } from '../time/instant.ts';

export const REDISTRIBUTION_REASONS = ['catch-up', 'given', 'taken'] as const;
export type RedistributionReason = (typeof REDISTRIBUTION_REASONS)[number];

export type SittingEvents = {
  'sitting/opened': { readonly seminarId: string; readonly atelierId: string };
  /** The sitting leaves its atelier's plan for one of its own. */
  'sitting/plan-revised': {
    readonly revision: number;
    readonly items: readonly AgendaItem[];
    readonly minutesRevised: Readonly<Record<string, number>>;
  };
  /** The sitting follows its atelier's plan again. */
  'sitting/plan-shared': Record<string, never>;
  /** The atelier is over: earlier words of what was changed are redacted. */
  'sitting/closed': Record<string, never>;
  'sitting/reopened': Record<string, never>;
  /** Participants may write in the notes, or only read them. */
  'notes/opened': Record<string, never>;
  'notes/closed': Record<string, never>;
  'help/called': {
    readonly helpId: string;
    readonly need: 'help' | 'minutes';
    readonly minutes: Minutes | null;
  };
  'help/answered': { readonly helpId: string };
  'help/withdrawn': { readonly helpId: string };
  'run/started': {
    readonly runId: string;
    readonly planRevision: number;
    readonly itemId: string;
    /** « Répéter à blanc »: leaves no trace in the actes. */
    readonly rehearsal: boolean;
    /** The points as planned at the start, which planned-versus-real compares with; null in records of version 1. */
    readonly baseline: readonly BaselinePoint[] | null;
  };
  'run/start-corrected': { readonly startedAt: Instant };
  /** `alarmId` when all rooms were suspended at once. */
  'run/suspended': { readonly alarmId: string | null };
  'run/resumed': Record<string, never>;
  /** The room goes on (or back) to a point; going back adds to the time that point already had. */
  'run/moved': { readonly itemId: string; readonly automatic: boolean };
  'run/extended': { readonly itemId: string; readonly minutes: Minutes };
  /** The minutes that points have from now on, extensions so far included. */
  'run/redistributed': {
    readonly reason: RedistributionReason;
    readonly points: readonly { readonly itemId: string; readonly minutes: Minutes }[];
    /** The minutes it took from the points in all; negative when it gave. */
    readonly taken: Minutes;
    readonly planRevision: number;
  };
  'run/question-put': { readonly itemId: string; readonly questionId: string };
  /** The room works on although a shared time has begun. */
  'run/worked-through': { readonly sharedTimeId: string };
  /** The synthesis was knowingly left waiting. */
  'run/synthesis-postponed': { readonly itemId: string; readonly until: Instant };
  'run/finished': Record<string, never>;
  /** « Recommencer »: the run so far is kept aside and another can be started. */
  'run/archived': Record<string, never>;
  /** Takes a run event back: the state is the fold without its targets. */
  'run/undone': { readonly target: string };

  'contribution/made': {
    readonly contributionId: string;
    readonly itemId: string | null;
    readonly questionId: string | null;
    readonly kind: ContributionKind | null;
    /** Personal: null once redacted. */
    readonly text: string | null;
    readonly unnamed: boolean;
    /** The run during which it was said, or null. */
    readonly runId: string | null;
    /** Who said what another person entered; null when the actor's words are their own, or nobody's. */
    readonly attributedTo: string | null;
    readonly entry: Entry;
    /** « Sans mon nom »: SHA-256 (hex) of the key that its device keeps, which alone changes or withdraws it. */
    readonly keyHash: string | null;
    /** « Sans mon nom », when its author chose to show them. Personal: null once redacted. */
    readonly function: string | null;
    readonly town: string | null;
    /** The silent writing during which it was written, or null. */
    readonly silenceId: string | null;
  };
  /** Without an actor, and cut to the minute, when it was said without a name. */
  'contribution/changed': {
    readonly contributionId: string;
    readonly itemId: string | null;
    readonly questionId: string | null;
    readonly kind: ContributionKind | null;
    /** Personal: null once redacted. */
    readonly text: string | null;
    /** The words are others than before, which a redacted log could not tell; else kind or place changed. */
    readonly reworded: boolean;
    /** As they stood beside the words before, whose event may be redacted. Personal: null once redacted. */
    readonly function: string | null;
    readonly town: string | null;
  };
  'contribution/withdrawn': { readonly contributionId: string };
  /** Whoever sorts put it at another point or question. */
  'contribution/placed': {
    readonly contributionId: string;
    readonly itemId: string | null;
    readonly questionId: string | null;
  };
  /** The person whose words another entered says that they are theirs, on their phone or by a signed sheet. */
  'contribution/agreed': { readonly contributionIds: readonly string[]; readonly on: 'phone' | 'paper' };
  /** They are not theirs, or not under their name: the words stay, without one. */
  'contribution/disowned': { readonly contributionId: string };
  'contribution/hidden': {
    readonly contributionId: string;
    /** Personal: null once redacted. */
    readonly reason: string | null;
  };
  'contribution/shown': { readonly contributionId: string };
  'contribution/pinned': { readonly contributionId: string };
  'contribution/unpinned': { readonly contributionId: string };
  'contribution/approved': { readonly contributionId: string };
  'contribution/supported': { readonly contributionId: string };
  'contribution/unsupported': { readonly contributionId: string };
  /** `groupId` null takes them out of their group. */
  'contribution/grouped': { readonly contributionIds: readonly string[]; readonly groupId: string | null };
  'group/made': {
    readonly groupId: string;
    /** Personal: null once redacted. */
    readonly heading: string | null;
    readonly contributionIds: readonly string[];
  };
  'group/renamed': {
    readonly groupId: string;
    /** Personal: null once redacted. */
    readonly heading: string | null;
  };
  'group/dissolved': { readonly groupId: string };
  /** What of the contributions the projector shows beside those pinned. */
  'wall/set': { readonly shows: WallContent };

  /** « Écriture silencieuse »: what is written meanwhile is seen by nobody until it is revealed. */
  'silence/opened': {
    readonly silenceId: string;
    readonly itemId: string | null;
    readonly questionId: string | null;
    readonly minutes: Minutes;
  };
  'silence/extended': { readonly silenceId: string; readonly minutes: Minutes };
  'silence/revealed': { readonly silenceId: string };
  /** « Gommettes »: each person has so many votes to place on a selection; secret until shown. */
  'dots/opened': {
    readonly dotsId: string;
    readonly budget: number;
    readonly contributionIds: readonly string[];
  };
  /** How many this person has on it from now on. */
  'dots/placed': { readonly dotsId: string; readonly contributionId: string; readonly count: number };
  'dots/shown': { readonly dotsId: string };
  'dots/put-away': { readonly dotsId: string };

  'floor/asked': {
    readonly askId: string;
    readonly personId: string;
    /** Personal: what about; null once redacted or when nothing was said. */
    readonly about: string | null;
  };
  'floor/withdrawn': { readonly askId: string };
  /** `minutes` starts a talk clock; null for none. */
  'floor/given': { readonly askId: string; readonly minutes: Minutes | null };
  'floor/ended': { readonly askId: string };
  'floor/ordered': { readonly order: FloorOrder };
  /** The projector shows who speaks and who is next, or does not. */
  'floor/announced': { readonly announced: boolean };

  /** « Tour de table ». */
  'round/opened': { readonly roundId: string };
  'round/turned': { readonly roundId: string; readonly personId: string };
  'round/closed': { readonly roundId: string };
  /** What someone says of themselves in the tour de table, by their hand or the rapporteur's. */
  'presentation/written': {
    readonly personId: string;
    /** Personal: null once redacted. */
    readonly quotation: string | null;
    /** Personal: null once redacted. */
    readonly text: string | null;
  };
  'presentation/agreed': { readonly personId: string; readonly on: 'phone' | 'paper' };

  /** A photo of the paperboard; its bytes are kept beside the log under `file`, their SHA-256 (hex). */
  'photo/added': {
    readonly photoId: string;
    readonly itemId: string | null;
    readonly questionId: string | null;
    readonly file: string;
    readonly mediaType: PhotoType;
    readonly width: number;
    readonly height: number;
    /** Personal: what stands on it, for those who do not see it; null once redacted. */
    readonly description: string | null;
  };
  'photo/described': { readonly photoId: string; readonly description: string | null };
  'photo/placed': {
    readonly photoId: string;
    readonly itemId: string | null;
    readonly questionId: string | null;
  };
  /** The organiser takes it into the actes, or out of them. */
  'photo/included': { readonly photoId: string; readonly included: boolean };
  'photo/removed': { readonly photoId: string };

  /** In the plenary: the slide of an atelier's restitution that everybody sees; `slide` counts from 0. */
  'restitution/shown': { readonly atelierId: string; readonly slide: number };
  'restitution/put-away': Record<string, never>;
};
