import { describe, expect, test } from 'vitest';
import type { SittingBalance } from '../agenda/balance.ts';
import type { Photo } from '../photos/photo.ts';
import type { SharedTime } from '../programme/programme.ts';
import type { Presentation } from '../round/round.ts';
import type { Seminar } from '../seminar/seminar.ts';
import { duration, instant, minutes } from '../time/instant.ts';
import type { Block } from './rich-text.ts';
import {
  built,
  heading,
  paragraph,
  partOf,
  peopleOf,
  person,
  planOf,
  point,
  proposal,
  SEMINAR,
} from './actes-material.test-support.ts';
import { nextStepsFrom } from './build-next-steps.ts';

const withSeminar = (changes: Partial<Seminar>): Seminar => ({ ...SEMINAR, ...changes });
const moment = (iso: string) => instant(Date.parse(iso));

describe('[AC62] the programme', () => {
  const time = (id: string, title: string, start: string, end: string): SharedTime => ({
    ...{ id, kind: 'other', title, place: '', atelierId: null },
    ...{ start: moment(start), end: moment(end) },
  });
  const times = [
    time('t1', 'Accueil', '2026-11-26T08:00:00Z', '2026-11-26T08:30:00Z'),
    { ...time('t2', 'Ouverture', '2026-11-26T08:30:00Z', '2026-11-26T09:00:00Z'), place: 'Auditorium' },
  ];
  const sittings = SEMINAR.sittings.map((sitting) =>
    sitting.id === 'other'
      ? { ...sitting, start: moment('2026-11-26T09:00:00Z'), label: 'groupe A' }
      : sitting,
  );
  const programme = { revision: 1, times, speakers: {} };

  test('tells planned times, what they hold, and the ateliers where they start', () => {
    expect(partOf(built({ seminar: withSeminar({ programme, sittings }) }), 'programme')).toEqual([
      '# Programme',
      [
        'Horaire | Déroulement',
        '9\u00a0h – 9\u00a0h\u00a030 | Accueil',
        '9\u00a0h\u00a030 – 10\u00a0h | Ouverture, Auditorium',
        '10\u00a0h | Atelier 2 : Faire – groupe A, C',
      ].join('\n'),
    ]);
  });

  test.each([
    ['Que nous faut-il ?', 'Que nous faut-il ? (Salle 1)'],
    ['Partir, revenir…', 'Partir, revenir… (Salle 1)'],
    ['« Et demain ? »', '« Et demain ? », Salle 1'],
  ])('[AC116] tells the place of « %s » as « %s »', (title, expected) => {
    const asked = { ...time('t1', title, '2026-11-26T08:00:00Z', '2026-11-26T08:00:00Z'), place: 'Salle 1' };
    const seminar = withSeminar({ programme: { revision: 1, times: [asked], speakers: {} } });
    expect(partOf(built({ seminar }), 'programme')?.[1]).toBe(
      `Horaire | Déroulement\n9\u00a0h | ${expected}`,
    );
  });

  test('[AC116] sets all places in brackets where one title ends in a sign', () => {
    const at = '2026-11-26T08:00:00Z';
    const placed = ['Que nous faut-il ?', 'Clôture'].map((title, index) => ({
      ...time(`t${index}`, title, at, at),
      place: 'Salle 1',
    }));
    const seminar = withSeminar({ programme: { revision: 1, times: placed, speakers: {} } });
    expect(partOf(built({ seminar }), 'programme')?.[1]).toBe(
      'Horaire | Déroulement\n9\u00a0h | Que nous faut-il ? (Salle 1)\n9\u00a0h | Clôture (Salle 1)',
    );
  });

  test('has a column for those who spoke, and a heading for each of several days', () => {
    const next = time('t3', 'Clôture', '2026-11-27T08:00:00Z', '2026-11-27T08:00:00Z');
    const two = { revision: 1, times: [...times, next], speakers: { t2: ' La présidente ' } };
    expect(partOf(built({ seminar: withSeminar({ programme: two }) }), 'programme')).toEqual([
      '# Programme',
      '## 26\u00a0novembre\u00a02026',
      [
        'Horaire | Déroulement | Intervenants',
        '9\u00a0h – 9\u00a0h\u00a030 | Accueil | ',
        '9\u00a0h\u00a030 – 10\u00a0h | Ouverture, Auditorium | La présidente',
      ].join('\n'),
      '## 27\u00a0novembre\u00a02026',
      'Horaire | Déroulement | Intervenants\n9\u00a0h | Clôture | ',
    ]);
  });
});

describe('« Qui sommes-nous »', () => {
  const people = peopleOf(
    person('yann', { firstName: 'Yann', lastName: 'Le Goff' }),
    person('ana', {
      firstName: 'Ana',
      lastName: 'Lopez',
      consent: 'function',
      function: 'bénévole',
      town: '',
    }),
    person('loic', { firstName: 'Loïc', consent: 'none' }),
    person('maelle', { firstName: 'Maëlle' }),
    person('maelle-2', { firstName: 'Maëlle', consent: 'none' }),
    person('yann-2', { firstName: 'Yann', lastName: 'Le Goff' }),
  );
  const says = (personId: string, text: string, more: Partial<Presentation> = {}) =>
    [personId, { personId, quotation: '', text, agreed: true, ...more }] as const;
  const seminar = withSeminar({
    attendance: { morning: ['yann', 'ana', 'loic', 'maelle'], afternoon: ['yann', 'maelle'] },
    samePerson: { 'yann-2': 'yann', 'maelle-2': 'maelle' },
  });
  const presentations = new Map([
    [
      'morning',
      new Map([
        says('ana', 'À la mairie.'),
        says('loic', 'Rien de moi.'),
        says('maelle', 'Pas encore.', { agreed: false }),
        says('yann', 'Vingt ans d’accueil.\n\nEt un jardin.', { quotation: 'On vient pour le café' }),
      ]),
    ],
    ['afternoon', new Map([says('yann-2', 'Autre chose.'), says('maelle-2', 'Pas encore, ni ici.')])],
  ]);

  test('[AC17] [AC19] who agreed, in the order of the list, once, as far as they want to be named', () => {
    const { parts } = built({ seminar, people, presentations });
    expect(parts.find(({ kind }) => kind === 'people')?.blocks.slice(1)).toEqual([
      {
        type: 'presentation',
        who: 'LE GOFF Yann – présidente (Morlaix)',
        quotation: [paragraph('On vient pour le café')],
        content: [paragraph('Vingt ans d’accueil.'), paragraph('Et un jardin.')],
        personId: 'yann',
      },
      {
        ...{ type: 'presentation', who: 'bénévole', quotation: [], personId: 'ana' },
        content: [paragraph('À la mairie.')],
      },
    ]);
  });
});

describe('[AC63] présents, excusés, représentés', () => {
  const people = peopleOf(
    person('x', { firstName: 'Émilie', lastName: 'Péron', town: 'St Martin d’Hères' }),
    person('y', { firstName: 'Anne-Lise', lastName: 'Le Bihan', function: 'élue', town: '' }),
    person('z', { firstName: 'Zoé', consent: 'function' }),
    person('e', { firstName: 'Ève', lastName: 'Dasetto', town: 'Vif' }),
    person('r', { firstName: 'Rémi', lastName: 'Oger', town: 'Crolles' }),
    person('s', { firstName: 'Sara', lastName: 'Viel', town: '', function: '' }),
  );
  const listed = (
    personId: string,
    presence: Seminar['presences'][number]['presence'],
    representedBy = '',
  ) => ({
    ...{ personId, presence, representedBy },
  });
  const presences = [
    listed('e', 'excused'),
    listed('r', 'represented', ' Zoé Caradec '),
    listed('s', 'speaker'),
  ];

  test('by last name, as actes and as minutes list them; others are counted', () => {
    const seminar = withSeminar({ presences });
    expect(partOf(built({ seminar, people }), 'attendance')).toEqual([
      '# Présents, intervenants, excusés, représentés',
      ...[
        '## Présents',
        'LE BIHAN Anne-Lise – élue\nPÉRON Émilie – présidente (St Martin d’Hères)\net 1 personne(s)',
      ],
      ...['## Intervenants', 'VIEL Sara'],
      ...['## Excusés', 'DASETTO Ève – présidente (Vif)'],
      // Zoé does not want to be named.
      ...['## Représentés', 'OGER Rémi – présidente (Crolles)'],
    ]);
    expect(partOf(built({ seminar, people }, {}, { model: 'meeting' }), 'attendance')).toEqual([
      '# Présents, intervenants, excusés, représentés',
      ...['## Présents', 'A.-L. LE BIHAN, élue\nÉ. PÉRON, St Martin d’Hères\net 1 personne(s)'],
      ...['## Intervenants', 'S. VIEL'],
      ...['## Excusés', 'È. DASETTO, Vif'],
      ...['## Représentés', 'R. OGER, Crolles'],
    ]);
  });

  test('who came is present whatever was listed before, a guest stays one, and a stand-in is told', () => {
    const seminar = withSeminar({
      presences: [listed('x', 'excused'), listed('y', 'guest'), listed('r', 'represented', 'M. Ruz')],
    });
    expect(partOf(built({ seminar, people }), 'attendance')).toEqual([
      '# Présents, invités, représentés',
      ...['## Présents', 'PÉRON Émilie – présidente (St Martin d’Hères)\net 1 personne(s)'],
      ...['## Invités', 'LE BIHAN Anne-Lise – élue'],
      ...['## Représentés', 'OGER Rémi – présidente (Crolles) / par M. Ruz'],
    ]);
  });

  test('a stand-in who does not want to be named is not, with whatever title', () => {
    const more = peopleOf(
      ...people.values(),
      person('stands', { consent: 'function', firstName: 'Loïc', lastName: 'Morvan' }),
    );
    const seminar = withSeminar({ presences: [listed('r', 'represented', 'M. MORVAN Loïc, adjoint')] });
    expect(partOf(built({ seminar, people: more }), 'attendance')?.at(-1)).toBe(
      'OGER Rémi – présidente (Crolles)',
    );
  });

  test('who refused on one of their devices is counted', () => {
    const more = peopleOf(...people.values(), person('x-2', { consent: 'none' }));
    const seminar = withSeminar({ attendance: { morning: ['x'] }, samePerson: { 'x-2': 'x' } });
    expect(partOf(built({ seminar, people: more }), 'attendance')).toEqual([
      ...['# Présents', '1 personne(s)'],
    ]);
  });

  test('[AC115] the title names the groups there are, unless the organiser or the model gave one', () => {
    const seminar = withSeminar({ presences: [] });
    const title = (...more: readonly Parameters<typeof built>[1][]) =>
      partOf(built({ seminar, people }, ...more), 'attendance')?.slice(0, 2);
    const names =
      'LE BIHAN Anne-Lise – élue\nPÉRON Émilie – présidente (St Martin d’Hères)\net 1 personne(s)';
    expect(title()).toEqual(['# Présents', names]);
    expect(title({ attendance: { title: 'Étaient là' } })).toEqual(['# Étaient là', '## Présents']);
    const members = built({ seminar, people }, {}, { model: 'committee' });
    expect(partOf(members, 'attendance')?.slice(0, 2)).toEqual(['# Liste', '## Présents']);
  });
});

describe('[AC64] read by point', () => {
  const first = [
    paragraph('D’abord.'),
    heading(2, 'Se faire connaître'),
    paragraph('Par le marché.'),
    heading(3, 'Où'),
    paragraph('Partout.'),
    heading(2, 'À nous'),
    paragraph('Seuls.'),
  ];
  const second = [heading(1, 'SE FAIRE  CONNAITRE !'), paragraph('Par la radio.')];
  const both = new Map([
    ['a1', first],
    ['a2', second],
  ]);

  test('headings of one title stand together, each passage under its atelier, the rest with its atelier', () => {
    const actes = built({ syntheses: both }, { 'atelier-a2': { title: 'Groupe B' } }, { order: 'point' });
    expect(partOf(actes, 'points')).toEqual([
      ...['# Points', '## Se faire connaître'],
      ...['### Atelier 1 : Dire', 'Par le marché.', '#### Où', 'Partout.'],
      ...['### Groupe B', 'Par la radio.'],
    ]);
    expect(partOf(actes, 'atelier', 'a1')?.slice(-4)).toEqual([
      ...['## Synthèse', 'D’abord.', '### À nous', 'Seuls.'],
    ]);
    expect(partOf(actes, 'atelier', 'a2')).toBeUndefined();
  });

  test('a single atelier that wrote is read by its own headings; one that did not says so', () => {
    const actes = built({ syntheses: new Map([['a1', first]]) }, {}, { model: 'meeting', order: 'point' });
    expect(partOf(actes, 'points')).toEqual([
      ...['# Points', 'D’abord.', '## Se faire connaître', 'Par le marché.', '### Où', 'Partout.'],
      ...['## À nous', 'Seuls.'],
    ]);
    expect(partOf(actes, 'atelier', 'a1')).toBeUndefined();
    expect(partOf(actes, 'atelier', 'a2')?.at(-1)).toBe('Rien d’écrit');
  });

  test('where the points are left out, and in the order of the ateliers, nothing is missing', () => {
    for (const [included, order] of [
      [false, 'point'],
      [true, 'atelier'],
    ] as const) {
      const actes = built({ syntheses: both }, { points: { included } }, { order });
      expect(partOf(actes, 'points')).toBeUndefined();
      expect(partOf(actes, 'atelier', 'a1')?.at(-1)).toBe('Seuls.');
      expect(partOf(actes, 'atelier', 'a2')?.at(-1)).toBe('Par la radio.');
    }
  });
});

describe('[AC65] suites proposées', () => {
  const inList: Block = {
    ...{ type: 'list', ordered: false, start: 1 },
    items: [{ content: [proposal('Écrire.', ['c2'])], sources: [] }],
  };
  const decision: Block = {
    type: 'proposal',
    kind: 'decision',
    sources: [],
    content: [paragraph('Se revoir.')],
  };
  const syntheses = new Map([
    ['a2', [paragraph('Rien.'), decision]],
    ['a1', [proposal('Rédiger\u00a0la  convention.', ['c1']), inList, proposal(' ')]],
  ]);

  test('are proposed from the proposals and decisions, atelier by atelier, while nobody wrote them', () => {
    const proposed = nextStepsFrom([...syntheses.values()].toReversed());
    const unclaimed = { id: expect.any(String) as string, who: '', byWhen: '' };
    expect(proposed).toEqual([
      { ...unclaimed, what: 'Rédiger la convention.', sources: ['c1'] },
      { ...unclaimed, what: 'Écrire.', sources: ['c2'] },
      { ...unclaimed, what: 'Se revoir.', sources: [] },
    ]);
    expect(new Set(proposed.map(({ id }) => id)).size).toBe(3);
    expect(nextStepsFrom([...syntheses.values()].toReversed())).toEqual(proposed);
    expect(partOf(built({ syntheses }), 'next-steps')).toEqual([
      '# Suites',
      'Suite | Qui | Pour le\nRédiger la convention. |  | \nÉcrire. |  | \nSe revoir. |  | ',
    ]);
  });

  test('are known by their words: they are the same while others come and go, and equal ones are two', () => {
    const idsOf = (...all: readonly Block[]) => nextStepsFrom([all]).map(({ id }) => id);
    const [first, second, third] = [proposal('Écrire.', ['c1']), proposal('Se revoir.'), proposal('Lire.')];
    const ids = idsOf(first, second, third);
    expect(idsOf(proposal('Inviter.'), first, third).slice(1)).toEqual([ids[0], ids[2]]);
    const twice = idsOf(first, second, proposal('Écrire.', ['c2']));
    expect(twice.slice(0, 2)).toEqual(ids.slice(0, 2));
    expect(new Set(twice).size).toBe(3);
    for (const id of twice) expect(id).toMatch(/^[A-Za-z0-9_-]{8,64}$/u);
  });

  test('are not proposed from an atelier that is left out, and end between words where they are too long', () => {
    const long = new Map([...syntheses, ['a2', [proposal('mot '.repeat(400))]]]);
    const steps = partOf(built({ syntheses: long }, { 'atelier-a1': { included: false } }), 'next-steps');
    expect(steps?.[1]?.replace(/(?:mot )+/u, 'mot ')).toBe('Suite | Qui | Pour le\nmot … |  | ');
    expect(steps?.[1]?.length).toBeLessThan(1100);
  });

  test('are those that were written, with their sources; none is a choice too', () => {
    const step = { id: 's', what: 'Écrire', who: 'Le CCAS', byWhen: 'mars', sources: ['c1'] };
    const { parts } = built({ syntheses, nextSteps: [step] });
    const table = parts.find(({ kind }) => kind === 'next-steps')?.blocks[1];
    expect(table).toMatchObject({ type: 'table', columns: 3 });
    const rows = table?.type === 'table' ? table.rows : [];
    expect(rows[0]?.every(({ header }) => header)).toBe(true);
    expect(rows[1]?.[0]).toEqual({ header: false, content: [paragraph('Écrire', ['c1'])] });
    expect(partOf(built({ syntheses, nextSteps: [] }), 'next-steps')).toBeUndefined();
  });
});

describe('[AC67] annexes', () => {
  const on = { included: true };

  test('notes stand under their sitting, whose group is told where there are several', () => {
    const notes = new Map([
      ['afternoon', [heading(2, 'Un', 'p1'), paragraph('Noté.'), heading(2, 'Deux', 'p2')]],
      ['other', [paragraph('Aussi.')]],
      ['morning', [paragraph('')]],
    ]);
    expect(partOf(built({ notes }, { notes: on }), 'notes')).toEqual([
      ...['# Notes', '## Atelier 1 : Dire – groupe 2', '### Un', 'Noté.'],
      ...['## Atelier 2 : Faire', 'Aussi.'],
    ]);
    expect(partOf(built({ notes }, { notes: on, 'atelier-a2': { included: false } }), 'notes')).not.toContain(
      'Aussi.',
    );
    expect(partOf(built({ notes }), 'notes')).toBeUndefined();
  });

  test('[AC18] [AC19] photos that were included, by atelier and point of the plan their sitting has', () => {
    const photo = (id: string, more: Partial<Photo> = {}): Photo => ({
      ...{ id, itemId: 'p2', questionId: null, file: id.repeat(32), mediaType: 'image/png' },
      ...{ width: 8, height: 6, description: `Tableau ${id}`, at: instant(0), included: true, ...more },
    });
    const photos = new Map([
      ['morning', [photo('m1'), photo('m2', { itemId: 'p1' }), photo('m3', { included: false })]],
      ['afternoon', [photo('n1', { itemId: null, description: null }), photo('n2', { itemId: 'own' })]],
    ]);
    const ownPlans = new Map([['afternoon', planOf(point('own', { title: 'Ici seulement' }))]]);
    const actes = built({ photos, ownPlans });
    expect(partOf(actes, 'paperboards')).toEqual([
      ...['# Paperboards', '## Atelier 1 : Dire', '[]'],
      ...[
        '### Point p1',
        '[Tableau m2]',
        '### Ici seulement',
        '[Tableau n2]',
        '### Point p2',
        '[Tableau m1]',
      ],
    ]);
    expect(actes.parts.at(-1)?.blocks.at(-1)).toMatchObject({
      file: 'm1'.repeat(32),
      mediaType: 'image/png',
    });
  });

  const row = (itemId: string, title: string, planned: number | null, real: number) => ({
    ...{ itemId, title, kind: 'discussion' as const, planned: planned === null ? null : minutes(planned) },
    ...{ plannedStart: null, realStart: null, real: duration(real * 60_000), settled: true },
  });
  const run = (runId: string, rehearsal: boolean): SittingBalance['runs'][number] => ({
    ...{ runId, rehearsal, archived: false, startedAt: instant(0), finishedAt: instant(1) },
    rows: [row('p1', `Bilan ${runId}`, 30, 64.2), row('p2', '', null, 5), row('p3', 'Suite', 20, 17)],
    ...{ planned: minutes(50), real: duration(86.2 * 60_000), settled: true, late: null },
  });
  const balance = (sittingId: string, runs: SittingBalance['runs']): SittingBalance => ({
    ...{
      sittingId,
      atelierId: 'a1',
      atelierNumber: 1,
      atelierTitle: 'Dire',
      plenary: false,
      label: '',
      room: '',
    },
    runs,
  });

  test('[BA8] times are told when asked for: a table for each sitting, of its last run that is no rehearsal', () => {
    const balances = [
      balance('morning', [run('first', false), run('last', false), run('dry', true)]),
      balance('other', [run('dry', true)]),
    ];
    expect(partOf(built({ balances }), 'times')).toBeUndefined();
    const told = partOf(built({ balances }, { times: on }), 'times');
    expect(told?.map((line) => line.replace(/[\u00a0\u202f]/gu, '~'))).toEqual([
      ...['# Temps', '## Atelier 1 : Dire – groupe 1'],
      [
        'Point | Prévu | Réel | Écart',
        'Bilan last | ½~h | 1~h~04 | +34~min',
        'Point ajouté | – | 5~min | –',
        'Suite | 20~min | 17~min | −3~min',
        'Total | 50~min | 1~h~26 | +36~min',
      ].join('\n'),
    ]);
  });
});
