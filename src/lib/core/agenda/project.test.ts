import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { Plan } from './plan.ts';
import { EMPTY_PLAN } from './plan.ts';
import { project } from './project.ts';
import type { Line } from './run-log.test-support.ts';
import {
  at,
  baselineOf,
  changed,
  extendedAt,
  finishedAt,
  itemFor,
  logOf,
  movedAt,
  planFor,
  resumedAt,
  roomOf,
  runEvent,
  startedAt,
  suspendedAt,
  undoneAt,
} from './run-log.test-support.ts';

const MINUTE = 60_000;
const PLAN = planFor(60, 30, 30);

const minuteOf = (moment: Instant | null | undefined) =>
  moment === null || moment === undefined ? null : (moment - at(0)) / MINUTE;
const stretch = (times: { start: Instant; end: Instant | null } | null) =>
  times === null ? null : [minuteOf(times.start), minuteOf(times.end)];

type Lines = readonly Line[];

/** The projection in minutes after ten, planned to begin at ten unless told. */
const seen = (lines: Lines, minute: number, plan: Plan = PLAN, plannedStart: Instant | null = at(0)) => {
  const projection = project(roomOf(plan, logOf(...lines), { plannedStart }), at(minute));
  return {
    ...projection,
    planned: projection.items.map((item) => stretch(item.planned)),
    estimated: projection.items.map((item) => stretch(item.estimated)),
    real: projection.items.map((item) => stretch(item.real)),
    states: projection.items.map((item) => item.state),
    spent: projection.items.map((item) => item.spent / MINUTE),
    allotted: projection.items.map((item) => item.allotted / MINUTE),
    remainings: projection.items.map((item) => item.remaining / MINUTE),
    remaining: projection.remaining === null ? null : projection.remaining / MINUTE,
    plannedEnd: minuteOf(projection.plannedEnd),
    estimatedEnd: minuteOf(projection.estimatedEnd),
    drift: projection.drift === null ? null : projection.drift / MINUTE,
  };
};

describe('the times of a run', () => {
  test('[RU40] [RU41] before the start there are planned times only', () => {
    const view = seen([], 25);
    expect(view.planned).toEqual([
      [0, 60],
      [60, 90],
      [90, 120],
    ]);
    expect(view).toMatchObject({
      status: 'not-started',
      currentItemId: null,
      currentQuestionId: null,
      remaining: null,
      plannedEnd: 120,
      estimatedEnd: null,
      drift: null,
      states: ['ahead', 'ahead', 'ahead'],
      estimated: [null, null, null],
      real: [null, null, null],
      remainings: [60, 30, 30],
    });
  });

  test('[RU40] without a planned start, planned times are laid from the run’s start, and before it there are none', () => {
    expect(seen([], 25, PLAN, null)).toMatchObject({
      planned: [null, null, null],
      plannedEnd: null,
      drift: null,
    });
    expect(seen([startedAt(7)], 10, PLAN, null)).toMatchObject({
      planned: [
        [7, 67],
        [67, 97],
        [97, 127],
      ],
      plannedEnd: 127,
      estimatedEnd: 127,
      drift: 0,
    });
  });

  test('[RU45] [RU46] [RU49] a run that started late is late by as much', () => {
    const view = seen([startedAt(10)], 30);
    expect(view).toMatchObject({
      status: 'running',
      currentItemId: 'p1',
      remaining: 40,
      states: ['current', 'ahead', 'ahead'],
      estimated: [
        [10, 70],
        [70, 100],
        [100, 130],
      ],
      real: [[10, null], null, null],
      estimatedEnd: 130,
      drift: 10,
    });
  });

  test('[RU49] moving on early is being ahead', () => {
    const view = seen([startedAt(0), movedAt(54, 'p2')], 60);
    expect(view).toMatchObject({
      drift: -6,
      estimatedEnd: 114,
      states: ['done', 'current', 'ahead'],
      estimated: [null, [54, 84], [84, 114]],
      real: [[0, 54], [54, null], null],
      spent: [54, 6, 0],
    });
  });

  test('[RU45] [RU46] an overrun moves all estimates with now', () => {
    const view = seen([startedAt(0)], 64);
    expect(view).toMatchObject({
      remaining: -4,
      estimated: [
        [0, 64],
        [64, 94],
        [94, 124],
      ],
      drift: 4,
    });
  });

  test('[RU43] [RU46] extensions move the estimates at once, of points ahead too', () => {
    const view = seen([startedAt(0), extendedAt(5, 'p1', 5), extendedAt(6, 'p3', -10)], 10);
    expect(view).toMatchObject({
      allotted: [65, 30, 20],
      remaining: 55,
      estimated: [
        [0, 65],
        [65, 95],
        [95, 115],
      ],
      plannedEnd: 120,
      drift: -5,
    });
  });

  test('[RU43] a plan shortened below the minutes that were taken leaves one minute', () => {
    expect(seen([startedAt(0), extendedAt(1, 'p1', -50)], 2, planFor(20, 30)).allotted).toEqual([1, 30]);
    expect(seen([startedAt(0)], 2, planFor(0, 30)).allotted).toEqual([0, 30]);
  });

  test('[RU43] [RU47] while suspended, what remains stands still and the estimates slide', () => {
    const lines: Lines = [startedAt(0), suspendedAt(20)];
    for (const minute of [20, 25, 90]) {
      expect(seen(lines, minute)).toMatchObject({
        status: 'suspended',
        remaining: 40,
        estimatedEnd: 120 + (minute - 20),
        drift: minute - 20,
      });
    }
    expect(seen([...lines, resumedAt(30)], 40)).toMatchObject({
      remaining: 30,
      spent: [30, 0, 0],
      drift: 10,
    });
  });

  test('[RU42] a point that was jumped over is done with nothing spent', () => {
    expect(seen([startedAt(0), movedAt(10, 'p3')], 15)).toMatchObject({
      states: ['done', 'done', 'current'],
      spent: [10, 0, 5],
      real: [[0, 10], null, [10, null]],
      estimated: [null, null, [10, 40]],
      estimatedEnd: 40,
    });
    expect(seen([startedAt(0, 'p2')], 5).states).toEqual(['done', 'current', 'ahead']);
  });

  test('[RU42] [RU43] going back adds to a point’s time, and the one left is ahead with what is left of it', () => {
    const view = seen([startedAt(0), movedAt(50, 'p2'), movedAt(58, 'p1')], 60);
    expect(view).toMatchObject({
      states: ['current', 'ahead', 'ahead'],
      spent: [52, 8, 0],
      remaining: 8,
      estimated: [
        [58, 68],
        [68, 90],
        [90, 120],
      ],
      real: [[0, null], [50, 58], null],
      drift: 0,
    });
  });

  test('[RU42] [RU46] a point that is over and ahead again takes no time from the estimates', () => {
    const view = seen([startedAt(0, 'p2'), movedAt(40, 'p1')], 50);
    expect(view.remainings).toEqual([50, -10, 30]);
    expect(view.estimated).toEqual([
      [40, 100],
      [100, 100],
      [100, 130],
    ]);
  });

  test('[RU45] after an undone next, the earlier point has the time', () => {
    const view = seen([startedAt(0), movedAt(10, 'p2'), undoneAt(15, 'e2')], 20);
    expect(view).toMatchObject({ currentItemId: 'p1', remaining: 40, spent: [20, 0, 0] });
  });

  test('[RU48] [RU49] [RU50] finished: real times, the real drift, and now no longer matters', () => {
    const lines: Lines = [startedAt(5), movedAt(65, 'p2'), movedAt(100, 'p3'), finishedAt(133)];
    for (const minute of [133, 500]) {
      expect(seen(lines, minute)).toMatchObject({
        status: 'finished',
        currentItemId: null,
        currentQuestionId: null,
        remaining: null,
        states: ['done', 'done', 'done'],
        estimated: [null, null, null],
        real: [
          [5, 65],
          [65, 100],
          [100, 133],
        ],
        spent: [60, 35, 33],
        estimatedEnd: null,
        plannedEnd: 120,
        drift: 13,
      });
    }
  });

  test('[RU50] points never reached stay ahead, those visited are done', () => {
    const early: Lines = [startedAt(0), movedAt(50, 'p2'), movedAt(58, 'p1'), finishedAt(60)];
    expect(seen(early, 70)).toMatchObject({ states: ['done', 'done', 'ahead'], drift: -60 });
  });

  test('[RU51] points added, reordered and lengthened while running are laid anew', () => {
    const [first, second, third] = planFor(60, 30, 45).items;
    const items = [itemFor('new', 10), third, first, second];
    expect(seen([startedAt(0)], 20, changed(PLAN, ...items))).toMatchObject({
      states: ['done', 'done', 'current', 'ahead'],
      planned: [
        [0, 10],
        [10, 55],
        [55, 115],
        [115, 145],
      ],
      estimated: [null, null, [0, 60], [60, 90]],
    });
  });

  test('[RU51] the room’s point taken out: none is current, its time stays in the day', () => {
    const items = PLAN.items.filter((item) => item.id !== 'p2');
    const view = seen([startedAt(0), movedAt(40, 'p2')], 50, changed(PLAN, ...items));
    expect(view).toMatchObject({
      currentItemId: null,
      currentQuestionId: null,
      remaining: null,
      states: ['done', 'ahead'],
      estimated: [null, [50, 80]],
      estimatedEnd: 80,
      plannedEnd: 90,
      drift: -10,
    });
  });

  test('[RU51] everything taken out', () => {
    expect(seen([startedAt(0)], 50, EMPTY_PLAN)).toMatchObject({
      status: 'running',
      items: [],
      plannedEnd: null,
      estimatedEnd: 50,
      drift: null,
    });
    expect(seen([], 50, EMPTY_PLAN)).toMatchObject({ plannedEnd: null, estimatedEnd: null });
  });

  test('[RU52] the question that stands is the one last put, else the first, else none', () => {
    const log = logOf(startedAt(0));
    const put = [...log, runEvent(2, 'run/question-put', at(1), { itemId: 'p1', questionId: 'p1-q2' })];
    const questionOf = (events: typeof log, plan: Plan) =>
      project(roomOf(plan, events), at(2)).currentQuestionId;
    expect(questionOf(log, PLAN)).toBe('p1-q1');
    expect(questionOf(put, PLAN)).toBe('p1-q2');
    const withQuestions = (questions: Plan['items'][number]['questions']): Plan =>
      changed(PLAN, ...PLAN.items.map((item) => ({ ...item, questions })));
    expect(questionOf(put, withQuestions([{ id: 'other', text: 'Autre ?' }]))).toBe('other');
    expect(questionOf(put, withQuestions([]))).toBeNull();
  });

  test.each([
    ['years before the run', -14 * 365 * 1440],
    ['the day after', 1440],
  ])('[RU55] a planned start %s is not compared with', (_, minute) => {
    const view = seen([startedAt(0)], 10, PLAN, at(minute));
    expect([view.planned[0], view.plannedEnd, view.drift]).toEqual([[0, 60], 120, 0]);
  });

  test('[RU55] a planned start of the same day is compared with, and shown before the start whatever its day', () => {
    expect(seen([startedAt(90)], 100, PLAN, at(0)).drift).toBe(90);
    expect(seen([], 10, PLAN, at(1440)).planned[0]).toEqual([1440, 1500]);
  });

  test('[RU53] a now before the last step is read as that step’s moment', () => {
    expect(seen([startedAt(0), suspendedAt(10)], 3)).toEqual(seen([startedAt(0), suspendedAt(10)], 10));
  });

  test.each([
    ['summer time begins', '2026-03-28T22:00:00Z'],
    ['summer time ends', '2026-10-24T21:00:00Z'],
    ['midnight passes', '2026-11-26T21:30:00Z'],
  ])('[RU54] a night in which %s changes no length', (_, evening) => {
    const start = instant(Date.parse(evening));
    const plan = planFor(240, 120, 60);
    const later = (minute: number) => instant(start + minute * MINUTE);
    const log = [
      runEvent(1, 'run/started', start, {
        runId: 'run-1',
        planRevision: 7,
        itemId: 'p1',
        rehearsal: false,
        baseline: baselineOf(plan),
      }),
      runEvent(2, 'run/moved', later(250), { itemId: 'p2', automatic: false }),
    ];
    const view = project(roomOf(plan, log, { plannedStart: start }), later(300));
    expect(view.remaining).toBe(70 * MINUTE);
    expect(view.items.map((item) => item.spent / MINUTE)).toEqual([250, 50, 0]);
    expect(view.plannedEnd).toBe(later(420));
    expect(view.estimatedEnd).toBe(later(430));
    expect(view.drift).toBe(10 * MINUTE);
  });
});
