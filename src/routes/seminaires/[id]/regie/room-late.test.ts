import { describe, expect, it } from 'vitest';
import { at, liveRow, programmeOf, runningSince, sharedTime } from './regie.test-support.ts';
import { isDueSoon, isLate, latenessOf, roomEndAt } from './room-late.ts';

const MINUTE = 60_000;
const latenessAt = (now: number, more: Parameters<typeof liveRow>[1] = {}) => {
  const { room, projection } = liveRow('a', { ...more, now });
  const late = latenessOf(room, projection, at(now));
  return late === null ? null : late / MINUTE;
};

describe('a room that has not started', () => {
  it('is late from a minute after its planned start on', () => {
    expect(latenessAt(-10)).toBeNull();
    expect(latenessAt(0.9)).toBeNull();
    expect(latenessAt(13)).toBe(13);
  });
  it('is not late on another day, without a time, or with nothing planned', () => {
    expect(latenessAt(13 * 60)).toBeNull();
    expect(latenessAt(13, { start: null })).toBeNull();
    expect(latenessAt(13, { items: [] })).toBeNull();
  });
  it('is not awaited while everybody is at a shared time, and is due when that ends', () => {
    const programme = programmeOf(sharedTime('accueil', -30, 10, { kind: 'welcome' }));
    expect(latenessAt(8, { programme })).toBeNull();
    expect(latenessAt(12, { programme })).toBe(2);
  });
  it('ends at the earliest as if it started now, around what interrupts it', () => {
    const late = liveRow('a', { now: 13 });
    expect(roomEndAt(late.room, late.projection, at(13))).toEqual({ at: at(193), kind: 'earliest' });
    const programme = programmeOf(sharedTime('pause', 60, 80, { kind: 'break' }));
    const around = liveRow('a', { now: 13, programme });
    expect(roomEndAt(around.room, around.projection, at(13))?.at).toBe(at(213));
    const early = liveRow('a', { now: -5 });
    expect(roomEndAt(early.room, early.projection, at(-5))?.kind).toBe('planned');
  });
  it('is started without a question from a quarter of an hour before its start on', () => {
    expect(isDueSoon(at(60), at(44))).toBe(false);
    expect(isDueSoon(at(60), at(45))).toBe(true);
    expect(isDueSoon(null, at(0))).toBe(true);
  });
});

describe('a room that works', () => {
  it('is as late as its end, and in a rehearsal never', () => {
    expect(latenessAt(30, { run: runningSince(4) })).toBe(4);
    expect(latenessAt(30, { run: { ...runningSince(4), rehearsal: true } })).toBeNull();
    expect(isLate(null)).toBe(false);
  });
});
