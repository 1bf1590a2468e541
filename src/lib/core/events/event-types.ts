/** Every event of the log at its present version: what older records are brought up to by the upcasters. */
import type { AgendaItem, BaselinePoint } from '../agenda/plan.ts';
import type { Composition } from '../actes/composition.ts';
import type { ContributionKind, Entry } from '../contributions/contribution.ts';
import type { WallContent } from '../contributions/wall.ts';
import type { FloorOrder } from '../floor/floor.ts';
import type { PhotoType } from '../photos/photo.ts';
import type { SharedTime } from '../programme/programme.ts';
import type { Correction, NextStep, VersionKind } from '../publication/publication.ts';
import type { Presence } from '../seminar/presence.ts';
import type { Instant, Minutes } from '../time/instant.ts';
import type { NewEvent, StoredEvent } from './envelope.ts';

/** What a séminaire says of itself on its cover. */
export type SeminarDescription = {
  readonly title: string;
  readonly organisation: string;
  readonly theme: string;
  readonly place: string;
  /** ISO day, `2026-11-26`, or '' when not known yet. */
  readonly day: string;
  readonly language: 'fr' | 'en';
  /** IANA zone, for display only. */
  readonly zone: string;
};

export const REDISTRIBUTION_REASONS = ['catch-up', 'given', 'taken'] as const;
export type RedistributionReason = (typeof REDISTRIBUTION_REASONS)[number];

type Payloads = {
  'seminar/created': { readonly description: SeminarDescription };
  'seminar/described': { readonly description: SeminarDescription };
  'seminar/atelier-added': {
    readonly atelierId: string;
    readonly title: string;
    /** It gathers everybody and restitutes the others; it bears no number. */
    readonly plenary: boolean;
  };
  'seminar/atelier-renamed': { readonly atelierId: string; readonly title: string };
  'seminar/sitting-added': {
    readonly sittingId: string;
    readonly atelierId: string;
    readonly room: string;
    readonly start: Instant | null;
    /** What tells it from the atelier's other sittings (« groupe 2 », « matin »), or ''. */
    readonly label: string;
  };
  'seminar/sitting-placed': {
    readonly sittingId: string;
    readonly room: string;
    readonly start: Instant | null;
    readonly label: string;
  };
  'seminar/sitting-removed': { readonly sittingId: string };
  'seminar/person-joined': {
    readonly personId: string;
    readonly sittingId: string;
    /** « C'est moi »: the person already on the list whom this one is, on another device; counted once. */
    readonly sameAs: string | null;
  };
  /** What is said of someone (a name put right) changed; the words themselves stand in people. */
  'seminar/person-described': { readonly personId: string };
  /** Someone was taken off the list of a sitting, and their devices lost their right to it. */
  'seminar/person-removed': { readonly personId: string; readonly sittingId: string };
  /** Someone's data were erased: their name, what they said of themselves, and their name beside their words. */
  'seminar/person-erased': { readonly personId: string };
  /** Whom the organiser lists beside those on the lists of the sittings; null takes them off again. */
  'seminar/presence-set': {
    readonly personId: string;
    readonly presence: Presence | null;
    /** Personal: who came in their stead, or ''; null once redacted. */
    readonly representedBy: string | null;
  };
  'seminar/code-rotated': { readonly sittingId: string };
  /** The séminaire is over: nobody contributes any more, and devices let go of their copies. */
  'seminar/closed': Record<string, never>;
  'seminar/reopened': Record<string, never>;
  /** Someone took up the conduct or the notes of a sitting, on a device that holds its link or its pairing. */
  'seminar/person-appointed': {
    readonly personId: string;
    readonly sittingId: string;
    readonly role: 'animateur' | 'rapporteur';
  };
  /** At how many minutes left the rooms are warned; 0 is the end itself. */
  'seminar/warnings-set': { readonly minutes: readonly number[] };
  'programme/revised': {
    readonly revision: number;
    readonly times: readonly SharedTime[];
    /** Personal: who speaks, by shared time; null once redacted. */
    readonly speakers: Readonly<Record<string, string>> | null;
  };
  'message/sent': {
    readonly messageId: string;
    readonly sittingIds: readonly string[];
    readonly screens: boolean;
    readonly phones: boolean;
    /** Personal: null once redacted. */
    readonly text: string | null;
  };
  'message/withdrawn': { readonly messageId: string };
  'message/acknowledged': { readonly messageId: string; readonly sittingId: string };

  /** First in its stream, so that a stream says whose it is. */
  'atelier/opened': { readonly seminarId: string };
  'plan/revised': { readonly revision: number; readonly items: readonly AgendaItem[] };
  'synthesis/proposed': Record<string, never>;
  /** The text as it stood is kept as a version; `hash` is the SHA-256 (hex) of it as JSON. */
  'synthesis/validated': { readonly versionId: string; readonly hash: string };
  'synthesis/reopened': Record<string, never>;
  /** Participants may read along, or not. */
  'synthesis/shown': { readonly shown: boolean };

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

  'actes/composed': { readonly revision: number; readonly composition: Composition };
  'actes/next-steps-revised': {
    readonly revision: number;
    /** Personal: null once redacted. */
    readonly steps: readonly NextStep[] | null;
  };
  'actes/version-kept': {
    readonly versionId: string;
    readonly kind: VersionKind;
    readonly treeHash: string;
    readonly pdfHash: string;
  };
  /** Someone's data were taken out of a kept version, whose files became others. */
  'actes/version-expunged': {
    readonly versionId: string;
    readonly treeHash: string;
    readonly pdfHash: string;
  };
  /** Also a later date for a review that goes on. */
  'actes/review-opened': { readonly versionId: string; readonly until: Instant };
  'actes/review-closed': Record<string, never>;
  'actes/correction-proposed': {
    readonly correctionId: string;
    readonly personId: string | null;
    readonly role: Correction['role'];
    /** Personal: null once redacted, or when it is about the whole. */
    readonly passage: string | null;
    /** Personal: null once redacted. */
    readonly text: string | null;
  };
  'actes/correction-settled': { readonly correctionId: string; readonly accepted: boolean };
  'actes/approval-asked': { readonly versionId: string };
  'actes/approval-answered': {
    readonly versionId: string;
    readonly given: boolean;
    /** Personal: null once redacted. */
    readonly by: string | null;
    readonly remarks: string | null;
  };
  /** Also published again after a withdrawal, at the same address. */
  'actes/published': {
    readonly versionId: string;
    readonly slug: string;
    readonly indexed: boolean;
    readonly until: Instant | null;
  };
  'actes/corrected': { readonly versionId: string; readonly erratum: string };
  'actes/withdrawn': Record<string, never>;
};

export type EventType = keyof Payloads;
export type PayloadOf<T extends EventType> = Payloads[T];
export type DomainEvent = { [T in EventType]: StoredEvent<T, Payloads[T]> }[EventType];
export type NewDomainEvent = { [T in EventType]: NewEvent<T, Payloads[T]> }[EventType];

/** The version each type is written at today. */
export const EVENT_VERSIONS: Readonly<Record<EventType, number>> = {
  'seminar/created': 1,
  'seminar/described': 1,
  'seminar/atelier-added': 2,
  'seminar/atelier-renamed': 1,
  'seminar/sitting-added': 2,
  'seminar/sitting-placed': 2,
  'seminar/sitting-removed': 1,
  'seminar/person-joined': 2,
  'seminar/person-described': 1,
  'seminar/person-removed': 1,
  'seminar/presence-set': 1,
  'seminar/code-rotated': 1,
  'seminar/closed': 1,
  'seminar/reopened': 1,
  'seminar/person-appointed': 1,
  'seminar/warnings-set': 1,
  'programme/revised': 1,
  'message/sent': 1,
  'message/withdrawn': 1,
  'message/acknowledged': 1,
  'atelier/opened': 1,
  'plan/revised': 2,
  'sitting/opened': 1,
  'sitting/plan-revised': 1,
  'sitting/plan-shared': 1,
  'sitting/closed': 1,
  'sitting/reopened': 1,
  'notes/opened': 1,
  'notes/closed': 1,
  'help/called': 1,
  'help/answered': 1,
  'help/withdrawn': 1,
  'run/started': 2,
  'run/start-corrected': 1,
  'run/suspended': 2,
  'run/resumed': 1,
  'run/moved': 2,
  'run/extended': 1,
  'run/redistributed': 1,
  'run/question-put': 1,
  'run/worked-through': 1,
  'run/synthesis-postponed': 1,
  'run/finished': 1,
  'run/archived': 1,
  'run/undone': 1,
  'contribution/made': 3,
  'contribution/changed': 1,
  'contribution/withdrawn': 1,
  'contribution/placed': 1,
  'contribution/agreed': 1,
  'contribution/disowned': 1,
  'contribution/hidden': 1,
  'contribution/shown': 1,
  'contribution/pinned': 1,
  'contribution/unpinned': 1,
  'contribution/approved': 1,
  'contribution/supported': 1,
  'contribution/unsupported': 1,
  'contribution/grouped': 1,
  'group/made': 1,
  'group/renamed': 1,
  'group/dissolved': 1,
  'wall/set': 1,
  'silence/opened': 1,
  'silence/extended': 1,
  'silence/revealed': 1,
  'dots/opened': 1,
  'dots/placed': 1,
  'dots/shown': 1,
  'dots/put-away': 1,
  'floor/asked': 1,
  'floor/withdrawn': 1,
  'floor/given': 1,
  'floor/ended': 1,
  'floor/ordered': 1,
  'floor/announced': 1,
  'round/opened': 1,
  'round/turned': 1,
  'round/closed': 1,
  'presentation/written': 1,
  'presentation/agreed': 1,
  'photo/added': 1,
  'photo/described': 1,
  'photo/placed': 1,
  'photo/included': 1,
  'photo/removed': 1,
  'synthesis/proposed': 1,
  'synthesis/validated': 1,
  'synthesis/reopened': 1,
  'synthesis/shown': 1,
  'restitution/shown': 1,
  'restitution/put-away': 1,
  'actes/composed': 1,
  'actes/next-steps-revised': 1,
  'actes/version-kept': 1,
  'actes/version-expunged': 1,
  'actes/review-opened': 1,
  'actes/review-closed': 1,
  'actes/correction-proposed': 1,
  'actes/correction-settled': 1,
  'actes/approval-asked': 1,
  'actes/approval-answered': 1,
  'actes/published': 1,
  'actes/corrected': 1,
  'actes/withdrawn': 1,
  'seminar/person-erased': 1,
};

/** The payload fields that are a person's words; `redact` nulls them in place, and every fold accepts null. */
export const PERSONAL_FIELDS: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  'contribution/made': ['text', 'function', 'town'],
  'contribution/changed': ['text', 'function', 'town'],
  'contribution/hidden': ['reason'],
  'group/made': ['heading'],
  'group/renamed': ['heading'],
  'floor/asked': ['about'],
  'presentation/written': ['quotation', 'text'],
  'photo/added': ['description'],
  'photo/described': ['description'],
  'seminar/presence-set': ['representedBy'],
  'message/sent': ['text'],
  'programme/revised': ['speakers'],
  'actes/next-steps-revised': ['steps'],
  'actes/correction-proposed': ['passage', 'text'],
  'actes/approval-answered': ['by', 'remarks'],
};

export const isRunEvent = (event: DomainEvent): event is Extract<DomainEvent, { type: `run/${string}` }> =>
  event.type.startsWith('run/');
