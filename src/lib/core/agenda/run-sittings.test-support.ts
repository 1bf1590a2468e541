/** Logs, plans and programmes of every shape, for the property tests of the run. */
import fc from 'fast-check';
import type { SharedTime } from '#core/programme/programme.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant, minutes } from '#core/time/instant.ts';
import { dueAdvance } from './auto-advance.ts';
import { interruptionAt } from './interruptions.ts';
import type { RunCommand } from './decide-run.ts';
import { decideRun } from './decide-run.ts';
import type { AgendaItem, Plan } from './plan.ts';
import { AGENDA_ITEM_KINDS, EMPTY_PLAN, revisedPlan } from './plan.ts';
import {
  advancedAt,
  appended,
  archivedAt,
  contextAt,
  extendedAt,
  finishedAt,
  itemFor,
  logOf,
  movedAt,
  planWith,
  postponedAt,
  redistributedAt,
  resumedAt,
  runEvent,
  startCorrectedAt,
  startedAt,
  suspendedAt,
  TEN_O_CLOCK,
  undoneAt,
  workedThroughAt,
} from './run-log.test-support.ts';
import type { Line } from './run-log.test-support.ts';
import { redistribution } from './redistribute.ts';
import type { Room, Run, RunEvent } from './run.ts';
import { runOf } from './run.ts';

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** Moments to begin at, nights of summer time in Europe/Paris and the hour before midnight among them. */
const beginning: fc.Arbitrary<Instant> = fc.oneof(
  fc.constantFrom(
    TEN_O_CLOCK,
    instant(Date.parse('2026-03-28T23:30:00Z')),
    instant(Date.parse('2026-10-24T22:30:00Z')),
    instant(Date.parse('2026-11-26T22:30:00Z')),
  ),
  fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instant),
);

const itemId = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', '__proto__');
const sharedTimeId = fc.constantFrom('s1', 's2', 's3', '__proto__');

const itemArbitrary: fc.Arbitrary<AgendaItem> = fc
  .record({
    id: itemId,
    length: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 1440 })),
    kind: fc.constantFrom(...AGENDA_ITEM_KINDS),
    guarded: fc.nat(3),
    autoAdvance: fc.nat(3),
    floorMinutes: fc.option(fc.integer({ min: 1, max: 60 }).map(minutes), { nil: null }),
  })
  .map(({ id, length, kind, guarded, autoAdvance, floorMinutes }) =>
    itemFor(id, length, { kind, protected: guarded === 0, autoAdvance: autoAdvance === 0, floorMinutes }),
  );

const itemsArbitrary = fc.uniqueArray(itemArbitrary, { selector: ({ id }) => id, maxLength: 6 });

export const planArbitrary: fc.Arbitrary<Plan> = itemsArbitrary.map((items) => planWith(...items));

/** Shared times around a start, overlapping and touching ones among them, in order. */
const sharedTimesFrom = (start: Instant): fc.Arbitrary<readonly SharedTime[]> =>
  fc
    .uniqueArray(
      fc.record({
        id: sharedTimeId,
        from: fc.integer({ min: -120, max: 900 }),
        length: fc.integer({ min: 1, max: 180 }),
      }),
      { selector: ({ id }) => id, maxLength: 4 },
    )
    .map((times) =>
      times
        .map(({ id, from, length }): SharedTime => ({
          id,
          kind: 'meal',
          title: 'Déjeuner',
          place: '',
          start: instant(start + from * MINUTE),
          end: instant(start + (from + length) * MINUTE),
          atelierId: null,
        }))
        .toSorted((a, b) => a.start - b.start),
    );

export const programmeArbitrary = sharedTimesFrom(TEN_O_CLOCK);

const hostileLine: fc.Arbitrary<Line> = fc
  .record({
    type: fc.constantFrom(
      'start',
      'start',
      'rehearse',
      'correct',
      'suspend',
      'resume',
      'move',
      'move',
      'advance',
      'extend',
      'redistribute',
      'question',
      'work-through',
      'postpone',
      'finish',
      'archive',
      'undo',
      'undo',
      'undo',
    ),
    id: itemId,
    time: sharedTimeId,
    target: fc.integer({ min: 1, max: 30 }),
    minute: fc.integer({ min: -60, max: 600 }),
  })
  .map(({ type, id, time, target, minute }): Line => {
    switch (type) {
      case 'start':
        return startedAt(minute, id);
      case 'rehearse': {
        const payload = { runId: 'rehearsal', planRevision: 1, itemId: id, rehearsal: true, baseline: [] };
        return [minute, 'run/started', payload];
      }
      case 'correct':
        return startCorrectedAt(minute, minute - 15 + target);
      case 'move':
        return movedAt(minute, id);
      case 'advance':
        return advancedAt(minute, id);
      case 'extend':
        return extendedAt(minute, id, target - 15);
      case 'redistribute':
        return redistributedAt(minute, { [id]: target, p1: target + 3 }, target);
      case 'question':
        return [minute, 'run/question-put', { itemId: id, questionId: `${id}-q2` }];
      case 'work-through':
        return workedThroughAt(minute, time);
      case 'postpone':
        return postponedAt(minute, id, minute + target);
      case 'undo':
        return undoneAt(minute, `e${String(target)}`);
      case 'suspend':
        return suspendedAt(minute);
      case 'resume':
        return resumedAt(minute);
      case 'finish':
        return finishedAt(minute);
      case 'archive':
        return archivedAt(minute);
    }
  });

/** Logs no decision would ever write: any order, any moment, any target. */
export const hostileLog: fc.Arbitrary<readonly RunEvent[]> = fc
  .array(hostileLine, { maxLength: 30 })
  .map((lines) => logOf(...lines));

type CommandFor = (room: Room, now: Instant) => RunCommand;
type Move = {
  readonly wait: number;
  readonly items: readonly AgendaItem[] | null;
  readonly commandFor: CommandFor;
};

export const commandArbitrary: fc.Arbitrary<CommandFor> = fc
  .tuple(
    fc.constantFrom(
      'start',
      'correct',
      'suspend',
      'resume',
      'next',
      'next',
      'next',
      'back',
      'jump',
      'extend',
      'extend-named',
      'redistribute',
      'redistribute-wildly',
      'work-through',
      'postpone',
      'question',
      'finish-or-archive',
      'undo',
    ),
    itemId,
    sharedTimeId,
    fc.integer({ min: -90, max: 90 }),
  )
  .map(([name, id, time, by]) => (room, now): RunCommand => {
    const { run } = room;
    const expectedRunEvents = run.eventCount;
    switch (name) {
      case 'start':
        return by < 0
          ? { type: 'run/start', rehearsal: by < -60, expectedRunEvents }
          : { type: 'run/start', itemId: id, expectedRunEvents };
      case 'correct': {
        const startedAt = instant((run.startedAt ?? now) + by * MINUTE);
        return { type: 'run/correct-start', startedAt, expectedRunEvents };
      }
      case 'jump':
        return { type: 'run/jump', itemId: id, expectedRunEvents };
      case 'extend':
        return { type: 'run/extend', minutes: by, expectedRunEvents };
      case 'extend-named':
        return { type: 'run/extend', minutes: by, itemId: id, knowingly: by < 0, expectedRunEvents };
      case 'redistribute': {
        const points = redistribution(room, now, by).points.map(({ itemId, after }) => ({
          itemId,
          minutes: after,
        }));
        return { type: 'run/redistribute', reason: 'catch-up', points, expectedRunEvents };
      }
      case 'redistribute-wildly':
        return {
          type: 'run/redistribute',
          reason: 'given',
          points: [{ itemId: id, minutes: by }],
          expectedRunEvents,
        };
      case 'work-through':
        return {
          type: 'run/work-through',
          sharedTimeId: by < -45 ? time : (interruptionAt(room, now)?.id ?? time),
          expectedRunEvents,
        };
      case 'postpone':
        return { type: 'run/postpone-synthesis', minutes: by, expectedRunEvents };
      case 'question':
        return {
          type: 'run/put-question',
          questionId: `${by < -45 ? id : (run.visits.at(-1)?.itemId ?? id)}-q${by % 2 === 0 ? '1' : '2'}`,
          expectedRunEvents,
        };
      case 'undo':
        return { type: 'run/undo', target: run.steps.at(-1)?.eventId ?? 'none', expectedRunEvents };
      case 'suspend':
      case 'resume':
      case 'next':
      case 'back':
        return { type: `run/${name}`, expectedRunEvents };
      case 'finish-or-archive':
        return { type: by < 30 ? 'run/finish' : 'run/archive', expectedRunEvents };
    }
  });

const movesArbitrary: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    wait: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 60 * MINUTE }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: DAY }) },
    ),
    items: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: itemsArbitrary }),
    commandFor: commandArbitrary,
  }),
  { maxLength: 24 },
);

/** A sitting as it stands at a moment. */
export type Moment = { readonly room: Room; readonly log: readonly RunEvent[]; readonly now: Instant };

/** The moment with the automatic moves that were due by then, as the server writes them. */
export const advanced = (moment: Moment): Moment => {
  const due = dueAdvance(moment.room);
  if (due === null || due.at > moment.now) return moment;
  const payload = { itemId: due.itemId, automatic: true };
  const log = [...moment.log, runEvent(moment.log.length + 1, 'run/moved', due.at, payload)];
  return advanced({ ...moment, log, room: { ...moment.room, run: runOf(log) } });
};

/** A sitting as commands, automatic moves and edits of the plan make it: every state on the way, from a run already started. */
export const sittingArbitrary: fc.Arbitrary<readonly Moment[]> = beginning
  .chain((start) =>
    fc.tuple(
      fc.constant(start),
      itemsArbitrary.filter((items) => items.length > 0),
      movesArbitrary,
      fc.oneof(fc.constant<readonly SharedTime[]>([]), sharedTimesFrom(start)),
      fc.option(
        fc.integer({ min: -600, max: 600 }).map((minute) => instant(start + minute * MINUTE)),
        { nil: null },
      ),
    ),
  )
  .map(([start, firstItems, moves, sharedTimes, plannedStart]) => {
    const startMove: Move = {
      wait: 0,
      items: null,
      commandFor: () => ({ type: 'run/start', expectedRunEvents: 0 }),
    };
    const plan = revisedPlan(EMPTY_PLAN, 1, firstItems);
    let state: Moment = { room: { plan, run: runOf([]), plannedStart, sharedTimes }, log: [], now: start };
    return [startMove, ...moves].map(({ wait, items, commandFor }) => {
      const now = instant(state.now + wait);
      const before = state.room.plan;
      const planNow = items === null ? before : revisedPlan(before, before.revision + 1, items);
      const here = advanced({ ...state, now, room: { ...state.room, plan: planNow } });
      const decision = decideRun(here.room, commandFor(here.room, now), contextAt(now, here.log));
      if (!decision.ok) state = here;
      else {
        const log = appended(here.log, decision.value);
        state = { ...here, log, room: { ...here.room, run: runOf(log) } };
      }
      return state;
    });
  });

const lastOf = (moments: readonly Moment[]): Moment => {
  const last = moments.at(-1);
  if (last === undefined) throw new Error('a sitting without a moment');
  return last;
};

export const aSitting = sittingArbitrary.map(lastOf);
export const lateness = fc.integer({ min: 0, max: DAY });

/** The run as what a phone is told of it: without who did what. */
export const withoutSteps = (run: Run): Run => ({ ...run, steps: [], archives: [] });
