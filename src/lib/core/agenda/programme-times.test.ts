import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { minutes } from '#core/time/instant.ts';
import type { Plan } from './plan.ts';
import { project } from './project.ts';
import type { Line } from './run-log.test-support.ts';
import {
  at,
  changed,
  finishedAt,
  itemFor,
  logOf,
  movedAt,
  planFor,
  resumedAt,
  roomOf,
  sharedTime,
  startCorrectedAt,
  startedAt,
  suspendedAt,
  workedThroughAt,
} from './run-log.test-support.ts';
import type { Room } from './run.ts';

const MINUTE = 60_000;
const PLAN = planFor(60, 30, 30);
/** In the middle of the second point. */
const LUNCH = sharedTime('lunch', 75, 165);
const NIGHT = 16 * 60;

const minuteOf = (moment: Instant | null | undefined) =>
  moment === null || moment === undefined ? null : (moment - at(0)) / MINUTE;
const stretch = (times: { start: Instant; end: Instant } | null) =>
  times === null ? null : [minuteOf(times.start), minuteOf(times.end)];

type More = Partial<Pick<Room, 'plannedStart' | 'sharedTimes'>> & { readonly plan?: Plan };

/** The projection in minutes after ten, with lunch unless told. */
const seen = (lines: readonly Line[], minute: number, { plan = PLAN, ...more }: More = {}) => {
  const view = project(roomOf(plan, logOf(...lines), { sharedTimes: [LUNCH], ...more }), at(minute));
  return {
    planned: view.items.map((item) => stretch(item.planned)),
    estimated: view.items.map((item) => stretch(item.estimated)),
    spent: view.items.map((item) => item.spent / MINUTE),
    remaining: view.remaining === null ? null : view.remaining / MINUTE,
    plannedEnd: minuteOf(view.plannedEnd),
    estimatedEnd: minuteOf(view.estimatedEnd),
    drift: view.drift === null ? null : view.drift / MINUTE,
    deadline: minuteOf(view.deadline),
    now: view.sharedTimeNow?.id ?? null,
    next: view.sharedTimeNext?.id ?? null,
  };
};

const START = startedAt(0, 'p1', PLAN);

describe('times around the programme', () => {
  test('[RU70] planned times are laid around a shared time, before the start and after', () => {
    const planned = [
      [0, 60],
      [60, 180],
      [180, 210],
    ];
    expect(seen([], -30)).toMatchObject({ planned, plannedEnd: 210, drift: null });
    expect(seen([START], 30)).toMatchObject({ planned, plannedEnd: 210 });
  });

  test('[RU70] a point that would start in one starts at its end', () => {
    const sharedTimes = [sharedTime('coffee', 60, 80)];
    expect(seen([START], 10, { sharedTimes })).toMatchObject({
      planned: [
        [0, 60],
        [80, 110],
        [110, 140],
      ],
      estimated: [
        [0, 60],
        [80, 110],
        [110, 140],
      ],
      drift: 0,
    });
  });

  test('[RU70] shared times that overlap or touch are one', () => {
    const sharedTimes = [sharedTime('a', 70, 90), sharedTime('b', 80, 100), sharedTime('c', 100, 120)];
    expect(seen([START], 10, { sharedTimes }).planned).toEqual([
      [0, 60],
      [60, 140],
      [140, 170],
    ]);
  });

  test('[RU70] [RU73] estimates are laid around it, so that being late before it is being late after it', () => {
    expect(seen([startedAt(5, 'p1', PLAN)], 30)).toMatchObject({
      estimated: [
        [5, 65],
        [65, 185],
        [185, 215],
      ],
      drift: 5,
    });
  });

  test('[RU71] nothing is spent in it, and what remains stands still', () => {
    for (const minute of [75, 100, 165]) {
      expect(seen([START, movedAt(60, 'p2')], minute)).toMatchObject({
        spent: [60, 15, 0],
        remaining: 15,
        estimatedEnd: 210,
        drift: 0,
      });
    }
    expect(seen([START, movedAt(60, 'p2')], 175)).toMatchObject({ spent: [60, 25, 0], remaining: 5 });
  });

  test('[RU71] [RU44] a suspension that overlaps it is counted once', () => {
    const lines = [START, movedAt(60, 'p2'), suspendedAt(70), resumedAt(170)];
    expect(seen(lines, 175)).toMatchObject({ spent: [60, 15, 0], drift: 10 });
  });

  test.each<[string, readonly Line[], readonly number[]]>([
    ['moves', [START, movedAt(60, 'p2'), movedAt(105, 'p3')], [60, 15, 15]],
    ['works through', [START, movedAt(60, 'p2'), workedThroughAt(105, 'lunch')], [60, 30, 0]],
    ['starts', [startedAt(105, 'p2', PLAN)], [0, 15, 0]],
  ])('[RU72] a room that %s during it works from then on', (_, lines, spent) => {
    expect(seen(lines, 120)).toMatchObject({ spent, now: null });
  });

  test('[RU72] [RU73] what is worked in it counts: the day ends earlier by as much', () => {
    const lines = [START, movedAt(60, 'p2'), workedThroughAt(105, 'lunch')];
    expect(seen(lines, 110)).toMatchObject({ remaining: 10, estimatedEnd: 150, drift: -60 });
  });

  test('[RU72] moving before it began is not working through it', () => {
    expect(seen([START, movedAt(74, 'p2')], 100)).toMatchObject({ spent: [74, 1, 0], now: 'lunch' });
  });

  test('[RU72] who works on during two that overlap works through both', () => {
    const sharedTimes = [sharedTime('a', 70, 90), sharedTime('b', 80, 100)];
    const lines = [START, movedAt(60, 'p2'), workedThroughAt(85, 'a')];
    expect(seen(lines, 87, { sharedTimes })).toMatchObject({ now: null, spent: [60, 12, 0] });
  });

  test('[RU73] five minutes over before a meal that ends the sitting are five minutes late', () => {
    const sharedTimes = [sharedTime('lunch', 120, 210)];
    const late = [startedAt(5, 'p1', PLAN)];
    expect(seen(late, 30, { sharedTimes })).toMatchObject({ plannedEnd: 120, estimatedEnd: 125, drift: 5 });
    const over = [...late, movedAt(65, 'p2'), movedAt(95, 'p3')];
    expect(seen(over, 122, { sharedTimes })).toMatchObject({ now: null, estimatedEnd: 125, drift: 5 });
    expect(seen([...over, finishedAt(140)], 150, { sharedTimes }).drift).toBe(20);
  });

  test('[RU78] a plenary that was moved forward ends the sitting, and what no longer fits is not laid after it', () => {
    const plenary = (start: number) => ({ sharedTimes: [sharedTime('plenary', start, start + 60)] });
    expect(seen([START], 30, plenary(120))).toMatchObject({ plannedEnd: 120, deadline: 120, drift: 0 });
    expect(seen([START], 30, plenary(110))).toMatchObject({ plannedEnd: 120, deadline: 110, drift: 0 });
    expect(seen([START], 30, plenary(100))).toMatchObject({ plannedEnd: 180, deadline: 180 });
  });

  test('[RU78] a pause lies within the sitting whatever is planned after it', () => {
    const pause = { ...sharedTime('coffee', 115, 130), kind: 'break' as const };
    expect(seen([START], 30, { sharedTimes: [pause] })).toMatchObject({ plannedEnd: 135, deadline: 135 });
    const after = { ...sharedTime('coffee', 120, 130), kind: 'break' as const };
    expect(seen([START], 30, { sharedTimes: [after] })).toMatchObject({ plannedEnd: 120, deadline: 120 });
  });

  test('[RU73] ending before it what was planned after it is being early by the work alone', () => {
    const lines = [START, movedAt(30, 'p2'), movedAt(50, 'p3')];
    expect(seen(lines, 50, { sharedTimes: [sharedTime('lunch', 80, 170)] })).toMatchObject({
      plannedEnd: 210,
      estimatedEnd: 80,
      drift: -40,
    });
  });

  test('[RU74] a point that was over when it began is estimated to have ended there', () => {
    const sharedTimes = [sharedTime('coffee', 62, 80)];
    expect(seen([START], 70, { sharedTimes })).toMatchObject({
      remaining: -2,
      estimated: [
        [0, 62],
        [80, 110],
        [110, 140],
      ],
      drift: 2,
    });
    expect(seen([START], 81, { sharedTimes })).toMatchObject({
      remaining: -3,
      estimated: [
        [0, 81],
        [81, 111],
        [111, 141],
      ],
      drift: 3,
    });
  });

  test('[RU75] the shared time of now and the next', () => {
    const sharedTimes = [sharedTime('welcome', -30, 0), LUNCH, sharedTime('plenary', 210, 260)];
    expect(seen([], -40, { sharedTimes })).toMatchObject({ now: null, next: 'welcome' });
    expect(seen([], -30, { sharedTimes })).toMatchObject({ now: 'welcome', next: 'lunch' });
    expect(seen([START], 30, { sharedTimes })).toMatchObject({ now: null, next: 'lunch' });
    expect(seen([START], 75, { sharedTimes })).toMatchObject({ now: 'lunch', next: 'plenary' });
    expect(seen([START], 240, { sharedTimes })).toMatchObject({ now: null, next: null });
    expect(seen([START, finishedAt(80)], 90, { sharedTimes })).toMatchObject({ now: null, next: 'plenary' });
  });

  test('[RU75] [RU76] shared times of another day do not matter', () => {
    const sharedTimes = [sharedTime('yesterday', -1440, -1400), sharedTime('tomorrow', 1440, 1500)];
    expect(seen([START], 30, { sharedTimes })).toMatchObject({ next: null, deadline: 120, drift: 0 });
    expect(seen([], -2000, { sharedTimes }).next).toBeNull();
    expect(seen([], -2 * 1440, { sharedTimes: [LUNCH] }).next).toBe('lunch');
  });

  test('[RU76] the room has until the shared time that follows its planned end', () => {
    expect(seen([START], 30)).toMatchObject({ plannedEnd: 210, deadline: 210 });
    const sharedTimes = [sharedTime('coffee', 30, 40), sharedTime('plenary', 145, 200)];
    expect(seen([START], 30, { sharedTimes })).toMatchObject({ plannedEnd: 130, deadline: 145 });
    const touching = [sharedTime('plenary', 120, 200)];
    expect(seen([START], 30, { sharedTimes: touching })).toMatchObject({ plannedEnd: 120, deadline: 120 });
  });
});

describe('times between two days', () => {
  const none = { sharedTimes: [] };
  const overnight = [START, movedAt(60, 'p2'), suspendedAt(75)];

  test('[RU77] a night moves what was planned after it, and is no drift', () => {
    const lines = [...overnight, resumedAt(75 + NIGHT)];
    expect(seen(lines, 80 + NIGHT, none)).toMatchObject({
      planned: [
        [0, 60],
        [60, 90 + NIGHT],
        [90 + NIGHT, 120 + NIGHT],
      ],
      spent: [60, 20, 0],
      drift: 0,
    });
  });

  test('[RU77] it counts as soon as it has lasted four hours', () => {
    expect(seen(overnight, 75 + 239, none).drift).toBe(239);
    expect(seen(overnight, 75 + 240, none).drift).toBe(0);
    expect(seen(overnight, 75 + NIGHT, none)).toMatchObject({ drift: 0, plannedEnd: 120 + NIGHT });
  });

  test('[RU77] a room that was late the evening before is as late the next morning', () => {
    const lines = [START, movedAt(140, 'p2'), suspendedAt(150), resumedAt(150 + NIGHT)];
    expect(seen(lines, 150 + NIGHT, none)).toMatchObject({
      planned: [
        [0, 60],
        [60, 90],
        [90, 120],
      ],
      plannedEnd: 120 + NIGHT,
      drift: 80,
    });
  });

  test('[RU77] a suspension of less is being late by as much', () => {
    expect(seen([...overnight, resumedAt(75 + 239)], 400, none).drift).toBeGreaterThanOrEqual(239);
  });

  test('[RU77] [RU70] shared times in the night are not counted twice', () => {
    const sharedTimes = [sharedTime('dinner', 200, 320), sharedTime('welcome', 1000, 75 + NIGHT)];
    const lines = [...overnight, resumedAt(75 + NIGHT)];
    expect(seen(lines, 75 + NIGHT, { sharedTimes })).toMatchObject({ plannedEnd: 120 + NIGHT, drift: 0 });
  });
});

describe('planned versus real', () => {
  const none = { sharedTimes: [] };

  test('[RU51] planned times are those of the points as the start found them', () => {
    const [first, second, third] = PLAN.items;
    const plan = changed(
      PLAN,
      third,
      itemFor('new', 20),
      first && { ...first, plannedMinutes: minutes(90) },
      second,
    );
    expect(seen([START], 10, { plan, ...none })).toMatchObject({
      planned: [[90, 120], null, [0, 60], [60, 90]],
      plannedEnd: 120,
      estimated: [null, null, [0, 90], [90, 120]],
      drift: 0,
    });
  });

  test('[RU51] the minutes of a point that was taken out stay in the planned end', () => {
    const [first, , third] = PLAN.items;
    const plan = changed(PLAN, first, third);
    expect(seen([START], 10, { plan, ...none })).toMatchObject({
      planned: [
        [0, 60],
        [90, 120],
      ],
      plannedEnd: 120,
      drift: -30,
    });
    expect(seen([START], 10, { plan: changed(PLAN), ...none })).toMatchObject({ plannedEnd: 120 });
  });

  test('[RU12] [RU43] a corrected start gives its minutes to the first point', () => {
    const lines = [startedAt(10, 'p1', PLAN), startCorrectedAt(12, 0)];
    expect(seen(lines, 20, none)).toMatchObject({ spent: [20, 0, 0], remaining: 40, drift: 0 });
  });
});
