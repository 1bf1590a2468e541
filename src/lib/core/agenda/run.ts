/** The run: what really happened in a sitting, apart from the plan. State is the fold of its events. */
import type { DomainEvent } from '../events/event-types.ts';
import type { Duration, Instant, Minutes } from '../time/instant.ts';

export type RunEvent = Extract<DomainEvent, { type: `run/${string}` }>;

/** A stretch of time during which one point was the room's point; `to` is null while it still is. */
export type Visit = { readonly itemId: string; readonly from: Instant; readonly to: Instant | null };

/** A stretch of time during which the clock was suspended; `to` is null while it still is. */
export type Suspension = { readonly from: Instant; readonly to: Instant | null };

/** A run command as it happened, for the undo and for « who did what and when ». */
export type RunStep = {
  readonly eventId: string;
  readonly type: Exclude<RunEvent['type'], 'run/undone'>;
  readonly at: Instant;
  readonly actor: string | null;
};

export type Run = {
  readonly status: 'not-started' | 'running' | 'suspended' | 'finished';
  readonly runId: string | null;
  /** The plan's revision when the run started: what planned-versus-real compares with. */
  readonly planRevision: number | null;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly visits: readonly Visit[];
  readonly suspensions: readonly Suspension[];
  /** Minutes added to (or taken from) a point while running, by item id. */
  readonly extensions: Readonly<Record<string, Minutes>>;
  /** The question last put at a point, by item id; absent means the point's first. */
  readonly questionPut: Readonly<Record<string, string>>;
  /** The steps that count (neither undone nor undoing), oldest first: the last one is what undo takes back. */
  readonly steps: readonly RunStep[];
  /** All run events so far, undone and undoing ones too: what a run command expects. */
  readonly eventCount: number;
};

/** The times of one point; estimated ones exist only while the run goes on. */
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
};
