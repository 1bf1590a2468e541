/** The people of a séminaire: the only place where names are kept. */
import type { Person } from '#core/seminar/person.ts';

export interface People {
  save(person: Person): Promise<void>;
  find(personId: string): Promise<Person | null>;
  ofSeminar(seminarId: string): Promise<readonly Person[]>;
}
