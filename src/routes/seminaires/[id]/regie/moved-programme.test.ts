import { describe, expect, it } from 'vitest';
import { minutes } from '#core/time/instant.ts';
import { clockFieldOf, minutesToClock } from './clock-field.ts';
import { followingTimes, movedTimes, overlapsOf, programmeChanges, roomsAfter } from './moved-programme.ts';
import { at, item, liveRow, PARIS, programmeOf, runningSince, sharedTime } from './regie.test-support.ts';

const MINUTE = 60_000;
const coffee = sharedTime('pause', 60, 75, { kind: 'break' });
const plenary = sharedTime('plénière', 180, 240, { atelierId: 'atelier-plenary' });
const meal = sharedTime('déjeuner', 240, 320, { kind: 'meal' });
const tomorrow = sharedTime('clôture', 1500, 1530, { kind: 'closing' });
const programme = programmeOf(coffee, plenary, meal, tomorrow);

const timesAfter = (timeId: string, by: number, following: boolean) => {
  const times = movedTimes(programme, { timeId, by: minutes(by), following }, PARIS);
  if (times === null) throw new Error('unknown time');
  return times;
};
const previewOf = (timeId: string, by: number, rows: ReturnType<typeof liveRow>[], now: number) => {
  const times = timesAfter(timeId, by, true);
  const before = programme.times.find(({ id }) => id === timeId);
  const after = times.find(({ id }) => id === timeId);
  if (!before || !after) throw new Error('unknown time');
  return roomsAfter(times, { before, after }, rows, programme, at(now));
};

describe('a shared time that is moved on the day', () => {
  it('moves alone, or with what follows that same day', () => {
    expect(timesAfter('plénière', 10, false).map(({ start }) => start)).toEqual([60, 190, 240, 1500].map(at));
    const all = timesAfter('plénière', 10, true);
    expect(all.map(({ start }) => start)).toEqual([60, 190, 250, 1500].map(at));
    expect(all.map(({ start, end }) => (end - start) / MINUTE)).toEqual([15, 60, 80, 30]);
    expect(followingTimes(programme, plenary, PARIS)).toEqual([meal]);
    expect(movedTimes(programme, { timeId: 'gone', by: minutes(5), following: true }, PARIS)).toBeNull();
  });
  it('says where it would run into the next', () => {
    expect(overlapsOf(timesAfter('plénière', 10, false)).map(([a, b]) => [a.id, b.id])).toEqual([
      ['plénière', 'déjeuner'],
    ]);
    expect(overlapsOf(timesAfter('plénière', 10, true))).toEqual([]);
  });
  it('changes the margin of the rooms that must be over for it', () => {
    const items = [item('p1', 60), item('p2', 105)];
    const late = liveRow('late', { run: runningSince(4), now: 30, programme, items });
    const onTime = liveRow('on-time', { run: runningSince(0), now: 30, programme, items });
    const rooms = previewOf('plénière', 10, [late, onTime], 30);
    expect(
      rooms.map(({ before, after }) => [(before.margin ?? 0) / MINUTE, (after.margin ?? 0) / MINUTE]),
    ).toEqual([
      [-4, 6],
      [0, 10],
    ]);
    expect(rooms.every(({ before, after }) => before.end?.at === after.end?.at)).toBe(true);
  });
  it('brought forward, leaves the rooms too long instead of cutting them', () => {
    const room = liveRow('a', { run: runningSince(0), now: 30, programme: programmeOf(plenary) });
    const times = movedTimes(
      programmeOf(plenary),
      { timeId: 'plénière', by: minutes(-5), following: false },
      PARIS,
    );
    const [moved] = times ?? [];
    if (!times || !moved) throw new Error('unknown time');
    const [preview] = roomsAfter(
      times,
      { before: plenary, after: moved },
      [room],
      programmeOf(plenary),
      at(30),
    );
    expect([preview?.before.margin, preview?.after.margin]).toEqual([0, -5 * MINUTE]);
  });
  it('changes the end of the rooms it interrupts only where it takes other time from them', () => {
    const room = liveRow('a', { run: runningSince(0), now: 30, programme });
    const [preview] = previewOf('pause', 10, [room], 30);
    expect(preview?.before.margin).toBeNull();
    expect(preview?.same).toBe(preview?.before.end?.at === preview?.after.end?.at);
  });
  it('takes along the sittings that are held in it and not started', () => {
    const held = liveRow('plenary', { start: 180, programme, plenary: true });
    const other = liveRow('a', { start: 0, programme });
    const [preview, beside] = previewOf('plénière', 10, [held, other], 30);
    expect([preview?.before.end?.at, preview?.after.end?.at]).toEqual([at(440), at(450)]);
    expect([beside?.before.end?.at, beside?.after.end?.at]).toEqual([at(195), at(195)]);
    expect([beside?.before.margin, beside?.after.margin]).toEqual([-15 * MINUTE, -5 * MINUTE]);
  });
  it('says what somebody else changed', () => {
    const changed = programmeOf(coffee, { ...plenary, start: at(195) }, sharedTime('visite', 330, 360));
    expect(programmeChanges(programme.times, changed.times)).toEqual([
      { title: 'plénière', before: at(180), after: at(195) },
      { title: 'déjeuner', before: at(240), after: null },
      { title: 'clôture', before: at(1500), after: null },
      { title: 'visite', before: null, after: at(330) },
    ]);
  });
});

describe('a time of day that is typed', () => {
  it('is reached the nearest way', () => {
    expect(clockFieldOf(at(180), PARIS)).toBe('12:00');
    expect(minutesToClock(at(180), '12:10', PARIS)).toBe(10);
    expect(minutesToClock(at(180), '11:55', PARIS)).toBe(-5);
    expect(minutesToClock(at(180), '', PARIS)).toBeNull();
  });
});
