import { describe, expect, test } from 'vitest';
import { agendaItem, EMPTY_PLAN } from '../agenda/plan.ts';
import type { DomainEvent } from '../events/event-types.ts';
import type { Photo } from '../photos/photo.ts';
import type { Presentation } from '../round/round.ts';
import type { Consent, Person } from '../seminar/person.ts';
import type { Seminar } from '../seminar/seminar.ts';
import { foldSeminar } from '../seminar/seminar.ts';
import { instant } from '../time/instant.ts';
import type { ActesLabels } from './gathered-actes.ts';
import { buildActes } from './build-actes.ts';
import { normaliseActes } from './gathered-normalise.ts';
import { printTree } from './print-tree.ts';
import { toMarkdown } from './gathered-markdown.ts';

const labels: ActesLabels = {
  ...{ actes: 'Actes', contents: 'Sommaire', preamble: 'Préambule' },
  ...{
    people: 'Qui sommes-nous',
    paperboards: 'Paperboards',
    photo: (description: string) => `Photo : ${description}`,
  },
  atelier: (number, title) => `Atelier ${number} : ${title}`,
  ...{ questions: 'Questions', synthesis: 'Synthèse', notTakenOver: 'Non repris', noSynthesis: 'Rien.' },
  unnamed: 'Sans nom',
  kind: { observation: '', proposal: '', experience: '', testimony: '', 'to-clarify': '' },
  ...{ proposal: 'Proposition', decision: 'Décision', image: 'Image sans description' },
  counts: () => '',
  facts: (participants) => `${participants} participants`,
};

const DESCRIPTION = {
  ...{ title: 'Rencontre', organisation: '', theme: '', place: '', day: '' },
  ...{ language: 'fr', zone: 'Europe/Paris' },
} as const;
const told = (type: string, payload: object, actor: string | null = null): DomainEvent =>
  ({
    type,
    payload,
    actor,
    at: instant(0),
    stream: 'seminar:s',
    seq: 1,
    id: 'e',
    v: 1,
  }) as unknown as DomainEvent;
const came = (sittingId: string, personId: string, sameAs: string | null = null) =>
  told('seminar/person-joined', { sittingId, personId, sameAs }, personId);

const seminar = [
  told('seminar/created', { description: DESCRIPTION }),
  told('seminar/atelier-added', { atelierId: 'a1', title: 'Accueillir', plenary: false }),
  told('seminar/sitting-added', { sittingId: 's1', atelierId: 'a1', room: '', start: null, label: '' }),
  told('seminar/sitting-added', { sittingId: 's2', atelierId: 'a1', room: '', start: null, label: 'soir' }),
  ...[came('s1', 'yann'), came('s1', 'ana'), came('s1', 'loic'), came('s1', 'maelle')],
  ...[came('s2', 'yann'), came('s2', 'yann-2', 'yann'), came('s2', 'maelle-2', 'maelle')],
].reduce(foldSeminar, null) as Seminar;

const person = (id: string, firstName: string, consent: Consent): readonly [string, Person] => [
  id,
  { id, seminarId: 's', firstName, lastName: 'Le Goff', function: 'bénévole', town: 'Lorient', consent },
];
const people = new Map([
  person('yann', 'Yann', 'name-and-function'),
  person('ana', 'Ana', 'function'),
  person('loic', 'Loïc', 'none'),
  person('maelle', 'Maëlle', 'name-and-function'),
  person('maelle-2', 'Maëlle', 'none'),
]);
const says = (personId: string, text: string, more: Partial<Presentation> = {}) =>
  [personId, { personId, quotation: '', text, agreed: true, ...more }] as const;

const photo = (id: string, more: Partial<Photo> = {}): Photo => ({
  ...{ id, itemId: 'two', questionId: null, file: id.repeat(32), mediaType: 'image/png' },
  ...{ width: 8, height: 6, description: `Tableau ${id}`, at: instant(0), included: true, ...more },
});

const plan = {
  ...EMPTY_PLAN,
  items: [agendaItem({ id: 'one', title: 'Qui vient' }), agendaItem({ id: 'two', title: 'Comment' })],
};
const actes = buildActes({
  ...{ seminar, people, contributions: new Map(), syntheses: new Map(), preamble: [] },
  plans: new Map([['a1', plan]]),
  presentations: new Map([
    [
      's1',
      new Map([
        says('ana', 'À la mairie.'),
        says('loic', 'Rien de moi.'),
        says('maelle', 'Pas encore.', { agreed: false }),
        says('yann', 'Vingt ans d’accueil.\n\nEt un jardin.', {
          quotation: 'On vient pour le café, on reste',
        }),
      ]),
    ],
    ['s2', new Map([says('yann-2', 'Autre chose.'), says('maelle-2', 'Pas encore, ni ici.')])],
  ]),
  photos: new Map([
    ['s1', [photo('p1'), photo('p2', { itemId: 'one' }), photo('p3', { included: false })]],
    ['s2', [photo('p4', { itemId: null, description: null })]],
  ]),
});

describe('« Qui sommes-nous »', () => {
  test('[AC17] who agreed, in the order of the list, once, as far as they want to be named', () => {
    expect(actes.people).toEqual([
      {
        personId: 'yann',
        attribution: { name: 'LE GOFF Yann', function: 'bénévole', town: 'Lorient' },
        quotation: 'On vient pour le café, on reste',
        text: 'Vingt ans d’accueil.\n\nEt un jardin.',
      },
      {
        personId: 'ana',
        attribution: { name: null, function: 'bénévole', town: 'Lorient' },
        quotation: '',
        text: 'À la mairie.',
      },
    ]);
  });

  test('[AC19] comes after the préambule: who, the quotation, the lines', () => {
    const [first] = printTree(actes, labels).parts;
    expect(first?.map((block) => block.type)).toEqual([
      ...['heading', 'heading', 'quotation', 'paragraph', 'paragraph'],
      ...['heading', 'paragraph'],
    ]);
    expect(first?.[1]).toMatchObject({ level: 2, inContents: false });
    const markdown = toMarkdown(actes, labels);
    expect(markdown).toContain('## Qui sommes-nous\n\n### LE GOFF Yann – bénévole (Lorient)');
    expect(markdown).toContain('> On vient pour le café');
    for (const silent of ['Loïc', 'Rien de moi', 'Maëlle', 'Pas encore', 'Ana'])
      expect(markdown).not.toContain(silent);
  });
});

describe('paperboards', () => {
  test('[AC18] those included, by atelier and point', () => {
    expect(actes.paperboards).toMatchObject([
      {
        number: 1,
        title: 'Accueillir',
        photos: [
          { id: 'p4', item: '', description: '' },
          { id: 'p2', item: 'Qui vient' },
          { id: 'p1', item: 'Comment', file: 'p1'.repeat(32), mediaType: 'image/png' },
        ],
      },
    ]);
  });

  test('[AC18] at a point of a sitting’s own plan under its title', () => {
    const own = { ...EMPTY_PLAN, items: [agendaItem({ id: 'own', title: 'Ici seulement' })] };
    const { paperboards } = buildActes({
      ...{ seminar, people, contributions: new Map(), syntheses: new Map(), preamble: [] },
      plans: new Map([['a1', plan]]),
      ownPlans: new Map([['s2', own]]),
      photos: new Map([
        ['s1', [photo('p1')]],
        ['s2', [photo('p2', { itemId: 'own' }), photo('p3')]],
      ]),
    });
    expect(paperboards?.[0]?.photos.map(({ id, item }) => [id, item])).toEqual([
      ['p3', ''],
      ['p2', 'Ici seulement'],
      ['p1', 'Comment'],
    ]);
  });

  test('[AC19] each with its description, under its atelier and point', () => {
    const markdown = toMarkdown(actes, labels);
    expect(markdown).toContain('### Accueillir');
    expect(markdown).toMatch(/Photo\s: Tableau p1/);
    expect(markdown).not.toContain('p1'.repeat(32));
  });

  test('[AC45] one without a description gets the label', () => {
    const { actes: readable, report } = normaliseActes(actes, { covers: () => true, labels });
    expect(readable.paperboards?.[0]?.photos[0]?.description).toBe(labels.image);
    expect(report.map(({ code }) => code)).toContain('actes/image-without-alternative');
  });

  test('nobody says anything, nothing was included: no part, no annex', () => {
    const bare = buildActes({
      ...{ seminar, people, contributions: new Map(), syntheses: new Map(), preamble: [], plans: new Map() },
    });
    expect(Object.keys(bare)).toEqual(['language', 'cover', 'preamble', 'ateliers']);
  });
});
