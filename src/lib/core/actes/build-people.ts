/** « Qui sommes-nous »: what people agreed to say of themselves, by their consent. */
import type { Presentation } from '../round/round.ts';
import type { Person } from '../seminar/person.ts';
import { attributionOf } from '../seminar/person.ts';
import { personOnLists } from '../seminar/seminar.ts';
import type { ActesBlock } from './actes.ts';
import { attributionInWords, nameInCapitals } from './names-in-words.ts';
import type { Making } from './text-blocks.ts';
import { typedBlocks } from './typed-blocks.ts';

/**
 * In the order of the sittings and of their lists, each person once; those who do not want to be quoted, or have not
 * agreed to the words, are left out.
 */
export function peopleBlocks({ material }: Making): readonly ActesBlock[] {
  const { seminar, people, presentations } = material;
  const told = new Map<string, ActesBlock>();
  for (const { id } of seminar.sittings) {
    const here = [...(presentations?.get(id)?.values() ?? [])].filter(({ agreed }) => agreed);
    for (const listed of seminar.attendance[id] ?? []) {
      // Their own words come before those of a second device of theirs.
      const theirs =
        here.find(({ personId }) => personId === listed) ??
        here.find(({ personId }) => personOnLists(seminar, personId) === listed);
      // By the consent of whoever wrote it: on a second device someone may have wished otherwise.
      const person = theirs && people.get(theirs.personId);
      const presentation = person && !told.has(listed) ? presented(person, listed, theirs) : null;
      if (presentation) told.set(listed, presentation);
    }
  }
  return [...told.values()];
}

function presented(person: Person, listed: string, { quotation, text }: Presentation): ActesBlock | null {
  const { name, function: role, town } = attributionOf(person);
  const said = { quotation: typedBlocks(quotation ?? ''), content: typedBlocks(text ?? '') };
  if ((name === null && role === null) || (said.quotation.length === 0 && said.content.length === 0))
    return null;
  const named = { name: name === null ? null : nameInCapitals(person), function: role, town };
  return { type: 'presentation', who: attributionInWords(named), ...said, personId: listed };
}
