import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { RunCommand } from './decide-run.ts';
import { decideRun } from './decide-run.ts';
import type { Plan } from './plan.ts';
import { plannedMinutesOf } from './plan.ts';
import { project, spentByItem, suspendedBetween } from './project.ts';
import {
  appended,
  at,
  contextAt,
  itemFor,
  runEvent,
  TEN_O_CLOCK,
  whatIsWrongWith,
} from './run-log.test-support.ts';
import type { Run, RunEvent } from './run.ts';
import { runOf } from './run.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

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

const planArbitrary: fc.Arbitrary<Plan> = fc
  .uniqueArray(fc.tuple(itemId, fc.integer({ min: 1, max: 1440 })), { selector: ([id]) => id, maxLength: 6 })
  .map((items) => ({ revision: items.length, items: items.map(([id, length]) => itemFor(id, length)) }));

/** Logs no decision would ever write: any order, any moment, any target. */
const hostileLog: fc.Arbitrary<readonly RunEvent[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'run/started',
        'run/started',
        'run/suspended',
        'run/resumed',
        'run/moved',
        'run/moved',
        'run/extended',
        'run/question-put',
        'run/finished',
        'run/undone',
        'run/undone',
      ),
      itemId,
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: -60, max: 600 }),
    ),
    { maxLength: 30 },
  )
  .map((lines) =>
    lines.map(([type, id, target, minute], index) => {
      const seq = index + 1;
      switch (type) {
        case 'run/started':
          return runEvent(seq, type, at(minute), {
            runId: `run-${String(seq)}`,
            planRevision: 1,
            itemId: id,
          });
        case 'run/moved':
          return runEvent(seq, type, at(minute), { itemId: id });
        case 'run/extended':
          return runEvent(seq, type, at(minute), { itemId: id, minutes: minutes(target - 15) });
        case 'run/question-put':
          return runEvent(seq, type, at(minute), { itemId: id, questionId: `${id}-q2` });
        case 'run/undone':
          return runEvent(seq, type, at(minute), { target: `e${String(target)}` });
        default:
          return runEvent(seq, type, at(minute), {});
      }
    }),
  );

type Move = {
  readonly wait: number;
  readonly plan: Plan | null;
  readonly commandFor: (run: Run) => RunCommand;
};

const commandArbitrary: fc.Arbitrary<Move['commandFor']> = fc
  .tuple(
    fc.constantFrom(
      'start',
      'suspend',
      'resume',
      'next',
      'next',
      'next',
      'back',
      'extend',
      'question',
      'finish',
      'undo',
    ),
    itemId,
    fc.integer({ min: -90, max: 90 }),
  )
  .map(([name, id, by]) => (run): RunCommand => {
    const expectedRunEvents = run.eventCount;
    switch (name) {
      case 'start':
        return by < 0
          ? { type: 'run/start', expectedRunEvents }
          : { type: 'run/start', itemId: id, expectedRunEvents };
      case 'extend':
        return { type: 'run/extend', minutes: by, expectedRunEvents };
      case 'question':
        return { type: 'run/put-question', questionId: `${id}-q${by < 0 ? '1' : '2'}`, expectedRunEvents };
      case 'undo':
        return { type: 'run/undo', target: run.steps.at(-1)?.eventId ?? 'none', expectedRunEvents };
      default:
        return { type: `run/${name}` as 'run/suspend', expectedRunEvents };
    }
  });

const movesArbitrary: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 90 * MINUTE }),
    plan: fc.option(planArbitrary, { freq: 9, nil: null }),
    commandFor: commandArbitrary,
  }),
  { maxLength: 40 },
);

type Moment = { readonly plan: Plan; readonly log: readonly RunEvent[]; readonly now: Instant };

/** A sitting as commands and edits of the plan make it: every state on the way, from a run already started. */
const sittingArbitrary: fc.Arbitrary<readonly Moment[]> = fc
  .tuple(
    beginning,
    planArbitrary.filter((plan) => plan.items.length > 0),
    movesArbitrary,
  )
  .map(([start, firstPlan, moves]) => {
    const startMove: Move = {
      wait: 0,
      plan: null,
      commandFor: () => ({ type: 'run/start', expectedRunEvents: 0 }),
    };
    let state: Moment = { plan: firstPlan, log: [], now: start };
    return [startMove, ...moves].map((move) => {
      const plan = move.plan ?? state.plan;
      const now = instant(state.now + move.wait);
      const run = runOf(state.log);
      const decision = decideRun({ plan, run }, move.commandFor(run), contextAt(now, state.log));
      state = { plan, now, log: decision.ok ? appended(state.log, decision.value) : state.log };
      return state;
    });
  });

const lastOf = (moments: readonly Moment[]): Moment => {
  const last = moments.at(-1);
  if (last === undefined) throw new Error('a sitting without a moment');
  return last;
};

const aSitting = sittingArbitrary.map(lastOf);
const lateness = fc.integer({ min: 0, max: DAY });
const start = fc.option(fc.integer({ min: -600, max: 600 }).map(at), { nil: null });

describe('whatever happens in a run', () => {
  test('[RU10] every prefix of every log folds to a valid run', () => {
    fc.assert(
      fc.property(hostileLog, (log) => {
        for (let length = 0; length <= log.length; length += 1) {
          const run = runOf(log.slice(0, length));
          expect(whatIsWrongWith(run)).toBeNull();
          expect(run.eventCount).toBe(length);
        }
      }),
    );
  });

  test('[RU20] [RU33] what is decided counts, one event a command, and leaves a valid run', () => {
    fc.assert(
      fc.property(sittingArbitrary, (moments) => {
        let before = runOf([]);
        for (const { log } of moments) {
          const run = runOf(log);
          expect(whatIsWrongWith(run)).toBeNull();
          const written = log.slice(before.eventCount);
          expect(written.length).toBeLessThanOrEqual(1);
          const steps = written.map((event): number => (event.type === 'run/undone' ? -1 : 1));
          expect(run.steps.length).toBe(before.steps.length + (steps[0] ?? 0));
          before = run;
        }
      }),
    );
  });

  test('[RU7] an undo gives the state without the step, however much was undone before', () => {
    fc.assert(
      fc.property(aSitting, lateness, ({ plan, log, now }, wait) => {
        const run = runOf(log);
        const last = run.steps.at(-1);
        if (last === undefined) return;
        const command: RunCommand = { type: 'run/undo', target: last.eventId, expectedRunEvents: log.length };
        const decision = decideRun({ plan, run }, command, contextAt(instant(now + wait), log));
        if (!decision.ok) throw new Error(decision.error.code);
        const undone = runOf(appended(log, decision.value));
        const without = runOf(log.filter((event) => event.id !== last.eventId));
        expect(undone).toEqual({ ...without, eventCount: log.length + 1 });
      }),
    );
  });

  test('[RU7] [RU8] the fold of any log is the fold of its steps alone', () => {
    fc.assert(
      fc.property(hostileLog, (log) => {
        const run = runOf(log);
        const counting = new Set(run.steps.map((step) => step.eventId));
        expect(runOf(log.filter((event) => counting.has(event.id)))).toEqual({
          ...run,
          eventCount: counting.size,
        });
      }),
    );
  });

  test('[RU44] time spent and time suspended make up the time since the start', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          aSitting,
          hostileLog.map((log) => ({ log, now: at(600) })),
        ),
        lateness,
        ({ log, now }, wait) => {
          const run = runOf(log);
          if (run.startedAt === null) return;
          const end = run.finishedAt ?? instant(now + wait);
          const spent = [...spentByItem(run, end).values()];
          expect(spent.every((length) => length >= 0)).toBe(true);
          const sum = spent.reduce((total, length) => total + length, 0);
          expect(sum + suspendedBetween(run, run.startedAt, end)).toBe(end - run.startedAt);
        },
      ),
    );
  });

  test('[RU40] planned times lie end to end and add up to the plan', () => {
    fc.assert(
      fc.property(aSitting, start, ({ plan, log, now }, plannedStart) => {
        const { items, plannedEnd } = project(plan, runOf(log), now, plannedStart);
        const planned = items.flatMap((item) => (item.planned === null ? [] : [item.planned]));
        planned.forEach((times, index) => {
          const next = planned[index + 1];
          if (next !== undefined) expect(next.start).toBe(times.end);
        });
        const first = planned[0];
        if (first === undefined || plannedEnd === null) return;
        expect(planned.length).toBe(items.length);
        expect(plannedEnd - first.start).toBe(plannedMinutesOf(plan) * MINUTE);
      }),
    );
  });

  test('[RU45] [RU46] [RU49] the estimated end is now, what remains and what lies ahead', () => {
    fc.assert(
      fc.property(aSitting, lateness, start, ({ plan, log, now }, wait, plannedStart) => {
        const run = runOf(log);
        const moment = instant(now + wait);
        const view = project(plan, run, moment, plannedStart);
        if (run.status !== 'running' && run.status !== 'suspended') {
          expect(view.estimatedEnd).toBeNull();
          expect(view.items.every((item) => item.estimated === null)).toBe(true);
          return;
        }
        const ahead = view.items.filter((item) => item.state === 'ahead');
        const fresh = ahead.filter((item) => item.real === null);
        expect(fresh.every((item) => item.remaining === item.allotted)).toBe(true);
        const toCome = ahead.reduce((sum, item) => sum + Math.max(0, item.remaining), 0);
        expect(view.estimatedEnd).toBe(moment + Math.max(0, view.remaining ?? 0) + toCome);
        if (view.plannedEnd !== null) expect(view.drift).toBe((view.estimatedEnd ?? 0) - view.plannedEnd);
        const estimated = view.items.flatMap((item) => (item.estimated === null ? [] : [item.estimated]));
        estimated.forEach((times, index) => {
          expect(times.end).toBeGreaterThanOrEqual(times.start);
          const next = estimated[index + 1];
          if (next !== undefined) expect(next.start).toBe(times.end);
        });
      }),
    );
  });

  test('[RU42] [RU43] [RU51] states follow the order of the present plan, and remaining is allotted − spent', () => {
    const order = { done: 0, current: 1, ahead: 2 };
    fc.assert(
      fc.property(aSitting, planArbitrary, ({ log, now }, plan) => {
        const run = runOf(log);
        const view = project(plan, run, now, null);
        expect(view.items.map((item) => item.itemId)).toEqual(plan.items.map((item) => item.id));
        for (const item of view.items) expect(item.remaining).toBe(item.allotted - item.spent);
        const current = view.items.filter((item) => item.state === 'current');
        expect(current.map((item) => item.itemId)).toEqual(
          view.currentItemId === null ? [] : [view.currentItemId],
        );
        if (run.status === 'finished') return;
        const places = view.items.map((item) => order[item.state]);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  test('[RU47] while suspended nothing remains less, while running it falls with the clock', () => {
    fc.assert(
      fc.property(aSitting, lateness, ({ plan, log, now }, wait) => {
        const run = runOf(log);
        const before = project(plan, run, now, null).remaining;
        const afterwards = project(plan, run, instant(now + wait), null).remaining;
        if (before === null || afterwards === null) return;
        expect(before - afterwards).toBe(run.status === 'suspended' ? 0 : wait);
      }),
    );
  });

  test('[RU51] [RU53] no log, plan or moment makes the projection throw', () => {
    fc.assert(
      fc.property(
        hostileLog,
        planArbitrary,
        fc.integer({ min: -900, max: 900 }),
        start,
        (log, plan, minute, plannedStart) => {
          const view = project(plan, runOf(log), at(minute), plannedStart);
          for (const item of view.items) expect(item.spent).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
