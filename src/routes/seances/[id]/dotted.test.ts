import { describe, expect, it } from 'vitest';
import { dotsLeft, inDotsOrder } from './dotted.ts';

describe('gommettes on a phone', () => {
  const contributions = ['a', 'b', 'c'].map((id) => ({ id, kind: null, text: id }));
  const dots = { id: 'dots', budget: 3, contributions, shown: false, voters: 2, counts: null };

  it('are left until all are placed', () => {
    expect(dotsLeft(3, {})).toBe(3);
    expect(dotsLeft(3, { a: 2, b: 1 })).toBe(0);
    expect(dotsLeft(2, { a: 3 })).toBe(0);
  });
  it('stand as chosen while they are secret, and then most first', () => {
    const order = (of: Parameters<typeof inDotsOrder>[0]) =>
      inDotsOrder(of)
        .map(({ id }) => id)
        .join(' ');
    expect(order(dots)).toBe('a b c');
    expect(order({ ...dots, shown: true, counts: { b: 4, c: 1 } })).toBe('b c a');
  });
});
