import { describe, expect, it } from 'vitest';
import { at, liveRow, programmeOf, runningSince, sharedTime } from './regie.test-support.ts';
import { marginsOf, roomEnd } from './room-end.ts';

const MINUTE = 60_000;
const plenary = sharedTime('plénière', 180, 240);
const meal = sharedTime('déjeuner', 240, 320, { kind: 'meal' });
const programme = programmeOf(sharedTime('accueil', -30, 0, { kind: 'welcome' }), plenary, meal);

const marginsOfRow = (live: ReturnType<typeof liveRow>) => {
  const end = roomEnd(live.room, live.projection);
  if (end === null) throw new Error('no end');
  return marginsOf(live.room, live.projection, end).map(({ time, margin }) => [time.id, margin / MINUTE]);
};

describe('the end of a room', () => {
  it('lies to each shared time it must be over for', () => {
    const live = liveRow('a', { run: runningSince(0), now: 30, programme });
    expect(marginsOfRow(live)).toEqual([
      ['plénière', 0],
      ['déjeuner', 60],
    ]);
  });
  it('is so many minutes after the plenary has begun, not after it has taken place', () => {
    const live = liveRow('a', { run: runningSince(4), now: 30, programme });
    expect(roomEnd(live.room, live.projection)).toEqual({ at: at(184), kind: 'estimated' });
    expect(marginsOfRow(live)[0]).toEqual(['plénière', -4]);
    expect(live.projection.drift).toBe(4 * MINUTE);
  });
  it('is what is planned before the start, and what happened afterwards', () => {
    const before = liveRow('a', { now: -20, programme });
    expect(roomEnd(before.room, before.projection)).toEqual({ at: at(180), kind: 'planned' });
    const over = { ...runningSince(0), status: 'finished' as const, finishedAt: at(171) };
    const run = { ...over, visits: [{ itemId: 'p1', from: at(0), to: at(171) }] };
    const finished = liveRow('a', { run, now: 200, programme });
    expect(roomEnd(finished.room, finished.projection)).toEqual({ at: at(171), kind: 'real' });
    expect(marginsOfRow(finished)[0]).toEqual(['plénière', 9]);
  });
  it('is none without times', () => {
    const live = liveRow('a', { start: null, programme });
    expect(roomEnd(live.room, live.projection)).toBeNull();
  });
});
