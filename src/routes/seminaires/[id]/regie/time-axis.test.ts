import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '#core/agenda/plan.ts';
import { project } from '#core/agenda/project.ts';
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
  it('is none when no sitting has times', () => {
    expect(timeAxisOf([project(plan, notStarted, at(0), null)], at(0))).toBeNull();
  });
  it('places moments in percent and keeps what lies beyond at its ends', () => {
    const axis = { from: at(0), to: at(100), marks: [] };
    expect([at(-5), at(25), at(105)].map((moment) => placeOn(axis, moment))).toEqual([0, 25, 100]);
  });
  it('has a segment for each point with times', () => {
    const segments = segmentsOf(items, project(plan, notStarted, at(-600), at(0)));
    expect(segments.map(({ itemId, kind, from, to }) => [itemId, kind, from, to])).toEqual([
      ['p1', 'ahead', at(0), at(60)],
      ['p2', 'ahead', at(60), at(90)],
    ]);
  });
});
