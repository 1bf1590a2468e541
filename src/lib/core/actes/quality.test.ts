import { expect, test } from 'vitest';
import { agendaItem, EMPTY_PLAN } from '../agenda/plan.ts';
import { NEXT_STEP_LIMITS } from '../publication/publication.ts';
import type { SynthesisStanding } from '../synthesis/synthesis-standing.ts';
import { NEW_SYNTHESIS } from '../synthesis/synthesis-standing.ts';
import { instant } from '../time/instant.ts';
import type { ActesMaterial } from './actes-material.ts';
import {
  composed,
  heading,
  LABELS,
  lineOf,
  material,
  paragraph,
  peopleOf,
  person,
  proposal,
  quotation,
  said,
  SEMINAR,
} from './actes-material.test-support.ts';
import { buildActes } from './build-actes.ts';
import { composedPartOf } from './composed-part.ts';
import type { ComposedPart, Composition } from './composition.ts';
import { stampingPlaces } from './named-places.ts';
import { toldIn } from './names-left.ts';
import { namesOfErased } from './names-of-erased.ts';
import { atOnce } from './piecewise.ts';
import { normaliseActes } from './normalise-actes.ts';
import { findingsOf } from './quality.ts';

function reviewed(
  changes: Partial<ActesMaterial>,
  parts: Readonly<Record<string, Partial<ComposedPart>>> = {},
  more: Partial<Composition> = {},
) {
  const of = material(changes);
  const composition = composed(of, parts, more);
  const actes = buildActes(of, composition, LABELS);
  const { actes: printed, repairs } = normaliseActes(actes, {
    covers: (codePoint) => codePoint < 0x3000,
    labels: { actes: 'Actes', image: 'Image' },
  });
  const found = findingsOf({ composition, material: of, labels: LABELS, actes, repairs });
  return { found, printed, composition };
}

const findings = (...of: Parameters<typeof reviewed>) =>
  reviewed(...of).found.map(({ code, part, count, detail }) => [
    ...[code.replace('quality/', ''), part, count, detail],
  ]);

/** The printed block that each leads to, in a line; null for the whole part. */
function led(...of: Parameters<typeof reviewed>) {
  const { found, printed, composition } = reviewed(...of);
  return found.map(({ code, part, block }) => {
    const made = printed.parts.find((it) => composedPartOf(it, composition)?.id === part);
    const at = block === null ? undefined : made?.blocks[block];
    return [code.replace('quality/', ''), part, at === undefined ? block : lineOf(at)];
  });
}

const validated: ReadonlyMap<string, SynthesisStanding> = new Map(
  ['a1', 'a2'].map((id) => [id, { ...NEW_SYNTHESIS, state: 'validated' as const }]),
);
const people = peopleOf(
  person('ines'),
  person('quiet', { consent: 'none', firstName: 'Loïc', lastName: 'Morvan' }),
);

test('[AC68] parts that are included and empty, syntheses that are not validated', () => {
  const standings = new Map(validated).set('a1', { ...NEW_SYNTHESIS, state: 'proposed' });
  expect(findings({ standings })).toEqual([
    ...['preamble', 'programme', 'people'].map((part) => ['empty-part', part, 1, '']),
    ['synthesis-not-validated', 'atelier-a1', 1, ''],
    ...['next-steps', 'next-meeting', 'information', 'not-taken-over', 'paperboards'].map((part) => [
      ...['empty-part', part, 1, ''],
    ]),
  ]);
});

const quiet = Object.fromEntries(
  [
    ...['preamble', 'programme', 'people', 'points', 'next-steps', 'next-meeting', 'information'],
    ...['not-taken-over', 'paperboards', 'attendance'],
  ].map((id) => [id, { included: false }]),
);

test('[AC68] words to confirm, sources that changed, and what was not taken over, by atelier', () => {
  const contributions = new Map([
    [
      'morning',
      [
        said('c1', { author: 'ines' }),
        said('c2', { author: 'ines', agreed: false }),
        said('c3', { author: 'quiet' }),
        said('c4', { withdrawn: true }),
        said('c5', { unnamed: true }),
      ],
    ],
  ]);
  const syntheses = new Map([
    [
      'a1',
      [
        quotation('Oui.', ['c1'], 'Inès Caradec'),
        quotation('Non.', ['c3'], 'Loïc Morvan'),
        quotation('Si.', ['c5'], 'Sans nom'),
        paragraph('Repris.', ['c4']),
      ],
    ],
  ]);
  expect(findings({ standings: validated, people, contributions, syntheses }, quiet)).toEqual([
    ['words-to-confirm', 'atelier-a1', 1, ''],
    ['source-changed', 'atelier-a1', 2, ''],
    ['not-taken-over', 'atelier-a1', 1, ''],
  ]);
});

test('[AC68] several sources of which one may not be named, and sources that went from any text of a part', () => {
  const contributions = new Map([
    [
      'morning',
      [said('c1', { author: 'ines' }), said('c2', { author: 'quiet' }), said('c3', { withdrawn: true })],
    ],
  ]);
  const syntheses = new Map([
    [
      'a1',
      [
        quotation('Oui.', ['c1', 'c2'], 'Inès Caradec et Loïc Morvan'),
        quotation('Oui.', ['c1', 'c2'], 'Inès Caradec et un autre'),
      ],
    ],
  ]);
  const gone = [quotation('Non.', ['c3'])];
  const texts = new Map(
    ['seminar~information', 'seminar~atelier-a2~after', 'seminar~next-meeting'].map((id) => [id, gone]),
  );
  const changes = { standings: validated, people, contributions, syntheses, texts, preamble: gone };
  const notes = new Map([['other', gone]]);
  const parts = {
    ...quiet,
    preamble: {},
    information: {},
    notes: { included: true },
    'atelier-a2': { after: true },
  };
  expect(findings({ ...changes, notes }, parts)).toEqual([
    ['source-changed', 'preamble', 1, ''],
    ['source-changed', 'atelier-a1', 1, ''],
    ['source-changed', 'atelier-a2', 1, ''],
    ['source-changed', 'information', 1, ''],
    ['source-changed', 'notes', 1, ''],
  ]);
});

test('[AC68] presentations that wait for their author', () => {
  const presentations = new Map([
    ['morning', new Map([['x', { personId: 'x', quotation: null, text: 'Moi.', agreed: false }]])],
  ]);
  expect(findings({ standings: validated, presentations }, { ...quiet, people: {} })).toEqual([
    ['empty-part', 'people', 1, ''],
    ['words-to-confirm', 'people', 1, ''],
  ]);
});

test('[AC68] images without description, headings out of order, characters no font has', () => {
  const syntheses = new Map([
    [
      'a1',
      [
        heading(1, 'Un'),
        heading(3, 'Trop bas'),
        paragraph('中中'),
        { type: 'image', attachment: 'x', alternative: '' } as const,
        { type: 'image', attachment: 'y', alternative: '' } as const,
      ],
    ],
  ]);
  const found = findings({ standings: validated, syntheses }, quiet);
  expect(found).toContainEqual(['heading-order', 'atelier-a1', 1, '']);
  expect(found).toContainEqual(['image-without-description', 'atelier-a1', 2, '']);
  expect(found).toContainEqual(['characters-replaced', null, 1, 'U+4E2D ×2']);
});

test('[AC68] a plenary where nothing was said, and points that nobody asked for, are no findings', () => {
  const seminar = {
    ...SEMINAR,
    ateliers: [...SEMINAR.ateliers, { id: 'hall', title: 'Salle', number: 0, plenary: true }],
  };
  expect(findings({ seminar, standings: validated }, { ...quiet, points: { included: true } })).toEqual([]);
});

const named = (...of: Parameters<typeof findings>) =>
  findings(...of).flatMap(([code, ...told]) => (code === 'named-unasked' ? [told] : []));

test('[AC96] each part whose texts name someone who does not agree, quotations and notes too', () => {
  const naming = [paragraph('Selon Mme Morvan.'), quotation('Loïc MORVAN l’a dit.', ['c3'], 'Loïc Morvan')];
  const texts = new Map(
    ['information', 'next-meeting', 'atelier-a1~before', 'outside'].map((id) => [`seminar~${id}`, naming]),
  );
  const changes = {
    ...{ standings: validated, people, texts, preamble: naming, syntheses: new Map([['a2', naming]]) },
    contributions: new Map([['morning', [said('c3', { author: 'quiet' })]]]),
    notes: new Map([['other', naming]]),
    nextSteps: [{ id: 's', what: 'Appeler', who: 'L. Morvan', byWhen: '', sources: [] }],
  };
  const parts = {
    ...quiet,
    ...{ preamble: {}, information: {}, 'next-meeting': {}, 'next-steps': {}, notes: { included: true } },
    'atelier-a1': { before: true, title: 'Dire, avec Loïc Morvan' },
  };
  expect(named(changes, parts)).toEqual([
    ['preamble', 2, 'Loïc MORVAN'],
    ['atelier-a1', 3, 'Loïc Morvan'],
    ['atelier-a2', 2, 'Loïc MORVAN'],
    ['next-steps', 1, 'L. Morvan'],
    ['next-meeting', 2, 'Loïc MORVAN'],
    ['information', 2, 'Loïc MORVAN'],
    ['notes', 2, 'Loïc MORVAN'],
  ]);
});

test('[AC96] each part whose titles, questions, programme, descriptions or contributions do, and the cover', () => {
  const { ateliers, sittings, description, programme } = SEMINAR;
  const at = instant(0);
  const time = { kind: 'other', place: '', start: at, end: at, atelierId: null } as const;
  const seminar = {
    ...SEMINAR,
    description: { ...description, theme: 'Avec Loïc Morvan', organisation: 'Amis de Loïc MORVAN' },
    programme: {
      ...programme,
      times: [{ ...time, id: 't', title: 'Hommage à M. Morvan', place: 'Salle Loïc Morvan' }],
      speakers: { t: 'L. MORVAN, Inès Caradec' },
    },
    ateliers: ateliers.map((it) => (it.id === 'a1' ? { ...it, title: 'Dire, avec Loïc Morvan' } : it)),
    sittings: sittings.map((it) => (it.id === 'other' ? { ...it, start: at, room: 'Chez Mme Morvan' } : it)),
    presences: [{ personId: 'ines', presence: 'represented', representedBy: 'M. Morvan' } as const],
    attendance: {},
  };
  const question = { id: 'q', text: 'Que dit Loïc Morvan ?' };
  const plans = new Map([
    ['a2', { ...EMPTY_PLAN, items: [agendaItem({ id: 'i', title: 'Loïc Morvan', questions: [question] })] }],
  ]);
  const photo = {
    itemId: 'i',
    questionId: null,
    file: 'f',
    mediaType: 'image/png',
    width: 1,
    height: 1,
  } as const;
  const photos = new Map([
    ['other', [{ ...photo, id: 'p', description: 'Loïc Morvan au tableau', at, included: true }]],
  ]);
  const contributions = new Map([['other', [said('c1', { author: 'ines', text: 'Merci à Loïc Morvan.' })]]]);
  const changes = { standings: validated, people, seminar, plans, photos, contributions };
  const parts = { programme: {}, attendance: {}, 'not-taken-over': {}, paperboards: {} };
  expect(named(changes, { ...quiet, ...parts })).toEqual([
    ['programme', 4, 'Loïc Morvan'],
    ['attendance', 1, 'M. Morvan'],
    ['atelier-a1', 1, 'Loïc Morvan'],
    ['atelier-a2', 2, 'Loïc Morvan'],
    ['not-taken-over', 1, 'Loïc Morvan'],
    ['paperboards', 2, 'Loïc Morvan'],
    [null, 2, 'Loïc MORVAN'],
  ]);
  expect(named(changes, quiet).map(([part]) => part)).toEqual(['atelier-a1', 'atelier-a2', null]);
});

test('[AC96] read by point, a synthesis names them where it is printed', () => {
  const synthesis = [heading(1, 'Le trajet'), paragraph('Selon Loïc Morvan.')];
  const syntheses = new Map([
    ['a1', synthesis],
    ['a2', [heading(1, 'le trajet'), paragraph('Rien.')]],
  ]);
  const parts = { ...quiet, points: { included: true } };
  expect(named({ standings: validated, people, syntheses }, parts, { order: 'point' })).toEqual([
    ['points', 1, 'Loïc Morvan'],
  ]);
});

test('[AC130] where an erased name stayed, until those words are others', () => {
  const { ateliers, description } = SEMINAR;
  const told = (title: string, theme: string, text: string): Partial<ActesMaterial> => ({
    standings: validated,
    seminar: {
      ...SEMINAR,
      description: { ...description, theme },
      ateliers: ateliers.map((it) => (it.id === 'a1' ? { ...it, title } : it)),
    },
    contributions: new Map([['morning', [said('c1', { text })]]]),
    texts: new Map([['seminar~information', [paragraph(text)]]]),
  });
  const before = material(told('Chez Loïc Morvan', 'Loïc Morvan', 'Vu par Loïc Morvan'));
  const names = namesOfErased([person('quiet', { firstName: 'Loïc', lastName: 'Morvan' })], [], '…');
  const left = atOnce(stampingPlaces(toldIn(before, composed(before)), names));
  const found = (changes: Partial<ActesMaterial>) => {
    const seminar = { ...(changes.seminar ?? SEMINAR), namesLeft: left };
    const parts = { ...quiet, information: {} };
    return findings({ ...changes, seminar }, parts).filter(([code]) => code === 'erased-name');
  };
  const after = told('Chez Loïc Morvan', 'Loïc Morvan', 'Vu par …');
  expect(found(after)).toEqual([
    ['erased-name', 'atelier-a1', 1, 'atelier a1'],
    ['erased-name', null, 1, 'description '],
  ]);
  expect(found(told('Chez nous', 'Rien', 'Vu par Loïc Morvan'))).toEqual([
    ['erased-name', 'atelier-a1', 1, 'contributions morning'],
  ]);
  expect(found(told('Chez nous', 'Rien', 'Vu par …'))).toEqual([]);
  expect(findings(after, quiet).filter(([code]) => code === 'erased-name')).toEqual([]);
});

test('[AC98] proposals for which the table of steps has no room, until steps were written', () => {
  const all = Array.from({ length: NEXT_STEP_LIMITS.steps + 3 }, (_, at) => proposal(`Suite ${at}`));
  const changes = { standings: validated, syntheses: new Map([['a1', [...all, proposal(' ')]]]) };
  const parts = { ...quiet, 'next-steps': {} };
  expect(findings(changes, parts)).toEqual([['steps-left-out', 'next-steps', 3, '']]);
  const [first = proposal('')] = all;
  expect(findings({ ...changes, syntheses: new Map([['a1', [first]]]) }, parts)).toEqual([]);
  const nextSteps = [{ id: 's', what: 'Suite', who: '', byWhen: '', sources: [] }];
  expect(findings({ ...changes, nextSteps }, parts)).toEqual([]);
});

test('[AC103] each leads to the first block it is about, as that is printed', () => {
  const contributions = new Map([
    [
      'morning',
      [
        said('c1', { author: 'ines', agreed: false }),
        said('c2', { author: 'quiet' }),
        said('c3', { withdrawn: true }),
        said('c4'),
      ],
    ],
  ]);
  const image = { type: 'image', attachment: 'x', alternative: '' } as const;
  const written = [
    paragraph(''),
    heading(1, 'Un'),
    paragraph(''),
    paragraph('Repris.', ['c2']),
    quotation('Il l’a dit.', ['c4']),
    quotation('Moi.', ['c2'], 'Loïc Morvan'),
    heading(3, 'Trop bas'),
    proposal('Attendre.', ['c1']),
    heading(2, ' '),
    image,
    paragraph('Avec Loïc Morvan.'),
  ];
  const texts = new Map([['seminar~information', [paragraph(''), proposal('Après.', ['c3'])]]]);
  const standings = new Map(validated).set('a1', NEW_SYNTHESIS);
  const syntheses = new Map([['a1', written]]);
  const changes = { standings, people, contributions, texts, syntheses };
  expect(led(changes, { ...quiet, information: {}, preamble: {} })).toEqual([
    ['empty-part', 'preamble', null],
    ['synthesis-not-validated', 'atelier-a1', '## Synthèse'],
    ['words-to-confirm', 'atelier-a1', 'Attendre.'],
    ['source-changed', 'atelier-a1', '> Moi. — Propos sans nom (atelier)'],
    ['named-unasked', 'atelier-a1', 'Avec Loïc Morvan.'],
    ['source-changed', 'information', 'Après.'],
    ['heading-order', 'atelier-a1', '#### Trop bas'],
    ['image-without-description', 'atelier-a1', '[Image]'],
  ]);
});
