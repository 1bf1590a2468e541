import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunCommand } from './decide-run.ts';
import { decideRun } from './decide-run.ts';
import { floorOf, itemOf } from './plan.ts';
import { project } from './project.ts';
import { catchUp, redistribution } from './redistribute.ts';
import type { Redistribution } from './redistribute.ts';
import { appended, contextAt } from './run-log.test-support.ts';
import type { Moment } from './run-sittings.test-support.ts';
import { aSitting } from './run-sittings.test-support.ts';
import { runOf } from './run.ts';

const MINUTE = 60_000;
const asked = fc.integer({ min: -300, max: 300 });

/** The sitting once the minutes that were shown are applied; null when there was nothing to apply. */
const applied = (sitting: Moment, { points }: Redistribution): Moment | null => {
  const { room, log, now } = sitting;
  if (points.every(({ before, after }) => before === after)) return null;
  const command: RunCommand = {
    type: 'run/redistribute',
    reason: 'catch-up',
    points: points.map(({ itemId, after }) => ({ itemId, minutes: after })),
    expectedRunEvents: log.length,
  };
  const decision = decideRun(room, command, contextAt(now, log));
  if (!decision.ok) throw new Error(decision.error.code);
  const longer = appended(log, decision.value);
  return { ...sitting, log: longer, room: { ...room, run: runOf(longer) } };
};

describe('however minutes are redistributed', () => {
  test('[RU110] [RU113] [RU114] what is won and what is missing add up, and it goes one way', () => {
    fc.assert(
      fc.property(aSitting, asked, ({ room, now }, by) => {
        const found = redistribution(room, now, by);
        expect(found.won + found.missing).toBe(by);
        const changes = found.points.map(({ before, after }) => before - after);
        expect(changes.reduce((sum, change) => sum + change, 0)).toBe(found.won);
        expect(changes.every((change) => (by > 0 ? change >= 0 : change <= 0))).toBe(true);
        if (by <= 0) expect(changes.filter((change) => change !== 0).length).toBeLessThanOrEqual(1);
        const { items } = project(room, now);
        const remaining = items.filter(({ state }) => state !== 'done').map(({ itemId }) => itemId);
        const goesOn = room.run.status === 'running' || room.run.status === 'suspended';
        expect(found.points.map(({ itemId }) => itemId)).toEqual(goesOn ? remaining : []);
      }),
    );
  });

  test('[RU111] [RU112] [RU113] never from protected points nor under floors, and nothing is left that could be won', () => {
    fc.assert(
      fc.property(aSitting, asked, ({ room, now }, by) => {
        const { items } = project(room, now);
        const { points, missing } = redistribution(room, now, by);
        expect(redistribution(room, now, by).points).toEqual(points);
        for (const { itemId, before, after, locked } of points) {
          const item = itemOf(room.plan, itemId);
          const times = items.find((it) => it.itemId === itemId);
          if (item === undefined || times === undefined) throw new Error('a point from nowhere');
          expect(before).toBe(times.allotted / MINUTE);
          expect(locked === 'protected').toBe(item.protected);
          if (locked !== null) expect(after).toBe(before);
          if (after >= before) continue;
          expect(Number.isInteger(after)).toBe(true);
          expect(after).toBeGreaterThanOrEqual(floorOf(item));
          expect(after * MINUTE).toBeGreaterThanOrEqual(times.spent);
        }
        if (by <= 0 || missing === 0) return;
        for (const { itemId, after, locked } of points) {
          const item = itemOf(room.plan, itemId);
          const spent = items.find((it) => it.itemId === itemId)?.spent ?? 0;
          if (item === undefined || locked === 'protected') continue;
          expect(after).toBeLessThanOrEqual(Math.max(floorOf(item), Math.ceil(spent / MINUTE)));
        }
      }),
    );
  });

  test('[RU13] [RU36] what is shown can be applied, is what the points then have, and can be undone', () => {
    fc.assert(
      fc.property(aSitting, asked, (sitting, by) => {
        const { room, now } = sitting;
        const shown = redistribution(room, now, by);
        const then = applied(sitting, shown);
        if (then === null) return;
        const had = (moment: Moment) => {
          const allotted = new Map(
            project(moment.room, now).items.map((it) => [it.itemId, it.allotted / MINUTE]),
          );
          return shown.points.map(({ itemId }) => allotted.get(itemId));
        };
        expect(had(then)).toEqual(shown.points.map(({ after }) => after));
        const step = then.room.run.steps.at(-1);
        expect(step?.minutes).toBe(shown.won);
        const target = step?.eventId ?? 'none';
        const undo: RunCommand = { type: 'run/undo', target, expectedRunEvents: then.log.length };
        const undone = decideRun(then.room, undo, contextAt(now, then.log));
        if (!undone.ok) throw new Error(undone.error.code);
        expect(runOf(appended(then.log, undone.value))).toEqual({
          ...room.run,
          eventCount: sitting.log.length + 2,
        });
      }),
    );
  });

  test('[RU115] catching up makes the room less late by what was won', () => {
    fc.assert(
      fc.property(aSitting, (sitting) => {
        const { room, now } = sitting;
        const before = project(room, now).drift;
        const found = catchUp(room, now);
        if (found === null) {
          expect(room.run.status === 'finished' || (before ?? 0) < MINUTE).toBe(true);
          return;
        }
        expect(found.asked).toBe(Math.floor((before ?? 0) / MINUTE));
        const then = applied(sitting, found);
        if (then === null) return;
        expect(project(then.room, now).drift).toBe((before ?? 0) - found.won * MINUTE);
      }),
    );
  });
});
