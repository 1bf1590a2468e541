import { expect, test } from 'vitest';
import { agendaItem, EMPTY_PLAN } from '../agenda/plan.ts';
import type { DomainEvent, EventType, PayloadOf } from '../events/event-types.ts';
import { NO_PUBLICATION } from '../publication/publication.ts';
import { NAMED_PLACE_KINDS, UNCHANGING_PLACE_KINDS } from '../seminar/left-place.ts';
import type { SittingLog } from '../seminar/sitting.ts';
import { foldSitting } from '../seminar/sitting.ts';
import { instant } from '../time/instant.ts';
import { heading, paragraph, person, quotation, SEMINAR } from './actes-material.test-support.ts';
import { defaultComposition } from './composition.ts';
import {
  findingPlaces,
  lookingThrough,
  sittingWords,
  stampingPlaces,
  standingPlaces,
} from './named-places.ts';
import type { ToldWords } from './named-places.ts';
import { namesOfErased } from './names-of-erased.ts';
import { atOnce } from './piecewise.ts';

const INES = person('ines', { firstName: 'Inès', lastName: 'Caradec' });
const at = instant(0);

const sitting = (...events: readonly DomainEvent[]): SittingLog => {
  const opened = event('sitting/opened', { seminarId: 's', atelierId: 'a1' });
  return [opened, ...events].reduce(foldSitting, null) as SittingLog;
};
const event = <T extends EventType>(type: T, payload: PayloadOf<T>): DomainEvent =>
  ({ ...{ id: type, stream: 'sitting:s', seq: 1, type, v: 1, at, actor: 'yann' }, payload }) as DomainEvent;

/** Everything with these words in every place. */
function saying(words: string): ToldWords {
  const question = { id: 'q', text: words };
  const plan = {
    ...EMPTY_PLAN,
    items: [
      agendaItem({ id: 'i', title: words, context: [words], questions: [question], animateurNotes: words }),
    ],
  };
  const { description, programme, ateliers, sittings } = SEMINAR;
  const time = { id: 't', kind: 'other', start: at, end: at, atelierId: null } as const;
  const composed = defaultComposition('seminar', SEMINAR);
  const place = { itemId: null, questionId: null } as const;
  const log = sitting(
    event('sitting/plan-revised', { revision: 1, items: plan.items, minutesRevised: {} }),
    event('contribution/made', {
      ...{
        ...place,
        contributionId: 'c',
        kind: null,
        text: words,
        unnamed: true,
        runId: null,
        silenceId: null,
      },
      ...{ attributedTo: null, entry: 'typed', keyHash: null, function: null, town: null },
    }),
    event('group/made', { groupId: 'g', heading: words, contributionIds: [] }),
    event('presentation/written', { personId: 'yann', quotation: words, text: words }),
    event('photo/added', {
      ...{
        ...place,
        photoId: 'p',
        file: 'f',
        mediaType: 'image/png',
        width: 1,
        height: 1,
        description: words,
      },
    }),
  );
  const text = [heading(1, words), paragraph(words), quotation(words, [], words)];
  const step = { id: 's', what: words, who: words, byWhen: words, sources: [] };
  return {
    seminar: {
      ...SEMINAR,
      description: { ...description, title: words, organisation: words, theme: words, place: words },
      programme: { ...programme, times: [{ ...time, title: words, place: words }], speakers: { t: words } },
      ateliers: ateliers.map((it) => ({ ...it, title: words })),
      sittings: sittings.map((it) => ({ ...it, room: words, label: words })),
      presences: [{ personId: 'yann', presence: 'represented', representedBy: words }],
    },
    publication: {
      ...NO_PUBLICATION,
      composition: {
        ...composed,
        parts: composed.parts.map((part) => ({ ...part, title: part.kind === 'preamble' ? words : '' })),
        logo: { file: 'f', mediaType: 'image/png', alternative: words },
      },
      nextSteps: [step],
      published: {
        ...{ slug: 's', versionId: 'v', indexed: false, at, until: null, withdrawnAt: null },
        errata: [{ versionId: 'v', at, text: words }],
      },
      approval: { versionId: 'v', signedId: null, given: true, by: words, remarks: words, at },
      corrections: [
        {
          ...{ id: 'k', at, personId: null, role: 'animateur', settled: null },
          ...{ passage: words, text: words },
        },
      ],
    },
    plans: new Map([['a1', plan]]),
    sittings: new Map([['morning', sittingWords(log)]]),
    texts: [
      { kind: 'notes', id: 'morning', text },
      { kind: 'synthesis', id: 'a1', text },
      { kind: 'part', id: 'information', text },
    ],
    versions: [{ id: 'v', lines: [words, words] }],
  };
}

function placesOf(told: ToldWords, others: Parameters<typeof namesOfErased>[1] = []) {
  const names = namesOfErased([INES], others, '…');
  atOnce(lookingThrough(told, names));
  return atOnce(findingPlaces(told, names)).map(
    ({ kind, id, name, count }) => `${kind} ${id} ${name} ${count}`,
  );
}

test('[AC102] a name that is surely theirs stays only where it does not go by itself', () => {
  expect(placesOf(saying('Avec Inès Caradec'))).toEqual([
    'description  Inès Caradec 4',
    'programme  Inès Caradec 2',
    ...['atelier a1 Inès Caradec 9', 'atelier a2 Inès Caradec 3'],
    'plan-of-sitting morning Inès Caradec 4',
    'contributions morning Inès Caradec 1',
    'presentations morning Inès Caradec 2',
    'part preamble Inès Caradec 1',
    'logo  Inès Caradec 1',
  ]);
});

test('[AC102] what may be another’s is told wherever it stands', () => {
  const places = placesOf(saying('Avec Mme Caradec'), [person('irene', { firstName: 'Irène' })]);
  expect(new Set(places.map((it) => it.split(' ')[0]))).toEqual(new Set(NAMED_PLACE_KINDS));
  expect(places).toContain('programme  Mme Caradec 3');
  expect(places).toContain('part next-steps Mme Caradec 3');
  expect(places).toContain('part attendance Mme Caradec 1');
  expect(places).toContain('synthesis a1 Mme Caradec 4');
  for (const kept of ['version v', 'approval ', 'corrections '])
    expect(places).toContain(`${kept} Mme Caradec 2`);
});

test('[AC102] what goes as a whole takes with it what may be another’s', () => {
  const both = saying('Inès Caradec, ou Mme Caradec');
  const places = placesOf(both, [person('irene', { firstName: 'Irène' })]);
  const kinds = places.map((it) => it.split(' ')[0]);
  expect(kinds).toContain('version');
  for (const gone of ['errata', 'approval', 'corrections']) expect(kinds).not.toContain(gone);
});

test('[AC102] where they are not named is no place', () => {
  expect(placesOf(saying('Avec Yann Rio'))).toEqual([]);
});

test('[AC130] what stayed is known by its place until its words are others, without a word of it', () => {
  const all = saying('Avec Inès Caradec');
  // What goes by itself has gone.
  const sittings = [...all.sittings].map(([id, words]) => [id, { ...words, headings: [] }] as const);
  const { programme } = all.seminar;
  const silent = { ...all.seminar, programme: { ...programme, speakers: {} } };
  const told = { ...all, seminar: silent, sittings: new Map(sittings) };
  const names = namesOfErased([INES], [], '…');
  const left = atOnce(stampingPlaces(told, names));
  expect(JSON.stringify(left)).not.toMatch(/caradec/i);
  const places = atOnce(findingPlaces(told, names)).map(({ kind, id, count }) => ({ kind, id, count }));
  expect(left.map(({ kind, id, stamps }) => ({ kind, id, count: stamps.length }))).toEqual(places);
  expect(standingPlaces(left, told)).toEqual(places);
  const { seminar } = told;
  const renamed = { ...seminar, description: { ...seminar.description, title: 'Avec', theme: 'elle' } };
  expect(standingPlaces(left, { ...told, seminar: renamed })).toEqual(
    places.map((place) => (place.kind === 'description' ? { ...place, count: 2 } : place)),
  );
  expect(standingPlaces(left, saying('Avec elle'))).toEqual([]);
  expect(standingPlaces([], told)).toEqual([]);
  const doubtful = atOnce(
    stampingPlaces(saying('Avec Mme Caradec'), namesOfErased([INES], [person('irene')], '…')),
  ).map(({ kind }) => kind);
  expect(NAMED_PLACE_KINDS.filter((kind) => !doubtful.includes(kind))).toEqual(UNCHANGING_PLACE_KINDS);
});
