/** A séminaire of two ateliers in the shape of printed actes: who was there, what was said, and what each agreed to. */
import { expect } from '@playwright/test';
import * as Y from 'yjs';
import { agendaItem } from '#core/agenda/plan.ts';
import { JPEG } from '#core/photos/images.test-support.ts';
import type { Consent } from '#core/seminar/person.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { ActesView } from '#protocol/actes-views.ts';
import type { Command } from '#protocol/inputs.ts';
import type { SeminarView } from '#protocol/views.ts';
import { FRAGMENT } from '#ydoc/schema.ts';
import { commanded, connected, Device, freshId } from '../support/device.ts';

type Someone = {
  readonly firstName: string;
  readonly lastName: string;
  readonly function: string;
  readonly town: string;
  readonly consent: Consent;
};

const someone = (name: string, role: string, town: string, consent: Consent): Someone => {
  const [firstName = '', ...lastName] = name.split(' ');
  return { firstName, lastName: lastName.join(' '), function: role, town, consent };
};

export const PEOPLE = {
  ines: someone('Inès CARADEC', 'présidente', 'Morlaix', 'name-and-function'),
  yann: someone('Yann LE GOFF', 'directeur', 'Lorient', 'function'),
  gwenola: someone('Gwenola TANGUY', 'secrétaire', 'Quimper', 'none'),
  maelle: someone('Maëlle ABGRALL', 'chargée de projets', 'Brest', 'name-and-function'),
  erwan: someone('Erwan KERBRAT', 'trésorier', 'Quimperlé', 'name-and-function'),
} as const;
type Who = keyof typeof PEOPLE;

/** Where each sat: the first atelier or the second. */
const SEATS: Readonly<Record<Who, 0 | 1>> = { ines: 0, yann: 0, gwenola: 0, maelle: 1, erwan: 1 };

export const TITLE = 'Bien vieillir là où l’on vit';
export const ATELIERS = ['Repérer sans surveiller', 'Tenir avec les bénévoles'] as const;
export const QUESTIONS = [
  'Qui remarque le premier que des volets restent fermés ?',
  'Comment un bénévole peut-il dire non sans partir ?',
] as const;

type Said = { readonly by: Who; readonly text: string; readonly unnamed?: true };

/** What is taken over as quotations, with how it is signed. */
export const QUOTED = {
  ines: 'Le facteur en sait plus que nos tableaux.',
  yann: 'On a compté les visites, jamais les silences.',
  gwenola: 'La voisine a gardé la clé six ans sans le dire.',
  maelle: 'Un bénévole qui part en paix revient parler de nous.',
} as const;
export const SIGNED: Readonly<Record<keyof typeof QUOTED, string>> = {
  ines: 'Inès CARADEC – présidente (Morlaix)',
  yann: 'directeur (Lorient)',
  gwenola: '',
  maelle: 'Maëlle ABGRALL – chargée de projets (Brest)',
};
export const PROPOSED = [
  'Convenir avec la poste et la pharmacie d’un mot à dire quand une habitude change.',
  'Réserver un jour de répit par trimestre à chaque bénévole.',
  'Écrire une charte d’une page, relue chaque année par ceux qu’elle engage.',
] as const;
export const LEFT_OVER = 'Le minibus reste au garage le samedi.';
export const WITHDRAWN = 'Je retire ce que j’ai dit du maire.';
export const UNNAMED = 'On n’ose pas sonner deux fois.';

const SAID: readonly Said[] = [
  ...(Object.keys(QUOTED) as (keyof typeof QUOTED)[]).map((by) => ({ by, text: QUOTED[by] })),
  { by: 'ines', text: PROPOSED[0] },
  { by: 'maelle', text: PROPOSED[1] },
  { by: 'erwan', text: PROPOSED[2] },
  { by: 'yann', text: LEFT_OVER },
  { by: 'ines', text: WITHDRAWN },
  { by: 'gwenola', text: UNNAMED, unnamed: true },
];

/** The tour de table; Erwan and Yann ask for no quotation, Gwenola agreed to none of hers. */
export const PRESENTED = {
  ines: {
    quotation: 'Entrer par la cuisine, jamais par le dossier',
    text: 'Trente comités, deux salariées.',
  },
  yann: { quotation: '', text: 'Un service de jour et un jardin ouvert.' },
  gwenola: { quotation: 'Ne pas me citer', text: 'Vingt ans de secrétariat.' },
  maelle: { quotation: 'Le café d’abord', text: 'Une équipe de onze bénévoles.' },
  erwan: { quotation: '', text: 'Les comptes, et le bar les jours de fête.' },
} as const satisfies Record<Who, { quotation: string; text: string }>;

/** Words that nobody agreed to see under a name, or anywhere. */
export const NEVER = [
  ...['Yann', 'LE GOFF', 'Gwenola', 'TANGUY', 'Ne pas me citer', 'Vingt ans de secrétariat', WITHDRAWN],
] as const;

export type Held = {
  readonly organiser: Device;
  readonly seminarId: string;
  readonly personIds: Readonly<Record<Who, string>>;
  /** Opens the page of the actes for the organiser. */
  readonly organiserLink: string;
  close(): void;
};

/** The day is over: everybody has spoken, both syntheses are validated, one paperboard was photographed. */
export async function heldSeminar(url: string): Promise<Held> {
  const devices: Device[] = [];
  const device = (): Device => {
    const made = new Device(url);
    devices.push(made);
    return made;
  };
  const organiser = device();
  const seminarId = freshId();
  const ids = [0, 1].map(() => ({ atelierId: freshId(), sittingId: freshId() }));
  const atelier = (index: 0 | 1) => ({
    ...{ atelierId: ids[index]?.atelierId ?? '', sittingId: ids[index]?.sittingId ?? '' },
    ...{ title: ATELIERS[index], room: ['Ouessant', 'Molène'][index] ?? '', start: null },
    items: [
      agendaItem({
        ...{ id: `point-number-${index}`, title: ['Voir et entendre', 'Durer'][index] ?? '' },
        plannedMinutes: minutes(60),
        questions: [{ id: `point-number-${index}-question`, text: QUESTIONS[index] }],
      }),
    ],
  });
  const description = {
    ...{ title: TITLE, organisation: 'Union des comités du Ponant', place: 'Vannes', day: '2026-11-26' },
    ...{ theme: 'Quatrièmes rencontres régionales', language: 'fr', zone: 'Europe/Paris' },
  };
  const created = { seminarId, description, atelier: atelier(0) };
  expect((await organiser.request('/api/seminars', created)).status).toBe(201);
  const send = async (by: Device, as: 'organiser' | 'participant', commands: Command[]) => {
    const socket = by.socket();
    await connected(socket);
    for (const command of commands)
      expect(await commanded(socket, as, command), command.type).toMatchObject({ ok: true });
    socket.disconnect();
  };
  const at = (time: string) => instant(Date.parse(`2026-11-26T${time}:00+01:00`));
  const shared = { place: 'Grande salle', atelierId: null };
  await send(organiser, 'organiser', [
    { type: 'atelier/add', seminarId, plenary: false, ...atelier(1) },
    {
      ...{ type: 'programme/revise', seminarId, expectedRevision: 0 },
      times: [
        {
          id: 'time-welcome',
          kind: 'welcome',
          title: 'Accueil',
          start: at('09:00'),
          end: at('09:30'),
          ...shared,
        },
        {
          id: 'time-closing',
          kind: 'closing',
          title: 'Clôture',
          start: at('16:30'),
          end: at('17:00'),
          ...shared,
        },
      ],
      speakers: { 'time-welcome': 'Mme la présidente de l’union' },
    },
  ]);
  const view = await organiser.json<SeminarView>(`/api/seminars/${seminarId}`);
  const sittings = ids.map(({ sittingId }) =>
    view.ateliers.flatMap((it) => it.sittings).find((it) => it.sittingId === sittingId),
  );

  const contributionIds = new Map(SAID.map(({ text }) => [text, freshId()]));
  const idOf = (text: string): string => contributionIds.get(text) ?? '';
  const comeAndSpeak = async (who: Who): Promise<readonly [Who, string]> => {
    const seat = SEATS[who];
    const sittingId = ids[seat]?.sittingId ?? '';
    const [theirs, personId] = [device(), freshId()];
    const person = { personId, ...PEOPLE[who], sameName: 'another' };
    const joined = await theirs.request('/api/join', { code: sittings[seat]?.code ?? '', person });
    expect(joined.ok).toBe(true);
    const place = { itemId: `point-number-${seat}`, questionId: `point-number-${seat}-question` };
    await send(theirs, 'participant', [
      { type: 'presentation/write', sittingId, personId, ...PRESENTED[who] },
      ...SAID.filter(({ by }) => by === who).map(({ text, unnamed }): Command => ({
        ...{ type: 'contribution/make', sittingId, contributionId: idOf(text), ...place },
        ...{ kind: null, text, unnamed: unnamed ?? false },
      })),
      ...(who === 'ines'
        ? [{ type: 'contribution/withdraw', sittingId, contributionId: idOf(WITHDRAWN), key: null } as const]
        : []),
    ]);
    return [who, personId];
  };
  const personIds = Object.fromEntries(
    await Promise.all((Object.keys(PEOPLE) as Who[]).map(comeAndSpeak)),
  ) as Record<Who, string>;

  const quotation = (text: string) => block('quotation', [paragraph(text)], idOf(text));
  const proposal = (text: string) => block('proposal', [paragraph(text)], idOf(text));
  const written = [
    [
      paragraph('Avant les outils, les habitudes du voisinage.'),
      quotation(QUOTED.ines),
      quotation(QUOTED.yann),
      quotation(QUOTED.gwenola),
      block('bullet_list', [
        block('list_item', [paragraph('le facteur, la pharmacie, le marché ;')]),
        block('list_item', [paragraph('la gardienne, quand il en reste une.')]),
      ]),
      proposal(PROPOSED[0]),
    ],
    [paragraph('Durer se prépare.'), quotation(QUOTED.maelle), proposal(PROPOSED[1]), proposal(PROPOSED[2])],
  ];
  await Promise.all(
    ids.map(async ({ atelierId }, index) => {
      const rapporteur = device();
      await rapporteur.openLink(sittings[index]?.links.rapporteur ?? '');
      const { doc, provider } = rapporteur.text(`synthesis.${atelierId}.1`);
      await expect.poll(() => provider.synced).toBe(true);
      doc.getXmlFragment(FRAGMENT).push([...(written[index] ?? [])]);
    }),
  );
  const actes = async (): Promise<string> =>
    JSON.stringify((await organiser.json<ActesView>(`/api/seminars/${seminarId}/actes`)).actes);
  await expect
    .poll(async () => {
      const now = await actes();
      return PROPOSED.filter((text) => !now.includes(text));
    })
    .toEqual([]);
  await send(
    organiser,
    'organiser',
    ids.map(({ atelierId }) => ({ type: 'synthesis/validate', atelierId })),
  );

  const animateur = device();
  const sittingId = ids[0]?.sittingId ?? '';
  await animateur.openLink(sittings[0]?.links.animateur ?? '');
  const photoId = freshId();
  const about = new URLSearchParams({ photoId, description: PHOTO, itemId: 'point-number-0' });
  const sent = await fetch(`${url}/api/sittings/${sittingId}/photos?${about.toString()}`, {
    method: 'POST',
    headers: { cookie: animateur.cookie, origin: url, 'content-type': 'image/jpeg' },
    body: Buffer.from(JPEG),
  });
  expect(sent.status).toBe(201);

  return {
    ...{ organiser, seminarId, personIds, organiserLink: view.links.organiser },
    close: () => devices.forEach((it) => it.close()),
  };
}

export const PHOTO = 'Le paperboard : une carte du bourg, onze points rouges';

function block(name: string, content: (Y.XmlElement | Y.XmlText)[], source?: string): Y.XmlElement {
  const element = new Y.XmlElement(name);
  if (source !== undefined) element.setAttribute('sources', source);
  element.insert(0, content);
  return element;
}

const paragraph = (text: string): Y.XmlElement => block('paragraph', [new Y.XmlText(text)]);
