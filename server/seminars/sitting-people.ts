/** The people of a sitting: entered from the sign-in sheet, put right, taken off the list; their own links, the code. */
import type { Actor, Grant } from '#core/access/roles.ts';
import type { Action, Resource } from '#core/access/may.ts';
import { grantFor, may } from '#core/access/may.ts';
import { seminarStream } from '#core/events/envelope.ts';
import type { NewDomainEvent } from '#core/events/event-types.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import { personOnLists } from '#core/seminar/seminar.ts';
import type { Access } from './access.port.ts';
import type { AccessDesk, Introduction } from './access.ts';
import type { Desk } from './desk.ts';
import type { PeopleDirectory } from './people-directory.ts';
import type { Streams } from './streams.ts';
import type { Clock, Ids } from './surroundings.port.ts';

export type SittingPeople = {
  /** Puts someone on the list in someone else's stead; a person of the séminaire comes as they are. */
  readonly enter: (
    actor: Actor,
    sittingId: string,
    personId: string,
    introduction: Introduction,
  ) => Promise<Result<null>>;
  /** Puts right what is said of someone on the list. How they may be quoted stays theirs once they came in themselves. */
  readonly putRight: (
    actor: Actor,
    sittingId: string,
    personId: string,
    introduction: Introduction,
  ) => Promise<Result<null>>;
  /** Takes the right to take part in the sitting from all devices of someone, and their personal link. */
  readonly letGo: (sittingId: string, personId: string) => Promise<void>;
  /** A new code; the one before opens nothing any more, and whoever came in by it stays. */
  readonly rotateCode: (actor: Actor, sittingId: string) => Promise<Result<{ readonly code: string }>>;
  /** The link that opens one's own pages on another device: for oneself, and for the organiser to print. */
  readonly personalLink: (
    actor: Actor,
    sittingId: string,
    personId: string,
  ) => Promise<Result<{ readonly link: Access }>>;
};

export type SittingPeopleParts = {
  readonly desk: Desk;
  readonly access: AccessDesk;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Asks again for the rights of a device, on every channel. */
  readonly recheck: (sessionId: string) => Promise<void>;
};

type Place = { readonly seminarId: string; readonly seminar: Seminar; readonly resource: Resource };

export function createSittingPeople(parts: SittingPeopleParts): SittingPeople {
  const { desk, access, streams, people, clock, ids, recheck } = parts;

  async function placeOf(sittingId: string): Promise<Place | null> {
    const log = (await streams.sitting(sittingId)).state;
    const seminar = log && (await streams.seminar(log.seminarId)).state;
    if (!log || !seminar?.sittings.some(({ id }) => id === sittingId)) return null;
    return {
      seminarId: log.seminarId,
      seminar,
      resource: { seminarId: log.seminarId, sittingIds: [sittingId] },
    };
  }

  async function allowed(
    actor: Actor,
    action: Action,
    sittingId: string,
  ): Promise<Result<Place & { readonly grant: Grant }>> {
    const place = await placeOf(sittingId);
    if (!place) return refused('seminar/unknown');
    const grant = grantFor(actor, action, place.resource);
    return grant ? ok({ ...place, grant }) : refused('access/forbidden');
  }

  /** Writes what the present list still lacks. */
  async function write(
    { seminarId, grant }: Place & { readonly grant: Grant },
    decide: (seminar: Seminar, context: DecisionContext) => readonly NewDomainEvent[],
  ): Promise<Result<null>> {
    const context = { now: clock.now(), actor: grant.personId, newId: ids.newId };
    const written = await desk.submit(seminarId, `people.${ids.newId()}`, async (draft) => {
      const { state } = await draft.seminar(seminarId);
      if (!state) return refused('seminar/unknown');
      const events = decide(state, context);
      return ok([{ stream: seminarStream(seminarId), events }]);
    });
    return written.ok ? ok(null) : written;
  }

  const isListed = (seminar: Seminar, sittingId: string, personId: string): boolean =>
    seminar.attendance[sittingId]?.includes(personOnLists(seminar, personId)) ?? false;

  return {
    async enter(actor, sittingId, personId, introduction) {
      const found = await allowed(actor, 'words/enter-for-someone', sittingId);
      if (!found.ok) return found;
      const { seminarId, seminar } = found.value;
      if (seminar.closed) return refused('seminar/closed');
      const known = await people.find(personId);
      if (known && known.seminarId !== seminarId) return refused('access/forbidden');
      if (!known) await people.save({ ...introduction, id: personId, seminarId });
      return write(found.value, (state, context) =>
        isListed(state, sittingId, personId)
          ? []
          : [newEvent('seminar/person-joined', { personId, sittingId, sameAs: null }, context)],
      );
    },
    async putRight(actor, sittingId, personId, introduction) {
      const found = await allowed(actor, 'contribution/moderate', sittingId);
      if (!found.ok) return found;
      const { seminarId, seminar } = found.value;
      const known = await people.find(personId);
      if (known?.seminarId !== seminarId || !isListed(seminar, sittingId, personId))
        return refused('person/unknown');
      // They came in themselves, if only on a second device: how they may be quoted is theirs to say.
      const listed = personOnLists(seminar, personId);
      const came = [...seminar.joined].some((id) => personOnLists(seminar, id) === listed);
      const consent = came ? known.consent : introduction.consent;
      await people.save({ ...introduction, consent, id: personId, seminarId });
      return write(found.value, (_state, context) => [
        newEvent('seminar/person-described', { personId }, context),
      ]);
    },
    async letGo(sittingId, personId) {
      const place = await placeOf(sittingId);
      if (!place) return;
      const { seminar, seminarId } = place;
      const listed = personOnLists(seminar, personId);
      const same = Object.keys(seminar.samePerson).filter((id) => personOnLists(seminar, id) === listed);
      const sessions = new Set<string>();
      for (const each of [listed, ...same])
        for (const sessionId of await access.letGo(seminarId, sittingId, each)) sessions.add(sessionId);
      await Promise.all([...sessions].map(recheck));
    },
    async rotateCode(actor, sittingId) {
      const found = await allowed(actor, 'contribution/moderate', sittingId);
      if (!found.ok) return found;
      const code = await access.rotateCode(found.value.seminarId, sittingId);
      const told = await write(found.value, (_state, context) => [
        newEvent('seminar/code-rotated', { sittingId }, context),
      ]);
      return told.ok ? ok({ code }) : told;
    },
    async personalLink(actor, sittingId, personId) {
      const place = await placeOf(sittingId);
      if (!place) return refused('seminar/unknown');
      const { seminar, seminarId, resource } = place;
      const theirs = actor.grants.some(
        ({ role, personId: whose, scope }) =>
          role !== 'reader' && whose === personId && scope.seminarId === seminarId,
      );
      if (!theirs && !may(actor, 'seminar/prepare', resource)) return refused('access/forbidden');
      if (!isListed(seminar, sittingId, personId)) return refused('person/unknown');
      return ok({ link: await access.issuePersonal(seminarId, personId) });
    },
  };
}
