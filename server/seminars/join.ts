/** Coming into a sitting: by its code as a participant, by a link as one of those who conduct it or write. */
import type { Grant, Scope } from '#core/access/roles.ts';
import { seminarStream } from '#core/events/envelope.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import { isSameName } from '#core/seminar/same-name.ts';
import { personOnLists } from '#core/seminar/seminar.ts';
import type { Access, Session } from './access.port.ts';
import type { AccessDesk, Introduction } from './access.ts';
import type { Desk } from './desk.ts';
import type { PeopleDirectory } from './people-directory.ts';
import type { Streams } from './streams.ts';
import type { Clock, Ids } from './surroundings.port.ts';

/** What someone says of a person of their name who is on the lists: nothing yet, that it is them, or another. */
export type SameName = 'ask' | 'me' | 'another';

export type Join = {
  /**
   * Lets the person in and marks them as there, once. Someone new whose name is on a list of the séminaire already is
   * asked whether that is them (« c'est moi », counted once) or another.
   */
  readonly join: (
    session: Session,
    access: Access,
    personId: string,
    introduction: Introduction,
    sameName?: SameName,
  ) => Promise<Result<{ readonly sittingId: string }>>;
  /**
   * Exchanges a link for its right; whoever conducts a sitting or writes in it is appointed to it, once. A personal
   * link gives what its person has: each sitting whose list they are on.
   */
  readonly takeLink: (session: Session, accessId: string, secret: string) => Promise<Result<Grant>>;
  /** A person of this device says who they are; refused for anybody else. */
  readonly introduce: (
    session: Session,
    personId: string,
    introduction: Introduction,
  ) => Promise<Result<{ readonly personId: string }>>;
};

export type JoinParts = {
  readonly desk: Desk;
  readonly access: AccessDesk;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
};

export function createJoin({ desk, access, streams, people, clock, ids }: JoinParts): Join {
  /** Links of a sitting that was taken away open nothing, not even the rest of the séminaire. */
  async function opensSomething({ seminarId, sittingId }: Scope): Promise<boolean> {
    if (sittingId === null) return true;
    const { state } = await streams.seminar(seminarId);
    return state?.sittings.some(({ id }) => id === sittingId) ?? false;
  }

  /** Whom someone new may be: a person of their name on a list, this sitting's first, who is not of this device. */
  async function namesakeOf(
    session: Session,
    { seminarId, sittingId }: Scope,
    personId: string,
    introduction: Introduction,
  ): Promise<string | null> {
    const { state } = await streams.seminar(seminarId);
    if (!state) return null;
    const mine = new Set((await access.actorOf(session)).grants.map((grant) => grant.personId));
    if (mine.has(personId)) return null;
    const directory = await people.directory(seminarId);
    const here = sittingId === null ? [] : (state.attendance[sittingId] ?? []);
    const listed = new Set([...here, ...Object.values(state.attendance).flat()]);
    const isThem = (id: string): boolean => {
      const person = directory.get(id);
      return person !== undefined && !mine.has(id) && id !== personId && isSameName(person, introduction);
    };
    return [...listed].find(isThem) ?? null;
  }

  async function takePersonal(session: Session, link: Access, personId: string): Promise<Result<Grant>> {
    const { state } = await streams.seminar(link.scope.seminarId);
    if (!state) return refused('access/unknown-link');
    const listed = personOnLists(state, personId);
    const sittings = state.sittings.filter(({ id }) => state.attendance[id]?.includes(listed));
    const taken = await access.takePersonal(
      session,
      link,
      sittings.map(({ id }) => id),
    );
    const [first] = taken;
    return first ? ok(first) : refused('access/unknown-link');
  }

  /** `commandId` tells a first appointment, which counts once, from one that is said again with a name. */
  async function appoint({ role, scope, personId }: Grant, commandId: string): Promise<Result<null>> {
    const { seminarId, sittingId } = scope;
    if (personId === null || sittingId === null || (role !== 'animateur' && role !== 'rapporteur'))
      return ok(null);
    const context = { now: clock.now(), actor: personId, newId: ids.newId };
    const appointed = await desk.submit(seminarId, commandId, async (draft) => {
      const { state } = await draft.seminar(seminarId);
      if (!state?.sittings.some(({ id }) => id === sittingId)) return refused('access/unknown-link');
      const event = newEvent('seminar/person-appointed', { personId, sittingId, role }, context);
      return ok([{ stream: seminarStream(seminarId), events: [event] }]);
    });
    return appointed.ok ? ok(null) : appointed;
  }

  return {
    async join(session, code, personId, introduction, sameName = 'another') {
      const { seminarId, sittingId } = code.scope;
      if (sittingId === null) return refused('access/unknown-code');
      const { state: present } = await streams.seminar(seminarId);
      // Once it is over, whoever was there comes back to read; the list does not grow any more.
      const wasThere = present?.attendance[sittingId]?.includes(personOnLists(present, personId)) ?? false;
      if (present?.closed === true && !wasThere) return refused('seminar/closed');
      const namesake =
        sameName === 'another' ? null : await namesakeOf(session, code.scope, personId, introduction);
      if (namesake !== null && sameName === 'ask') return refused('join/same-name');
      const taken = await access.takeCode(session, code, personId, introduction);
      if (!taken.ok) return taken;
      const context = { now: clock.now(), actor: personId, newId: ids.newId };
      // Pressed twice at once, it is still one person who came; taken off the list, they may come again.
      const joined = await desk.submit(seminarId, `join.${ids.newId()}`, async (draft) => {
        const { state } = await draft.seminar(seminarId);
        if (!state?.sittings.some(({ id }) => id === sittingId)) return refused('access/unknown-code');
        const isThere = state.attendance[sittingId]?.includes(personOnLists(state, personId)) ?? false;
        if (isThere && (state.joined.has(personId) || namesake === null)) return ok([]);
        const event = newEvent('seminar/person-joined', { personId, sittingId, sameAs: namesake }, context);
        return ok([{ stream: seminarStream(seminarId), events: [event] }]);
      });
      return joined.ok ? ok({ sittingId }) : joined;
    },
    async takeLink(session, accessId, secret) {
      const link = await access.findLink(accessId, secret);
      if (!link || !(await opensSomething(link.scope))) return refused('access/unknown-link');
      if (link.role === 'reader') return ok(await access.takeReader(session, link));
      if (link.personId !== null) return takePersonal(session, link, link.personId);
      const taken = await access.takeLink(session, accessId, secret);
      if (!taken.ok) return taken;
      const { personId, scope, role } = taken.value;
      const appointed = await appoint(taken.value, `appoint.${personId}.${scope.sittingId}.${role}`);
      return appointed.ok ? taken : appointed;
    },
    async introduce(session, personId, introduction) {
      const { grants } = await access.actorOf(session);
      const held = grants.filter((grant) => grant.personId === personId && grant.role !== 'reader');
      const [first] = held;
      if (!first) return refused('access/forbidden');
      await people.save({ ...introduction, id: personId, seminarId: first.scope.seminarId });
      // Said again in the log, so that whoever reads the name on a page sees the new one; a sitting that is gone has
      // no page, and keeps nobody from saying who they are.
      for (const grant of held) await appoint(grant, `introduce.${ids.newId()}`);
      const { seminarId } = first.scope;
      if (held.some(({ role }) => role === 'participant')) {
        const context = { now: clock.now(), actor: personId, newId: ids.newId };
        const described = newEvent('seminar/person-described', { personId }, context);
        const told = await desk.submit(seminarId, `introduce.${ids.newId()}`, () =>
          Promise.resolve(ok([{ stream: seminarStream(seminarId), events: [described] }])),
        );
        if (!told.ok) return told;
      }
      return ok({ personId });
    },
  };
}
