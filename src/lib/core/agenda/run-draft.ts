/** A run as it is folded: how each event of its log changes what was gathered so far. */
import type { DomainEvent, NewDomainEvent, PayloadOf } from '#core/events/event-types.ts';
import type { Instant, Minutes } from '#core/time/instant.ts';
import { minutes } from '#core/time/instant.ts';

export type RunEvent = Extract<DomainEvent, { type: `run/${string}` }>;

/** A stretch of time during which one point was the room's point; `to` is null while it still is. */
export type Visit = { readonly itemId: string; readonly from: Instant; readonly to: Instant | null };

/** A stretch of time during which the clock was suspended; `to` is null while it still is. */
export type Suspension = {
  readonly from: Instant;
  readonly to: Instant | null;
  /** Of a suspension of all rooms at once; else null. */
  readonly alarmId: string | null;
};

/** The minutes a redistribution gave a point; they hold until the plan's minutes of the point change. */
export type Override = { readonly minutes: Minutes; readonly planRevision: number };

/** A run command as it happened, for the undo and for « who did what and when ». */
export type RunStep = {
  readonly eventId: string;
  readonly type: Exclude<RunEvent['type'], 'run/undone'>;
  readonly at: Instant;
  readonly actor: string | null;
  /** Of an extension: the minutes it added or took; of a redistribution: those it took in all, negative when it gave; else null. */
  readonly minutes: Minutes | null;
  /** The point it is about: started at, moved to, extended, put a question at or postponed; else null. */
  readonly itemId: string | null;
  /** Of a move that nobody gave: the point's time was over and it advances by itself. */
  readonly automatic: boolean;
};

export type RunStatus = 'not-started' | 'running' | 'suspended' | 'finished';

/** What a step is made of, whether the log has given it its place or not. */
export type StepEvent = Exclude<Extract<NewDomainEvent, { type: `run/${string}` }>, { type: 'run/undone' }>;

/** What the fold has gathered of the run that goes on. */
export type Draft = {
  started: PayloadOf<'run/started'> | null;
  startedAt: Instant | null;
  finishedAt: Instant | null;
  readonly visits: Visit[];
  readonly suspensions: Suspension[];
  readonly extensions: Map<string, Minutes>;
  readonly overrides: Map<string, Override>;
  readonly workedThrough: Map<string, Instant>;
  readonly postponed: Map<string, Instant>;
  readonly held: Set<string>;
  readonly questionPut: Map<string, string>;
  readonly steps: RunStep[];
};

export const newDraft = (): Draft => ({
  started: null,
  startedAt: null,
  finishedAt: null,
  visits: [],
  suspensions: [],
  extensions: new Map(),
  overrides: new Map(),
  workedThrough: new Map(),
  postponed: new Map(),
  held: new Set(),
  questionPut: new Map(),
  steps: [],
});

export const statusOf = (draft: Draft): RunStatus => {
  if (draft.started === null) return 'not-started';
  if (draft.finishedAt !== null) return 'finished';
  return draft.suspensions.at(-1)?.to === null ? 'suspended' : 'running';
};

/** Lets the event happen in the draft; false, and nothing changed, when it cannot happen there. */
export const happens = (
  event: Exclude<StepEvent, { type: 'run/archived' }>,
  at: Instant,
  draft: Draft,
): boolean => {
  const status = statusOf(draft);
  if (event.type === 'run/started') {
    if (status !== 'not-started') return false;
    draft.started = event.payload;
    draft.startedAt = at;
    draft.visits.push({ itemId: event.payload.itemId, from: at, to: null });
    return true;
  }
  if (status === 'not-started' || status === 'finished') return false;
  switch (event.type) {
    case 'run/start-corrected':
      return correctStart(draft, event.payload.startedAt, at);
    case 'run/suspended':
      if (status === 'suspended') return false;
      draft.suspensions.push({ from: at, to: null, alarmId: event.payload.alarmId });
      return true;
    case 'run/resumed':
      if (status !== 'suspended') return false;
      close(draft.suspensions, at);
      return true;
    case 'run/moved':
      if (event.payload.itemId === draft.visits.at(-1)?.itemId) return false;
      close(draft.suspensions, at);
      close(draft.visits, at);
      draft.visits.push({ itemId: event.payload.itemId, from: at, to: null });
      return true;
    case 'run/extended': {
      const before = draft.extensions.get(event.payload.itemId) ?? 0;
      draft.extensions.set(event.payload.itemId, minutes(before + event.payload.minutes));
      return true;
    }
    case 'run/redistributed': {
      const { points, planRevision } = event.payload;
      for (const point of points) {
        draft.overrides.set(point.itemId, { minutes: point.minutes, planRevision });
        draft.extensions.delete(point.itemId);
      }
      return true;
    }
    case 'run/question-put':
      draft.questionPut.set(event.payload.itemId, event.payload.questionId);
      return true;
    case 'run/worked-through':
      draft.workedThrough.set(event.payload.sharedTimeId, at);
      return true;
    case 'run/synthesis-postponed':
      draft.postponed.set(event.payload.itemId, event.payload.until);
      return true;
    case 'run/finished':
      finish(draft, at);
      return true;
  }
};

/** Moves the start and the first visit's beginning, as long as nothing that came after would come before it. */
const correctStart = (draft: Draft, startedAt: Instant, at: Instant): boolean => {
  const first = draft.visits[0];
  if (first === undefined || !(startedAt <= latestStartOf(draft, at))) return false;
  draft.startedAt = startedAt;
  draft.visits[0] = { ...first, from: startedAt };
  return true;
};

/** The latest moment a run's start can be corrected to, at `now`: its first step after the start, else now. */
export const latestStartOf = ({ steps }: { readonly steps: readonly RunStep[] }, now: Instant): Instant =>
  steps.find(({ type }) => !STARTING.has(type))?.at ?? now;

const STARTING: ReadonlySet<RunStep['type']> = new Set([
  'run/archived',
  'run/started',
  'run/start-corrected',
]);

export const finish = (draft: Draft, at: Instant): void => {
  close(draft.suspensions, at);
  close(draft.visits, at);
  draft.finishedAt = at;
};

const close = <S extends { readonly to: Instant | null }>(stretches: S[], at: Instant): void => {
  const last = stretches.at(-1);
  if (last?.to === null) stretches[stretches.length - 1] = { ...last, to: at };
};

/** Who takes an automatic move back wants to stay: the point goes on until someone moves. */
export const holdAfterUndone = (event: StepEvent, draft: Draft): void => {
  const here = draft.visits.at(-1);
  if (event.type !== 'run/moved' || !event.payload.automatic || here?.to !== null) return;
  if (here.itemId !== event.payload.itemId) draft.held.add(here.itemId);
};

export const stepOf = (event: StepEvent, at: Instant): RunStep => ({
  eventId: event.id,
  type: event.type,
  at,
  actor: event.actor,
  minutes: minutesIn(event),
  itemId: 'itemId' in event.payload ? event.payload.itemId : null,
  automatic: event.type === 'run/moved' && event.payload.automatic,
});

const minutesIn = (event: StepEvent): Minutes | null => {
  if (event.type === 'run/extended') return event.payload.minutes;
  return event.type === 'run/redistributed' ? event.payload.taken : null;
};
