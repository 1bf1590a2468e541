/** How the author of a contribution may be named. */
import type { Attribution, Person } from '../seminar/person.ts';
import { attributionOf, UNNAMED } from '../seminar/person.ts';
import type { Contribution } from './contribution.ts';

/** As its author agreed to be quoted; nobody's name stands under words that they have not agreed to. */
export function agreedAttribution(
  it: Pick<Contribution, 'author' | 'agreed' | 'unnamed' | 'function' | 'town'>,
  people: ReadonlyMap<string, Person>,
): Attribution {
  if (it.unnamed) return { name: null, function: it.function, town: it.town };
  const person = it.author !== null && it.agreed ? people.get(it.author) : undefined;
  return person ? attributionOf(person) : UNNAMED;
}
