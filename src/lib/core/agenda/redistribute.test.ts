import { describe, expect, test } from 'vitest';
import { minutes } from '#core/time/instant.ts';
import type { AgendaItem } from './plan.ts';
import { floorOf } from './plan.ts';
import { catchUp, redistribution } from './redistribute.ts';
import type { Redistribution } from './redistribute.ts';
import type { Line } from './run-log.test-support.ts';
import {
  at,
  extendedAt,
  finishedAt,
  itemFor,
  logOf,
  movedAt,
  planWith,
  roomOf,
  startedAt,
} from './run-log.test-support.ts';

const SYNTHESIS = { kind: 'synthesis', protected: true } as const;
const PLAN = planWith(itemFor('p1', 60), itemFor('p2', 40), itemFor('p3', 20), itemFor('p4', 30, SYNTHESIS));

const room = (lines: readonly Line[], plan = PLAN) => roomOf(plan, logOf(...lines));
const after = (found: Redistribution | null) => found?.points.map((point) => point.after);
const START = startedAt(0, 'p1', PLAN);

describe('taking minutes from the points that remain', () => {
  test('[RU110] [RU111] in proportion to what each has above its floor', () => {
    const found = redistribution(room([START, movedAt(60, 'p2')]), at(60), 6);
    expect(found).toEqual({
      points: [
        { itemId: 'p2', before: 40, after: 36, locked: null },
        { itemId: 'p3', before: 20, after: 18, locked: null },
        { itemId: 'p4', before: 30, after: 30, locked: 'protected' },
      ],
      asked: 6,
      won: 6,
      missing: 0,
    });
  });

  test('[RU111] the largest remainders first, then the order', () => {
    const plan = planWith(itemFor('p1', 10), itemFor('p2', 20), itemFor('p3', 20), itemFor('p4', 20));
    expect(after(redistribution(room([startedAt(0), movedAt(5, 'p2')], plan), at(5), 1))).toEqual([
      19, 20, 20,
    ]);
    expect(after(redistribution(room([startedAt(0), movedAt(5, 'p2')], plan), at(5), 5))).toEqual([
      18, 18, 19,
    ]);
  });

  test('[RU112] not under what the current point has had, rounded up', () => {
    const found = redistribution(room([START]), at(40.5), 100);
    expect(found.points.map(({ itemId, before, after }) => [itemId, before, after])).toEqual([
      ['p1', 60, 41],
      ['p2', 40, 20],
      ['p3', 20, 10],
      ['p4', 30, 30],
    ]);
    expect([found.won, found.missing]).toEqual([49, 51]);
  });

  test('[RU112] [RU113] at its floor a point is locked, and what is missing is said', () => {
    const lines = [START, extendedAt(1, 'p2', -25), movedAt(60, 'p3')];
    const found = redistribution(room(lines), at(72), 15);
    expect(found).toMatchObject({ won: 8, missing: 7 });
    const again = redistribution(room([...lines, extendedAt(72, 'p3', -8)]), at(72), 15);
    expect(again).toMatchObject({
      points: [{ itemId: 'p3', before: 12, after: 12, locked: 'at-floor' }, { locked: 'protected' }],
      won: 0,
      missing: 15,
    });
  });

  test.each<[string, Partial<AgendaItem>, number, number]>([
    ['half its planned time', {}, 45, 23],
    ['at least five minutes', {}, 8, 5],
    ['never more than planned', {}, 3, 3],
    ['its own', { floorMinutes: minutes(40) }, 45, 40],
    ['its own, however small', { floorMinutes: minutes(1) }, 45, 1],
    ['its own, never more than planned', { floorMinutes: minutes(50) }, 45, 45],
  ])('[RU112] a floor is %s', (_, more, planned, floor) => {
    expect(floorOf(itemFor('p1', planned, more))).toBe(floor);
  });

  test('[RU110] before the start and after the finish there is nothing to change', () => {
    for (const lines of [[], [START, finishedAt(30)]]) {
      expect(redistribution(room(lines), at(40), 5)).toEqual({ points: [], asked: 5, won: 0, missing: 5 });
      expect(catchUp(room(lines), at(400))).toBeNull();
    }
  });
});

describe('giving minutes', () => {
  test('[RU114] to the room’s point', () => {
    const found = redistribution(room([START]), at(10), -5);
    expect(after(found)).toEqual([65, 40, 20, 30]);
    expect(found).toMatchObject({ asked: -5, won: -5, missing: 0 });
  });

  test('[RU114] else to the next discussion, else to the next point, never to a protected one', () => {
    const [first, second, third, synthesis] = PLAN.items;
    if (!first || !second || !third || !synthesis) throw new Error('no points');
    const protectedFirst = planWith(
      { ...first, protected: true },
      { ...second, kind: 'break' },
      third,
      synthesis,
    );
    expect(after(redistribution(room([START], protectedFirst), at(10), -5))).toEqual([60, 40, 25, 30]);
    const noDiscussion = planWith({ ...first, protected: true }, { ...second, kind: 'break' }, synthesis);
    expect(after(redistribution(room([START], noDiscussion), at(10), -5))).toEqual([60, 45, 30]);
    const all = planWith({ ...first, protected: true }, synthesis);
    expect(redistribution(room([START], all), at(10), -5)).toMatchObject({ won: 0, missing: -5 });
  });

  test('[RU114] not beyond a day', () => {
    const plan = planWith(itemFor('p1', 1438), itemFor('p2', 1440));
    expect(redistribution(room([startedAt(0)], plan), at(1), -5)).toMatchObject({ won: -2, missing: -3 });
    const full = planWith(itemFor('p1', 1440), itemFor('p2', 1440));
    expect(redistribution(room([startedAt(0)], full), at(1), -5)).toMatchObject({ won: 0, missing: -5 });
  });
});

describe('catching up', () => {
  test('[RU115] asks for the whole minutes of the drift', () => {
    expect(catchUp(room([START, movedAt(67, 'p2')]), at(67))).toMatchObject({ asked: 7, won: 7 });
    expect(catchUp(room([START, movedAt(67.9, 'p2')]), at(68))).toMatchObject({ asked: 7 });
  });

  test('[RU115] on time, early or less than a minute late there is nothing to catch up', () => {
    expect(catchUp(room([START, movedAt(50, 'p2')]), at(51))).toBeNull();
    expect(catchUp(room([START, movedAt(60.9, 'p2')]), at(61))).toBeNull();
  });
});
