import { describe, expect, it } from 'vitest';
import { layoutOf, shownContributions } from './shown-contributions.ts';

const one = (id: string, seq: number, supports: number) => ({ id, seq, supports });
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(' ');
const nobody = () => false;

describe('the contributions a phone shows', () => {
  const first = [one('c', 3, 0), one('b', 2, 5), one('a', 1, 2)];
  const layout = layoutOf(first);

  it('orders by support, then newest first', () => {
    expect(ids(shownContributions(first, layout, 'support', nobody).shown)).toBe('b a c');
    expect(ids(shownContributions(first, layout, 'time', nobody).shown)).toBe('c b a');
  });
  it('counts what came since and moves nothing', () => {
    const later = [one('e', 5, 9), one('d', 4, 0), one('c', 3, 8), ...first.slice(1)];
    const { shown, freshCount } = shownContributions(later, layout, 'support', nobody);
    expect(ids(shown)).toBe('b a c');
    expect(freshCount).toBe(2);
  });
  it('shows one’s own at once, first', () => {
    const later = [one('mine', 4, 0), ...first];
    const { shown, freshCount } = shownContributions(later, layout, 'support', (id) => id === 'mine');
    expect(ids(shown)).toBe('mine b a c');
    expect(freshCount).toBe(0);
  });
  it('takes in older ones that were loaded later', () => {
    const more = [...first, one('z', 0, 3)];
    expect(ids(shownContributions(more, layout, 'support', nobody).shown)).toBe('b z a c');
    expect(ids(shownContributions(more, layout, 'time', nobody).shown)).toBe('c b a z');
  });
});
