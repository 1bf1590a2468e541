/** Coming into a sitting: by its code as a participant, by a link as one of those who conduct it or write. */
import type { Grant, Scope } from '#core/access/roles.ts';
import { seminarStream } from '#core/events/envelope.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Access, Session } from './access.port.ts';
import type { AccessDesk, Introduction } from './access.ts';
import type { Desk } from './desk.ts';
import type { PeopleDirectory } from './people-directory.ts';
import type { Streams } from './streams.ts';
import type { Clock, Ids } from './surroundings.port.ts';

export type Join = {
  /** Lets the person in and marks them as there, once. */
  readonly join: (
    session: Session,
    access: Access,
    personId: string,
    introduction: Introduction,
  ) => Promise<Result<{ readonly sittingId: string }>>;
  /** Exchanges a link for its right; whoever conducts a sitting or writes in it is appointed to it, once. */
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
    async join(session, code, personId, introduction) {
      const { seminarId, sittingId } = code.scope;
      if (sittingId === null) return refused('access/unknown-code');
      const taken = await access.takeCode(session, code, personId, introduction);
      if (!taken.ok) return taken;
      const context = { now: clock.now(), actor: personId, newId: ids.newId };
      // Pressed twice at once, it is still one person who came.
      const joined = await desk.submit(seminarId, `join.${personId}.${sittingId}`, async (draft) => {
        const { state } = await draft.seminar(seminarId);
        if (!state?.sittings.some(({ id }) => id === sittingId)) return refused('access/unknown-code');
        if (state.attendance[sittingId]?.includes(personId)) return ok([]);
        const event = newEvent('seminar/person-joined', { personId, sittingId }, context);
        return ok([{ stream: seminarStream(seminarId), events: [event] }]);
      });
      return joined.ok ? ok({ sittingId }) : joined;
    },
    async takeLink(session, accessId, secret) {
      const link = await access.findLink(accessId, secret);
      if (!link || !(await opensSomething(link.scope))) return refused('access/unknown-link');
      const taken = await access.takeLink(session, accessId, secret);
      if (!taken.ok) return taken;
      const { personId, scope, role } = taken.value;
      const appointed = await appoint(taken.value, `appoint.${personId}.${scope.sittingId}.${role}`);
      return appointed.ok ? taken : appointed;
    },
    async introduce(session, personId, introduction) {
      const { grants } = await access.actorOf(session);
      const held = grants.filter((grant) => grant.personId === personId);
      const [first] = held;
      if (!first) return refused('access/forbidden');
      await people.save({ ...introduction, id: personId, seminarId: first.scope.seminarId });
      // Said again in the log, so that whoever reads the name on a page sees the new one; a sitting that is gone has
      // no page, and keeps nobody from saying who they are.
      for (const grant of held) await appoint(grant, `introduce.${ids.newId()}`);
      return ok({ personId });
    },
  };
}
