/** A morning of eight rooms and a plenary, over the real server: what an organiser has prepared, and how far it is. */
import { agendaItem } from '#core/agenda/plan.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { Command } from '#protocol/inputs.ts';
import type { SeminarView } from '#protocol/views.ts';
import { commanded, connected, Device, freshId } from './device.ts';
import { DESCRIPTION } from './seminar-desk.ts';

const MINUTE = 60_000;
const ROOMS = ['Tilleuls', 'Moulin', 'Ouessant', 'Belle-Île', 'Groix', 'Hoëdic', 'Houat', 'Bréhat'] as const;
/** Rooms that began ten minutes after the others. */
export const LATE_ROOMS = ['Ouessant', 'Hoëdic'] as const;
export const LATE_BY_MINUTES = 10;

const items = (room: number): AgendaItem[] => [
  agendaItem({
    id: `opening-${room}`,
    title: 'Qui ne vient pas, et pourquoi',
    plannedMinutes: minutes(30),
    questions: [{ id: `question-${room}`, text: 'Qui ne voyons-nous jamais dans nos accueils ?' }],
  }),
  agendaItem({ id: `middle-${room}`, title: 'Ce qui tient dans la durée', plannedMinutes: minutes(30) }),
  agendaItem({
    id: `synthesis-${room}`,
    title: 'Synthèse de l’atelier',
    kind: 'synthesis',
    plannedMinutes: minutes(30),
    protected: true,
  }),
];

export type Rooms = {
  readonly organiser: Device;
  readonly seminarId: string;
  readonly plenary: SharedTime;
  readonly view: () => Promise<SeminarView>;
  readonly sittingIn: (room: string) => Promise<SeminarView['ateliers'][number]['sittings'][number]>;
  readonly command: (command: Command) => Promise<void>;
  /** How many run events each sitting has had. */
  readonly runEvents: Map<string, number>;
};

/**
 * Eight ateliers of an hour and a half that were to begin twelve minutes ago, a plenary right after them, and a second
 * one in which their syntheses are presented; all runs go on, two of them ten minutes late.
 */
export async function eightRooms(url: string, now: Instant): Promise<Rooms> {
  const organiser = new Device(url);
  const seminarId = freshId();
  const description = { ...DESCRIPTION, title: 'Journée des huit ateliers' };
  const created = await organiser.request('/api/seminars', { seminarId, description, atelier: null });
  if (created.status !== 201) throw new Error(await created.text());
  const socket = organiser.socket();
  await connected(socket);
  const command = async (it: Command): Promise<void> => {
    const answer = await commanded(socket, 'organiser', it);
    if (!answer.ok) throw new Error(`${it.type}: ${answer.error.code}`);
  };
  const start = instant(Math.floor(now / MINUTE) * MINUTE - 12 * MINUTE);
  const ateliers: { atelierId: string; sittingId: string }[] = [];
  for (const [index, room] of ROOMS.entries()) {
    const atelier = { atelierId: freshId(), sittingId: freshId() };
    const title = `Atelier de la salle ${room}`;
    await command({
      type: 'atelier/add',
      seminarId,
      ...atelier,
      title,
      room,
      start,
      plenary: false,
      items: items(index),
    });
    ateliers.push(atelier);
  }
  const plenaryAtelier = { atelierId: freshId(), sittingId: freshId() };
  const plenary: SharedTime = {
    id: freshId(),
    kind: 'plenary',
    title: 'Restitution en plénière',
    place: 'Grand amphithéâtre',
    start: instant(start + 90 * MINUTE),
    end: instant(start + 150 * MINUTE),
    atelierId: plenaryAtelier.atelierId,
  };
  await command({
    type: 'atelier/add',
    seminarId,
    ...plenaryAtelier,
    title: 'Restitution',
    room: 'Grand amphithéâtre',
    start: plenary.start,
    plenary: true,
    items: ateliers.map(({ atelierId }, index) =>
      agendaItem({
        id: `present-${index}`,
        title: `Atelier de la salle ${ROOMS[index] ?? ''}`,
        kind: 'presentation',
        plannedMinutes: minutes(7),
        restitutes: atelierId,
      }),
    ),
  });
  await command({ type: 'programme/revise', seminarId, expectedRevision: 0, times: [plenary], speakers: {} });

  const runEvents = new Map<string, number>();
  for (const [index, { sittingId }] of ateliers.entries()) {
    const late = LATE_ROOMS.some((room) => room === ROOMS[index]);
    await command({ type: 'run/start', sittingId, expectedRunEvents: 0 });
    const startedAt = instant(start + (late ? LATE_BY_MINUTES * MINUTE : 0));
    await command({ type: 'run/correct-start', sittingId, expectedRunEvents: 1, startedAt });
    runEvents.set(sittingId, 2);
  }
  const view = (): Promise<SeminarView> => organiser.json<SeminarView>(`/api/seminars/${seminarId}`);
  return {
    organiser,
    seminarId,
    plenary,
    view,
    command,
    runEvents,
    async sittingIn(room) {
      const sitting = (await view()).ateliers.flatMap((it) => it.sittings).find((it) => it.room === room);
      if (!sitting) throw new Error(`no sitting in ${room}`);
      return sitting;
    },
  };
}
