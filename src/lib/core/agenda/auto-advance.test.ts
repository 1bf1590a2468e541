import { describe, expect, test } from 'vitest';
import { dueAdvance } from './auto-advance.ts';
import type { Line } from './run-log.test-support.ts';
import {
  advancedAt,
  at,
  extendedAt,
  finishedAt,
  itemFor,
  logOf,
  movedAt,
  planWith,
  resumedAt,
  roomOf,
  sharedTime,
  startCorrectedAt,
  startedAt,
  suspendedAt,
  undoneAt,
  workedThroughAt,
} from './run-log.test-support.ts';

const auto = { autoAdvance: true };
const PLAN = planWith(itemFor('p1', 60, auto), itemFor('p2', 30, auto), itemFor('p3', 30, auto));
const LUNCH = sharedTime('lunch', 75, 165);

const due = (lines: readonly Line[], plan = PLAN, sharedTimes = [LUNCH]) => {
  const found = dueAdvance(roomOf(plan, logOf(...lines), { sharedTimes }));
  return found === null ? null : [found.itemId, (found.at - at(0)) / 60_000];
};

describe('a point that advances by itself', () => {
  test('[RU120] is left for the next when its time is over', () => {
    expect(due([startedAt(0)])).toEqual(['p2', 60]);
    expect(due([startedAt(0), extendedAt(10, 'p1', 7)])).toEqual(['p2', 67]);
    expect(due([startedAt(10), startCorrectedAt(12, 5)])).toEqual(['p2', 65]);
    expect(due([startedAt(0), advancedAt(60, 'p2')], PLAN, [])).toEqual(['p3', 90]);
  });

  test('[RU120] the last point is never left', () => {
    expect(due([startedAt(0, 'p3')])).toBeNull();
  });

  test('[RU121] its time is laid around suspensions and shared times', () => {
    expect(due([startedAt(0), suspendedAt(10), resumedAt(25)], PLAN, [])).toEqual(['p2', 75]);
    expect(due([startedAt(0), movedAt(60, 'p2')])).toEqual(['p3', 180]);
    expect(due([startedAt(0), movedAt(60, 'p2'), workedThroughAt(80, 'lunch')])).toEqual(['p3', 95]);
  });

  test('[RU121] when a shared time begins just then, the room goes on after it', () => {
    expect(due([startedAt(15)])).toEqual(['p2', 165]);
  });

  test('[RU121] when it was shortened under what it had, it is left at once', () => {
    expect(due([startedAt(0), extendedAt(40, 'p1', -30)])).toEqual(['p2', 40]);
    const inLunch = [startedAt(40), extendedAt(80, 'p1', -30)];
    expect(due(inLunch)).toEqual(['p2', 165]);
  });

  test('[RU122] not before the start, nor suspended, nor after the finish', () => {
    expect(due([])).toBeNull();
    expect(due([startedAt(0), suspendedAt(10)])).toBeNull();
    expect(due([startedAt(0), finishedAt(10)])).toBeNull();
  });

  test('[RU122] not at a second visit, nor where it was taken back', () => {
    expect(due([startedAt(0), movedAt(10, 'p2'), movedAt(15, 'p1')])).toBeNull();
    expect(due([startedAt(0), advancedAt(60, 'p2'), undoneAt(61, 'e2')])).toBeNull();
    expect(due([startedAt(0), movedAt(50, 'p2'), undoneAt(51, 'e2')])).toEqual(['p2', 60]);
  });

  test('[RU122] only where it was asked for, and while the point is in the plan', () => {
    expect(due([startedAt(0)], planWith(itemFor('p1', 60), itemFor('p2', 30, auto)))).toBeNull();
    expect(due([startedAt(0)], planWith(itemFor('p8', 60, auto), itemFor('p2', 30, auto)))).toBeNull();
  });
});
