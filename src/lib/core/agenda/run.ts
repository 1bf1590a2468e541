/** The run: what really happened in a sitting, apart from the plan. State is the fold of its events. */
import type { DomainEvent, PayloadOf } from '#core/events/event-types.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import type { Duration, Instant, Minutes } from '#core/time/instant.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { BaselinePoint, Plan } from './plan.ts';

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

/** A run that was put aside to begin another. */
export type ArchivedRun = Omit<Run, 'archives' | 'steps' | 'eventCount'>;

export type Run = {
  readonly status: 'not-started' | 'running' | 'suspended' | 'finished';
  readonly runId: string | null;
  /** The plan's revision when the run started: what planned-versus-real compares with. */
  readonly planRevision: number | null;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** « Répéter à blanc »: leaves no trace in the actes. */
  readonly rehearsal: boolean;
  /** The points as planned at the start; null before it, and in runs of an earlier Plénière. */
  readonly baseline: readonly BaselinePoint[] | null;
  readonly visits: readonly Visit[];
  readonly suspensions: readonly Suspension[];
  /** Minutes added to (or taken from) a point while running, by item id. */
  readonly extensions: Readonly<Record<string, Minutes>>;
  /** What redistributions gave points, by item id; extensions after it add to it. */
  readonly overrides: Readonly<Record<string, Override>>;
  /** When the room began to work although a shared time had begun, by shared time. */
  readonly workedThrough: Readonly<Record<string, Instant>>;
  /** Until when the synthesis was knowingly left waiting, by item id. */
  readonly postponed: Readonly<Record<string, Instant>>;
  /** Points that no longer advance by themselves, since someone took that back. */
  readonly held: readonly string[];
  /** The question last put at a point, by item id; absent means the point's first. */
  readonly questionPut: Readonly<Record<string, string>>;
  /** The steps that count (neither undone nor undoing), oldest first: the last one is what undo takes back. */
  readonly steps: readonly RunStep[];
  /** All run events so far, undone and undoing ones too: what a run command expects. */
  readonly eventCount: number;
  /** The runs put aside, oldest first. */
  readonly archives: readonly ArchivedRun[];
};

/** Everything a room's times are computed from, but the moment it is. */
export type Room = {
  readonly plan: Plan;
  readonly run: Run;
  /** The sitting's; null when it has none. */
  readonly plannedStart: Instant | null;
  /** Those that interrupt the room, in order. */
  readonly sharedTimes: readonly SharedTime[];
};

/**
 * The times of one point. `estimated` exists for the current point and those ahead, while the run goes on;
 * `real` runs from the first visit's start to the last visit's end, null while that visit lasts.
 */
export type ItemTimes = {
  readonly itemId: string;
  readonly state: 'ahead' | 'current' | 'done';
  readonly planned: { readonly start: Instant; readonly end: Instant } | null;
  readonly estimated: { readonly start: Instant; readonly end: Instant } | null;
  readonly real: { readonly start: Instant; readonly end: Instant | null } | null;
  /** Planned minutes and extensions together. */
  readonly allotted: Duration;
  /** Time spent at the point, without suspensions, all visits together. */
  readonly spent: Duration;
  /** allotted − spent: negative when over. */
  readonly remaining: Duration;
};

export type RunProjection = {
  readonly status: Run['status'];
  readonly items: readonly ItemTimes[];
  readonly currentItemId: string | null;
  readonly currentQuestionId: string | null;
  /** Of the current point; null when there is none. */
  readonly remaining: Duration | null;
  readonly plannedEnd: Instant | null;
  readonly estimatedEnd: Instant | null;
  /** estimatedEnd (or the real end) − plannedEnd: positive is late. */
  readonly drift: Duration | null;
  /** The shared time that interrupts the room now; null when none does, or the room works through it. */
  readonly sharedTimeNow: SharedTime | null;
  /** The next shared time that interrupts the room. */
  readonly sharedTimeNext: SharedTime | null;
  /** The start of the first shared time at or after the planned end, else the planned end: until when the room has. */
  readonly deadline: Instant | null;
  readonly synthesis: SynthesisCall | null;
};

/**
 * The protected synthesis that lies ahead. It must start by `startBy` to keep all its minutes before the deadline.
 * `coming` from ten minutes before its estimated start; `late` once `startBy` has passed, unless it was knowingly
 * left waiting (`postponed`).
 */
export type SynthesisCall = {
  readonly itemId: string;
  readonly estimatedStart: Instant;
  readonly startBy: Instant;
  readonly state: 'ahead' | 'coming' | 'late' | 'postponed';
  /** What would be left of it before the deadline if it began now; its allotted time at most. */
  readonly left: Duration;
};

/** What the fold has gathered of the run that goes on. */
type Draft = {
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

const newDraft = (): Draft => ({
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

type StepEvent = Exclude<RunEvent, { type: 'run/undone' }>;

/** The run as its events tell it; an event that cannot happen where it stands in the log is passed over. */
export const runOf = (events: readonly RunEvent[]): Run => {
  const undone = undonePositions(events);
  const archives: ArchivedRun[] = [];
  let draft = newDraft();
  let clock = instant(Number.NEGATIVE_INFINITY);
  events.forEach((event, position) => {
    if (event.type === 'run/undone') return;
    if (undone.has(position)) {
      holdAfterUndone(event, draft);
      return;
    }
    const at = event.at > clock ? event.at : clock;
    if (event.type === 'run/archived') {
      if (draft.started === null) return;
      archives.push(archivedRun(draft, at));
      draft = newDraft();
    } else if (!happens(event, at, draft)) return;
    clock = at;
    draft.steps.push(stepOf(event, at));
  });
  return { ...keptOf(draft), steps: draft.steps, eventCount: events.length, archives };
};

/** Where in the log the steps stand that an undo after them has taken back. */
const undonePositions = (events: readonly RunEvent[]): ReadonlySet<number> => {
  const steps = new Map<string, number>();
  const undone = new Set<number>();
  events.forEach((event, position) => {
    if (event.type !== 'run/undone') {
      steps.set(event.id, position);
      return;
    }
    const target = steps.get(event.payload.target);
    if (target !== undefined) undone.add(target);
  });
  return undone;
};

/** Who takes an automatic move back wants to stay: the point goes on until someone moves. */
const holdAfterUndone = (event: StepEvent, draft: Draft): void => {
  const here = draft.visits.at(-1);
  if (event.type !== 'run/moved' || !event.payload.automatic || here?.to !== null) return;
  if (here.itemId !== event.payload.itemId) draft.held.add(here.itemId);
};

const stepOf = (event: StepEvent, at: Instant): RunStep => ({
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

const keptOf = (draft: Draft): ArchivedRun => ({
  status: statusOf(draft),
  runId: draft.started?.runId ?? null,
  planRevision: draft.started?.planRevision ?? null,
  startedAt: draft.startedAt,
  finishedAt: draft.finishedAt,
  rehearsal: draft.started?.rehearsal ?? false,
  baseline: draft.started?.baseline ?? null,
  visits: draft.visits,
  suspensions: draft.suspensions,
  extensions: Object.fromEntries(draft.extensions),
  overrides: Object.fromEntries(draft.overrides),
  workedThrough: Object.fromEntries(draft.workedThrough),
  postponed: Object.fromEntries(draft.postponed),
  held: [...draft.held],
  questionPut: Object.fromEntries(draft.questionPut),
});

/** What was still going on ends with the archiving. */
const archivedRun = (draft: Draft, at: Instant): ArchivedRun => {
  if (draft.finishedAt === null) finish(draft, at);
  return keptOf(draft);
};

const statusOf = (draft: Draft): Run['status'] => {
  if (draft.started === null) return 'not-started';
  if (draft.finishedAt !== null) return 'finished';
  return draft.suspensions.at(-1)?.to === null ? 'suspended' : 'running';
};

/** Lets the event happen in the draft; false, and nothing changed, when it cannot happen there. */
const happens = (event: Exclude<StepEvent, { type: 'run/archived' }>, at: Instant, draft: Draft): boolean => {
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
export const latestStartOf = ({ steps }: Pick<Run, 'steps'>, now: Instant): Instant =>
  steps.find(({ type }) => !STARTING.has(type))?.at ?? now;

const STARTING: ReadonlySet<RunStep['type']> = new Set([
  'run/archived',
  'run/started',
  'run/start-corrected',
]);

const finish = (draft: Draft, at: Instant): void => {
  close(draft.suspensions, at);
  close(draft.visits, at);
  draft.finishedAt = at;
};

const close = <S extends { readonly to: Instant | null }>(stretches: S[], at: Instant): void => {
  const last = stretches.at(-1);
  if (last?.to === null) stretches[stretches.length - 1] = { ...last, to: at };
};
