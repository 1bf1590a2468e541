/** A séminaire of two days as an organiser has prepared it, with what should still be mended before it opens. */
import { agendaItem } from '#core/agenda/plan.ts';
import type { SharedTime } from '#core/programme/programme.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant, minutes } from '#core/time/instant.ts';
import { connected, commanded, Device, freshId } from '../support/device.ts';
import type { Command } from '#protocol/inputs.ts';

export const PASTED_PROGRAMME = `Rencontre départementale de l’action sociale
Jeudi 26 novembre 2026

8h30 – 9h00 : Accueil café (hall)
9h00 – 9h30 : Ouverture, par la présidente du comité (amphithéâtre)
9h30 – 12h00 : ateliers
Atelier 1 : Aller vers ceux qui ne viennent pas (salle des Tilleuls)
- Tour de table, 20 min
- Qui ne voyons-nous jamais ? 45 min
- Ce qui tient dans la durée, 45 min
- Synthèse, 30 min
Atelier 2 : Bénévoles et salariés (salle du Moulin)
- Ce qui nous lie, 1 h
- Ce qui nous use, 1 h
- Synthèse, 30 min
12h00 – 13h30 : Déjeuner
13h30 – 15h00 : Restitution en plénière (amphithéâtre)
15h00 – 15h15 : Clôture
Apporter sa tasse.
`;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PLACES = { hall: 'Hall', amphitheatre: 'Amphithéâtre', canteen: 'Réfectoire' } as const;

export async function twoDays(url: string, midnight: Instant): Promise<Device> {
  const organiser = new Device(url);
  const seminarId = freshId();
  const created = await organiser.request('/api/seminars', {
    seminarId,
    description: {
      title: 'Rencontre départementale de l’action sociale',
      organisation: 'Union des centres sociaux',
      theme: 'Aller vers',
      place: 'Vannes',
      day: '2026-11-26',
      language: 'fr',
      zone: 'Europe/Paris',
    },
    atelier: null,
  });
  if (created.status !== 201) throw new Error(await created.text());
  const socket = organiser.socket();
  await connected(socket);
  const send = async (command: Command): Promise<void> => {
    const answer = await commanded(socket, 'organiser', command);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.error.code}`);
  };
  const at = (day: number, hour: number, minute = 0): Instant =>
    instant(midnight + day * DAY + (hour * 60 + minute) * MINUTE);
  const time = (
    kind: SharedTime['kind'],
    title: string,
    place: string,
    [start, end]: readonly [Instant, Instant],
  ): SharedTime => ({ id: freshId(), kind, title, place, start, end, atelierId: null });
  const opening = time('opening', 'Ouverture', PLACES.amphitheatre, [at(0, 9), at(0, 9, 30)]);
  await send({
    type: 'programme/revise',
    seminarId,
    expectedRevision: 0,
    times: [
      time('welcome', 'Accueil', PLACES.hall, [at(0, 8, 30), at(0, 9)]),
      opening,
      time('meal', 'Déjeuner', PLACES.canteen, [at(0, 12, 30), at(0, 14)]),
      time('plenary', 'Table ronde', PLACES.amphitheatre, [at(0, 16, 30), at(0, 17, 30)]),
      time('break', 'Pause', PLACES.hall, [at(1, 10, 30), at(1, 10, 45)]),
      time('plenary', 'Restitution des ateliers', PLACES.amphitheatre, [at(1, 10, 45), at(1, 12)]),
      time('closing', 'Clôture', PLACES.amphitheatre, [at(1, 12), at(1, 12, 15)]),
    ],
    speakers: { [opening.id]: 'Hélène Marchaudon, directrice' },
  });
  const add = async (
    title: string,
    room: string,
    start: Instant,
    points: readonly (readonly [string, number])[],
  ): Promise<string> => {
    const atelierId = freshId();
    await send({
      type: 'atelier/add',
      seminarId,
      atelierId,
      sittingId: freshId(),
      ...{ title, room, start, plenary: false },
      items: points.map(([name, planned], index) =>
        agendaItem({
          id: `${atelierId.slice(0, 12)}-${index}`,
          title: name,
          plannedMinutes: minutes(planned),
          kind: name.startsWith('Synthèse') ? 'synthesis' : 'discussion',
          protected: name.startsWith('Synthèse'),
          questions: index === 1 ? [{ id: `question-${index}`, text: 'Qui ne voyons-nous jamais ?' }] : [],
        }),
      ),
    });
    return atelierId;
  };
  const several = await add('Aller vers ceux qui ne viennent pas', 'salle des Tilleuls', at(0, 9, 45), [
    ['Tour de table', 20],
    ['Qui ne voyons-nous jamais ?', 60],
    ['Ce qui tient dans la durée', 40],
    ['Synthèse', 30],
  ]);
  await send({
    type: 'sittings/add',
    atelierId: several,
    sittings: [
      { sittingId: freshId(), room: 'salle Ouessant', start: at(0, 9, 45), label: 'Groupe 2' },
      { sittingId: freshId(), room: 'salle Groix', start: at(0, 9, 45), label: 'Groupe 3' },
    ],
  });
  await add('Bénévoles et salariés', 'salle du Moulin', at(0, 14), [
    ['Ce qui nous lie', 90],
    ['Ce qui nous use', 75],
  ]);
  await add('Finir ce que nous avons commencé', 'salle du Moulin', at(1, 9), [
    ['Ce que nous gardons', 45],
    ['Synthèse', 30],
  ]);
  return organiser;
}
