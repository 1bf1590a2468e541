/** An atelier in which much happens: its people, what they say, and what those who conduct it do. */
import type { Browser } from 'playwright';
import { agendaItem } from '#core/agenda/plan.ts';
import type { Consent } from '#core/seminar/person.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { Command } from '#protocol/inputs.ts';
import type { SeminarView } from '#protocol/views.ts';
import { commanded, connected, Device, freshId } from '../support/device.ts';
import { DESCRIPTION } from '../support/seminar-desk.ts';

const MINUTE = 60_000;
/** It began so long ago, and went on to its second point at once. */
const BEGAN_MINUTES_AGO = 14;
export const POINT = { itemId: 'held-point-2', questionId: 'held-question-1' } as const;
export const OTHER_QUESTION = { itemId: 'held-point-2', questionId: 'held-question-2' } as const;

const items = [
  agendaItem({ id: 'held-point-1', title: 'Tour de table', plannedMinutes: minutes(20), kind: 'round' }),
  agendaItem({
    id: 'held-point-2',
    title: 'Tenir un partenariat dans la durée',
    plannedMinutes: minutes(40),
    questions: [
      {
        id: 'held-question-1',
        text: 'Comment un accord passé entre deux structures survit-il au départ de celles et ceux qui l’ont conclu, et qui doit y veiller ?',
      },
      { id: 'held-question-2', text: 'De quoi auriez-vous besoin pour commencer ?' },
    ],
  }),
  agendaItem({ id: 'held-point-3', title: 'Pause', plannedMinutes: minutes(15), kind: 'break' }),
  agendaItem({ id: 'held-point-4', title: 'Ce que nous essayons dès janvier', plannedMinutes: minutes(30) }),
  agendaItem({
    ...{ id: 'held-point-5', title: 'Synthèse de l’atelier', plannedMinutes: minutes(30) },
    ...{ kind: 'synthesis', protected: true },
  }),
];

type Introduced = readonly [string, string, string, string, Consent];
const CLAIRE: Introduced = ['Claire', 'TANGUY', 'trésorière', 'Quimperlé', 'name-and-function'];
const OTHERS: readonly Introduced[] = [
  ['Yann', 'LE GOFF', 'bénévole', 'Lorient', 'name-and-function'],
  ['Maëlle', 'ABGRALL', 'coordinatrice', 'Brest', 'name-and-function'],
  ['Loïc', 'PRIGENT', 'trésorier', 'Vannes', 'name-and-function'],
  ['Inès', 'CARADEC', 'directrice de CCAS', 'Morlaix', 'function'],
  ['Soizic', 'LE BIHAN-KERMARREC', 'assistante sociale', 'Quimper', 'name-and-function'],
  ['Fatou', 'DIALLO', 'médiatrice', 'Brest', 'name-and-function'],
  ['Paul', 'MORVAN', 'élu', 'Landerneau', 'none'],
  ['Nolwenn', 'CADIOU', 'secrétaire', 'Auray', 'name-and-function'],
  ['Corentin', 'LE ROUX', 'animateur', 'Concarneau', 'name-and-function'],
];
/** On the list from the sign-in sheet. */
const WITHOUT_PHONE: readonly Introduced[] = [
  ['Jeanne', 'KERBRAT', 'retraitée', 'Plougastel', 'name-and-function'],
];

export type Kind = Extract<Command, { type: 'contribution/make' }>['kind'];
/** Whose words, their kind, and how many support them. */
const SAID: readonly (readonly [string, Kind, number])[] = [
  ['Une convention d’une page, relue chaque automne avec les bénévoles.', 'proposal', 6],
  [
    'Chez nous tout tenait à deux prénoms. Quand l’une a déménagé, plus personne n’avait les clés.',
    'testimony',
    4,
  ],
  ['Personne ne relit les conventions avant leur échéance.', 'observation', 2],
  ['Nommer un remplaçant dès la signature, et l’écrire.', 'proposal', 5],
  [
    'Nous avons mis six mois à retrouver qui avait promis quoi. Depuis, chaque réunion finit par trois lignes lues à voix haute, envoyées le soir même aux deux équipes.',
    'experience',
    3,
  ],
  ['Qui prévient l’autre quand un budget baisse ?', 'to-clarify', 1],
  ['Un cahier commun à l’accueil, que chacun ouvre en arrivant.', null, 2],
];

const BOARD: Board = [
  ['Ce qui tient', 'le café du jeudi', 'le minibus du club'],
  ['Ce qui casse', 'les départs', 'les mots non écrits'],
];
type Board = readonly [readonly string[], readonly string[]];

export type HeldRoom = Awaited<ReturnType<typeof heldRoom>>;

export async function heldRoom(url: string, now: () => Instant) {
  const [seminarId, sittingId, atelierId] = [freshId(), freshId(), freshId()];
  const organiser = new Device(url);
  const devices = [organiser];
  const began = instant(now() - BEGAN_MINUTES_AGO * MINUTE);
  const made = await organiser.request('/api/seminars', {
    ...{ seminarId, description: { ...DESCRIPTION, title: 'Rencontre des comités' } },
    atelier: {
      atelierId,
      sittingId,
      title: 'Des partenariats qui durent',
      room: 'Glénan',
      start: began,
      items,
    },
  });
  if (made.status !== 201) throw new Error(await made.text());
  const view = await organiser.json<SeminarView>(`/api/seminars/${seminarId}`);
  const sitting = view.ateliers[0]?.sittings[0];
  if (!sitting) throw new Error('no sitting');
  const boss = organiser.socket();
  await connected(boss);
  const told = async (answer: ReturnType<typeof commanded>, what: string): Promise<void> => {
    const it = await answer;
    if (!it.ok) throw new Error(`${what}: ${it.error.code}`);
  };
  const order = (command: Command): Promise<void> =>
    told(commanded(boss, 'organiser', command), command.type);

  const joined = async (said: Introduced) => {
    const device = new Device(url);
    devices.push(device);
    const personId = freshId();
    const person = { personId, ...personOf(said), sameName: 'another' };
    const response = await device.request('/api/join', { code: sitting.code, person });
    if (!response.ok) throw new Error(await response.text());
    const socket = device.socket();
    await connected(socket);
    const command = (it: Command): Promise<void> => told(commanded(socket, 'participant', it), it.type);
    return { device, personId, socket, command };
  };
  type Person = Awaited<ReturnType<typeof joined>>;
  const others: Person[] = [];
  for (const it of OTHERS) others.push(await joined(it));
  const claire = await joined(CLAIRE);
  for (const it of WITHOUT_PHONE) {
    const entered = { personId: freshId(), ...personOf(it) };
    const response = await organiser.request(`/api/sittings/${sittingId}/people`, entered);
    if (!response.ok) throw new Error(await response.text());
  }
  const other = (index: number): Person => {
    const it = others[index % others.length];
    if (!it) throw new Error('nobody');
    return it;
  };

  type More = Partial<Extract<Command, { type: 'contribution/make' }>>;
  const say = async (who: Person, text: string, kind: Kind = null, more: More = {}): Promise<string> => {
    const contributionId = freshId();
    const words = { contributionId, ...POINT, kind, text, unnamed: false };
    await who.command({ type: 'contribution/make', sittingId, ...words, ...more });
    return contributionId;
  };
  /** As it was heard, for somebody. */
  const note = (text: string, attributedTo: string | null, entry: 'speech' | 'slip' = 'speech') =>
    order({
      ...{ type: 'contribution/make', sittingId, contributionId: freshId(), ...POINT, kind: null },
      ...{ text, unnamed: false, entry, attributedTo },
    });

  await order({ type: 'run/start', sittingId, expectedRunEvents: 0 });
  await order({ type: 'run/correct-start', sittingId, expectedRunEvents: 1, startedAt: began });
  await order({ type: 'run/next', sittingId, expectedRunEvents: 2 });
  const ids: string[] = [];
  for (const [index, [text, kind, supports]] of SAID.entries()) {
    const contributionId = await say(other(index), text, kind, { unnamed: index === 5 });
    ids.push(contributionId);
    for (let from = 1; from <= supports; from += 1)
      await other(index + from).command({ type: 'contribution/support', sittingId, contributionId });
  }
  const said = (index: number): string => ids[index] ?? '';
  await order({
    ...{ type: 'group/make', sittingId, groupId: freshId(), heading: 'Écrire, et relire' },
    contributionIds: [said(0), said(2)],
  });

  return {
    ...{ seminarId, sittingId, atelierId, code: sitting.code, links: { ...sitting.links, ...view.links } },
    ...{ organiser, claire, other, order, say, note, said, joined },
    /** Their phones are open on the atelier. */
    async arrive(count: number): Promise<void> {
      for (let index = 0; index < count; index += 1)
        await other(index).socket.emitWithAck('subscribe', {
          ...{ channel: 'sitting', sittingId, audience: 'participant', by: null },
        });
    },
    async ask(who: Person, about: string): Promise<string> {
      const askId = freshId();
      await who.command({ type: 'floor/ask', sittingId, askId, personId: null, about });
      return askId;
    },
    async hang(photo: Buffer, description: string): Promise<void> {
      const query = new URLSearchParams({ photoId: freshId(), itemId: POINT.itemId, description });
      const response = await fetch(`${url}/api/sittings/${sittingId}/photos?${query}`, {
        method: 'POST',
        headers: { cookie: organiser.cookie, origin: url, 'content-type': 'image/jpeg' },
        body: new Uint8Array(photo),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    close: () => devices.forEach((device) => device.close()),
  };
}

function personOf([firstName, lastName, role, town, consent]: Introduced) {
  return { firstName, lastName, function: role, town, consent };
}

/** The photo of a paperboard, drawn: two headings, and two lines under each. */
export async function paperboard(browser: Browser, [one, other]: Board = BOARD): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const column = ([heading, ...lines]: readonly string[]): string =>
    `<b style="color:#9c3327">${heading ?? ''}</b><br>${lines.map((line) => `– ${line}`).join('<br>')}<br>`;
  await page.setContent(`<body style="margin:0;padding:36px 60px;background:#f2efe6;color:#26313d;
    font:italic 58px/1.5 serif">${column(one)}${column(other)}</body>`);
  const photo = await page.screenshot({ type: 'jpeg', quality: 80 });
  await page.close();
  return photo;
}
