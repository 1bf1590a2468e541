import { expect, test } from 'vitest';
import { NEXT_STEP_LIMITS } from '../publication/publication.ts';
import type { SynthesisStanding } from '../synthesis/synthesis-standing.ts';
import { NEW_SYNTHESIS } from '../synthesis/synthesis-standing.ts';
import type { ActesMaterial } from './actes-material.ts';
import {
  composed,
  heading,
  LABELS,
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
import type { ComposedPart, Composition } from './composition.ts';
import { normaliseActes } from './normalise-actes.ts';
import { findingsOf } from './quality.ts';

function findings(
  changes: Partial<ActesMaterial>,
  parts: Readonly<Record<string, Partial<ComposedPart>>> = {},
  more: Partial<Composition> = {},
) {
  const of = material(changes);
  const composition = composed(of, parts, more);
  const actes = buildActes(of, composition, LABELS);
  const { repairs } = normaliseActes(actes, {
    covers: (codePoint) => codePoint < 0x3000,
    labels: { actes: 'Actes', image: 'Image' },
  });
  return findingsOf({ composition, material: of, labels: LABELS, actes, repairs }).map(
    ({ code, part, count, detail }) => [code.replace('quality/', ''), part, count, detail],
  );
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

test('[AC96] each part whose own words name someone who does not agree, wherever it says them', () => {
  const named = [paragraph('Selon Mme Morvan.'), quotation('Loïc MORVAN l’a dit.', ['c3'], 'Loïc Morvan')];
  const texts = new Map(
    ['seminar~information', 'seminar~atelier-a1~before', 'seminar~outside'].map((id) => [id, named]),
  );
  const changes = {
    ...{ standings: validated, people, texts, preamble: named, syntheses: new Map([['a2', named]]) },
    contributions: new Map([['morning', [said('c3', { author: 'quiet' })]]]),
    notes: new Map([['other', named]]),
    nextSteps: [{ id: 's', what: 'Appeler', who: 'L. Morvan', byWhen: '', sources: [] }],
  };
  const parts = {
    ...quiet,
    ...{ preamble: {}, information: {}, 'next-steps': {}, notes: { included: true } },
    'atelier-a1': { before: true, title: 'Dire, avec Loïc Morvan' },
  };
  const found = findings(changes, parts).filter(([code]) => code === 'named-unasked');
  expect(found).toEqual([
    ['named-unasked', 'preamble', 1, 'Mme Morvan'],
    ['named-unasked', 'atelier-a1', 2, 'Loïc Morvan'],
    ['named-unasked', 'atelier-a2', 1, 'Mme Morvan'],
    ['named-unasked', 'next-steps', 1, 'L. Morvan'],
    ['named-unasked', 'information', 1, 'Mme Morvan'],
    ['named-unasked', 'notes', 1, 'Mme Morvan'],
  ]);
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
