/** The people of a séminaire: the only place where names are kept. */
import type { Person } from '#core/seminar/person.ts';

export interface People {
  save(person: Person): Promise<void>;
  /** Takes everything that is told of them, for good; nothing happens when there is no such person. */
  erase(personId: string): Promise<void>;
  find(personId: string): Promise<Person | null>;
  ofSeminar(seminarId: string): Promise<readonly Person[]>;
}
