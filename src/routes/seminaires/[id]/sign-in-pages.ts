/** The rows of a sign-in sheet, page by page. */
import type { ListedPerson } from '#protocol/people-views.ts';

/** As many rows as a landscape A4 holds under its head, each high enough for a signature. */
export const ROWS_A_PAGE = 15;

type Listed = Pick<ListedPerson, 'firstName' | 'lastName'>;

/** By last name, where there is none by first name; those without any name last, for they sign where they find room. */
export const alphabetical = <P extends Listed>(people: readonly P[], language: string): readonly P[] => {
  const nameOf = ({ firstName, lastName }: Listed): string => `${lastName} ${firstName}`.trim();
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' });
  return people.filter((it) => nameOf(it) !== '').toSorted((a, b) => compare(nameOf(a), nameOf(b)));
};

/** Those listed, then at least so many free rows (null), until the last page is full; one page at least. */
export function signInPages<P>(listed: readonly P[], freeRows: number): readonly (readonly (P | null)[])[] {
  const count = Math.max(1, Math.ceil((listed.length + freeRows) / ROWS_A_PAGE));
  return Array.from({ length: count }, (_page, page) =>
    Array.from({ length: ROWS_A_PAGE }, (_row, row) => listed[page * ROWS_A_PAGE + row] ?? null),
  );
}
