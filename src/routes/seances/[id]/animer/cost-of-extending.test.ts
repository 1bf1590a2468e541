import { describe, expect, it } from 'vitest';
import type { RunProjection } from '#core/agenda/run.ts';
import { duration, instant } from '#core/time/instant.ts';
import { costOf } from './cost-of-extending.ts';

const at = (clock: string) => instant(Date.parse(`2026-11-26T${clock}:00Z`));
const minutes = (count: number) => duration(count * 60_000);
const projected = (estimatedStart: string): Pick<RunProjection, 'synthesis' | 'items'> => ({
  synthesis: {
    itemId: 'synthese',
    estimatedStart: at(estimatedStart),
    startBy: at('11:30'),
    state: 'ahead',
    left: minutes(30),
  },
  items: [
    {
      itemId: 'synthese',
      state: 'ahead',
      planned: null,
      estimated: null,
      real: null,
      allotted: minutes(30),
      spent: duration(0),
      remaining: minutes(30),
    },
  ],
});

describe('what an extension costs the synthesis', () => {
  it('is what it begins later than it must', () => {
    expect(costOf(10, projected('11:26'))).toEqual({ left: minutes(24), of: minutes(30) });
    expect(costOf(5, projected('11:30'))).toEqual({ left: minutes(25), of: minutes(30) });
  });
  it('is nothing while there is a margin, and at most all of it', () => {
    expect(costOf(5, projected('11:20'))).toEqual({ left: minutes(30), of: minutes(30) });
    expect(costOf(60, projected('11:30'))).toEqual({ left: minutes(0), of: minutes(30) });
  });
  it('is not known without a synthesis ahead', () => {
    expect(costOf(5, { synthesis: null, items: [] })).toBeNull();
  });
});
