import { describe, expect, test } from 'vitest';
import type { RunCommand } from './decide-run.ts';
import { decideRun } from './decide-run.ts';
import type { Plan } from './plan.ts';
import { EMPTY_PLAN } from './plan.ts';
import {
  appended,
  archivedAt,
  at,
  baselineOf,
  changed,
  contextAt,
  extendedAt,
  finishedAt,
  itemFor,
  logOf,
  movedAt,
  planFor,
  planWith,
  roomOf,
  sharedTime,
  startedAt,
  suspendedAt,
  undoneAt,
  workedThroughAt,
} from './run-log.test-support.ts';
import type { RunEvent } from './run.ts';
import { runOf } from './run.ts';

type Asked = RunCommand extends infer C
  ? C extends RunCommand
    ? Omit<C, 'expectedRunEvents'>
    : never
  : never;

const THREE_POINTS = planFor(60, 30, 30);
const NOT_STARTED = logOf();
const RUNNING = logOf(startedAt(0));
const SUSPENDED = logOf(startedAt(0), suspendedAt(5));
const AT_LAST = logOf(startedAt(0, 'p3'));
const FINISHED = logOf(startedAt(0), finishedAt(9));

const decided = (log: readonly RunEvent[], asked: Asked, plan: Plan = THREE_POINTS) =>
  decideRun(roomOf(plan, log), { ...asked, expectedRunEvents: log.length }, contextAt(at(20), log));

const codeOf = (log: readonly RunEvent[], asked: Asked, plan?: Plan) => {
  const decision = decided(log, asked, plan);
  return decision.ok ? 'ok' : decision.error.code;
};

const eventsOf = (log: readonly RunEvent[], asked: Asked, plan?: Plan) => {
  const decision = decided(log, asked, plan);
  if (!decision.ok) throw new Error(decision.error.code);
  return decision.value.map(({ type, payload }) => ({ type, payload }));
};

const EVERY_COMMAND: readonly Asked[] = [
  { type: 'run/start' },
  { type: 'run/suspend' },
  { type: 'run/resume' },
  { type: 'run/next' },
  { type: 'run/back' },
  { type: 'run/jump', itemId: 'p3' },
  { type: 'run/correct-start', startedAt: at(0) },
  { type: 'run/extend', minutes: 5 },
  { type: 'run/redistribute', reason: 'catch-up', points: [{ itemId: 'p2', minutes: 20 }] },
  { type: 'run/work-through', sharedTimeId: 'lunch' },
  { type: 'run/postpone-synthesis', minutes: 5 },
  { type: 'run/archive' },
  { type: 'run/put-question', questionId: 'p1-q2' },
  { type: 'run/finish' },
  { type: 'run/undo', target: 'e1' },
];

describe('deciding on a run command', () => {
  test.each(EVERY_COMMAND)(
    '[RU21] $type is refused when it looked at another count of run events',
    (asked) => {
      for (const log of [NOT_STARTED, RUNNING, SUSPENDED, FINISHED]) {
        for (const expectedRunEvents of [log.length - 1, log.length + 1]) {
          const decision = decideRun(
            roomOf(THREE_POINTS, log),
            { ...asked, expectedRunEvents },
            contextAt(at(20), log),
          );
          expect(decision).toEqual({ ok: false, error: { code: 'run/stale' } });
        }
      }
    },
  );

  test('[RU22] starting begins at the first point, under a fresh run id', () => {
    const decision = decided(NOT_STARTED, { type: 'run/start' });
    if (!decision.ok) throw new Error(decision.error.code);
    const [event, ...others] = decision.value;
    expect(others).toEqual([]);
    expect(event).toMatchObject({ type: 'run/started', v: 2, at: at(20), actor: 'person-1' });
    expect(event?.payload).toMatchObject({ planRevision: 7, itemId: 'p1' });
    const run = runOf(appended(NOT_STARTED, decision.value));
    expect(run.runId).not.toBeNull();
    expect(run.runId).not.toBe(event?.id);
  });

  test('[RU22] starting begins at the point named', () => {
    expect(eventsOf(NOT_STARTED, { type: 'run/start', itemId: 'p2' })[0]?.payload).toMatchObject({
      itemId: 'p2',
    });
  });

  test('[RU16] [RU22] starting notes the points as planned, and whether it is a rehearsal', () => {
    expect(eventsOf(NOT_STARTED, { type: 'run/start' })[0]?.payload).toMatchObject({
      rehearsal: false,
      baseline: baselineOf(THREE_POINTS),
    });
    expect(eventsOf(NOT_STARTED, { type: 'run/start', rehearsal: true })[0]?.payload).toMatchObject({
      rehearsal: true,
    });
  });

  test('[RU22] starting is refused at an unknown point, on an empty plan, and when the run goes on', () => {
    expect(codeOf(NOT_STARTED, { type: 'run/start', itemId: 'p9' })).toBe('run/unknown-item');
    expect(codeOf(NOT_STARTED, { type: 'run/start' }, EMPTY_PLAN)).toBe('run/empty-plan');
    expect(codeOf(RUNNING, { type: 'run/start' })).toBe('run/already-started');
    expect(codeOf(SUSPENDED, { type: 'run/start' })).toBe('run/already-started');
  });

  test('[RU22] a start that was undone can be done again', () => {
    expect(eventsOf(logOf(startedAt(0), undoneAt(1, 'e1')), { type: 'run/start' })).toMatchObject([
      { type: 'run/started' },
    ]);
  });

  test.each(EVERY_COMMAND.filter((asked) => asked.type !== 'run/start'))(
    '[RU23] $type is refused before the start',
    (asked) => {
      expect(codeOf(NOT_STARTED, asked)).toBe('run/not-started');
      expect(codeOf(logOf(startedAt(0), undoneAt(1, 'e1')), asked)).toBe('run/not-started');
    },
  );

  test.each(EVERY_COMMAND.filter(({ type }) => type !== 'run/undo' && type !== 'run/archive'))(
    '[RU24] $type is refused after the finish',
    (asked) => {
      expect(codeOf(FINISHED, asked)).toBe('run/finished');
    },
  );

  test('[RU24] [RU31] the finish can be undone', () => {
    expect(eventsOf(FINISHED, { type: 'run/undo', target: 'e2' })).toEqual([
      { type: 'run/undone', payload: { target: 'e2' } },
    ]);
  });

  test('[RU14] [RU24] a run can be put aside once it started, finished or not', () => {
    for (const log of [RUNNING, SUSPENDED, FINISHED]) {
      expect(eventsOf(log, { type: 'run/archive' })).toEqual([{ type: 'run/archived', payload: {} }]);
    }
    const archived = logOf(startedAt(0), archivedAt(5));
    expect(codeOf(archived, { type: 'run/archive' })).toBe('run/not-started');
    expect(codeOf(archived, { type: 'run/start' })).toBe('ok');
  });

  test('[RU14] [RU23] an archiving can be undone, though nothing is started', () => {
    const archived = logOf(startedAt(0), archivedAt(5));
    expect(codeOf(archived, { type: 'run/undo', target: 'e2' })).toBe('ok');
    expect(codeOf(archived, { type: 'run/undo', target: 'e1' })).toBe('run/undo-not-last');
  });

  test('[RU25] suspending and resuming', () => {
    expect(eventsOf(RUNNING, { type: 'run/suspend' })).toEqual([
      { type: 'run/suspended', payload: { alarmId: null } },
    ]);
    expect(eventsOf(SUSPENDED, { type: 'run/resume' })).toEqual([{ type: 'run/resumed', payload: {} }]);
    expect(codeOf(SUSPENDED, { type: 'run/suspend' })).toBe('run/already-suspended');
    expect(codeOf(RUNNING, { type: 'run/resume' })).toBe('run/not-suspended');
  });

  test('[RU26] next and back follow the present plan', () => {
    expect(eventsOf(RUNNING, { type: 'run/next' })).toEqual([
      { type: 'run/moved', payload: { itemId: 'p2', automatic: false } },
    ]);
    expect(eventsOf(AT_LAST, { type: 'run/back' })).toEqual([
      { type: 'run/moved', payload: { itemId: 'p2', automatic: false } },
    ]);
    const turned = changed(THREE_POINTS, ...THREE_POINTS.items.toReversed());
    expect(eventsOf(RUNNING, { type: 'run/back' }, turned)).toEqual([
      { type: 'run/moved', payload: { itemId: 'p2', automatic: false } },
    ]);
    expect(codeOf(RUNNING, { type: 'run/next' }, turned)).toBe('run/no-next');
  });

  test('[RU26] there is no next at the last point and no back at the first', () => {
    expect(codeOf(AT_LAST, { type: 'run/next' })).toBe('run/no-next');
    expect(codeOf(RUNNING, { type: 'run/back' })).toBe('run/no-previous');
  });

  test('[RU20] [RU27] next and back while suspended write the move alone, and the clock goes on', () => {
    const next = decided(SUSPENDED, { type: 'run/next' });
    if (!next.ok) throw new Error(next.error.code);
    expect(next.value.map((event) => event.type)).toEqual(['run/moved']);
    expect(runOf(appended(SUSPENDED, next.value))).toMatchObject({
      status: 'running',
      suspensions: [{ from: at(5), to: at(20) }],
    });
    expect(eventsOf(logOf(startedAt(0, 'p2'), suspendedAt(5)), { type: 'run/back' })).toEqual([
      { type: 'run/moved', payload: { itemId: 'p1', automatic: false } },
    ]);
  });

  test('[RU34] jumping goes to any point but the room’s', () => {
    expect(eventsOf(AT_LAST, { type: 'run/jump', itemId: 'p1' })).toEqual([
      { type: 'run/moved', payload: { itemId: 'p1', automatic: false } },
    ]);
    expect(codeOf(RUNNING, { type: 'run/jump', itemId: 'p3' })).toBe('ok');
    expect(codeOf(RUNNING, { type: 'run/jump', itemId: 'p1' })).toBe('run/already-there');
    expect(codeOf(RUNNING, { type: 'run/jump', itemId: 'p9' })).toBe('run/unknown-item');
  });

  test('[RU28] a point taken out of the plan: the room stands after the last visited one that is left', () => {
    const log = logOf(startedAt(0), movedAt(5, 'p2'));
    const [first, , third] = THREE_POINTS.items;
    const without = changed(THREE_POINTS, first, third);
    expect(eventsOf(log, { type: 'run/next' }, without)).toEqual([
      { type: 'run/moved', payload: { itemId: 'p3', automatic: false } },
    ]);
    expect(eventsOf(log, { type: 'run/back' }, without)).toEqual([
      { type: 'run/moved', payload: { itemId: 'p1', automatic: false } },
    ]);
    expect(codeOf(log, { type: 'run/extend', minutes: 5 }, without)).toBe('run/unknown-item');
    expect(codeOf(log, { type: 'run/put-question', questionId: 'p2-q2' }, without)).toBe('run/unknown-item');
  });

  test('[RU28] no visited point left: next is the first, back is none; an emptied plan has neither', () => {
    const others = planWith(itemFor('p8', 20), itemFor('p9', 20));
    expect(eventsOf(RUNNING, { type: 'run/next' }, others)).toEqual([
      { type: 'run/moved', payload: { itemId: 'p8', automatic: false } },
    ]);
    expect(codeOf(RUNNING, { type: 'run/back' }, others)).toBe('run/no-previous');
    expect(codeOf(RUNNING, { type: 'run/next' }, EMPTY_PLAN)).toBe('run/no-next');
    expect(codeOf(RUNNING, { type: 'run/back' }, EMPTY_PLAN)).toBe('run/no-previous');
    expect(codeOf(RUNNING, { type: 'run/finish' }, EMPTY_PLAN)).toBe('ok');
  });

  test.each([5, -5, 1440, -59])('[RU29] extending the room’s point by %i', (by) => {
    expect(eventsOf(RUNNING, { type: 'run/extend', minutes: by })).toEqual([
      { type: 'run/extended', payload: { itemId: 'p1', minutes: by } },
    ]);
  });

  test.each([0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1441, -1441])(
    '[RU29] not extending by %d',
    (by) => {
      expect(codeOf(RUNNING, { type: 'run/extend', minutes: by })).toBe('run/invalid-minutes');
    },
  );

  test('[RU29] never under one minute, extensions counted', () => {
    expect(codeOf(RUNNING, { type: 'run/extend', minutes: -60 })).toBe('run/too-short');
    const shortened = logOf(startedAt(0), extendedAt(1, 'p1', -50));
    expect(codeOf(shortened, { type: 'run/extend', minutes: -9 })).toBe('ok');
    expect(codeOf(shortened, { type: 'run/extend', minutes: -10 })).toBe('run/too-short');
  });

  test('[RU30] putting a question of the room’s point, another than the one that stands', () => {
    expect(eventsOf(RUNNING, { type: 'run/put-question', questionId: 'p1-q2' })).toEqual([
      { type: 'run/question-put', payload: { itemId: 'p1', questionId: 'p1-q2' } },
    ]);
    expect(codeOf(RUNNING, { type: 'run/put-question', questionId: 'p2-q1' })).toBe('run/unknown-question');
    expect(codeOf(RUNNING, { type: 'run/put-question', questionId: 'p1-q1' })).toBe(
      'run/question-already-put',
    );
  });

  test('[RU31] undo takes back the last step only', () => {
    const log = logOf(startedAt(0), movedAt(5, 'p2'));
    expect(codeOf(log, { type: 'run/undo', target: 'e1' })).toBe('run/undo-not-last');
    expect(codeOf(log, { type: 'run/undo', target: 'e9' })).toBe('run/undo-not-last');
    expect(eventsOf(log, { type: 'run/undo', target: 'e2' })).toEqual([
      { type: 'run/undone', payload: { target: 'e2' } },
    ]);
  });

  test('[RU31] after an undo the step before is the last, and the undo itself is none', () => {
    const log = logOf(startedAt(0), movedAt(5, 'p2'), undoneAt(6, 'e2'));
    expect(codeOf(log, { type: 'run/undo', target: 'e3' })).toBe('run/undo-not-last');
    expect(codeOf(log, { type: 'run/undo', target: 'e2' })).toBe('run/undo-not-last');
    expect(codeOf(log, { type: 'run/undo', target: 'e1' })).toBe('ok');
  });

  test('[RU32] extending and putting a question leave the clock suspended; finishing ends it', () => {
    for (const asked of [
      { type: 'run/extend', minutes: 5 },
      { type: 'run/put-question', questionId: 'p1-q2' },
    ] as const) {
      const decision = decided(SUSPENDED, asked);
      if (!decision.ok) throw new Error(decision.error.code);
      expect(runOf(appended(SUSPENDED, decision.value)).status).toBe('suspended');
    }
    expect(eventsOf(SUSPENDED, { type: 'run/finish' })).toEqual([{ type: 'run/finished', payload: {} }]);
    expect(eventsOf(AT_LAST, { type: 'run/finish' })).toEqual([{ type: 'run/finished', payload: {} }]);
  });

  test.each([
    ['now', 20],
    ['as it stands', 0],
    ['a day before', -1440],
  ])('[RU39] a start can be corrected to %s', (_, minute) => {
    expect(eventsOf(RUNNING, { type: 'run/correct-start', startedAt: at(minute) })).toEqual([
      { type: 'run/start-corrected', payload: { startedAt: at(minute) } },
    ]);
  });

  test.each([
    ['the future', RUNNING, 21],
    ['more than a day before', RUNNING, -1441],
    ['after a suspension', SUSPENDED, 6],
    ['after a move', logOf(startedAt(0), movedAt(9, 'p2')), 10],
    ['what is no moment', RUNNING, Number.NaN],
  ])('[RU39] a start cannot be corrected to %s', (_, log, minute) => {
    expect(codeOf(log, { type: 'run/correct-start', startedAt: at(minute) })).toBe('run/impossible-start');
  });

  test('[RU39] nor to a moment that this device takes for the future', () => {
    const ahead = logOf(startedAt(30));
    expect(codeOf(ahead, { type: 'run/correct-start', startedAt: at(25) })).toBe('run/impossible-start');
  });

  test('[RU37] working through is for the shared time that interrupts the room now', () => {
    const sharedTimes = [sharedTime('lunch', 15, 60), sharedTime('plenary', 90, 120)];
    const asked = (log: readonly RunEvent[], sharedTimeId: string, minute: number) => {
      const command = { type: 'run/work-through', sharedTimeId, expectedRunEvents: log.length } as const;
      const room = roomOf(THREE_POINTS, log, { sharedTimes });
      return decideRun(room, command, contextAt(at(minute), log));
    };
    const refusal = { ok: false, error: { code: 'run/no-shared-time' } };
    expect(asked(RUNNING, 'lunch', 20)).toMatchObject({
      value: [{ type: 'run/worked-through', payload: { sharedTimeId: 'lunch' } }],
    });
    expect(asked(RUNNING, 'lunch', 14)).toEqual(refusal);
    expect(asked(RUNNING, 'lunch', 60)).toEqual(refusal);
    expect(asked(RUNNING, 'plenary', 20)).toEqual(refusal);
    expect(asked(logOf(startedAt(0), workedThroughAt(16, 'lunch')), 'lunch', 20)).toEqual(refusal);
    expect(asked(logOf(startedAt(0), movedAt(16, 'p2')), 'lunch', 20)).toEqual(refusal);
  });
});
