import { describe, expect, test } from 'vitest';
import type { DomainEvent, EventType, PayloadOf, SeminarDescription } from '../events/event-types.ts';
import { instant } from '../time/instant.ts';
import { foldAtelier } from './atelier.ts';
import type { AtelierLog } from './atelier.ts';
import { attributionOf } from './person.ts';
import type { Person } from './person.ts';
import { foldSeminar } from './seminar.ts';
import type { Seminar } from './seminar.ts';
import { contributionsOf, foldSitting } from './sitting.ts';
import type { SittingLog } from './sitting.ts';

const DESCRIPTION: SeminarDescription = {
  title: 'Rencontre',
  organisation: 'Union',
  theme: '',
  place: '',
  day: '',
  language: 'fr',
  zone: 'Europe/Paris',
};

let seq = 0;
const event = <T extends EventType>(type: T, payload: PayloadOf<T>): DomainEvent =>
  ({
    id: `e${(seq += 1)}`,
    stream: 'seminar:m',
    seq,
    type,
    v: 1,
    at: instant(seq),
    actor: 'yann',
    payload,
  }) as DomainEvent;
const seminarOf = (...events: DomainEvent[]) => events.reduce<Seminar | null>(foldSeminar, null);
const created = event('seminar/created', { description: DESCRIPTION });
const atelier = (atelierId: string) => event('seminar/atelier-added', { atelierId, title: atelierId });
const joined = (personId: string, sittingId: string) =>
  event('seminar/person-joined', { personId, sittingId });

describe('the séminaire of a log', () => {
  test('begins when it is created, and not before', () => {
    expect(seminarOf(atelier('a'), joined('yann', 's'))).toBeNull();
    expect(seminarOf(created)).toEqual({
      description: DESCRIPTION,
      ateliers: [],
      sittings: [],
      attendance: {},
    });
  });

  test('numbers its ateliers as they come, and keeps the number when a title changes', () => {
    const renamed = event('seminar/atelier-renamed', { atelierId: 'a', title: 'Accueillir' });
    expect(seminarOf(created, atelier('a'), atelier('b'), renamed)?.ateliers).toEqual([
      { id: 'a', title: 'Accueillir', number: 1 },
      { id: 'b', title: 'b', number: 2 },
    ]);
  });

  test('places its sittings, again when they move', () => {
    const added = event('seminar/sitting-added', { sittingId: 's', atelierId: 'a', room: '', start: null });
    const placed = event('seminar/sitting-placed', { sittingId: 's', room: 'Groix', start: instant(5) });
    expect(seminarOf(created, added, placed)?.sittings).toEqual([
      { id: 's', atelierId: 'a', room: 'Groix', start: 5 },
    ]);
  });

  test('counts a person once a sitting, however often they join', () => {
    const seminar = seminarOf(created, joined('yann', 's'), joined('yann', 's'), joined('yann', 't'));
    expect(seminar?.attendance).toEqual({ s: ['yann'], t: ['yann'] });
  });

  test('says what it was told last of itself', () => {
    const described = event('seminar/described', { description: { ...DESCRIPTION, title: 'Autre' } });
    expect(seminarOf(created, described)?.description.title).toBe('Autre');
  });
});

describe('the atelier and the sitting of a log', () => {
  test('an atelier has the plan it was given last', () => {
    const log = [
      event('plan/revised', { revision: 9, items: [] }),
      event('atelier/opened', { seminarId: 'm' }),
      event('plan/revised', { revision: 1, items: [] }),
      event('plan/revised', { revision: 2, items: [] }),
    ].reduce<AtelierLog | null>(foldAtelier, null);
    expect(log).toEqual({ seminarId: 'm', plan: { revision: 2, items: [] } });
  });

  test('a sitting holds its run apart from its contributions', () => {
    const said = {
      contributionId: 'c',
      itemId: null,
      questionId: null,
      kind: null,
      text: 'Oui.',
      unnamed: false,
    } as const;
    const log = [
      event('run/suspended', {}),
      event('sitting/opened', { seminarId: 'm', atelierId: 'a' }),
      event('run/started', { runId: 'r', planRevision: 1, itemId: 'i' }),
      event('contribution/made', said),
    ].reduce<SittingLog | null>(foldSitting, null);
    expect(log?.runEvents.map(({ type }) => type)).toEqual(['run/started']);
    expect(log && contributionsOf(log).map(({ text }) => text)).toEqual(['Oui.']);
  });
});

describe('attributionOf', () => {
  const person: Person = {
    id: 'p',
    seminarId: 'm',
    firstName: 'Yann',
    lastName: 'LE GOFF',
    function: 'directeur',
    town: '',
    consent: 'name-and-function',
  };

  test.each([
    ['name-and-function', { name: 'Yann LE GOFF', function: 'directeur', town: null }],
    ['function', { name: null, function: 'directeur', town: null }],
    ['none', { name: null, function: null, town: null }],
  ] as const)('shows of a person who agreed to « %s » no more than that', (consent, attribution) => {
    expect(attributionOf({ ...person, consent })).toEqual(attribution);
  });

  test('says nothing of what a person left empty', () => {
    expect(attributionOf({ ...person, firstName: '', lastName: '', function: '' })).toEqual({
      name: null,
      function: null,
      town: null,
    });
  });
});
