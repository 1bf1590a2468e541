/** Every event of the log at its present version: what older records are brought up to by the upcasters. */
import type { AgendaItem } from '../agenda/plan.ts';
import type { ContributionKind } from '../contributions/contribution.ts';
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

type Payloads = {
  'seminar/created': { readonly description: SeminarDescription };
  'seminar/described': { readonly description: SeminarDescription };
  'seminar/atelier-added': { readonly atelierId: string; readonly title: string };
  'seminar/atelier-renamed': { readonly atelierId: string; readonly title: string };
  'seminar/sitting-added': {
    readonly sittingId: string;
    readonly atelierId: string;
    readonly room: string;
    readonly start: Instant | null;
  };
  'seminar/sitting-placed': {
    readonly sittingId: string;
    readonly room: string;
    readonly start: Instant | null;
  };
  'seminar/person-joined': { readonly personId: string; readonly sittingId: string };

  /** First in its stream, so that a stream says whose it is. */
  'atelier/opened': { readonly seminarId: string };
  'plan/revised': { readonly revision: number; readonly items: readonly AgendaItem[] };

  'sitting/opened': { readonly seminarId: string; readonly atelierId: string };
  'run/started': { readonly runId: string; readonly planRevision: number; readonly itemId: string };
  'run/suspended': Record<string, never>;
  'run/resumed': Record<string, never>;
  /** The room goes on (or back) to a point; going back adds to the time that point already had. */
  'run/moved': { readonly itemId: string };
  'run/extended': { readonly itemId: string; readonly minutes: Minutes };
  'run/question-put': { readonly itemId: string; readonly questionId: string };
  'run/finished': Record<string, never>;
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
  'seminar/atelier-added': 1,
  'seminar/atelier-renamed': 1,
  'seminar/sitting-added': 1,
  'seminar/sitting-placed': 1,
  'seminar/person-joined': 1,
  'atelier/opened': 1,
  'plan/revised': 1,
  'sitting/opened': 1,
  'run/started': 1,
  'run/suspended': 1,
  'run/resumed': 1,
  'run/moved': 1,
  'run/extended': 1,
  'run/question-put': 1,
  'run/finished': 1,
  'run/undone': 1,
  'contribution/made': 1,
  'contribution/supported': 1,
  'contribution/unsupported': 1,
};

/** The payload fields that are a person's words; `redact` nulls them in place, and every fold accepts null. */
export const PERSONAL_FIELDS: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  'contribution/made': ['text'],
};

export const isRunEvent = (event: DomainEvent): event is Extract<DomainEvent, { type: `run/${string}` }> =>
  event.type.startsWith('run/');
