/** Every event of the log at its present version: what older records are brought up to by the upcasters. */
import type { AgendaItem, BaselinePoint } from '../agenda/plan.ts';
import type { ContributionKind } from '../contributions/contribution.ts';
import type { SharedTime } from '../programme/programme.ts';
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
  'seminar/person-joined': { readonly personId: string; readonly sittingId: string };
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

  'sitting/opened': { readonly seminarId: string; readonly atelierId: string };
  /** The sitting leaves its atelier's plan for one of its own. */
  'sitting/plan-revised': {
    readonly revision: number;
    readonly items: readonly AgendaItem[];
    readonly minutesRevised: Readonly<Record<string, number>>;
  };
  /** The sitting follows its atelier's plan again. */
  'sitting/plan-shared': Record<string, never>;
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
  };
  'contribution/supported': { readonly contributionId: string };
  'contribution/unsupported': { readonly contributionId: string };
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
  'seminar/person-joined': 1,
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
  'contribution/made': 2,
  'contribution/supported': 1,
  'contribution/unsupported': 1,
};

/** The payload fields that are a person's words; `redact` nulls them in place, and every fold accepts null. */
export const PERSONAL_FIELDS: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  'contribution/made': ['text'],
  'message/sent': ['text'],
  'programme/revised': ['speakers'],
};

export const isRunEvent = (event: DomainEvent): event is Extract<DomainEvent, { type: `run/${string}` }> =>
  event.type.startsWith('run/');
