import { describe, expect, it } from 'vitest';
import { project } from '#core/agenda/project.ts';
import type { RunView } from '#protocol/run-views.ts';
import { at, item, notStarted, roomOf, runningSince, sharedTime } from './regie.test-support.ts';
import { placeOn, segmentsOf, sharedOn, timeAxisOf } from './time-axis.ts';

const items = [item('p1', 60), item('p2', 30)];
const projected = (run: RunView, now: number, start: number | null) =>
  project(roomOf(run, start, items), at(now));

describe('the time axis of the régie', () => {
  it('reaches from the first start to the last end', () => {
    const axis = timeAxisOf([projected(notStarted, -600, 0), projected(notStarted, -600, 30)], at(-600));
    expect(axis).toMatchObject({ from: at(0), to: at(120) });
    expect(axis?.marks).toContain(at(60));
  });
  it('holds the present moment when it lies near', () => {
    expect(timeAxisOf([projected(notStarted, -10, 0)], at(-10))?.from).toBe(at(-10));
  });
  it('spans what happens, not what was planned for another day', () => {
    const years = 14 * 365 * 24 * 60;
    const rehearsed = projected(runningSince(years), years + 5, 0);
    const other = projected(notStarted, years + 5, 0);
    const axis = timeAxisOf([rehearsed, other], at(years + 5));
    expect(axis).toMatchObject({ from: at(years), to: at(years + 90) });
    expect(axis && segmentsOf(items, other, axis)).toEqual([]);
    expect(axis && segmentsOf(items, rehearsed, axis)).toHaveLength(2);
  });
  it('keeps to what was held once it is finished', () => {
    const run: RunView = {
      ...runningSince(0),
      status: 'finished',
      finishedAt: at(20),
      visits: [{ itemId: 'p1', from: at(0), to: at(20) }],
    };
    expect(timeAxisOf([projected(run, 600, 0)], at(600))).toMatchObject({ from: at(0), to: at(20) });
  });
  it('has a handful of marks whatever it spans', () => {
    for (const days of [0, 1, 3, 12, 400, 6000]) {
      const rows = [projected(notStarted, 0, 0), projected(notStarted, 0, days * 1440)];
      const marks = timeAxisOf(rows, at(0))?.marks.length ?? 0;
      expect(marks).toBeGreaterThan(0);
      expect(marks).toBeLessThanOrEqual(10);
    }
  });
  it('leaves the present moment out when it lies far away', () => {
    expect(timeAxisOf([projected(notStarted, 5000, 0)], at(5000))).toMatchObject({ from: at(0), to: at(90) });
  });
  it('is none when no sitting has times', () => {
    expect(timeAxisOf([projected(notStarted, 0, null)], at(0))).toBeNull();
  });
  it('reaches as far into a shared time beside the rooms as it takes to see it', () => {
    const plenary = sharedTime('plénière', 90, 180);
    const tomorrow = sharedTime('demain', 1500, 1600);
    const axis = timeAxisOf([projected(notStarted, -600, 0)], at(-600), [plenary, tomorrow]);
    expect(axis).toMatchObject({ from: at(0), to: at(110) });
    expect(axis && sharedOn(axis, [plenary, tomorrow])).toEqual([plenary]);
  });
  it('shows six hours around the present moment of a long day', () => {
    const day = [projected(notStarted, 300, 0), projected(notStarted, 300, 540)];
    expect(timeAxisOf(day, at(300))).toMatchObject({ from: at(180), to: at(540) });
    expect(timeAxisOf(day, at(620))).toMatchObject({ from: at(270), to: at(630) });
  });
  it('places moments in percent and keeps what lies beyond at its ends', () => {
    const axis = { from: at(0), to: at(100), marks: [] };
    expect([at(-5), at(25), at(105)].map((moment) => placeOn(axis, moment))).toEqual([0, 25, 100]);
  });
  it('has a segment for each point with times', () => {
    const axis = { from: at(0), to: at(100), marks: [] };
    const segments = segmentsOf(items, projected(notStarted, -600, 0), axis);
    expect(segments.map(({ itemId, kind, from, to }) => [itemId, kind, from, to])).toEqual([
      ['p1', 'ahead', at(0), at(60)],
      ['p2', 'ahead', at(60), at(90)],
    ]);
  });
});
