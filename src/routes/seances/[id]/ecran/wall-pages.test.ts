import { expect, test } from 'vitest';
import { NO_PAGE, nextPage, PAGE, pageNumber, readingTime, standing } from './wall-pages.ts';

const said = (seq: number, text = 'Un café au marché.') => ({ id: `c${seq}`, seq, text });
/** Newest first, as the server sends them. */
const wall = (newest: number, oldest = 1) =>
  Array.from({ length: newest - oldest + 1 }, (_, index) => said(newest - index));

test('few stand on one page, newest first, and go on standing', () => {
  const page = nextPage(wall(3), NO_PAGE);
  expect(page).toEqual({ ids: ['c3', 'c2', 'c1'], seenSeq: 3 });
  expect(nextPage(wall(3), page)).toEqual(page);
});

test('many: page after page to the oldest, then anew', () => {
  let page = nextPage(wall(10), NO_PAGE);
  const shown: string[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    shown.push(page.ids.join(' '));
    page = nextPage(wall(10), page);
  }
  expect(shown).toEqual(['c10 c9 c8 c7', 'c6 c5 c4 c3', 'c2 c1', 'c10 c9 c8 c7']);
});

test('what came is on the next page, before the others', () => {
  const page = { ids: ['c6', 'c5', 'c4', 'c3'], seenSeq: 10 };
  expect(nextPage(wall(11), page)).toEqual({ ids: ['c11', 'c10', 'c9', 'c8'], seenSeq: 11 });
});

test('of more than a page that came at once none is left out', () => {
  const first = nextPage(wall(12), { ids: ['c2', 'c1'], seenSeq: 2 });
  expect(first).toEqual({ ids: ['c6', 'c5', 'c4', 'c3'], seenSeq: 6 });
  const second = nextPage(wall(12), first);
  expect(second.ids).toEqual(['c10', 'c9', 'c8', 'c7']);
  expect(nextPage(wall(12), second).ids).toEqual(['c12', 'c11', 'c10', 'c9']);
});

test('a long one has a page of its own', () => {
  const long = [said(2, 'a'.repeat(PAGE.characters + 1)), said(1)];
  const page = nextPage(long, { ids: [], seenSeq: 2 });
  expect(page.ids).toEqual(['c2']);
  expect(nextPage(long, page).ids).toEqual(['c1']);
});

test('what is hidden leaves at once and nothing moves; what is not known yet does not come', () => {
  const page = nextPage(wall(3), NO_PAGE);
  expect(standing([said(4), said(3), said(1)], page).map(({ id }) => id)).toEqual(['c3', 'c1']);
});

test('a page stands as long as it takes to read', () => {
  expect(readingTime([])).toBe(5_000);
  expect(readingTime([said(1, 'a'.repeat(100)), said(2, 'a'.repeat(100))])).toBe(21_000);
});

test('a page says which one it is, of how many', () => {
  let page = nextPage(wall(10), NO_PAGE);
  const numbers: string[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const { page: at, pages } = pageNumber(wall(10), page);
    numbers.push(`${at} / ${pages}`);
    page = nextPage(wall(10), page);
  }
  expect(numbers).toEqual(['1 / 3', '2 / 3', '3 / 3', '1 / 3']);
  expect(pageNumber(wall(3), nextPage(wall(3), NO_PAGE))).toEqual({ page: 1, pages: 1 });
  expect(pageNumber(wall(3), NO_PAGE)).toEqual({ page: 1, pages: 1 });
});

test('those that came since stand before the page, and count', () => {
  const page = nextPage(wall(8), NO_PAGE);
  expect(pageNumber(wall(9), page)).toEqual({ page: 2, pages: 3 });
});
