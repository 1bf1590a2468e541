import { describe, expect, test } from 'vitest';
import type { Line } from './run-log.test-support.ts';
import {
  advancedAt,
  archivedAt,
  at,
  baselineOf,
  extendedAt,
  finishedAt,
  logOf,
  movedAt,
  planFor,
  postponedAt,
  redistributedAt,
  resumedAt,
  runEvent,
  startCorrectedAt,
  startedAt,
  suspendedAt,
  undoneAt,
  whatIsWrongWith,
  workedThroughAt,
} from './run-log.test-support.ts';
import { runOf } from './run.ts';

const visitsOf = (...lines: readonly Line[]) =>
  runOf(logOf(...lines)).visits.map(({ itemId, from, to }) => [itemId, minuteOf(from), minuteOf(to)]);
const minuteOf = (moment: number | null) => (moment === null ? null : (moment - at(0)) / 60_000);

const BY = { actor: 'person-1', automatic: false };

describe('the fold of a run', () => {
  test('[RU1] nothing yet: not started', () => {
    const run = runOf([]);
    expect(run.status).toBe('not-started');
    expect(run.eventCount).toBe(0);
    expect(whatIsWrongWith(run)).toBeNull();
  });

  test('[RU2] the room is at a point from the start, and moves end a visit where the next begins', () => {
    const run = runOf(logOf(startedAt(0), movedAt(12, 'p2')));
    expect(run).toMatchObject({
      status: 'running',
      runId: 'run-1',
      planRevision: 7,
      startedAt: at(0),
      finishedAt: null,
    });
    expect(run.visits).toEqual([
      { itemId: 'p1', from: at(0), to: at(12) },
      { itemId: 'p2', from: at(12), to: null },
    ]);
  });

  test('[RU2] a run may start at another point than the first', () => {
    expect(visitsOf(startedAt(0, 'p3'))).toEqual([['p3', 0, null]]);
  });

  test('[RU3] going back adds a visit to a point', () => {
    expect(visitsOf(startedAt(0), movedAt(10, 'p2'), movedAt(15, 'p1'))).toEqual([
      ['p1', 0, 10],
      ['p2', 10, 15],
      ['p1', 15, null],
    ]);
  });

  test('[RU4] a suspension lasts until it is resumed', () => {
    const suspended = runOf(logOf(startedAt(0), suspendedAt(5)));
    expect(suspended.status).toBe('suspended');
    expect(suspended.suspensions).toEqual([{ from: at(5), to: null, alarmId: null }]);
    const resumed = runOf(logOf(startedAt(0), suspendedAt(5), resumedAt(9)));
    expect(resumed.status).toBe('running');
    expect(resumed.suspensions).toEqual([{ from: at(5), to: at(9), alarmId: null }]);
  });

  test('[RU4] moving on ends a suspension', () => {
    const run = runOf(logOf(startedAt(0), suspendedAt(5), movedAt(9, 'p2')));
    expect(run.status).toBe('running');
    expect(run.suspensions).toEqual([{ from: at(5), to: at(9), alarmId: null }]);
  });

  test('[RU4] [RU5] finishing ends a suspension and the last visit', () => {
    const run = runOf(logOf(startedAt(0), suspendedAt(5), finishedAt(9)));
    expect(run).toMatchObject({
      status: 'finished',
      finishedAt: at(9),
      suspensions: [{ from: at(5), to: at(9), alarmId: null }],
    });
    expect(run.visits).toEqual([{ itemId: 'p1', from: at(0), to: at(9) }]);
  });

  test('[RU5] nothing counts after the finish', () => {
    const finished = runOf(logOf(startedAt(0), finishedAt(9)));
    const more = runOf(logOf(startedAt(0), finishedAt(9), movedAt(10, 'p2'), suspendedAt(11), startedAt(12)));
    expect(more).toEqual({ ...finished, eventCount: 5 });
  });

  test('[RU6] extensions add up and questions are kept by point', () => {
    const run = runOf([
      ...logOf(startedAt(0), extendedAt(1, 'p1', 5), extendedAt(2, 'p1', -2), extendedAt(3, 'p2', 10)),
      runEvent(5, 'run/question-put', at(4), { itemId: 'p1', questionId: 'p1-q2' }),
      runEvent(6, 'run/question-put', at(5), { itemId: 'p2', questionId: 'p2-q2' }),
    ]);
    expect(run.extensions).toEqual({ p1: 3, p2: 10 });
    expect(run.questionPut).toEqual({ p1: 'p1-q2', p2: 'p2-q2' });
  });

  test('[RU6] a point may bear any id', () => {
    const run = runOf(
      logOf(startedAt(0, '__proto__'), extendedAt(1, '__proto__', 5), extendedAt(2, 'constructor', 3)),
    );
    expect(Object.entries(run.extensions)).toEqual([
      ['__proto__', 5],
      ['constructor', 3],
    ]);
  });

  test('[RU7] undoing next gives the time back to the earlier point', () => {
    expect(visitsOf(startedAt(0), movedAt(10, 'p2'), undoneAt(14, 'e2'))).toEqual([['p1', 0, null]]);
    expect(visitsOf(startedAt(0), movedAt(10, 'p2'), undoneAt(14, 'e2'), movedAt(20, 'p2'))).toEqual([
      ['p1', 0, 20],
      ['p2', 20, null],
    ]);
  });

  test('[RU7] undoing a resume lets the suspension go on', () => {
    const run = runOf(logOf(startedAt(0), suspendedAt(5), resumedAt(9), undoneAt(10, 'e3')));
    expect(run.status).toBe('suspended');
    expect(run.suspensions).toEqual([{ from: at(5), to: null, alarmId: null }]);
  });

  test('[RU7] undoing a move that ended a suspension suspends from when it was', () => {
    const run = runOf(logOf(startedAt(0), suspendedAt(5), movedAt(9, 'p2'), undoneAt(10, 'e3')));
    expect(run.status).toBe('suspended');
    expect(run.suspensions).toEqual([{ from: at(5), to: null, alarmId: null }]);
    expect(run.visits).toEqual([{ itemId: 'p1', from: at(0), to: null }]);
  });

  test('[RU7] undoing the finish goes on', () => {
    const run = runOf(logOf(startedAt(0), finishedAt(9), undoneAt(10, 'e2')));
    expect(run).toMatchObject({ status: 'running', finishedAt: null, visits: [{ itemId: 'p1', to: null }] });
  });

  test('[RU7] undoing the start leaves nothing, and the run can be started again', () => {
    const undone = logOf(startedAt(0), undoneAt(3, 'e1'));
    expect(runOf(undone)).toEqual({ ...runOf([]), eventCount: 2 });
    const again = runOf(logOf(startedAt(0), undoneAt(3, 'e1'), startedAt(5, 'p2')));
    expect(again).toMatchObject({
      status: 'running',
      startedAt: at(5),
      visits: [{ itemId: 'p2', from: at(5) }],
    });
  });

  test('[RU7] a step before the last may be taken back: the rest is folded without it', () => {
    expect(visitsOf(startedAt(0), movedAt(10, 'p2'), movedAt(20, 'p3'), undoneAt(21, 'e2'))).toEqual([
      ['p1', 0, 20],
      ['p3', 20, null],
    ]);
  });

  test.each([
    ['unknown', undoneAt(20, 'e99')],
    ['itself', undoneAt(20, 'e3')],
  ])('[RU8] an undo whose target is %s changes nothing', (_, undo) => {
    const log = logOf(startedAt(0), movedAt(10, 'p2'), undo);
    expect(runOf(log)).toEqual({ ...runOf(log.slice(0, 2)), eventCount: 3 });
  });

  test('[RU8] an undo of an undo, of the same step again or of a later step changes nothing', () => {
    const lines = [startedAt(0), movedAt(10, 'p2'), undoneAt(11, 'e2')] as const;
    const once = runOf(logOf(...lines));
    expect(runOf(logOf(...lines, undoneAt(12, 'e3')))).toEqual({ ...once, eventCount: 4 });
    expect(runOf(logOf(...lines, undoneAt(12, 'e2')))).toEqual({ ...once, eventCount: 4 });
    expect(visitsOf(startedAt(0), undoneAt(1, 'e3'), movedAt(10, 'p2'))).toEqual([
      ['p1', 0, 10],
      ['p2', 10, null],
    ]);
  });

  test('[RU9] an event that cannot happen where it stands is no step', () => {
    const lines = [
      suspendedAt(0),
      resumedAt(1),
      movedAt(2, 'p2'),
      extendedAt(3, 'p1', 5),
      finishedAt(4),
      startedAt(5),
      startedAt(6, 'p2'),
      resumedAt(7),
      movedAt(8, 'p1'),
      suspendedAt(9),
      suspendedAt(10),
      movedAt(11, 'p1'),
    ];
    const run = runOf(logOf(...lines));
    expect(run.steps.map((step) => step.eventId)).toEqual(['e6', 'e10']);
    expect(run).toMatchObject({ status: 'suspended', startedAt: at(5), extensions: {}, eventCount: 12 });
    expect(run.visits).toEqual([{ itemId: 'p1', from: at(5), to: null }]);
    expect(run.suspensions).toEqual([{ from: at(9), to: null, alarmId: null }]);
  });

  test('[RU10] a moment before the step before it is read as that step’s', () => {
    const run = runOf(logOf(startedAt(10), movedAt(4, 'p2'), suspendedAt(2), resumedAt(12)));
    expect(run.visits).toEqual([
      { itemId: 'p1', from: at(10), to: at(10) },
      { itemId: 'p2', from: at(10), to: null },
    ]);
    expect(run.suspensions).toEqual([{ from: at(10), to: at(12), alarmId: null }]);
    expect(run.steps.map((step) => step.at)).toEqual([at(10), at(10), at(10), at(12)]);
  });

  test('[RU11] steps are the events that count, with who and when; all are counted', () => {
    const run = runOf(logOf(startedAt(0), movedAt(10, 'p2'), undoneAt(11, 'e2'), extendedAt(12, 'p1', 5)));
    expect(run.steps).toEqual([
      { ...BY, eventId: 'e1', type: 'run/started', at: at(0), minutes: null, itemId: 'p1' },
      { ...BY, eventId: 'e4', type: 'run/extended', at: at(12), minutes: 5, itemId: 'p1' },
    ]);
    expect(run.eventCount).toBe(4);
  });

  test('[RU6] working through and waiting are kept by shared time and by point', () => {
    const run = runOf(logOf(startedAt(0), workedThroughAt(5, 'lunch'), postponedAt(6, 'p2', 16)));
    expect(run).toMatchObject({ workedThrough: { lunch: at(5) }, postponed: { p2: at(16) } });
    expect(run.steps.at(-1)).toMatchObject({ type: 'run/synthesis-postponed', itemId: 'p2' });
  });

  test('[RU12] a corrected start moves the start and the first visit, and no step', () => {
    const run = runOf(logOf(startedAt(10), movedAt(30, 'p2'), startCorrectedAt(31, 4)));
    expect(run).toMatchObject({ startedAt: at(4), visits: [{ from: at(4), to: at(30) }, { from: at(30) }] });
    expect(run.steps.map((step) => step.at)).toEqual([at(10), at(30), at(31)]);
    expect(runOf(logOf(startedAt(10), startCorrectedAt(31, 25)))).toMatchObject({ startedAt: at(25) });
  });

  test.each<[string, readonly Line[], Line]>([
    ['than the correction', [startedAt(10)], startCorrectedAt(12, 13)],
    ['than the first move', [startedAt(10), movedAt(20, 'p2')], startCorrectedAt(30, 21)],
    ['than a suspension', [startedAt(10), suspendedAt(15)], startCorrectedAt(30, 16)],
    ['than any other step', [startedAt(10), extendedAt(12, 'p3', 5)], startCorrectedAt(30, 13)],
  ])('[RU9] [RU12] a start corrected to later %s changes nothing', (_, before, correction) => {
    const eventCount = before.length + 1;
    expect(runOf(logOf(...before, correction))).toEqual({ ...runOf(logOf(...before)), eventCount });
  });

  test('[RU12] a correction can itself be corrected, and taken back', () => {
    const lines = [startedAt(10), startCorrectedAt(12, 4), startCorrectedAt(13, 11)] as const;
    expect(runOf(logOf(...lines)).startedAt).toBe(at(11));
    expect(runOf(logOf(...lines, undoneAt(14, 'e3'))).startedAt).toBe(at(4));
  });

  test('[RU13] a redistribution swallows extensions, and later ones add to it', () => {
    const lines = [startedAt(0), extendedAt(1, 'p1', 5), extendedAt(1, 'p3', 2)] as const;
    const run = runOf(logOf(...lines, redistributedAt(2, { p1: 50, p2: 20 }, 25)));
    expect(run).toMatchObject({
      extensions: { p3: 2 },
      overrides: { p1: { minutes: 50, planRevision: 7 }, p2: { minutes: 20, planRevision: 7 } },
    });
    expect(run.steps.at(-1)).toMatchObject({ minutes: 25, itemId: null });
    const more = runOf(logOf(...lines, redistributedAt(2, { p1: 50 }, 15), extendedAt(3, 'p1', 4)));
    expect(more.extensions).toEqual({ p1: 4, p3: 2 });
    expect(runOf(logOf(...lines, redistributedAt(2, { p1: 50 }, 15), undoneAt(3, 'e4')))).toMatchObject({
      extensions: { p1: 5, p3: 2 },
      overrides: {},
    });
  });

  test('[RU14] archiving puts the run aside, finished, and leaves one that is not started', () => {
    const run = runOf(logOf(startedAt(0), suspendedAt(5), archivedAt(9)));
    expect(run).toMatchObject({
      status: 'not-started',
      runId: null,
      visits: [],
      archives: [
        {
          status: 'finished',
          runId: 'run-1',
          finishedAt: at(9),
          visits: [{ itemId: 'p1', from: at(0), to: at(9) }],
          suspensions: [{ from: at(5), to: at(9) }],
        },
      ],
    });
    expect(run.steps.map(({ type }) => type)).toEqual(['run/archived']);
    const finished = runOf(logOf(startedAt(0), finishedAt(7), archivedAt(9)));
    expect(finished.archives[0]).toMatchObject({ status: 'finished', finishedAt: at(7) });
  });

  test('[RU14] what was archived comes back by undo, and another run can begin before', () => {
    const before = [startedAt(0), extendedAt(5, 'p1', 5)] as const;
    const back = runOf(logOf(...before, archivedAt(9), undoneAt(10, 'e3')));
    expect(back).toEqual({ ...runOf(logOf(...before)), eventCount: 4 });
    const again = runOf(logOf(...before, archivedAt(9), startedAt(20, 'p2')));
    expect(again).toMatchObject({ status: 'running', startedAt: at(20), extensions: {} });
    expect(again.archives.length).toBe(1);
    expect(again.steps.map(({ type }) => type)).toEqual(['run/archived', 'run/started']);
    const unmade = runOf(
      logOf(...before, archivedAt(9), startedAt(20), undoneAt(21, 'e4'), undoneAt(22, 'e3')),
    );
    expect(unmade).toEqual({ ...runOf(logOf(...before)), eventCount: 6 });
  });

  test('[RU9] [RU14] there is nothing to archive before a start, nor twice', () => {
    expect(runOf(logOf(archivedAt(0)))).toEqual({ ...runOf([]), eventCount: 1 });
    const once = logOf(startedAt(0), archivedAt(1));
    expect(runOf(logOf(startedAt(0), archivedAt(1), archivedAt(2)))).toEqual({
      ...runOf(once),
      eventCount: 3,
    });
  });

  test('[RU11] [RU15] an automatic move says so, and once taken back its point is held', () => {
    const moved = runOf(logOf(startedAt(0), advancedAt(60, 'p2')));
    expect(moved.steps.at(-1)).toMatchObject({ type: 'run/moved', itemId: 'p2', automatic: true });
    expect(moved.held).toEqual([]);
    const held = runOf(logOf(startedAt(0), advancedAt(60, 'p2'), undoneAt(61, 'e2')));
    expect(held).toMatchObject({ held: ['p1'], visits: [{ itemId: 'p1', to: null }] });
    const byHand = runOf(logOf(startedAt(0), movedAt(60, 'p2'), undoneAt(61, 'e2')));
    expect(byHand.held).toEqual([]);
    const another = [archivedAt(62), startedAt(63)] as const;
    const fresh = logOf(startedAt(0), advancedAt(60, 'p2'), undoneAt(61, 'e2'), ...another);
    expect(runOf(fresh).held).toEqual([]);
  });

  test('[RU15] an undone automatic move that could not have happened holds nothing', () => {
    expect(runOf(logOf(advancedAt(0, 'p2'), startedAt(1), undoneAt(2, 'e1'))).held).toEqual([]);
    expect(runOf(logOf(startedAt(0), advancedAt(1, 'p1'), undoneAt(2, 'e2'))).held).toEqual([]);
    const late = logOf(startedAt(0), finishedAt(1), advancedAt(2, 'p2'), undoneAt(3, 'e3'));
    expect(runOf(late).held).toEqual([]);
  });

  test('[RU16] a run remembers its points as planned, and whether it is a rehearsal', () => {
    const plan = planFor(60, 30);
    expect(runOf(logOf(startedAt(0, 'p1', plan))).baseline).toEqual(baselineOf(plan));
    expect(runOf(logOf(startedAt(0)))).toMatchObject({ baseline: null, rehearsal: false });
    const payload = { runId: 'r', planRevision: 1, itemId: 'p1', rehearsal: true, baseline: [] };
    expect(runOf([runEvent(1, 'run/started', at(0), payload)]).rehearsal).toBe(true);
  });
});
