/** The run: what really happened in a sitting, apart from the plan. State is the fold of its events. */
import type { DomainEvent } from '#core/events/event-types.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import type { Duration, Instant, Minutes } from '#core/time/instant.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { AgendaItem, BaselinePoint, Plan } from './plan.ts';

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
  /** The point it moved to, extended or put a question at; else null. */
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

type Draft = {
  started: { readonly runId: string; readonly planRevision: number; readonly at: Instant } | null;
  finishedAt: Instant | null;
  clock: Instant;
  readonly visits: Visit[];
  readonly suspensions: Suspension[];
  readonly extensions: Map<string, Minutes>;
  readonly questionPut: Map<string, string>;
  readonly steps: RunStep[];
};

type StepEvent = Exclude<RunEvent, { type: 'run/undone' }>;

/** The run as its events tell it; an event that cannot happen where it stands in the log is passed over. */
export const runOf = (events: readonly RunEvent[]): Run => {
  const undone = undonePositions(events);
  const draft: Draft = {
    started: null,
    finishedAt: null,
    clock: instant(Number.NEGATIVE_INFINITY),
    visits: [],
    suspensions: [],
    extensions: new Map(),
    questionPut: new Map(),
    steps: [],
  };
  events.forEach((event, position) => {
    if (event.type === 'run/undone' || undone.has(position)) return;
    const at = event.at > draft.clock ? event.at : draft.clock;
    if (!happens(event, at, draft)) return;
    draft.clock = at;
    const extended = event.type === 'run/extended' ? event.payload.minutes : null;
    draft.steps.push({ eventId: event.id, type: event.type, at, actor: event.actor, minutes: extended });
  });
  return {
    status: statusOf(draft),
    runId: draft.started?.runId ?? null,
    planRevision: draft.started?.planRevision ?? null,
    startedAt: draft.started?.at ?? null,
    finishedAt: draft.finishedAt,
    visits: draft.visits,
    suspensions: draft.suspensions,
    extensions: Object.fromEntries(draft.extensions),
    questionPut: Object.fromEntries(draft.questionPut),
    steps: draft.steps,
    eventCount: events.length,
  };
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

const statusOf = (draft: Draft): Run['status'] => {
  if (draft.started === null) return 'not-started';
  if (draft.finishedAt !== null) return 'finished';
  return draft.suspensions.at(-1)?.to === null ? 'suspended' : 'running';
};

/** Lets the event happen in the draft; false, and nothing changed, when it cannot happen there. */
const happens = (event: StepEvent, at: Instant, draft: Draft): boolean => {
  const status = statusOf(draft);
  if (event.type === 'run/started') {
    if (status !== 'not-started') return false;
    draft.started = { runId: event.payload.runId, planRevision: event.payload.planRevision, at };
    draft.visits.push({ itemId: event.payload.itemId, from: at, to: null });
    return true;
  }
  if (status === 'not-started' || status === 'finished') return false;
  switch (event.type) {
    case 'run/suspended':
      if (status === 'suspended') return false;
      draft.suspensions.push({ from: at, to: null });
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
    case 'run/question-put':
      draft.questionPut.set(event.payload.itemId, event.payload.questionId);
      return true;
    case 'run/finished':
      close(draft.suspensions, at);
      close(draft.visits, at);
      draft.finishedAt = at;
      return true;
  }
};

const close = <S extends { readonly to: Instant | null }>(stretches: S[], at: Instant): void => {
  const last = stretches.at(-1);
  if (last?.to === null) stretches[stretches.length - 1] = { ...last, to: at };
};

/** Where the room stands in the present plan: the position it is at or went on from, −1 before all of them. */
type Place = { readonly index: number; readonly current: AgendaItem | null };

/**
 * The room's place in the plan as it is now. When its point was taken out of the plan, the place is that of
 * the last visited point that is still there, and nothing is current; a run that does not go on has no current.
 */
export const placeOf = (plan: Plan, run: Run): Place => {
  const positions = new Map(plan.items.map((item, index) => [item.id, index]));
  const last = run.visits.at(-1);
  const lastKept = run.visits.findLast((visit) => positions.has(visit.itemId));
  const index = lastKept === undefined ? -1 : (positions.get(lastKept.itemId) ?? -1);
  return {
    index,
    current: last !== undefined && last.to === null && last === lastKept ? (plan.items[index] ?? null) : null,
  };
};

const ownOf = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The minutes the room has for a point: planned and extensions together, never under one minute. */
export const allottedMinutesOf = (item: AgendaItem, run: Run): Minutes =>
  minutes(
    Math.max(Math.min(item.plannedMinutes, 1), item.plannedMinutes + (ownOf(run.extensions, item.id) ?? 0)),
  );

/** The question the point stands at: the one last put if the plan still has it, else its first; null without any. */
export const questionIdAt = (item: AgendaItem, run: Run): string | null => {
  const put = ownOf(run.questionPut, item.id);
  return (item.questions.find((question) => question.id === put) ?? item.questions[0])?.id ?? null;
};
