/** Creating a séminaire: its log, its links, and the organiser's right on the device that made it. */
import { seminarStream } from '#core/events/envelope.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Session } from './access.port.ts';
import type { AccessDesk } from './access.ts';
import type { NewAtelier } from './atelier-events.ts';
import { atelierEvents } from './atelier-events.ts';
import type { Decided, Desk } from './desk.ts';
import type { Clock, Ids } from './surroundings.port.ts';

export type NewSeminar = {
  readonly seminarId: string;
  readonly description: SeminarDescription;
  /** The first atelier is one that people work in, never a plenary. */
  readonly atelier: Omit<NewAtelier, 'plenary'> | null;
};

export type Prepare = {
  /** Creates the séminaire, once: asked again by the device that created it, it answers as the first time. */
  readonly createSeminar: (
    session: Session,
    wanted: NewSeminar,
  ) => Promise<Result<{ readonly seminarId: string }>>;
};

export function createPrepare(desk: Desk, access: AccessDesk, clock: Clock, ids: Ids): Prepare {
  return {
    async createSeminar(session, { seminarId, description, atelier }) {
      const context = { now: clock.now(), actor: null, newId: ids.newId };
      // The receipt tells the device that created it from any other, even when the power went before its right was given.
      const created = await desk.submit(seminarId, `create.${session.id}.${seminarId}`, async (draft) => {
        if ((await draft.seminar(seminarId)).seq > 0) return refused('seminar/exists');
        const first: Decided = {
          stream: seminarStream(seminarId),
          events: [newEvent('seminar/created', { description }, context)],
        };
        if (!atelier) return ok([first]);
        return ok([first, ...atelierEvents(seminarId, { ...atelier, plenary: false }, context)]);
      });
      if (!created.ok) return created;

      const organiser = await access.issueOrganiser(seminarId);
      if (atelier) await access.issueForSitting(seminarId, atelier.sittingId);
      await access.takeLink(session, organiser.id, access.secretOf(organiser));
      return ok({ seminarId });
    },
  };
}
