/** Whether two people are called the same, however each of them typed it. */
import type { Person } from './person.ts';

type Name = Pick<Person, 'firstName' | 'lastName'>;

/** First and last name are those of the other, in whatever order, accents, capitals and spaces; nobody is unnamed alike. */
export function isSameName(one: Name, other: Name): boolean {
  const words = wordsOf(one);
  return words !== '' && words === wordsOf(other);
}

const wordsOf = ({ firstName, lastName }: Name): string =>
  `${firstName} ${lastName}`
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
