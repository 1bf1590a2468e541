/** Whether two people are called the same, however each of them typed it. */
import type { Person } from './person.ts';

type Name = Pick<Person, 'firstName' | 'lastName'>;

/** First and last name are those of the other, in whatever order, accents, capitals and spaces; nobody is unnamed alike. */
export function isSameName(one: Name, other: Name): boolean {
  const words = wordsOf(one);
  return words !== '' && words === wordsOf(other);
}

/** Whether the text holds their first and last name, in whatever order; who gave half a name must be all that it says. */
export function isNamedIn(one: Name, text: string): boolean {
  if (isSameName(one, { firstName: text, lastName: '' })) return true;
  const said = new Set(nameWords(text));
  const halves = [one.firstName, one.lastName].map(nameWords);
  return halves.every((half) => half.length > 0 && half.every((it) => said.has(it)));
}

const wordsOf = ({ firstName, lastName }: Name): string =>
  nameWords(`${firstName} ${lastName}`).sort().join(' ');

/** The words of a name as they are compared: accents, capitals and signs aside. */
export const nameWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
