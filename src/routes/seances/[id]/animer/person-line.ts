/** People in lines: as they are called, what is said of them, and how they are found. */
import type { ListedPerson } from '#protocol/people-views.ts';
import type { PersonView } from '#protocol/room-views.ts';

type Named = Pick<ListedPerson, 'firstName' | 'lastName'>;

/** « Maëlle Abgrall »; `noName` where nothing is known. */
export const listedName = ({ firstName, lastName }: Named, noName: string): string =>
  `${firstName} ${lastName}`.trim() || noName;

/** « présidente, Brest ». */
export const listedPlace = (person: Pick<ListedPerson, 'function' | 'town'>): string =>
  [person.function, person.town].filter((part) => part !== '').join(', ');

export const calledName = ({ attribution }: PersonView, noName: string): string => attribution.name ?? noName;

/** « Brest · les conventions », as far as it is known. */
export const aboutLine = ({ attribution }: PersonView, ...more: readonly string[]): string =>
  [attribution.town ?? attribution.function ?? '', ...more].filter((part) => part !== '').join(' · ');

/** Without capitals and accents: « maelle » finds « Maëlle ». */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Those in whose name, function or town every word that is looked for stands, in the order of the list. */
export function foundPeople(people: readonly ListedPerson[], search: string): readonly ListedPerson[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return people;
  return people.filter((person) => {
    const said = plain([person.firstName, person.lastName, person.function, person.town].join(' '));
    return wanted.every((word) => said.includes(word));
  });
}

/** The first one on the list who is called so; null when nobody is. */
export function sameName(people: readonly ListedPerson[], said: Named): ListedPerson | null {
  const name = plain(listedName(said, ''));
  if (name === '') return null;
  return people.find((person) => plain(listedName(person, '')) === name) ?? null;
}
