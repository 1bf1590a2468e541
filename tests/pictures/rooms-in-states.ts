/** Two mornings of eight rooms on one server, with a room in each state that its time can be in. */
import { agendaItem } from '#core/agenda/plan.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { Instant } from '#core/time/instant.ts';
import { commanded, connected, Device, freshId, subscribed } from '../support/device.ts';
import { eightRooms } from '../support/eight-rooms.ts';
import type { Rooms } from '../support/eight-rooms.ts';

const MINUTE = 60_000;
/** As long as real ones are: 233 characters. */
const LONG_QUESTION =
  'Comment aller à la rencontre des personnes qui ne poussent jamais la porte de nos centres, sans leur demander d’abord de remplir un dossier, et en laissant aux bénévoles comme aux salariés le temps de faire connaissance, chez elles ?';
const SAID = [
  'Un café sur le marché chaque jeudi, toujours au même endroit.',
  'Nous avons arrêté de demander un justificatif au premier rendez-vous : deux fois plus de monde.',
  'Les transports manquent le mercredi ; le minibus du club est libre ce jour-là.',
] as const;
const PEOPLE = ['Inès', 'Yann', 'Maëlle'] as const;
const itemsOf = ([opening, middle, synthesis]: readonly [number, number, number]): AgendaItem[] => [
  agendaItem({
    id: 'state-opening',
    title: 'Qui ne vient pas, et pourquoi',
    plannedMinutes: minutes(opening),
    questions: [
      { id: 'state-question-1', text: LONG_QUESTION },
      { id: 'state-question-2', text: 'Qui le sait déjà, autour de nous ?' },
    ],
    context: ['Repartir de l’enquête de septembre : un foyer sur trois ne connaît pas le centre.'],
  }),
  agendaItem({ id: 'state-middle', title: 'Ce qui tient dans la durée', plannedMinutes: minutes(middle) }),
  agendaItem({
    id: 'state-synthesis',
    title: 'Synthèse de l’atelier',
    kind: 'synthesis',
    plannedMinutes: minutes(synthesis),
    protected: true,
  }),
];

export type Room = Awaited<ReturnType<Rooms['sittingIn']>>;
/** A room in a state, and a participant who is in it. */
export type StatedRoom = { readonly room: Room; readonly participant: Device };
export type RoomsInStates = {
  /** By what a picture calls the state. */
  readonly rooms: ReadonlyMap<string, StatedRoom>;
  readonly calm: StatedRoom;
  /** The first room's synthesis is presented there now. */
  readonly plenary: Room;
  /** A pause that began five minutes ago interrupts the rooms. */
  readonly pause: () => Promise<void>;
  readonly endPause: () => Promise<void>;
  /** All rooms are suspended at once. */
  readonly suspendAll: () => Promise<void>;
  /** The régie writes to the calm room's screen; answers how to take it back. */
  readonly writeToScreen: (text: string) => Promise<() => Promise<void>>;
  readonly close: () => void;
};

async function say(device: Device, sittingId: string, text: string): Promise<void> {
  const socket = device.socket();
  await connected(socket);
  const answer = await commanded(socket, 'participant', {
    ...{ type: 'contribution/make', sittingId, contributionId: freshId(), text, unnamed: false },
    ...{ itemId: 'state-opening', questionId: 'state-question-1', kind: null },
  });
  if (!answer.ok) throw new Error(answer.error.code);
  socket.disconnect();
}

export async function roomsInStates(url: string, now: () => Instant): Promise<RoomsInStates> {
  const morning = await eightRooms(url, now());
  // One that began an hour earlier: its syntheses are due.
  const earlier = await eightRooms(url, instant(now() - 50 * MINUTE));
  const devices: Device[] = [];

  const longer = async (
    rooms: Rooms,
    name: string,
    planned: readonly [number, number, number] = [30, 30, 30],
  ): Promise<Room> => {
    const { sittingId } = await rooms.sittingIn(name);
    const view = await rooms.view();
    const atelier = view.ateliers.find((it) =>
      it.sittings.some((sitting) => sitting.sittingId === sittingId),
    );
    if (!atelier) throw new Error(`no atelier in ${name}`);
    await rooms.command({
      type: 'plan/revise',
      atelierId: atelier.atelierId,
      expectedRevision: atelier.plan.revision,
      items: itemsOf(planned),
    });
    return rooms.sittingIn(name);
  };
  const restarted = async (rooms: Rooms, { sittingId }: Room, minutesAgo: number): Promise<void> => {
    await rooms.command({ type: 'run/archive', sittingId, expectedRunEvents: 2 });
    await rooms.command({ type: 'run/start', sittingId, expectedRunEvents: 3 });
    const startedAt = instant(Math.round(now() - minutesAgo * MINUTE));
    await rooms.command({ type: 'run/correct-start', sittingId, expectedRunEvents: 4, startedAt });
  };
  const peopled = async (room: Room): Promise<StatedRoom> => {
    const there = PEOPLE.map(() => new Device(url));
    devices.push(...there);
    for (const [index, device] of there.entries()) {
      await device.join(room.code, PEOPLE[index] ?? '');
      await say(device, room.sittingId, SAID[index] ?? '');
    }
    const [participant] = there;
    if (!participant) throw new Error('nobody is there');
    return { room, participant };
  };

  const calm = await longer(morning, 'Tilleuls');
  const soon = await longer(morning, 'Moulin');
  const over = await longer(morning, 'Groix');
  const finished = await longer(morning, 'Houat');
  const waiting = await longer(morning, 'Bréhat', [25, 25, 15]);
  const late = await longer(earlier, 'Tilleuls');
  // On time: it began when it was to.
  await restarted(morning, calm, (now() - (calm.start ?? now())) / MINUTE);
  await restarted(morning, soon, 26.5);
  await restarted(morning, over, 33.5);
  await restarted(morning, finished, 86);
  await morning.command({ type: 'run/next', sittingId: finished.sittingId, expectedRunEvents: 5 });
  await morning.command({ type: 'run/next', sittingId: finished.sittingId, expectedRunEvents: 6 });
  await morning.command({ type: 'run/finish', sittingId: finished.sittingId, expectedRunEvents: 7 });
  await morning.command({ type: 'run/archive', sittingId: waiting.sittingId, expectedRunEvents: 2 });
  await morning.command({
    ...{ type: 'sitting/place', sittingId: waiting.sittingId, room: waiting.room, label: '' },
    start: instant(now() + 13 * MINUTE),
  });
  await restarted(earlier, late, 62);
  await earlier.command({ type: 'run/next', sittingId: late.sittingId, expectedRunEvents: 5 });

  const rapporteur = new Device(url);
  devices.push(rapporteur);
  await rapporteur.openLink(calm.links.rapporteur);
  const socket = rapporteur.socket();
  await connected(socket);
  const { me } = await subscribed(socket, {
    ...{ channel: 'sitting', sittingId: calm.sittingId, audience: 'console' },
  });
  await rapporteur.request('/api/introduction', {
    ...{ personId: me.personId, firstName: 'Maëlle', lastName: 'CARADEC' },
    ...{ function: 'coordinatrice', town: 'Vannes', consent: 'name-and-function' },
  });
  const plenary = await morning.sittingIn('Grand amphithéâtre');
  await morning.command({ type: 'run/start', sittingId: plenary.sittingId, expectedRunEvents: 0 });

  const { seminarId } = morning;
  const rooms = new Map<string, StatedRoom>();
  const stated = { 'not started': waiting, calm, soon, over, 'synthesis late': late, finished };
  for (const [state, room] of Object.entries(stated)) rooms.set(state, await peopled(room));
  const peopledCalm = rooms.get('calm');
  if (!peopledCalm) throw new Error('no calm room');
  return {
    rooms,
    calm: peopledCalm,
    plenary,
    async pause() {
      const { programme } = (await morning.view()).shared;
      const begun = Math.floor(now() / MINUTE) * MINUTE - 5 * MINUTE;
      const pause: SharedTime = {
        id: freshId(),
        kind: 'break',
        title: 'Pause',
        place: 'Hall',
        start: instant(begun),
        end: instant(begun + 15 * MINUTE),
        atelierId: null,
      };
      await morning.command({
        ...{ type: 'programme/revise', seminarId, expectedRevision: programme.revision, speakers: {} },
        times: [...programme.times, pause],
      });
    },
    async endPause() {
      const { revision } = (await morning.view()).shared.programme;
      await morning.command({ type: 'programme/restore', seminarId, expectedRevision: revision });
    },
    suspendAll: () => morning.command({ type: 'rooms/suspend', seminarId, alarmId: freshId() }),
    async writeToScreen(text) {
      const messageId = freshId();
      const sittingIds = [calm.sittingId];
      await morning.command({
        ...{ type: 'message/send', seminarId, messageId, sittingIds, screens: true, phones: false, text },
      });
      return () => morning.command({ type: 'message/withdraw', seminarId, messageId });
    },
    close() {
      devices.forEach((device) => device.close());
      morning.organiser.close();
      earlier.organiser.close();
    },
  };
}
