/** Plans and logs of a run in few words, for the tests beside. */
import type { EventType, NewDomainEvent, PayloadOf } from '#core/events/event-types.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import { EVENT_VERSIONS } from '#core/events/event-types.ts';
import type { AgendaItem, BaselinePoint, Plan } from './plan.ts';
import { agendaItem } from './plan.ts';
import type { ArchivedRun, Room, Run, RunEvent } from './run.ts';
import { runOf } from './run.ts';

/** 10 h in Paris on the 26th of November 2026. */
export const TEN_O_CLOCK = instant(Date.parse('2026-11-26T09:00:00Z'));

/** So many minutes after ten. */
export const at = (minute: number): Instant => instant(TEN_O_CLOCK + minute * 60_000);

export const itemFor = (id: string, plannedMinutes: number, more: Partial<AgendaItem> = {}): AgendaItem =>
  agendaItem({
    id,
    title: `Point ${id}`,
    plannedMinutes: minutes(plannedMinutes),
    questions: [
      { id: `${id}-q1`, text: 'Que voulons-nous garder ?' },
      { id: `${id}-q2`, text: 'Que faut-il changer ?' },
    ],
    ...more,
  });

export const planWith = (...items: readonly AgendaItem[]): Plan => ({
  revision: 7,
  items,
  minutesRevised: {},
});

/** Points `p1`, `p2` … of the minutes given. */
export const planFor = (...plannedMinutes: readonly number[]): Plan =>
  planWith(...plannedMinutes.map((length, index) => itemFor(`p${String(index + 1)}`, length)));

/** The plan with other points, under the next revision. */
export const changed = (plan: Plan, ...items: readonly (AgendaItem | undefined)[]): Plan => ({
  ...plan,
  revision: plan.revision + 1,
  items: items.filter((item) => item !== undefined),
});

export const baselineOf = (plan: Plan): readonly BaselinePoint[] =>
  plan.items.map(({ id, title, kind, plannedMinutes }) => ({
    itemId: id,
    title,
    kind,
    minutes: plannedMinutes,
  }));

/** A shared time from one minute after ten to another. */
export const sharedTime = (id: string, from: number, to: number): SharedTime => ({
  id,
  kind: 'meal',
  title: 'Déjeuner',
  place: '',
  start: at(from),
  end: at(to),
  atelierId: null,
});

/** The room of a log, planned to begin at ten unless told. */
export const roomOf = (
  plan: Plan,
  log: readonly RunEvent[],
  { plannedStart = at(0), sharedTimes = [] }: Partial<Pick<Room, 'plannedStart' | 'sharedTimes'>> = {},
): Room => ({ plan, run: runOf(log), plannedStart, sharedTimes });

type RunEventType = Extract<EventType, `run/${string}`>;

/** The event with its place in the log: `e1` for the first. */
export const runEvent = <T extends RunEventType>(
  seq: number,
  type: T,
  moment: Instant,
  payload: PayloadOf<T>,
): RunEvent =>
  ({
    stream: 'sitting:s1',
    seq,
    id: `e${String(seq)}`,
    type,
    v: EVENT_VERSIONS[type],
    at: moment,
    actor: 'person-1',
    payload,
  }) as RunEvent;

export type Line = {
  [T in RunEventType]: readonly [minute: number, type: T, payload: PayloadOf<T>];
}[RunEventType];

/** A log of `[minute after ten, type, payload]`, with ids `e1`, `e2` … */
export const logOf = (...lines: readonly Line[]): readonly RunEvent[] =>
  lines.map(([minute, type, payload], index) => runEvent(index + 1, type, at(minute), payload));

export const startedAt = (minute: number, itemId = 'p1', plan: Plan | null = null): Line => [
  minute,
  'run/started',
  {
    runId: 'run-1',
    planRevision: 7,
    itemId,
    rehearsal: false,
    baseline: plan === null ? null : baselineOf(plan),
  },
];
export const startCorrectedAt = (minute: number, to: number): Line => [
  minute,
  'run/start-corrected',
  { startedAt: at(to) },
];
export const movedAt = (minute: number, itemId: string): Line => [
  minute,
  'run/moved',
  { itemId, automatic: false },
];
export const advancedAt = (minute: number, itemId: string): Line => [
  minute,
  'run/moved',
  { itemId, automatic: true },
];
export const suspendedAt = (minute: number): Line => [minute, 'run/suspended', { alarmId: null }];
export const resumedAt = (minute: number): Line => [minute, 'run/resumed', {}];
export const extendedAt = (minute: number, itemId: string, by: number): Line => [
  minute,
  'run/extended',
  { itemId, minutes: minutes(by) },
];
export const redistributedAt = (
  minute: number,
  points: Readonly<Record<string, number>>,
  taken: number,
): Line => [
  minute,
  'run/redistributed',
  {
    reason: 'catch-up',
    points: Object.entries(points).map(([itemId, length]) => ({ itemId, minutes: minutes(length) })),
    taken: minutes(taken),
    planRevision: 7,
  },
];
export const workedThroughAt = (minute: number, sharedTimeId: string): Line => [
  minute,
  'run/worked-through',
  { sharedTimeId },
];
export const postponedAt = (minute: number, itemId: string, until: number): Line => [
  minute,
  'run/synthesis-postponed',
  { itemId, until: at(until) },
];
export const finishedAt = (minute: number): Line => [minute, 'run/finished', {}];
export const archivedAt = (minute: number): Line => [minute, 'run/archived', {}];
export const undoneAt = (minute: number, target: string): Line => [minute, 'run/undone', { target }];

/** Ids are fresh as long as no two decisions are taken at one length of the log. */
export const contextAt = (moment: Instant, log: readonly RunEvent[]): DecisionContext => {
  let count = 0;
  return {
    now: moment,
    actor: 'person-1',
    newId: () => `id-${String(log.length + 1)}-${String((count += 1))}`,
  };
};

/** The log with what was decided, as the store would have stamped it. */
export const appended = (
  log: readonly RunEvent[],
  events: readonly NewDomainEvent[],
): readonly RunEvent[] => [
  ...log,
  ...events.map(
    (event, index) => ({ ...event, stream: 'sitting:s1', seq: log.length + index + 1 }) as RunEvent,
  ),
];

/** Every sentence a run must satisfy whatever log it comes from; the first that does not hold is named. */
export const whatIsWrongWith = (run: Run): string | null => {
  const { steps, archives } = run;
  for (const archive of archives) {
    if (archive.status !== 'finished') return 'a run was put aside that goes on';
    const wrong = whatIsWrongInside(archive);
    if (wrong !== null) return `in a run put aside: ${wrong}`;
  }
  const begun = steps.filter(({ type }) => type !== 'run/archived');
  if (steps.length - begun.length > (archives.length === 0 ? 0 : 1)) return 'more archivings than archives';
  if (archives.length > 0 && steps[0]?.type !== 'run/archived') return 'the archiving is not the first step';
  if (run.status === 'not-started' && begun.length > 0) return 'no start but steps';
  if (run.status !== 'not-started') {
    const starts = steps.filter(({ type }) => type === 'run/started').length;
    if (begun[0]?.type !== 'run/started' || starts !== 1) return 'not exactly one start, first';
    if ((steps.at(-1)?.type === 'run/finished') !== (run.finishedAt !== null))
      return 'the finish is not the last step';
  }
  if (steps.some((step, index) => step.at < (steps[index - 1]?.at ?? step.at))) return 'steps run backwards';
  if (steps.length > run.eventCount) return 'more steps than events';
  return whatIsWrongInside(run);
};

const whatIsWrongInside = (run: ArchivedRun): string | null => {
  const { startedAt: start, finishedAt: end, visits, suspensions } = run;
  if (run.status === 'not-started') {
    const { extensions, questionPut, overrides, workedThrough, postponed } = run;
    const kept = [extensions, questionPut, overrides, workedThrough, postponed];
    const empty = [visits, suspensions, run.held, ...kept.map((record) => Object.keys(record))];
    if (empty.some((list) => list.length > 0)) return 'a run that has not started holds something';
    const traces = [start, end, run.runId, run.planRevision, run.baseline];
    return traces.every((trace) => trace === null) && !run.rehearsal ? null : 'no start but a trace of one';
  }
  if (start === null || run.runId === null || run.planRevision === null) return 'started without a start';
  if ((run.status === 'finished') !== (end !== null)) return 'finished and its moment disagree';
  if (visits[0]?.from !== start) return 'the first visit does not begin with the run';
  for (const [index, visit] of visits.entries()) {
    const next = visits[index + 1];
    if (next !== undefined && visit.to !== next.from) return 'visits leave a gap or overlap';
    if (next !== undefined && visit.itemId === next.itemId) return 'a point follows itself';
    if (next === undefined && visit.to !== end) return 'the last visit does not end with the run';
    if (visit.to !== null && visit.to < visit.from) return 'a visit ends before it begins';
  }
  let clock: number = start;
  for (const [index, { from, to }] of suspensions.entries()) {
    if (from < clock || (to !== null && to < from) || (end !== null && from > end))
      return 'suspensions out of order';
    if (to === null && index < suspensions.length - 1) return 'an open suspension before another';
    clock = to ?? from;
  }
  if ((suspensions.at(-1)?.to === null) !== (run.status === 'suspended'))
    return 'suspended and its stretch disagree';
  return null;
};
