import { describe, expect, it } from 'vitest';
import type { SaidHazard } from './hazard-words.ts';
import { oneOfEachKind } from './hazard-words.ts';

const said = (key: string, kind: string): SaidHazard => ({
  key,
  kind,
  text: key,
  mend: 'programme',
  atelierId: key,
  anchor: 'programme',
});

describe('what will hurt, at the head of the page', () => {
  it('is said once of each kind, with how many others it holds for', () => {
    const hazards = [said('a', 'walk'), said('b', 'pause'), said('c', 'walk'), said('d', 'walk')];
    expect(oneOfEachKind(hazards).map(({ hazard, others }) => [hazard.key, others])).toEqual([
      ['a', 2],
      ['b', 0],
    ]);
    expect(oneOfEachKind([])).toEqual([]);
  });
});
