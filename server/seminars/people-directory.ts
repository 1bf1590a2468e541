/** The people of the séminaires in use, kept at hand so that showing a contribution asks nobody. */
import type { Person } from '#core/seminar/person.ts';
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
    find: (personId) => people.find(personId),
    ofSeminar: async (seminarId) => [...(await directory(seminarId)).values()],
    directory,
  };
}
