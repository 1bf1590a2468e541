import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant, minutes } from '#core/time/instant.ts';
import type { RunCommand } from './decide-run.ts';
import { decideRun } from './decide-run.ts';
import { project } from './project.ts';
import type { StepAlone, StepGiven } from './replay.ts';
import { namedStep, replayRun, STEPS_ALONE } from './replay.ts';
import {
  appended,
  at,
  changed,
  contextAt,
  extendedAt,
  itemFor,
  logOf,
  movedAt,
  planFor,
  planWith,
  roomOf,
  startedAt,
} from './run-log.test-support.ts';
import type { Moment } from './run-sittings.test-support.ts';
import { advanced, aSitting, commandArbitrary, hostileLog } from './run-sittings.test-support.ts';
import type { Room, Run } from './run.ts';
import { runAfter, runOf } from './run.ts';

const MINUTE = 60_000;

/** What happened, but for the ids under which it did and who did it. */
const withoutIds = (run: Run) => ({
  ...run,
  runId: run.runId === null ? null : 'some-run',
  steps: run.steps.map((step) => ({ ...step, eventId: 'some-id', actor: 'someone' })),
  archives: run.archives.length,
});

const isAlone = (command: RunCommand): boolean => (STEPS_ALONE as readonly string[]).includes(command.type);

const stepOf = ({ expectedRunEvents: _, ...step }: RunCommand): StepAlone => step as StepAlone;

const cutOff = fc.tuple(
  aSitting,
  fc.array(fc.record({ wait: fc.integer({ min: 0, max: 60 * MINUTE }), commandFor: commandArbitrary }), {
    maxLength: 10,
  }),
  fc.integer({ min: 0, max: 60 * MINUTE }),
);

type Live = { readonly moment: Moment; readonly steps: readonly StepGiven[] };

/** The sitting as it would have become with a connection, and the steps that counted. */
const givenLive = (base: Moment, given: Awaited<ReturnType<typeof cutOff.generate>>['value'][1]): Live => {
  let live: Live = { moment: base, steps: [] };
  for (const { wait, commandFor } of given) {
    const now = instant(live.moment.now + wait);
    const moment = advanced({ ...live.moment, now });
    const command = commandFor(moment.room, now);
    const decided = isAlone(command) ? decideRun(moment.room, command, contextAt(now, moment.log)) : null;
    live = { ...live, moment };
    if (decided?.ok !== true) continue;
    const log = appended(moment.log, decided.value);
    const room = { ...moment.room, run: runOf(log) };
    live = { moment: { ...moment, log, room }, steps: [...live.steps, { at: now, step: stepOf(command) }] };
  }
  return live;
};

const ended = ({ moment }: Live, wait: number): Moment =>
  advanced({ ...moment, now: instant(moment.now + wait) });

describe('a run that goes on without its log', () => {
  test('[RU133] a run after one more step is what folding its log with that step tells', () => {
    fc.assert(
      fc.property(hostileLog, (log) => {
        const last = log.at(-1);
        if (last === undefined || last.type === 'run/undone') return;
        expect(runAfter(runOf(log.slice(0, -1)), last)).toEqual(runOf(log));
      }),
    );
  });
});

describe('the steps of a console that was cut off', () => {
  test('[RU130] [RU132] replaying them is having been connected: the same run and times', () => {
    fc.assert(
      fc.property(cutOff, ([base, given, wait]) => {
        const live = givenLive(base, given);
        const end = ended(live, wait);
        const context = { ...contextAt(end.now, base.log), since: base.log.at(-1)?.at ?? null };
        const replayed = replayRun(base.room, live.steps, context);
        if (!replayed.ok) throw new Error(replayed.error.code);
        const { room, events } = replayed.value;
        expect(withoutIds(room.run)).toEqual(withoutIds(end.room.run));
        expect(project(room, end.now)).toEqual(project(end.room, end.now));
        expect(runOf(appended(base.log, events))).toEqual(room.run);
      }),
      { numRuns: 1000 },
    );
  });

  test('[RU134] named by what they came to they mean the same', () => {
    fc.assert(
      fc.property(cutOff, ([base, given]) => {
        const { steps, moment } = givenLive(base, given);
        const context = { ...contextAt(moment.now, base.log), since: null };
        const named: StepGiven[] = [];
        for (const [index, { at: when, step }] of steps.entries()) {
          const so = replayRun(base.room, steps.slice(0, index + 1), { ...context, now: when });
          const event = so.ok ? so.value.events.at(-1) : undefined;
          // A move due at this very moment comes after the step.
          named.push({ at: when, step: event?.actor === 'person-1' ? namedStep(step, event) : step });
        }
        const replayed = replayRun(base.room, named, context);
        if (!replayed.ok) throw new Error(replayed.error.code);
        expect(withoutIds(replayed.value.room.run)).toEqual(withoutIds(moment.room.run));
      }),
      { numRuns: 200 },
    );
  });
});

const plan = planFor(20, 30, 10);
const context = (minute: number, since: number | null = 0) => ({
  ...contextAt(at(minute), []),
  since: since === null ? null : at(since),
});
const room: Room = roomOf(plan, logOf(startedAt(0)));
const step = (minute: number, given: StepAlone): StepGiven => ({ at: at(minute), step: given });

describe('what is replayed', () => {
  test('[RU130] the first that is refused refuses all, and says which it is', () => {
    const steps = [step(5, { type: 'run/suspend' }), step(6, { type: 'run/suspend' })];
    expect(replayRun(room, steps, context(10))).toEqual({
      ok: false,
      error: { code: 'run/already-suspended', index: 1 },
    });
  });

  test('[RU131] instants out of order, before what happened, to come, or half a day old are refused', () => {
    const impossible = (index: number) => ({ ok: false, error: { code: 'run/impossible-instant', index } });
    const [suspend, resume] = [{ type: 'run/suspend' }, { type: 'run/resume' }] as const;
    expect(replayRun(room, [step(5, suspend), step(4, resume)], context(10))).toEqual(impossible(1));
    expect(replayRun(room, [step(5, suspend)], context(10, 6))).toEqual(impossible(0));
    expect(replayRun(room, [step(11, suspend)], context(10))).toEqual(impossible(0));
    expect(replayRun(room, [step(5, suspend)], context(12 * 60 + 6))).toEqual(impossible(0));
    expect(replayRun(room, [step(6, suspend)], context(12 * 60 + 6)).ok).toBe(true);
  });

  test('[RU132] a point that advances by itself does so between two steps and after the last one', () => {
    const items = [itemFor('p1', 20), itemFor('p2', 10, { autoAdvance: true }), itemFor('p3', 30)];
    const here = roomOf(planWith(...items), logOf(startedAt(0)));
    const next = step(5, { type: 'run/next' });
    const replayed = replayRun(here, [next, step(20, { type: 'run/suspend' })], context(25));
    const steps = replayed.ok ? replayed.value.room.run.steps : [];
    expect(steps.slice(1).map(({ type, at: when, actor }) => [type, when, actor])).toEqual([
      ['run/moved', at(5), 'person-1'],
      ['run/moved', at(15), null],
      ['run/suspended', at(20), 'person-1'],
    ]);
    const alone = replayRun(here, [next], context(25));
    expect(alone.ok && alone.value.events.map(({ at: when }) => when)).toEqual([at(5), at(15)]);
  });

  test('[RU134] next, back and minutes are kept by their point, whatever becomes of the plan', () => {
    const [, moved] = logOf(startedAt(0), movedAt(5, 'p2'));
    const [, extended] = logOf(startedAt(0), extendedAt(5, 'p1', 5));
    if (moved?.type !== 'run/moved' || extended?.type !== 'run/extended') throw new Error('no such step');
    const named = namedStep({ type: 'run/next' }, moved);
    expect(named).toEqual({ type: 'run/jump', itemId: 'p2' });
    expect(namedStep({ type: 'run/extend', minutes: minutes(5) }, extended)).toEqual({
      ...{ type: 'run/extend', minutes: 5, itemId: 'p1' },
    });
    const revised = { ...room, plan: changed(plan, plan.items[0], plan.items[2], plan.items[1]) };
    const replayed = replayRun(revised, [step(5, named)], context(10));
    expect(replayed.ok && replayed.value.room.run.visits.at(-1)?.itemId).toBe('p2');
  });
});
