/** The run: what really happened in a sitting, apart from the plan. State is the fold of its events. */
import type { SharedTime } from '#core/programme/programme.ts';
import type { Duration, Instant, Minutes } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { BaselinePoint, Plan } from './plan.ts';
import type {
  Draft,
  Override,
  RunEvent,
  RunStatus,
  RunStep,
  StepEvent,
  Suspension,
  Visit,
} from './run-draft.ts';
import { finish, happens, holdAfterUndone, newDraft, statusOf, stepOf } from './run-draft.ts';

export type { Override, RunEvent, RunStep, StepEvent, Suspension, Visit } from './run-draft.ts';

/** A run that was put aside to begin another. */
export type ArchivedRun = Omit<Run, 'archives' | 'steps' | 'eventCount'>;

export type Run = {
  readonly status: RunStatus;
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

/** The run as its events tell it; an event that cannot happen where it stands in the log is passed over. */
export const runOf = (events: readonly RunEvent[]): Run => {
  const undone = undonePositions(events);
  const fold: Fold = { draft: newDraft(), archives: [], clock: instant(Number.NEGATIVE_INFINITY) };
  events.forEach((event, position) => {
    if (event.type === 'run/undone') return;
    if (undone.has(position)) holdAfterUndone(event, fold.draft);
    else takeIn(fold, event);
  });
  return runFrom(fold, events.length);
};

/** The run after one more step, as folding its whole log with it would tell; for whoever has the run and not the log. */
export const runAfter = (run: Run, event: StepEvent): Run => {
  const { archives, steps, eventCount } = run;
  const clock = steps.at(-1)?.at ?? instant(Number.NEGATIVE_INFINITY);
  const fold: Fold = { draft: draftOf(run), archives: [...archives], clock };
  takeIn(fold, event);
  return runFrom(fold, eventCount + 1);
};

/** `clock`: the moment of the last step that happened. */
type Fold = { draft: Draft; readonly archives: ArchivedRun[]; clock: Instant };

const takeIn = (fold: Fold, event: StepEvent): void => {
  const at = event.at > fold.clock ? event.at : fold.clock;
  if (event.type === 'run/archived') {
    if (fold.draft.started === null) return;
    fold.archives.push(archivedRun(fold.draft, at));
    fold.draft = newDraft();
  } else if (!happens(event, at, fold.draft)) return;
  fold.clock = at;
  fold.draft.steps.push(stepOf(event, at));
};

const runFrom = ({ draft, archives }: Fold, eventCount: number): Run => ({
  ...keptOf(draft),
  steps: draft.steps,
  eventCount,
  archives,
});

const draftOf = (run: Run): Draft => ({
  started: startOf(run),
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
  visits: [...run.visits],
  suspensions: [...run.suspensions],
  extensions: new Map(Object.entries(run.extensions)),
  overrides: new Map(Object.entries(run.overrides)),
  workedThrough: new Map(Object.entries(run.workedThrough)),
  postponed: new Map(Object.entries(run.postponed)),
  held: new Set(run.held),
  questionPut: new Map(Object.entries(run.questionPut)),
  steps: [...run.steps],
});

const startOf = ({ runId, planRevision, rehearsal, baseline, visits }: Run): Draft['started'] => {
  if (runId === null || planRevision === null) return null;
  return { runId, planRevision, itemId: visits[0]?.itemId ?? '', rehearsal, baseline };
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
