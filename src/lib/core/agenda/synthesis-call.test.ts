import { describe, expect, test } from 'vitest';
import type { AgendaItem } from './plan.ts';
import { project } from './project.ts';
import type { Line } from './run-log.test-support.ts';
import {
  at,
  extendedAt,
  finishedAt,
  itemFor,
  logOf,
  movedAt,
  planWith,
  postponedAt,
  roomOf,
  sharedTime,
  startedAt,
} from './run-log.test-support.ts';

const MINUTE = 60_000;
/** 60 minutes, then a protected synthesis of 30: it begins at 60 and ends at 90. */
const planOf = (synthesis: Partial<AgendaItem> = {}) =>
  planWith(itemFor('p1', 60), itemFor('p2', 30, { kind: 'synthesis', protected: true, ...synthesis }));
const PLENARY = sharedTime('plenary', 95, 150);

const called = (lines: readonly Line[], minute: number, plan = planOf(), sharedTimes = [PLENARY]) => {
  const { synthesis } = project(roomOf(plan, logOf(...lines), { sharedTimes }), at(minute));
  if (synthesis === null) return null;
  const { itemId, estimatedStart, startBy, state, left } = synthesis;
  const minuteOf = (moment: number) => (moment - at(0)) / MINUTE;
  return {
    itemId,
    state,
    start: minuteOf(estimatedStart),
    by: minuteOf(startBy),
    left: left / MINUTE,
  };
};

describe('the call of the synthesis', () => {
  test('[RU90] it must start so that it is over at the deadline', () => {
    expect(called([startedAt(0)], 10)).toEqual({ itemId: 'p2', state: 'ahead', start: 60, by: 65, left: 30 });
    expect(called([startedAt(0)], 10, planOf(), [])).toMatchObject({ by: 60 });
    expect(called([startedAt(0), extendedAt(5, 'p2', 10)], 10)).toMatchObject({ by: 55, start: 60 });
  });

  test('[RU90] the latest start lies before a shared time that comes between', () => {
    const sharedTimes = [sharedTime('coffee', 70, 85), sharedTime('plenary', 110, 150)];
    expect(called([startedAt(0)], 10, planOf(), sharedTimes)).toMatchObject({ by: 65, start: 60 });
  });

  test('[RU90] only a protected synthesis that lies ahead calls, while the run goes on', () => {
    expect(called([], 10)).toBeNull();
    expect(called([startedAt(0), movedAt(40, 'p2')], 50)).toBeNull();
    expect(called([startedAt(0), finishedAt(40)], 50)).toBeNull();
    expect(called([startedAt(0)], 10, planOf({ protected: false }))).toBeNull();
    expect(called([startedAt(0)], 10, planOf({ kind: 'discussion' }))).toBeNull();
  });

  test('[RU90] one that was begun and left again calls for what is left of it', () => {
    const lines = [startedAt(0, 'p2'), movedAt(10, 'p1')];
    expect(called(lines, 20)).toMatchObject({ itemId: 'p2', by: 75, left: 20 });
  });

  test.each([
    [49, 'ahead'],
    [50, 'coming'],
    [60, 'coming'],
    [65, 'coming'],
    [66, 'late'],
  ])('[RU91] at minute %i it is %s', (minute, state) => {
    expect(called([startedAt(0)], minute)?.state).toBe(state);
  });

  test('[RU91] left waiting, it is late again only afterwards', () => {
    const lines = [startedAt(0), postponedAt(66, 'p2', 76)];
    expect(called(lines, 70)?.state).toBe('postponed');
    expect(called(lines, 76)?.state).toBe('late');
    expect(called([startedAt(0), postponedAt(66, 'p1', 76)], 70)?.state).toBe('late');
  });

  test('[RU92] what is left of it melts once it is late', () => {
    expect(called([startedAt(0)], 65)?.left).toBe(30);
    expect(called([startedAt(0)], 75)?.left).toBe(20);
    expect(called([startedAt(0)], 200)?.left).toBe(0);
  });
});
