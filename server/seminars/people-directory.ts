/** The people of the séminaires in use, kept at hand so that showing a contribution asks nobody. */
import type { Person } from '#core/seminar/person.ts';
import type { Appointment, Seminar } from '#core/seminar/seminar.ts';
import type { People } from './people.port.ts';

const KEPT_SEMINARS = 200;

export type Directory = ReadonlyMap<string, Person>;

/** People as the port has them, and a séminaire's people by id without asking storage twice. */
export type PeopleDirectory = People & { readonly directory: (seminarId: string) => Promise<Directory> };

export function createPeopleDirectory(people: People): PeopleDirectory {
  const kept = new Map<string, Promise<Map<string, Person>>>();

  const directory = (seminarId: string): Promise<Map<string, Person>> => {
    const known = kept.get(seminarId);
    if (known) return known;
    const loaded = people
      .ofSeminar(seminarId)
      .then((all) => new Map(all.map((person) => [person.id, person])));
    loaded.catch(() => kept.delete(seminarId));
    kept.set(seminarId, loaded);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_SEMINARS && oldest !== undefined) kept.delete(oldest);
    return loaded;
  };

  return {
    async save(person) {
      await people.save(person);
      (await kept.get(person.seminarId))?.set(person.id, person);
    },
    async erase(personId) {
      const person = await people.find(personId);
      await people.erase(personId);
      if (person) kept.delete(person.seminarId);
    },
    find: (personId) => people.find(personId),
    ofSeminar: async (seminarId) => [...(await directory(seminarId)).values()],
    directory,
  };
}

/** First and last name; '' of someone who gave neither, and of nobody. */
export const nameOf = (person: Person | undefined): string =>
  person ? `${person.firstName} ${person.lastName}`.trim() : '';

/** What a person has said of themselves. */
export const saidBy = ({
  firstName,
  lastName,
  function: role,
  town,
  consent,
}: Person): Omit<Person, 'id' | 'seminarId'> => ({ firstName, lastName, function: role, town, consent });

/** The names of those who took up a role in a sitting, in the order they came; those who gave none are left out. */
export const namesAppointed = (
  seminar: Seminar,
  sittingId: string,
  role: Appointment['role'],
  people: Directory,
): readonly string[] =>
  (seminar.appointments[sittingId] ?? [])
    .filter((it) => it.role === role)
    .map(({ personId }) => nameOf(people.get(personId)))
    .filter((name) => name !== '');
