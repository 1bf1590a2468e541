import { expect, test } from 'vitest';
import type { PlacedPart } from '#protocol/actes-views.ts';
import { pageAgain } from './page-again.ts';

const placed = (kind: PlacedPart['kind'], page: number, subject: string | null = null): PlacedPart => ({
  ...{ kind, subject, page, blocks: [page] },
});
const before = {
  pages: 9,
  parts: [
    placed('preamble', 3),
    placed('atelier', 4, 'a'),
    placed('atelier', 6, 'b'),
    placed('information', 9),
  ],
};

test('whoever reads a part stays as far into it when what stands before grows, shrinks or goes', () => {
  const grown = { pages: 11, parts: before.parts.map((it) => ({ ...it, page: it.page + 2 })) };
  expect([3, 5, 7, 9].map((page) => pageAgain(page, before, grown))).toEqual([5, 7, 9, 11]);
  expect([5, 7, 9, 11].map((page) => pageAgain(page, grown, before))).toEqual([3, 5, 7, 9]);
  const moved = {
    pages: 9,
    parts: [placed('atelier', 3, 'b'), placed('preamble', 6), placed('atelier', 7, 'a')],
  };
  expect([3, 4, 6, 8].map((page) => pageAgain(page, before, moved))).toEqual([6, 7, 3, 5]);
});

test('a part that became shorter ends where the next one opens; on the last page there is none after', () => {
  const shorter = {
    pages: 5,
    parts: [placed('preamble', 2), placed('atelier', 3, 'a'), placed('atelier', 4, 'b')],
  };
  expect([5, 8].map((page) => pageAgain(page, before, shorter))).toEqual([4, 5]);
});

test('on the cover, in the contents and in a part that went, the number of the page stays', () => {
  const without = { pages: 4, parts: [placed('preamble', 3)] };
  expect([1, 2, 4, 7].map((page) => pageAgain(page, before, without))).toEqual([1, 2, 4, 4]);
  expect(pageAgain(2, { pages: 3, parts: [] }, { pages: 0, parts: [] })).toBe(0);
});

test('of the parts on one page it is the chosen one that is followed, else the first that opens there', () => {
  const shared = {
    pages: 5,
    parts: [
      placed('atelier', 3, 'a'),
      placed('atelier', 4, 'b'),
      placed('next-steps', 4),
      placed('information', 4),
    ],
  };
  const pushed = {
    pages: 6,
    parts: [
      placed('atelier', 3, 'a'),
      placed('atelier', 4, 'b'),
      placed('next-steps', 5),
      placed('information', 6),
    ],
  };
  expect(pageAgain(4, shared, pushed)).toBe(4);
  expect(pageAgain(4, shared, pushed, ({ kind }) => kind === 'next-steps')).toBe(5);
  expect(pageAgain(4, shared, pushed, ({ kind }) => kind === 'information')).toBe(6);
  // Its end stands above the next one, and grows.
  const longer = { pages: 6, parts: shared.parts.map((it) => (it.page < 4 ? it : { ...it, page: 5 })) };
  expect(pageAgain(4, shared, longer, ({ subject }) => subject === 'a')).toBe(4);
  // What was chosen is on another page: whoever scrolled away stays with what they read.
  expect(pageAgain(3, shared, pushed, ({ kind }) => kind === 'information')).toBe(3);
});
