/** Whom the organiser lists for the actes: excused, represented, guests, speakers, and those who were there unseen. */
import { grantFor } from '#core/access/may.ts';
import type { Actor, Grant } from '#core/access/roles.ts';
import { seminarStream } from '#core/events/envelope.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Person } from '#core/seminar/person.ts';
import type { PersonPresence, Presence } from '#core/seminar/presence.ts';
import { personOnLists } from '#core/seminar/seminar.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { Introduction } from './access.ts';
import type { Desk } from './desk.ts';
import type { PeopleDirectory } from './people-directory.ts';
import type { Streams } from './streams.ts';
import type { Clock, Ids } from './surroundings.port.ts';

export type Attendee = {
  readonly person: Person;
  /** On the list of a sitting. */
  readonly listed: boolean;
  /** They came in by themselves: how they may be quoted is theirs to say. */
  readonly joined: boolean;
  /** As the organiser set it; null for those who are only on the lists of the sittings. */
  readonly presence: PersonPresence | null;
};

export type Presences = {
  /** Everybody who is on a list or whom the organiser listed, in the order they came. */
  readonly list: (actor: Actor, seminarId: string) => Promise<Result<readonly Attendee[]>>;
  /** `presence` null takes someone off again; `person` null leaves what is told of them. */
  readonly set: (
    actor: Actor,
    seminarId: string,
    commandId: string,
    wanted: {
      readonly personId: string;
      readonly person: Introduction | null;
      readonly presence: Presence | null;
      readonly representedBy: string;
    },
  ) => Promise<Result<null>>;
};

export type PresencesParts = {
  readonly desk: Desk;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
};

const LISTED_PEOPLE = 2000;

export function createPresences({ desk, streams, people, clock, ids }: PresencesParts): Presences {
  async function allowed(
    actor: Actor,
    seminarId: string,
  ): Promise<Result<{ readonly seminar: Seminar; readonly grant: Grant }>> {
    const grant = grantFor(actor, 'actes/edit', { seminarId, sittingIds: [] });
    if (!grant) return refused('access/forbidden');
    const seminar = (await streams.seminar(seminarId)).state;
    return seminar ? ok({ seminar, grant }) : refused('seminar/unknown');
  }

  const cameThemselves = (seminar: Seminar, personId: string): boolean =>
    [...seminar.joined].some((id) => personOnLists(seminar, id) === personId);

  return {
    async list(actor, seminarId) {
      const found = await allowed(actor, seminarId);
      if (!found.ok) return found;
      const { seminar } = found.value;
      const directory = await people.directory(seminarId);
      const listed = new Set(Object.values(seminar.attendance).flat());
      const everybody = new Set([...listed, ...seminar.presences.map(({ personId }) => personId)]);
      return ok(
        [...everybody].flatMap((personId): Attendee[] => {
          const person = directory.get(personId);
          if (!person) return [];
          const presence = seminar.presences.find((it) => it.personId === personId) ?? null;
          const joined = cameThemselves(seminar, personId);
          return [{ person, listed: listed.has(personId), joined, presence }];
        }),
      );
    },
    async set(actor, seminarId, commandId, { personId, person, presence, representedBy }) {
      const found = await allowed(actor, seminarId);
      if (!found.ok) return found;
      const { seminar, grant } = found.value;
      const known = await people.find(personId);
      if (known ? known.seminarId !== seminarId : !person) return refused('person/unknown');
      if (
        seminar.presences.length >= LISTED_PEOPLE &&
        !seminar.presences.some((it) => it.personId === personId)
      )
        return refused('actes/too-many');
      if (person) {
        const consent = known && cameThemselves(seminar, personId) ? known.consent : person.consent;
        await people.save({ ...person, consent, id: personId, seminarId });
      }
      const context = { now: clock.now(), actor: grant.personId, newId: ids.newId };
      const written = await desk.submit(seminarId, commandId, () => {
        const set = newEvent('seminar/presence-set', { personId, presence, representedBy }, context);
        const described = person ? [newEvent('seminar/person-described', { personId }, context)] : [];
        return Promise.resolve(ok([{ stream: seminarStream(seminarId), events: [...described, set] }]));
      });
      return written.ok ? ok(null) : written;
    },
  };
}
