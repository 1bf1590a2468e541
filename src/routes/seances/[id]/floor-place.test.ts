import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import type { AskView } from '#protocol/room-views.ts';
import { floorPlace } from './floor-place.ts';

const ask = (id: string): AskView => ({
  id,
  person: { personId: null, attribution: { name: null, function: null, town: null } },
  about: '',
  at: instant(0),
});
const floor = { asks: [ask('a'), ask('b')], speaking: { ...ask('c'), since: instant(0), minutes: null } };

describe('one’s place among those who ask for the floor', () => {
  it('is none without an ask', () => {
    expect(floorPlace(floor, null)).toEqual({ type: 'none' });
  });
  it('counts those who speak before', () => {
    expect(floorPlace(floor, 'a')).toEqual({ type: 'waits', before: 0 });
    expect(floorPlace(floor, 'b')).toEqual({ type: 'waits', before: 1 });
  });
  it('is not known while the ask is not on the list', () => {
    expect(floorPlace(floor, 'z')).toEqual({ type: 'waits', before: null });
  });
  it('is over once one speaks', () => {
    expect(floorPlace(floor, 'c')).toEqual({ type: 'speaks' });
  });
});
