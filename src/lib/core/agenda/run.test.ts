import { describe, expect, test } from 'vitest';
import type { Line } from './run-log.test-support.ts';
import {
  at,
  extendedAt,
  finishedAt,
  logOf,
  movedAt,
  resumedAt,
  runEvent,
  startedAt,
  suspendedAt,
  undoneAt,
  whatIsWrongWith,
} from './run-log.test-support.ts';
import { runOf } from './run.ts';

const visitsOf = (...lines: readonly Line[]) =>
  runOf(logOf(...lines)).visits.map(({ itemId, from, to }) => [itemId, minuteOf(from), minuteOf(to)]);
const minuteOf = (moment: number | null) => (moment === null ? null : (moment - at(0)) / 60_000);

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
    expect(suspended.suspensions).toEqual([{ from: at(5), to: null }]);
    const resumed = runOf(logOf(startedAt(0), suspendedAt(5), resumedAt(9)));
    expect(resumed.status).toBe('running');
    expect(resumed.suspensions).toEqual([{ from: at(5), to: at(9) }]);
  });

  test('[RU4] moving on ends a suspension', () => {
    const run = runOf(logOf(startedAt(0), suspendedAt(5), movedAt(9, 'p2')));
    expect(run.status).toBe('running');
    expect(run.suspensions).toEqual([{ from: at(5), to: at(9) }]);
  });

  test('[RU4] [RU5] finishing ends a suspension and the last visit', () => {
    const run = runOf(logOf(startedAt(0), suspendedAt(5), finishedAt(9)));
    expect(run).toMatchObject({
      status: 'finished',
      finishedAt: at(9),
      suspensions: [{ from: at(5), to: at(9) }],
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
    expect(run.suspensions).toEqual([{ from: at(5), to: null }]);
  });

  test('[RU7] undoing a move that ended a suspension suspends from when it was', () => {
    const run = runOf(logOf(startedAt(0), suspendedAt(5), movedAt(9, 'p2'), undoneAt(10, 'e3')));
    expect(run.status).toBe('suspended');
    expect(run.suspensions).toEqual([{ from: at(5), to: null }]);
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
    expect(run.suspensions).toEqual([{ from: at(9), to: null }]);
  });

  test('[RU10] a moment before the step before it is read as that step’s', () => {
    const run = runOf(logOf(startedAt(10), movedAt(4, 'p2'), suspendedAt(2), resumedAt(12)));
    expect(run.visits).toEqual([
      { itemId: 'p1', from: at(10), to: at(10) },
      { itemId: 'p2', from: at(10), to: null },
    ]);
    expect(run.suspensions).toEqual([{ from: at(10), to: at(12) }]);
    expect(run.steps.map((step) => step.at)).toEqual([at(10), at(10), at(10), at(12)]);
  });

  test('[RU11] steps are the events that count, with who and when; all are counted', () => {
    const run = runOf(logOf(startedAt(0), movedAt(10, 'p2'), undoneAt(11, 'e2'), extendedAt(12, 'p1', 5)));
    expect(run.steps).toEqual([
      { eventId: 'e1', type: 'run/started', at: at(0), actor: 'person-1', minutes: null },
      { eventId: 'e4', type: 'run/extended', at: at(12), actor: 'person-1', minutes: 5 },
    ]);
    expect(run.eventCount).toBe(4);
  });
});
