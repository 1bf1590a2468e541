/** Whose ask for the floor it is, where one person may have several devices. */
import type { Ask } from '../floor/floor.ts';
import type { Seminar } from './seminar.ts';
import { personOnLists } from './seminar.ts';

/**
 * Whoever asked, and the person who will speak. A device that only says to be them (« c'est moi ») has it where they have
 * no device of their own: nobody else takes an ask back by typing a name.
 */
export const isAskOf = (
  { personId: speaks, askedBy }: Pick<Ask, 'personId' | 'askedBy'>,
  personId: string,
  seminar: Pick<Seminar, 'samePerson' | 'joined'>,
): boolean =>
  askedBy === personId ||
  speaks === personId ||
  (!seminar.joined.has(speaks) && personOnLists(seminar, personId) === speaks);
