/** What the sample's rooms share: the programme, the plenary, and what passes between them and the régie. */
import type { Actor } from '#core/access/roles.ts';
import { frenchTypography } from '#core/actes/french-typography.ts';
import { restitutionItems } from '#core/agenda/restitution.ts';
import type { Instant } from '#core/time/instant.ts';
import { minutes } from '#core/time/instant.ts';
import type { SeminarCommand } from '../seminars/commands.ts';
import type { Ids } from '../seminars/surroundings.port.ts';
import type { Happening, Stage } from './demo-stage.ts';
import {
  CALL,
  MESSAGE,
  momentAfterStart,
  momentBefore,
  PLENARY_ROOM,
  PLENARY_STARTS,
  PROGRAMME,
  RESTITUTION,
} from './sample-day.ts';

/** A room that the régie writes to, and who runs it once they are there. */
export type DemoRoom = { readonly sittingId: string; readonly animateur: () => Actor };

/** The times that all share, and the plenary in which the syntheses are presented. */
export async function layProgramme(
  stage: Stage,
  organiser: Actor,
  seminarId: string,
  plenary: { readonly atelierId: string; readonly sittingId: string },
  { newId }: Ids,
  end: Instant,
): Promise<void> {
  const { state: seminar } = await stage.streams.seminar(seminarId);
  const items = restitutionItems(seminar?.ateliers ?? [], {
    minutesEach: minutes(RESTITUTION.minutesEach),
    exchangeMinutes: minutes(RESTITUTION.exchangeMinutes),
    words: {
      atelier: (number, title) => `Atelier ${number}\u00a0: ${title}`,
      exchange: 'Échanges avec la salle',
    },
    newId,
  });
  await stage.send(organiser, 'organiser', {
    ...{ type: 'atelier/add', seminarId, ...plenary, plenary: true, items },
    ...{ title: RESTITUTION.title, room: PLENARY_ROOM, start: momentAfterStart(end, PLENARY_STARTS) },
  });
  const told = PROGRAMME.map((time) => ({ id: newId(), ...time }));
  await stage.send(organiser, 'organiser', {
    ...{ type: 'programme/revise', seminarId, expectedRevision: 0 },
    times: told.map(({ id, from, to, kind, title, place }) => ({
      ...{ id, kind, title, place, start: momentAfterStart(end, from), end: momentAfterStart(end, to) },
      atelierId: kind === 'plenary' ? plenary.atelierId : null,
    })),
    speakers: Object.fromEntries(told.map(({ id, speakers }) => [id, speakers])),
  });
}

/** What passes between the régie and the rooms. */
export function calling(
  stage: Stage,
  organiser: Actor,
  seminarId: string,
  rooms: readonly DemoRoom[],
  { newId }: Ids,
  end: Instant,
): readonly Happening[] {
  const messageId = newId();
  const sittingIds = rooms.map(({ sittingId }) => sittingId);
  const animateurSends = ({ animateur }: DemoRoom, command: SeminarCommand): Promise<void> =>
    stage.send(animateur(), 'animateur', command);
  const [late] = rooms;
  return [
    {
      at: momentBefore(end, MESSAGE.before),
      happen: () =>
        stage.send(organiser, 'organiser', {
          ...{ type: 'message/send', seminarId, messageId, sittingIds },
          ...{ screens: false, phones: false, text: frenchTypography(MESSAGE.text) },
        }),
    },
    ...rooms.map((room, index) => ({
      at: momentBefore(end, MESSAGE.readBefore[index] ?? 0),
      happen: () =>
        animateurSends(room, { type: 'message/acknowledge', sittingId: room.sittingId, messageId }),
    })),
    ...(late
      ? [
          {
            at: momentBefore(end, CALL.before),
            happen: () =>
              animateurSends(late, {
                ...{ type: 'help/call', sittingId: late.sittingId, helpId: newId() },
                ...{ need: 'minutes', minutes: minutes(CALL.minutes) },
              }),
          },
        ]
      : []),
  ];
}
