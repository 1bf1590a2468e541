/** « Qui sommes-nous »: what people agreed to say of themselves, by their consent. */
import type { Presentation } from '../round/round.ts';
import type { Person } from '../seminar/person.ts';
import { attributionOf } from '../seminar/person.ts';
import type { Seminar } from '../seminar/seminar.ts';
import { personOnLists } from '../seminar/seminar.ts';
import type { ActesPresentation } from './gathered-actes.ts';

/**
 * In the order of the sittings and of their lists, each person once; those who do not want to be quoted, or have not
 * agreed to the words, are left out.
 */
export function peopleOfActes(
  seminar: Seminar,
  people: ReadonlyMap<string, Person>,
  presentations: ReadonlyMap<string, ReadonlyMap<string, Presentation>>,
): readonly ActesPresentation[] {
  const told = new Map<string, ActesPresentation>();
  for (const { id } of seminar.sittings) {
    const here = [...(presentations.get(id)?.values() ?? [])].filter(({ agreed }) => agreed);
    for (const listed of seminar.attendance[id] ?? []) {
      // Their own words come before those of a second device of theirs.
      const theirs =
        here.find(({ personId }) => personId === listed) ??
        here.find(({ personId }) => personOnLists(seminar, personId) === listed);
      // By the consent of whoever wrote it: on a second device someone may have wished otherwise.
      const person = theirs && people.get(theirs.personId);
      const presentation = person && !told.has(listed) ? inActes(person, theirs) : null;
      if (presentation) told.set(listed, presentation);
    }
  }
  return [...told.values()];
}

function inActes(person: Person, { quotation, text }: Presentation): ActesPresentation | null {
  const said = { quotation: quotation?.trim() ?? '', text: text?.trim() ?? '' };
  const { name, function: role, town } = attributionOf(person);
  if ((name === null && role === null) || (said.quotation === '' && said.text === '')) return null;
  const inCapitals = `${person.lastName.toLocaleUpperCase('fr')} ${person.firstName}`.trim();
  return {
    personId: person.id,
    attribution: { name: name === null ? null : inCapitals, function: role, town },
    ...said,
  };
}
