import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgendaItem, Plan } from '../agenda/plan.ts';
import { agendaItem, EMPTY_PLAN } from '../agenda/plan.ts';
import { EMPTY_PROGRAMME } from '../programme/programme.ts';
import type { Contribution } from '../contributions/contribution.ts';
import type { Person } from '../seminar/person.ts';
import { UNNAMED } from '../seminar/person.ts';
import { DEFAULT_WARNING_MINUTES } from '../seminar/seminar.ts';
import type { Seminar } from '../seminar/seminar.ts';
import { instant } from '../time/instant.ts';
import type { ActesMaterial } from './build-actes.ts';
import { buildActes } from './build-actes.ts';
import type { RichText } from './rich-text.ts';

const point = (id: string, changes: Partial<AgendaItem> = {}): AgendaItem =>
  agendaItem({
    id,
    title: `Point ${id}`,
    questions: [{ id: `${id}-q`, text: `Question de ${id} ?` }],
    ...changes,
  });
const planOf = (...items: readonly AgendaItem[]): Plan => ({ ...EMPTY_PLAN, revision: 1, items });

const said = (id: string, changes: Partial<Contribution> = {}): Contribution => ({
  id,
  seq: 1,
  itemId: 'p1',
  questionId: null,
  kind: 'observation',
  text: `Parole ${id}`,
  author: null,
  unnamed: false,
  at: instant(1_000),
  runId: null,
  supporters: [],
  entry: 'typed',
  enteredBy: null,
  agreed: true,
  keyHash: null,
  function: null,
  town: null,
  silenceId: null,
  earlier: [],
  changed: false,
  changedBy: null,
  withdrawn: false,
  hidden: null,
  pinned: false,
  approved: false,
  groupId: null,
  ...changes,
});

const person = (id: string, changes: Partial<Person> = {}): Person => ({
  id,
  seminarId: 's',
  firstName: 'Inès',
  lastName: 'Caradec',
  function: 'présidente',
  town: 'Morlaix',
  consent: 'name-and-function',
  ...changes,
});

const seminar: Seminar = {
  description: {
    title: 'Pouvoir d’agir',
    organisation: 'Union',
    theme: 'Le lien',
    place: 'Vannes',
    day: '2026-11-26',
    language: 'fr',
    zone: 'Europe/Paris',
  },
  ateliers: [
    { id: 'a1', title: 'Dire', number: 1, plenary: false },
    { id: 'a2', title: 'Faire', number: 2, plenary: false },
  ],
  sittings: [
    { id: 'morning', atelierId: 'a1', room: 'A', start: null, label: '' },
    { id: 'afternoon', atelierId: 'a1', room: 'B', start: instant(5), label: '' },
    { id: 'other', atelierId: 'a2', room: 'C', start: null, label: '' },
  ],
  attendance: { morning: ['x', 'y'], afternoon: ['y', 'z'], other: ['z'] },
  programme: EMPTY_PROGRAMME,
  programmeBefore: null,
  programmeRevisedAt: null,
  reopenedAt: null,
  samePerson: {},
  presences: [],
  joined: new Set(),
  closed: false,
  appointments: {},
  warningMinutes: DEFAULT_WARNING_MINUTES,
  messages: [],
};

const material = (changes: Partial<ActesMaterial> = {}): ActesMaterial => ({
  seminar,
  people: new Map(),
  plans: new Map([['a1', planOf(point('p1'), point('p2'))]]),
  contributions: new Map(),
  syntheses: new Map(),
  preamble: [],
  ...changes,
});

const leftOut = (contributions: readonly Contribution[], synthesis: RichText = []) =>
  buildActes(
    material({
      contributions: new Map([['morning', contributions]]),
      syntheses: new Map([['a1', synthesis]]),
    }),
  ).ateliers[0];

const synthesisOf = (synthesis: RichText): RichText | undefined => leftOut([], synthesis)?.synthesis;

const ids = (contributions: readonly { readonly id: string }[] | undefined) =>
  contributions?.map(({ id }) => id);

describe('buildActes', () => {
  it('[AC1] takes cover and language from the description', () => {
    const actes = buildActes(material());
    expect(actes.language).toBe('fr');
    expect(actes.cover).toEqual({
      organisation: 'Union',
      title: 'Pouvoir d’agir',
      theme: 'Le lien',
      place: 'Vannes',
      day: '2026-11-26',
      participants: 3,
      contributions: 0,
    });
  });

  it('[AC2] makes one part per atelier, in order, from all its sittings; a person counts once', () => {
    const actes = buildActes(
      material({
        contributions: new Map([
          ['morning', [said('c1')]],
          ['afternoon', [said('c2', { supporters: ['x'] })]],
          ['other', [said('c3')]],
        ]),
      }),
    );
    expect(
      actes.ateliers.map(({ number, participants, contributions }) => [number, participants, contributions]),
    ).toEqual([
      [1, 3, 2],
      [2, 1, 1],
    ]);
    expect(ids(actes.ateliers[0]?.items[0]?.notTakenOver)).toEqual(['c2', 'c1']);
    expect(actes.cover.contributions).toBe(3);
  });

  it('[AC2] makes a part of a plenary only when something was written or said there', () => {
    const plenary = { id: 'plenary', title: 'Restitution', number: 0, plenary: true };
    const hall = { id: 'hall', atelierId: 'plenary', room: 'Auditorium', start: null, label: '' };
    const withPlenary: Seminar = {
      ...seminar,
      ateliers: [...seminar.ateliers, plenary],
      sittings: [...seminar.sittings, hall],
    };
    const titles = (changes: Partial<ActesMaterial>) =>
      buildActes(material({ seminar: withPlenary, ...changes })).ateliers.map(({ title }) => title);
    expect(titles({})).toEqual(['Dire', 'Faire']);
    const contributions = new Map([['hall', [said('c1')]]]);
    expect(titles({ contributions })).toEqual(['Dire', 'Faire', 'Restitution']);
    const written: RichText = [{ type: 'paragraph', content: [{ type: 'text', text: 'Oui.' }], sources: [] }];
    expect(titles({ syntheses: new Map([['plenary', written]]) })).toHaveLength(3);
  });

  it('[AC3] recalls each point with its questions; a break only when something was said there', () => {
    const plan = planOf(point('p1'), point('pause', { kind: 'break', questions: [] }), point('p2'));
    const quiet = buildActes(material({ plans: new Map([['a1', plan]]) })).ateliers[0];
    expect(quiet?.items.map(({ title, questions }) => [title, questions])).toEqual([
      ['Point p1', ['Question de p1 ?']],
      ['Point p2', ['Question de p2 ?']],
    ]);
    const spoken = buildActes(
      material({
        plans: new Map([['a1', plan]]),
        contributions: new Map([['morning', [said('c1', { itemId: 'pause' })]]]),
      }),
    ).ateliers[0];
    expect(spoken?.items.map(({ title }) => title)).toEqual(['Point p1', 'Point pause', 'Point p2']);
  });

  it('[AC4] leaves out of the rest what the synthesis took over, wherever it stands in it', () => {
    const synthesis: RichText = [
      { type: 'paragraph', content: [], sources: ['c1'] },
      { type: 'list', ordered: false, start: 1, items: [{ content: [], sources: ['c2'] }] },
      {
        type: 'table',
        rows: [
          [
            {
              header: false,
              content: [{ type: 'quotation', attribution: '', content: [], sources: ['c3'] }],
            },
          ],
        ],
      },
    ];
    const atelier = leftOut([said('c1'), said('c2'), said('c3'), said('c4')], synthesis);
    expect(ids(atelier?.items[0]?.notTakenOver)).toEqual(['c4']);
    expect(atelier?.contributions).toBe(4);
    expect(atelier?.synthesis).toBe(synthesis);
  });

  it('[AC5] orders the rest by supports, then by time, then by id', () => {
    const atelier = leftOut([
      said('late', { at: instant(9_000) }),
      said('b', { at: instant(2_000) }),
      said('a', { at: instant(2_000) }),
      said('loved', { at: instant(9_999), supporters: ['x', 'y'] }),
    ]);
    expect(ids(atelier?.items[0]?.notTakenOver)).toEqual(['loved', 'a', 'b', 'late']);
  });

  it('[AC6] never shows words that were redacted or are empty, and does not count them', () => {
    const atelier = leftOut([said('gone', { text: null }), said('blank', { text: ' \n ' }), said('c1')]);
    expect(ids(atelier?.items[0]?.notTakenOver)).toEqual(['c1']);
    expect(atelier?.contributions).toBe(1);
  });

  it('[AC7] puts what belongs to no point of the plan apart', () => {
    const atelier = leftOut([said('c1', { itemId: null }), said('c2', { itemId: 'removed' }), said('c3')]);
    expect(ids(atelier?.elsewhere)).toEqual(['c1', 'c2']);
    expect(ids(atelier?.items[0]?.notTakenOver)).toEqual(['c3']);
  });

  it('[AC8] names people as far as they agreed', () => {
    const people = new Map(
      [person('named'), person('function', { consent: 'function' }), person('none', { consent: 'none' })].map(
        (it) => [it.id, it],
      ),
    );
    const spoken = ['named', 'function', 'none', 'unknown', null].map((author, index) =>
      said(`c${index}`, { author }),
    );
    spoken.push(
      said('c5', { author: 'named', unnamed: true }),
      said('c6', { unnamed: true, function: 'directrice', town: 'Auray' }),
      said('c7', { author: 'named', enteredBy: 'rapporteur', agreed: false }),
      said('c8', { author: 'named', enteredBy: 'rapporteur', agreed: true }),
    );
    const built = buildActes(material({ people, contributions: new Map([['morning', spoken]]) }));
    expect(built.ateliers[0]?.items[0]?.notTakenOver.map(({ attribution }) => attribution)).toEqual([
      { name: 'Inès Caradec', function: 'présidente', town: 'Morlaix' },
      { name: null, function: 'présidente', town: 'Morlaix' },
      UNNAMED,
      UNNAMED,
      UNNAMED,
      UNNAMED,
      { name: null, function: 'directrice', town: 'Auray' },
      UNNAMED,
      { name: 'Inès Caradec', function: 'présidente', town: 'Morlaix' },
    ]);
  });

  it('[AC6] leaves out what was hidden or withdrawn', () => {
    const atelier = leftOut([
      said('c1', { hidden: { reason: 'Une personne y est nommée.' } }),
      said('c2', { withdrawn: true }),
      said('c3'),
    ]);
    expect(ids(atelier?.items[0]?.notTakenOver)).toEqual(['c3']);
    expect(atelier?.contributions).toBe(1);
  });

  it('[AC16] leaves out the headings of points under which nobody wrote, and no other', () => {
    const heading = (text: string, item: string | null, level: 1 | 2 | 3 = 2): RichText[number] => ({
      type: 'heading',
      level,
      item,
      content: [{ type: 'text', text }],
    });
    const line = (text: string): RichText[number] => ({
      type: 'paragraph',
      content: text === '' ? [] : [{ type: 'text', text }],
      sources: [],
    });
    const seeded = [
      heading('Un', 'p1'),
      line(''),
      heading('Deux', 'p2'),
      line('Écrit.'),
      heading('Trois', 'p3'),
    ];
    expect(synthesisOf(seeded)).toEqual(seeded.slice(1, 4));
    const withTitle = [heading('À nous', null), heading('Un', 'p1'), heading('Plus bas', null, 3), line('')];
    expect(synthesisOf(withTitle)).toEqual(withTitle);
    expect(synthesisOf([heading('Un', 'p1'), line(' ')])).toEqual([]);
  });

  it('[AC9] gives the same tree for the same material, whatever the order it was read in', () => {
    const arbitrary = fc.array(
      fc.record({
        id: fc.uuid(),
        itemId: fc.constantFrom('p1', 'p2', null, 'removed'),
        at: fc.nat(3).map(instant),
        supporters: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(arbitrary, (all) => {
        const contributions = all.map(({ id, ...changes }) => said(id, changes));
        expect(leftOut(contributions.toReversed())).toEqual(leftOut(contributions));
      }),
    );
  });
});
