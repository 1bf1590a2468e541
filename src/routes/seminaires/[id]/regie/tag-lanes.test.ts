import { describe, expect, it } from 'vitest';
import { keptInside, lanesOf } from './tag-lanes.ts';

describe('names on the axis', () => {
  it('stand in the first lane where they cover nothing', () => {
    const tags = [50, 90, 300, 320, 330].map((at) => ({ at, width: 80 }));
    expect(lanesOf(tags, 2)).toEqual([0, 1, 0, 1, null]);
  });
  it('stay inside the axis', () => {
    expect([0, 150, 300].map((at) => keptInside({ at, width: 60 }, 300))).toEqual([30, 150, 270]);
  });
});
