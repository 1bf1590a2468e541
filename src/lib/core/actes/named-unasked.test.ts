import { expect, test } from 'vitest';
import type { Person } from '../seminar/person.ts';
import { material, peopleOf, person, quotation, SEMINAR } from './actes-material.test-support.ts';
import { namingUnasked } from './named-unasked.ts';
import { ownLines } from './own-lines.ts';
import { atOnce } from './piecewise.ts';

const quiet = (id: string, firstName: string, lastName: string): Person =>
  person(id, { consent: 'none', firstName, lastName });
const agreed = (id: string, firstName: string, lastName: string): Person =>
  person(id, { firstName, lastName });
const INES = quiet('ines', 'Inès', 'Caradec');

/** Whom the lines of one part name, and how many times. */
function named(lines: readonly string[], ...people: readonly Person[]) {
  const of = material({ people: peopleOf(...people) });
  const found = atOnce(namingUnasked(of, new Map([['part', lines]]))).get('part') ?? [];
  return found.map(({ name, count }) => (count === 1 ? name : `${name} ×${count}`));
}

test('[AC96] first and last name in either order and any capitals, as whole words', () => {
  for (const name of [
    'Inès CARADEC',
    'CARADEC Inès',
    'ines caradec',
    'Ine\u0300s\u00a0Caradec',
    'Inès-Caradec',
  ])
    expect(named([`Selon ${name}, oui.`], INES)).toEqual([name.replace('\u00a0', ' ')]);
  for (const words of ['Inès Caradecquel', 'Agnès Caradec', 'Inès, Caradec', 'chez Inès. Caradec', 'Caradec'])
    expect(named([words], INES)).toEqual([]);
  const jean = quiet('jean', 'Jean-Pierre', 'de L’Isle Cœur');
  expect(named(['d’Jean Pierre DE L’ISLE COEUR'], jean)).toEqual(['Jean Pierre DE L’ISLE COEUR']);
});

test('[AC96] initials and last name, with its capital', () => {
  expect(named(['Vu par I. Caradec'], INES)).toEqual(['I. Caradec']);
  expect(named(['Vu par Mme I. CARADEC'], INES)).toEqual(['I. CARADEC']);
  for (const words of ['P. Caradec', 'I. caradec', 'A I. P. Caradec', 'point i. Caradec', 'I, Caradec'])
    expect([words, named([words], INES)]).toEqual([words, []]);
  const jean = quiet('jean', 'Jean-Éric', 'Le Goff');
  for (const name of ['J.-É. Le Goff', 'J.É. LE GOFF', 'JE Le Goff', 'J. Le Goff', 'J. E. Le Goff'])
    expect([name, named([`(${name})`], jean)]).toEqual([name, [name]]);
});

test('[AC96] a title and a last name of four letters that is nowhere an ordinary word', () => {
  for (const name of ['Mme Caradec', 'M. CARADEC', 'Madame Caradec', 'Dr Caradec'])
    expect(named([`Pour ${name}.`], INES)).toEqual([name]);
  expect(named(['Mme caradec'], INES)).toEqual([]);
  expect(named(['Mme Gof'], quiet('x', 'Ana', 'Gof'))).toEqual([]);
  const rose = quiet('rose', 'Ana', 'Jardin');
  expect(named(['Mme Jardin'], rose)).toEqual(['Mme Jardin']);
  expect(named(['Mme Jardin', 'Le jardin partagé'], rose)).toEqual([]);
  expect(named(['Mme Jardin, Ana Jardin', 'Le jardin partagé'], rose)).toEqual(['Ana Jardin']);
  expect(named(['Mme Caradec'], person('half', { consent: 'none', firstName: '' }))).toEqual(['Mme Caradec']);
});

test('[AC96] nobody who agrees, nor whose name so written is also theirs', () => {
  expect(named(['Inès Caradec, Mme Caradec'], person('ines'))).toEqual([]);
  expect(named(['Inès Caradec, I. Caradec, Mme Caradec'], INES, agreed('other', 'Ines', 'CARADEC'))).toEqual(
    [],
  );
  const irene = agreed('irene', 'Irène', 'Caradec');
  expect(named(['Mme Caradec, I. Caradec'], INES, irene)).toEqual([]);
  expect(named(['Inès Caradec'], INES, irene)).toEqual(['Inès Caradec']);
  expect(named(['Inès Caradec'], person('ines', { consent: 'function' }))).toEqual(['Inès Caradec']);
});

test('[AC96] one finding a person and part, on whichever device they said no', () => {
  expect(named(['Mme Caradec', 'Inès Caradec, puis CARADEC Inès.'], INES)).toEqual(['Inès Caradec ×3']);
  expect(named(['Mme Caradec'], INES, quiet('ana', 'Ana', 'Caradec'))).toEqual(['Mme Caradec']);
  const both = [INES, quiet('ana', 'Ana', 'Caradec')];
  expect(named(['Inès Caradec, Ana Caradec, Mme Caradec'], ...both)).toEqual([
    'Inès Caradec ×2',
    'Ana Caradec',
  ]);
  const people = peopleOf(person('ines'), person('phone', { consent: 'none' }));
  const of = material({ people, seminar: { ...SEMINAR, samePerson: { phone: 'ines' } } });
  const parts = new Map([
    ['one', ['Inès Caradec']],
    ['two', ['Mme Caradec']],
    ['three', ['Rien.']],
  ]);
  expect([...atOnce(namingUnasked(of, parts))].map(([, found]) => found.map(({ name }) => name))).toEqual([
    ...[['Inès Caradec'], ['Mme Caradec'], []],
  ]);
});

test('[AC96] words are those that the text says for itself, also where bold cuts them', () => {
  const cut = [
    { type: 'text', text: 'In' },
    { type: 'text', text: 'ès', strong: true },
    { type: 'break' },
    { type: 'text', text: 'Caradec' },
  ] as const;
  const paragraph = { type: 'paragraph', content: cut, sources: ['c1'] } as const;
  const lines = ownLines([
    paragraph,
    quotation('Oui, Inès Caradec.', ['c1'], 'Inès Caradec'),
    quotation('Non.', [], 'Inès Caradec'),
    { type: 'list', ordered: false, start: 1, items: [{ content: [paragraph], sources: [] }] },
    { type: 'table', rows: [[{ header: false, content: [paragraph] }]] },
    { type: 'image', attachment: 'x', alternative: 'Mme Caradec devant' },
  ]);
  expect(named(lines, INES)).toEqual(['Inès Caradec ×5']);
});

const PEOPLE = 5_000;
const LINES = 10_000;
const LIMIT_MS = 20_000;

/**
 * Everybody bears one of a hundred last names and nearly everybody is named: whoever looks for each person in each line
 * takes far longer than the test's own time limit, which holds the rule without measuring time.
 */
test(
  '[AC97] looking for names grows with the words, however many people there are',
  () => {
    const people = Array.from({ length: PEOPLE }, (_, at) =>
      quiet(`p${at}`, `Prénom${at} Prénom`, `Nom${at % 100} Nom Nom`),
    );
    const lines = Array.from({ length: LINES }, (_, at) =>
      [
        `Nom Nom Nom, dit Prénom${at % PEOPLE} Prénom NOM${at % 100} Nom Nom,`,
        `à Mme Nom${at % 100} Nom Nom et à qui veut l’entendre, été comme hiver, pendant la réunion.`,
      ].join(' '),
    );
    expect(named(lines, ...people)).toHaveLength(PEOPLE);
  },
  LIMIT_MS,
);
