import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '#core/agenda/plan.ts';
import { project } from '#core/agenda/project.ts';
import type { Run } from '#core/agenda/run.ts';
import { runOf } from '#core/agenda/run.ts';
import { instant, minutes } from '#core/time/instant.ts';
import { placeOn, segmentsOf, timeAxisOf } from './time-axis.ts';

const NINE = Date.parse('2026-11-26T08:00:00Z');
const at = (minute: number) => instant(NINE + minute * 60_000);
const item = (id: string, planned: number): AgendaItem => ({
  id,
  title: id,
  kind: 'discussion',
  plannedMinutes: minutes(planned),
  protected: false,
  context: [],
  questions: [],
});
const items = [item('p1', 60), item('p2', 30)];
const plan = { revision: 1, items };
const notStarted = runOf([]);
const started = (minute: number): Run => ({
  ...notStarted,
  status: 'running',
  startedAt: at(minute),
  visits: [{ itemId: 'p1', from: at(minute), to: null }],
});

describe('the time axis of the régie', () => {
  it('reaches from the first start to the last end', () => {
    const first = project(plan, notStarted, at(-600), at(0));
    const second = project(plan, notStarted, at(-600), at(30));
    const axis = timeAxisOf([first, second], at(-600));
    expect(axis).toMatchObject({ from: at(0), to: at(120) });
    expect(axis?.marks).toContain(at(60));
  });
  it('holds the present moment when it lies near', () => {
    const axis = timeAxisOf([project(plan, notStarted, at(-10), at(0))], at(-10));
    expect(axis?.from).toBe(at(-10));
  });
  it('spans what happens, not what was planned for another day', () => {
    const years = 14 * 365 * 24 * 60;
    const rehearsed = project(plan, started(years), at(years + 5), at(0));
    const other = project(plan, notStarted, at(years + 5), at(0));
    const axis = timeAxisOf([rehearsed, other], at(years + 5));
    expect(axis).toMatchObject({ from: at(years), to: at(years + 90) });
    expect(axis && segmentsOf(items, other, axis)).toEqual([]);
    expect(axis && segmentsOf(items, rehearsed, axis)).toHaveLength(2);
  });
  it('keeps to what was held once it is finished', () => {
    const finished = { ...started(0), status: 'finished' as const, finishedAt: at(20) };
    const run = { ...finished, visits: [{ itemId: 'p1', from: at(0), to: at(20) }] };
    expect(timeAxisOf([project(plan, run, at(600), at(0))], at(600))).toMatchObject({
      from: at(0),
      to: at(20),
    });
  });
  it('has a handful of marks whatever it spans', () => {
    for (const days of [0, 1, 3, 12, 400, 6000]) {
      const one = project(plan, notStarted, at(0), at(0));
      const other = project(plan, notStarted, at(0), at(days * 1440));
      const marks = timeAxisOf([one, other], at(0))?.marks.length ?? 0;
      expect(marks).toBeGreaterThan(0);
      expect(marks).toBeLessThanOrEqual(10);
    }
  });
  it('leaves the present moment out when it lies far away', () => {
    const axis = timeAxisOf([project(plan, notStarted, at(5000), at(0))], at(5000));
    expect(axis).toMatchObject({ from: at(0), to: at(90) });
  });
  it('is none when no sitting has times', () => {
    expect(timeAxisOf([project(plan, notStarted, at(0), null)], at(0))).toBeNull();
  });
  it('places moments in percent and keeps what lies beyond at its ends', () => {
    const axis = { from: at(0), to: at(100), marks: [] };
    expect([at(-5), at(25), at(105)].map((moment) => placeOn(axis, moment))).toEqual([0, 25, 100]);
  });
  it('has a segment for each point with times', () => {
    const axis = { from: at(0), to: at(100), marks: [] };
    const segments = segmentsOf(items, project(plan, notStarted, at(-600), at(0)), axis);
    expect(segments.map(({ itemId, kind, from, to }) => [itemId, kind, from, to])).toEqual([
      ['p1', 'ahead', at(0), at(60)],
      ['p2', 'ahead', at(60), at(90)],
    ]);
  });
});
