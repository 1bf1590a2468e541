import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '#core/time/instant.ts';
import { dueAdvance } from './auto-advance.ts';
import type { RunCommand } from './decide-run.ts';
import { decideRun } from './decide-run.ts';
import { idleStretchesOf, project, spentByItem } from './project.ts';
import { appended, at, contextAt, roomOf, whatIsWrongWith } from './run-log.test-support.ts';
import {
  aSitting,
  hostileLog,
  lateness,
  planArbitrary,
  programmeArbitrary,
  sittingArbitrary,
  withoutSteps,
} from './run-sittings.test-support.ts';
import { runOf } from './run.ts';
import { interruptionsOf, sharedStretchesOf } from './interruptions.ts';
import { coveredBetween, stretchAt } from './stretches.ts';

const MINUTE = 60_000;

describe('whatever happens in a run', () => {
  test('[RU10] [RU14] every prefix of every log folds to a valid run', () => {
    fc.assert(
      fc.property(hostileLog, (log) => {
        for (let length = 0; length <= log.length; length += 1) {
          const run = runOf(log.slice(0, length));
          const wrong = whatIsWrongWith(run);
          if (wrong !== null) throw new Error(wrong);
          if (run.eventCount !== length) throw new Error('an event was not counted');
        }
      }),
    );
  });

  test('[RU20] [RU33] what is decided counts, one event a command, and leaves a valid run', () => {
    fc.assert(
      fc.property(sittingArbitrary, (moments) => {
        for (const { log } of moments) {
          const run = runOf(log);
          expect(whatIsWrongWith(run)).toBeNull();
          const last = log.at(-1);
          if (last === undefined) continue;
          const before = runOf(log.slice(0, -1));
          if (last.type === 'run/archived') expect(run.steps.map((step) => step.eventId)).toEqual([last.id]);
          else if (last.type !== 'run/undone') expect(run.steps.length).toBe(before.steps.length + 1);
          else if (before.steps.at(-1)?.type === 'run/archived')
            expect(run.archives.length).toBe(before.archives.length - 1);
          else expect(run.steps.length).toBe(before.steps.length - 1);
        }
      }),
    );
  });

  test('[RU7] [RU14] [RU15] an undo gives the state before the step, but for a point that is held', () => {
    fc.assert(
      fc.property(aSitting, lateness, ({ room, log, now }, wait) => {
        const last = room.run.steps.at(-1);
        if (last === undefined) return;
        const command: RunCommand = { type: 'run/undo', target: last.eventId, expectedRunEvents: log.length };
        const decision = decideRun(room, command, contextAt(instant(now + wait), log));
        if (!decision.ok) throw new Error(decision.error.code);
        const undone = runOf(appended(log, decision.value));
        const without = runOf(log.filter((event) => event.id !== last.eventId));
        const held = last.automatic ? undone.held : without.held;
        expect(undone).toEqual({ ...without, held, eventCount: log.length + 1 });
        if (last.automatic) expect(held).toContain(without.visits.at(-1)?.itemId);
      }),
    );
  });

  test('[RU7] [RU8] [RU15] the fold of any log is the fold of its steps alone, but for what is held', () => {
    fc.assert(
      fc.property(hostileLog, (log) => {
        const run = runOf(log);
        if (run.archives.length > 0) return;
        const counting = new Set(run.steps.map((step) => step.eventId));
        expect(runOf(log.filter((event) => counting.has(event.id)))).toEqual({
          ...run,
          held: [],
          eventCount: counting.size,
        });
      }),
    );
  });

  test('[RU44] [RU71] time spent and time not worked make up the time since the start', () => {
    const hostileRoom = fc
      .tuple(planArbitrary, hostileLog, programmeArbitrary)
      .map(([plan, log, sharedTimes]) => ({ room: roomOf(plan, log, { sharedTimes }), now: at(600) }));
    fc.assert(
      fc.property(fc.oneof(aSitting, hostileRoom), lateness, ({ room, now }, wait) => {
        const { startedAt, finishedAt } = room.run;
        if (startedAt === null) return;
        const end = finishedAt ?? instant(now + wait);
        const spent = [...spentByItem(room, end).values()];
        expect(spent.every((length) => length >= 0)).toBe(true);
        const sum = spent.reduce((total, length) => total + length, 0);
        const idle = coveredBetween(startedAt, end, idleStretchesOf(room, end));
        expect(sum + idle).toBe(end - startedAt);
      }),
    );
  });

  test('[RU40] [RU51] [RU70] planned times follow each other around the shared times', () => {
    fc.assert(
      fc.property(aSitting, ({ room, now }) => {
        const unmarked = { ...room, run: { ...room.run, baseline: null } };
        const within = sharedStretchesOf(unmarked);
        const { items, plannedEnd } = project(unmarked, now);
        const planned = items.flatMap((item) => (item.planned === null ? [] : [item.planned]));
        planned.forEach((times, index) => {
          expect(times.end).toBeGreaterThan(times.start);
          const next = planned[index + 1];
          if (next !== undefined) expect(next.start).toBeGreaterThanOrEqual(times.end);
          expect(stretchAt(times.start, within)).toBeUndefined();
        });
        if (planned.length > 0) expect(plannedEnd).toBeGreaterThanOrEqual(planned.at(-1)?.end ?? Infinity);
      }),
    );
  });

  test('[RU46] [RU70] estimates follow each other, never inside a shared time ahead, and no minute is lost', () => {
    fc.assert(
      fc.property(aSitting, lateness, ({ room, now }, wait) => {
        const moment = instant(now + wait);
        const view = project(room, moment);
        if (room.run.status !== 'running' && room.run.status !== 'suspended') {
          expect(view.estimatedEnd).toBeNull();
          expect(view.items.every((item) => item.estimated === null)).toBe(true);
          return;
        }
        const interruptions = interruptionsOf(room);
        const ahead = view.items.filter((item) => item.state === 'ahead');
        const fresh = ahead.filter((item) => item.real === null);
        expect(fresh.every((item) => item.remaining === item.allotted)).toBe(true);
        for (const { estimated } of ahead) {
          if (estimated === null) throw new Error('a point ahead without an estimate');
          expect(stretchAt(estimated.start, interruptions)).toBeUndefined();
        }
        const toCome = ahead.reduce((sum, item) => sum + Math.max(0, item.remaining), 0);
        const left = Math.max(0, view.remaining ?? 0) + toCome;
        const end = view.estimatedEnd ?? moment;
        if (end >= moment) expect(end - moment - coveredBetween(moment, end, interruptions)).toBe(left);
        else expect([left, stretchAt(moment, interruptions)?.from]).toEqual([0, end]);
        const estimated = view.items.flatMap((item) => (item.estimated === null ? [] : [item.estimated]));
        estimated.forEach((times, index) => {
          expect(times.end).toBeGreaterThanOrEqual(times.start);
          const next = estimated[index + 1];
          if (next !== undefined) expect(next.start).toBeGreaterThanOrEqual(times.end);
        });
      }),
    );
  });

  test('[RU46] [RU49] as time goes on without a step, the estimated end and the drift never fall', () => {
    fc.assert(
      fc.property(aSitting, lateness, lateness, ({ room, now }, wait, more) => {
        const earlier = project(room, instant(now + wait));
        const later = project(room, instant(now + wait + more));
        if (earlier.estimatedEnd === null || later.estimatedEnd === null) return;
        expect(later.estimatedEnd).toBeGreaterThanOrEqual(earlier.estimatedEnd);
        const night = room.run.status === 'suspended';
        if (earlier.drift === null || later.drift === null || night) return;
        expect(later.drift).toBeGreaterThanOrEqual(earlier.drift);
      }),
    );
  });

  test('[RU73] a shared time that is worked in nowhere is no drift, whatever its length', () => {
    fc.assert(
      fc.property(planArbitrary, programmeArbitrary, fc.integer({ min: 0, max: 20 }), (plan, times, late) => {
        const [first] = plan.items;
        if (first === undefined) return;
        const start = at(late);
        const sharedTimes = times.filter((time) => time.start > start);
        const log = roomOf(plan, []).run;
        const command: RunCommand = { type: 'run/start', expectedRunEvents: 0 };
        const room = { plan, run: log, plannedStart: at(0), sharedTimes };
        const decision = decideRun(room, command, contextAt(start, []));
        if (!decision.ok) throw new Error(decision.error.code);
        const started = { ...room, run: runOf(appended([], decision.value)) };
        const over = instant(start + first.plannedMinutes * MINUTE);
        for (const moment of [start, instant((start + over) / 2), over]) {
          const planned = coveredBetween(at(0), start, interruptionsOf(started));
          expect(project(started, moment).drift).toBe(late * MINUTE - planned);
        }
      }),
    );
  });

  test('[RU42] [RU43] [RU51] states follow the order of the present plan, and remaining is allotted − spent', () => {
    const order = { done: 0, current: 1, ahead: 2 };
    fc.assert(
      fc.property(aSitting, planArbitrary, ({ room, now }, plan) => {
        const view = project({ ...room, plan }, now);
        expect(view.items.map((item) => item.itemId)).toEqual(plan.items.map((item) => item.id));
        for (const item of view.items) expect(item.remaining).toBe(item.allotted - item.spent);
        const current = view.items.filter((item) => item.state === 'current');
        expect(current.map((item) => item.itemId)).toEqual(
          view.currentItemId === null ? [] : [view.currentItemId],
        );
        if (room.run.status === 'finished') return;
        const places = view.items.map((item) => order[item.state]);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  test('[RU47] [RU71] while not worked nothing remains less, else it falls with the clock', () => {
    fc.assert(
      fc.property(aSitting, lateness, ({ room, now }, wait) => {
        const then = instant(now + wait);
        const before = project(room, now).remaining;
        const afterwards = project(room, then).remaining;
        if (before === null || afterwards === null) return;
        const idle = coveredBetween(now, then, idleStretchesOf(room, then));
        expect(before - afterwards).toBe(wait - idle);
      }),
    );
  });

  test('[RU51] [RU53] no log, plan, programme or moment makes the projection throw', () => {
    fc.assert(
      fc.property(
        hostileLog,
        planArbitrary,
        programmeArbitrary,
        fc.integer({ min: -900, max: 2400 }),
        fc.option(fc.integer({ min: -600, max: 600 }).map(at), { nil: null }),
        (log, plan, sharedTimes, minute, plannedStart) => {
          const room = roomOf(plan, log, { sharedTimes, plannedStart });
          const view = project(room, at(minute));
          for (const item of view.items) expect(item.spent).toBeGreaterThanOrEqual(0);
          const { synthesis } = view;
          if (synthesis !== null) expect(synthesis.left).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('[RU53] who is not told who did what sees the same times', () => {
    fc.assert(
      fc.property(aSitting, lateness, ({ room, now }, wait) => {
        const moment = instant(now + wait);
        expect(project({ ...room, run: withoutSteps(room.run) }, moment)).toEqual(project(room, moment));
      }),
    );
  });

  test('[RU120] [RU121] [RU122] an automatic move comes when the point has had its minutes, at work', () => {
    fc.assert(
      fc.property(aSitting, ({ room }) => {
        const due = dueAdvance(room);
        if (due === null) return;
        const { currentItemId } = project(room, due.at);
        const visit = room.run.visits.at(-1);
        const index = room.plan.items.findIndex(({ id }) => id === currentItemId);
        const current = room.plan.items[index];
        expect(current?.autoAdvance).toBe(true);
        expect(room.plan.items[index + 1]?.id).toBe(due.itemId);
        expect(stretchAt(due.at, interruptionsOf(room))).toBeUndefined();
        const { remaining } = project(room, due.at);
        expect(remaining).toBeLessThanOrEqual(0);
        // What the last step left: time runs out exactly, and what was over by then is left as soon as the room works.
        const lastStep = room.run.steps.at(-1)?.at ?? visit?.from ?? due.at;
        expect(remaining).toBe(Math.min(0, project(room, lastStep).remaining ?? Number.NaN));
      }),
    );
  });
});
