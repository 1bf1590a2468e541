import { describe, expect, it } from 'vitest';
import { alphabetical, ROWS_A_PAGE, signInPages } from './sign-in-pages.ts';

const person = (firstName: string, lastName: string) => ({ firstName, lastName });

describe('alphabetical', () => {
  it('goes by last name, accents and capitals aside, else by first name', () => {
    const people = [
      person('Zoé', 'ÉVAIN'),
      person('Ana', 'fabre'),
      person('Bran', ''),
      person('Yann', 'DUPONT'),
    ];
    expect(alphabetical(people, 'fr').map(({ firstName }) => firstName)).toEqual([
      'Bran',
      'Yann',
      'Zoé',
      'Ana',
    ]);
  });

  it('leaves out who gave no name: a row could not say who signs', () => {
    expect(alphabetical([person('', '')], 'fr')).toEqual([]);
  });
});

describe('signInPages', () => {
  it('fills the last page with free rows', () => {
    const [page, ...others] = signInPages(['a', 'b'], 5);
    expect(others).toEqual([]);
    expect(page).toHaveLength(ROWS_A_PAGE);
    expect(page?.slice(0, 3)).toEqual(['a', 'b', null]);
  });

  it('takes another page when too few rows would be free', () => {
    const listed = Array.from({ length: ROWS_A_PAGE - 2 }, (_, index) => String(index));
    expect(signInPages(listed, 2)).toHaveLength(1);
    expect(signInPages(listed, 3)).toHaveLength(2);
  });

  it('has one page even for nobody', () => {
    expect(signInPages([], 0)).toHaveLength(1);
  });
});
