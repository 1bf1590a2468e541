import { describe, expect, test } from 'vitest';
import { minutes } from '#core/time/instant.ts';
import { decideRun } from './decide-run.ts';
import type { RunCommand } from './decide-run.ts';
import type { Plan } from './plan.ts';
import { allottedMinutesOf } from './place.ts';
import {
  appended,
  at,
  contextAt,
  extendedAt,
  itemFor,
  logOf,
  movedAt,
  planFor,
  planWith,
  redistributedAt,
  roomOf,
  sharedTime,
  startedAt,
} from './run-log.test-support.ts';
import type { RunEvent } from './run.ts';

type Asked = Omit<Extract<RunCommand, { type: 'run/extend' }>, 'expectedRunEvents' | 'type'>;

/** 60 minutes, 30, and a protected synthesis of 30: on time it begins at 90 and ends at 120. */
const WITH_SYNTHESIS = planWith(
  itemFor('p1', 60),
  itemFor('p2', 30),
  itemFor('p3', 30, { kind: 'synthesis', protected: true }),
  itemFor('p4', 10),
);
const LUNCH = [sharedTime('lunch', 135, 200)];
const RUNNING = logOf(startedAt(0, 'p1', WITH_SYNTHESIS));
const AT_SECOND = logOf(startedAt(0, 'p1', WITH_SYNTHESIS), movedAt(60, 'p2'));

const decided = (command: RunCommand, minute: number, log: readonly RunEvent[], plan: Plan) =>
  decideRun(roomOf(plan, log, { sharedTimes: LUNCH }), command, contextAt(at(minute), log));

const codeOf = (decision: ReturnType<typeof decideRun>) => (decision.ok ? 'ok' : decision.error.code);

const extending = (asked: Asked, minute: number, log = AT_SECOND, plan = WITH_SYNTHESIS) =>
  decided({ type: 'run/extend', ...asked, expectedRunEvents: log.length }, minute, log, plan);

const redistributing = (
  points: Readonly<Record<string, number>>,
  minute: number,
  log = AT_SECOND,
  plan = WITH_SYNTHESIS,
) =>
  decided(
    {
      type: 'run/redistribute',
      reason: 'catch-up',
      points: Object.entries(points).map(([itemId, length]) => ({ itemId, minutes: length })),
      expectedRunEvents: log.length,
    },
    minute,
    log,
    plan,
  );

describe('extending a point that is named', () => {
  test('[RU29] the current point or one ahead, not one that is done or unknown', () => {
    expect(extending({ minutes: 5, itemId: 'p4' }, 65)).toMatchObject({
      value: [{ type: 'run/extended', payload: { itemId: 'p4', minutes: 5 } }],
    });
    expect(codeOf(extending({ minutes: 1, itemId: 'p2' }, 65))).toBe('ok');
    expect(codeOf(extending({ minutes: 5, itemId: 'p1' }, 65))).toBe('run/unknown-item');
    expect(codeOf(extending({ minutes: 5, itemId: 'p9' }, 65))).toBe('run/unknown-item');
    expect(codeOf(extending({ minutes: -10, itemId: 'p4' }, 65))).toBe('run/too-short');
  });

  test('[RU29] a point ahead can be extended while the room’s was taken out of the plan', () => {
    const without = planWith(...WITH_SYNTHESIS.items.filter(({ id }) => id !== 'p2'));
    expect(codeOf(extending({ minutes: 5, itemId: 'p4' }, 65, AT_SECOND, without))).toBe('ok');
    expect(codeOf(extending({ minutes: 5 }, 65, AT_SECOND, without))).toBe('run/unknown-item');
  });
});

describe('an extension that eats the synthesis', () => {
  // The planned end is at 130 and lunch at 135: the synthesis must start by 105.
  test('[RU35] is refused unless it says that it knows', () => {
    expect(codeOf(extending({ minutes: 15 }, 65))).toBe('ok');
    expect(codeOf(extending({ minutes: 16 }, 65))).toBe('run/eats-synthesis');
    expect(codeOf(extending({ minutes: 16, knowingly: false }, 65))).toBe('run/eats-synthesis');
    expect(codeOf(extending({ minutes: 16, knowingly: true }, 65))).toBe('ok');
  });

  test('[RU35] an overrun counts: minutes that are gone already eat nothing more', () => {
    expect(codeOf(extending({ minutes: 10 }, 105))).toBe('ok');
    expect(codeOf(extending({ minutes: 17 }, 105))).toBe('run/eats-synthesis');
  });

  test('[RU35] taking minutes, extending the synthesis itself or what comes after it is no matter', () => {
    const late = logOf(startedAt(0, 'p1', WITH_SYNTHESIS), extendedAt(1, 'p1', 90));
    expect(codeOf(extending({ minutes: -5 }, 20, late))).toBe('ok');
    expect(codeOf(extending({ minutes: 60, itemId: 'p3' }, 20, late))).toBe('ok');
    expect(codeOf(extending({ minutes: 60, itemId: 'p4' }, 20, late))).toBe('ok');
    expect(codeOf(extending({ minutes: 1, itemId: 'p2' }, 20, late))).toBe('run/eats-synthesis');
  });

  test('[RU35] a synthesis that nothing protects is not guarded', () => {
    const plan = planWith(itemFor('p1', 60), itemFor('p2', 30, { kind: 'synthesis' }));
    expect(codeOf(extending({ minutes: 300 }, 20, logOf(startedAt(0)), plan))).toBe('ok');
  });
});

describe('deciding on a redistribution', () => {
  test('[RU20] [RU36] writes the minutes that change, and what they are taken in all', () => {
    const decision = redistributing({ p2: 25, p3: 30, p4: 7 }, 65);
    expect(decision).toMatchObject({
      value: [
        {
          type: 'run/redistributed',
          payload: {
            reason: 'catch-up',
            points: [
              { itemId: 'p2', minutes: 25 },
              { itemId: 'p4', minutes: 7 },
            ],
            taken: 8,
            planRevision: 7,
          },
        },
      ],
    });
    if (!decision.ok) throw new Error(decision.error.code);
    const room = roomOf(WITH_SYNTHESIS, appended(AT_SECOND, decision.value));
    expect(WITH_SYNTHESIS.items.map((item) => allottedMinutesOf(item, room))).toEqual([60, 25, 30, 7]);
  });

  test('[RU36] gives minutes too', () => {
    expect(redistributing({ p2: 40 }, 65)).toMatchObject({ value: [{ payload: { taken: -10 } }] });
  });

  test.each([
    ['unknown', { p2: 25, p9: 5 }, 65, 'run/unknown-item'],
    ['done', { p1: 50 }, 65, 'run/unknown-item'],
    ['protected, shortened', { p3: 29 }, 65, 'run/protected'],
    ['protected, lengthened', { p3: 31 }, 65, 'run/protected'],
    ['under its floor', { p2: 14 }, 65, 'run/below-floor'],
    ['under what it has had', { p2: 21 }, 83, 'run/below-floor'],
    ['given half a minute', { p2: 20.5 }, 65, 'run/invalid-minutes'],
    ['given nothing', { p2: 0 }, 65, 'run/invalid-minutes'],
    ['given more than a day', { p2: 1441 }, 65, 'run/invalid-minutes'],
    ['as it is', { p2: 30, p3: 30 }, 65, 'run/invalid-minutes'],
  ] as const)('[RU36] is refused for a point that is %s', (_, points, minute, code) => {
    expect(codeOf(redistributing(points, minute))).toBe(code);
  });

  test('[RU36] is refused without a point, and allowed down to the floor or the whole minutes had', () => {
    expect(codeOf(redistributing({}, 65))).toBe('run/invalid-minutes');
    expect(codeOf(redistributing({ p2: 15 }, 65))).toBe('ok');
    expect(codeOf(redistributing({ p2: 23 }, 83.9))).toBe('ok');
  });

  test('[RU36] a point that was shortened under its floor may grow, not shrink', () => {
    const log = logOf(startedAt(0, 'p1', WITH_SYNTHESIS), extendedAt(1, 'p2', -20));
    expect(codeOf(redistributing({ p2: 12 }, 20, log))).toBe('ok');
    expect(codeOf(redistributing({ p2: 9 }, 20, log))).toBe('run/below-floor');
  });
});

describe('what a point has', () => {
  test('[RU13] [RU43] what a redistribution gave holds until the plan’s minutes change', () => {
    const log = logOf(startedAt(0), redistributedAt(5, { p1: 50 }, 10), extendedAt(6, 'p1', 3));
    const plan = planFor(60, 30);
    const [first] = plan.items;
    if (first === undefined) throw new Error('no point');
    const allotted = (changes: Partial<Plan>) => {
      const item = changes.items?.[0] ?? first;
      return allottedMinutesOf(item, roomOf({ ...plan, ...changes }, log));
    };
    expect(allotted({})).toBe(53);
    expect(allotted({ revision: 8 })).toBe(53);
    expect(allotted({ revision: 9, minutesRevised: { p2: 9, p1: 7 } })).toBe(53);
    const items = [{ ...first, plannedMinutes: minutes(70) }];
    expect(allotted({ revision: 8, minutesRevised: { p1: 8 }, items })).toBe(73);
  });
});

describe('leaving the synthesis waiting', () => {
  const postponing = (asked: number, minute: number, log = AT_SECOND, plan = WITH_SYNTHESIS) =>
    decided(
      { type: 'run/postpone-synthesis', minutes: asked, expectedRunEvents: log.length },
      minute,
      log,
      plan,
    );

  test('[RU38] until a moment from now', () => {
    expect(postponing(10, 88)).toMatchObject({
      value: [{ type: 'run/synthesis-postponed', payload: { itemId: 'p3', until: at(98) } }],
    });
  });

  test.each([0, -1, 1.5, 121, Number.NaN])('[RU38] not for %d minutes', (asked) => {
    expect(codeOf(postponing(asked, 88))).toBe('run/invalid-minutes');
  });

  test('[RU38] only one that lies ahead', () => {
    const there = logOf(startedAt(0, 'p3'));
    expect(codeOf(postponing(5, 20, there))).toBe('run/no-synthesis');
    expect(codeOf(postponing(5, 20, RUNNING, planFor(60, 30)))).toBe('run/no-synthesis');
  });
});
