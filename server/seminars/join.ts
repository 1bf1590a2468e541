/** Joining an atelier by its code. */
import { seminarStream } from '#core/events/envelope.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Access, Session } from './access.port.ts';
import type { AccessDesk, Introduction } from './access.ts';
import type { Desk } from './desk.ts';
import type { Clock, Ids } from './surroundings.port.ts';

export type Join = {
  /** Lets the person in and marks them as there, once. */
  readonly join: (
    session: Session,
    access: Access,
    personId: string,
    introduction: Introduction,
  ) => Promise<Result<{ readonly sittingId: string }>>;
};

export function createJoin(desk: Desk, access: AccessDesk, clock: Clock, ids: Ids): Join {
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
        if (!state) return refused('seminar/unknown');
        if (state.attendance[sittingId]?.includes(personId)) return ok([]);
        const event = newEvent('seminar/person-joined', { personId, sittingId }, context);
        return ok([{ stream: seminarStream(seminarId), events: [event] }]);
      });
      return joined.ok ? ok({ sittingId }) : joined;
    },
  };
}
