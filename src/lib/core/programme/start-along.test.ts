import { describe, expect, it } from 'vitest';
import { instant } from '../time/instant.ts';
import type { SharedTime } from './programme.ts';
import { startAlong } from './start-along.ts';

const at = (minute: number) => instant(1_800_000_000_000 + minute * 60_000);
const plenary = (start: number, atelierId: string | null = 'restitution'): SharedTime => ({
  id: 'plenary',
  kind: 'plenary',
  title: 'Plénière',
  place: '',
  start: at(start),
  end: at(start + 60),
  atelierId,
});

describe('a sitting held in a shared time', () => {
  it('begins with it, and keeps its distance from its start', () => {
    const held = { atelierId: 'restitution', start: at(90) };
    expect(startAlong([plenary(90)], [plenary(100)], held)).toBe(at(100));
    expect(startAlong([plenary(90)], [plenary(80)], { ...held, start: at(95) })).toBe(at(85));
  });

  it('stays when another time moves, or its own is taken away', () => {
    const elsewhere = { atelierId: 'other', start: at(90) };
    expect(startAlong([plenary(90)], [plenary(100)], elsewhere)).toBe(at(90));
    expect(startAlong([plenary(90)], [], { atelierId: 'restitution', start: at(90) })).toBe(at(90));
    expect(startAlong([plenary(90)], [plenary(100)], { atelierId: 'restitution', start: at(300) })).toBe(
      at(300),
    );
  });

  it('takes its start from the time it is newly held in', () => {
    const undated = { atelierId: 'restitution', start: null };
    expect(startAlong([plenary(90, null)], [plenary(90)], undated)).toBe(at(90));
    expect(startAlong([plenary(90)], [plenary(90)], undated)).toBeNull();
    expect(startAlong([], [], undated)).toBeNull();
  });
});
