import { describe, expect, it } from 'vitest';
import { agendaItem, EMPTY_PLAN } from '#core/agenda/plan.ts';
import type { Plan } from '#core/agenda/plan.ts';
import { project } from '#core/agenda/project.ts';
import { runOf } from '#core/agenda/run.ts';
import type { Run } from '#core/agenda/run.ts';
import { instant } from '#core/time/instant.ts';
import { isNotHeld, itemStart } from './item-start.ts';

const item = (id: string) => agendaItem({ id, title: id });
const plan: Plan = { ...EMPTY_PLAN, revision: 1, items: [item('p1'), item('p2'), item('p3')] };
const start = instant(1_800_000_000_000);
const at = (minute: number) => instant(start + minute * 60_000);
const notStarted: Run = runOf([]);
const startsOf = (run: Run, now: number) => {
  const { status, items } = project({ plan, run, plannedStart: start, sharedTimes: [] }, at(now));
  return items.map((times) => itemStart(times, status));
};

describe('when a point begins', () => {
  it('is its planned time while nothing is run', () => {
    expect(startsOf(notStarted, -60)).toEqual([at(0), at(30), at(60)]);
  });
  it('is its estimate after going back, not when the room was there before', () => {
    const back: Run = {
      ...notStarted,
      status: 'running',
      startedAt: at(0),
      visits: [
        { itemId: 'p1', from: at(0), to: at(10) },
        { itemId: 'p2', from: at(10), to: at(12) },
        { itemId: 'p1', from: at(12), to: null },
      ],
    };
    expect(startsOf(back, 15)).toEqual([at(0), at(32), at(60)]);
  });
  it('is none for a point that was not held', () => {
    const finished: Run = {
      ...notStarted,
      status: 'finished',
      startedAt: at(0),
      finishedAt: at(20),
      visits: [{ itemId: 'p2', from: at(5), to: at(20) }],
    };
    expect(startsOf(finished, 40)).toEqual([null, at(5), null]);
    const { status, items } = project(
      { plan: plan, run: finished, plannedStart: start, sharedTimes: [] },
      at(40),
    );
    expect(items.map((times) => isNotHeld(times, status))).toEqual([true, false, true]);
  });
});
