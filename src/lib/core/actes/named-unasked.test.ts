import { expect, test, vi } from 'vitest';
import type { Person } from '../seminar/person.ts';
import { material, peopleOf, person, SEMINAR } from './actes-material.test-support.ts';
import { namedUnasked } from './named-unasked.ts';
import { printedLines } from './printed-lines.ts';
import {
  contribution,
  entry,
  image,
  item,
  list,
  paragraph,
  presentation,
  quotation,
  table,
} from './sample-actes.test-support.ts';

const quiet = (id: string, firstName: string, lastName: string): Person =>
  person(id, { consent: 'none', firstName, lastName });
const agreed = (id: string, firstName: string, lastName: string): Person =>
  person(id, { firstName, lastName });
const INES = quiet('ines', 'Inès', 'Caradec');

/** Whom the lines of one part name, and how many times. */
function named(lines: readonly string[], ...people: readonly Person[]) {
  const of = material({ people: peopleOf(...people) });
  const found = namedUnasked(of, new Map([['part', lines]])).get('part') ?? [];
  return found.map(({ name, count }) => (count === 1 ? name : `${name} ×${count}`));
}

test('[AC96] first and last name in either order, with a capital each, as whole words', () => {
  for (const name of [
    'Inès CARADEC',
    'CARADEC Inès',
    'Ines Caradec',
    'Ine\u0300s\u00a0Caradec',
    'Inès-Caradec',
  ])
    expect(named([`Selon ${name}, oui.`], INES)).toEqual([name.replace('\u00a0', ' ')]);
  for (const words of ['Inès Caradecquel', 'Agnès Caradec', 'Inès, Caradec', 'chez Inès. Caradec', 'Caradec'])
    expect(named([words], INES)).toEqual([]);
  for (const words of ['ines caradec', 'Inès caradec', 'inès CARADEC', 'CARADEC inès'])
    expect([words, named([words], INES)]).toEqual([words, []]);
  const petit = quiet('petit', 'Pierre', 'PETIT');
  for (const words of ['Le petit Pierre joue', 'La pierre petit à petit', 'Pierre petit'])
    expect([words, named([words], petit)]).toEqual([words, []]);
  expect(named(['Ce que Pierre Petit et PETIT Pierre ont dit'], petit)).toEqual(['Pierre Petit ×2']);
  const lePetit = quiet('lePetit', 'Pierre', 'Le Petit');
  expect(named(['Le petit Pierre, puis Pierre le Petit'], lePetit)).toEqual(['Pierre le Petit']);
  expect(named(['Vu par Karim ben Ali'], quiet('karim', 'Karim', 'Ben Ali'))).toEqual(['Karim ben Ali']);
  expect(named(['Selon 陳 美玲'], quiet('chen', '美玲', '陳'))).toEqual(['陳 美玲']);
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

test('[AC96] initials without points and last name, which is nowhere an ordinary word', () => {
  for (const name of ['I Caradec', 'I CARADEC', 'I\u00a0Caradec'])
    expect(named([`Vu par ${name}.`], INES)).toEqual([name.replace('\u00a0', ' ')]);
  for (const words of ['P Caradec', 'i Caradec', 'I caradec', 'A P Caradec', 'A I P Caradec', 'I P Caradec'])
    expect([words, named([words], INES)]).toEqual([words, []]);
  const jean = quiet('jean', 'Jean-Éric', 'Le Goff');
  for (const name of ['J Le Goff', 'J É Le Goff', 'J-E LE GOFF', 'JE Le Goff'])
    expect([name, named([`A ${name}, hier`], jean)]).toEqual([name, [name]]);
  const anne = quiet('anne', 'Anne', 'Caradec');
  expect(named(['A Caradec, hier'], anne)).toEqual(['A Caradec']);
  expect(named(['À Caradec, hier', 'A\u0300 Caradec'], anne)).toEqual([]);
  const jardin = quiet('jardin', 'Anne', 'Jardin');
  expect(named(['Thème A Jardin'], jardin)).toEqual(['A Jardin']);
  expect(named(['Thème A Jardin, A\u00a0JARDIN', 'Le jardin partagé'], jardin)).toEqual([]);
  expect(named(['A. Jardin', 'Le jardin partagé'], jardin)).toEqual(['A. Jardin']);
});

test('[AC96] a title of several, and each last name behind it', () => {
  const tanguy = quiet('tanguy', 'Paul', 'Tanguy');
  for (const [words, ...found] of [
    ['MM. Caradec et Tanguy', 'Caradec', 'Tanguy'],
    ['Mmes Caradec', 'Caradec'],
    ['Messieurs Le Goff, Tanguy, J. Roux et Caradec', 'Tanguy', 'Caradec'],
    ['Mesdames Anne Roux, de Kersauson & Caradec', 'Caradec'],
    ['MM. Tanguy/Caradec', 'Tanguy', 'Caradec'],
    ['Mmes Inès Caradec et Tanguy', 'Inès Caradec', 'Tanguy'],
    ['Messieurs, Caradec'],
    ['MM. Roux sont venus, et Caradec'],
    ['MM. Roux. Puis : Caradec'],
    ['MM. caradec et tanguy'],
    ['M. Roux et Caradec'],
  ] as const)
    expect([words, named([words], INES, tanguy)]).toEqual([words, found]);
  expect(named(['MM. Roux et Jardin', 'Le jardin'], quiet('j', 'Ana', 'Jardin'))).toEqual([]);
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
  expect([...namedUnasked(of, parts)].map(([, found]) => found.map(({ name }) => name))).toEqual([
    ...[['Inès Caradec'], ['Mme Caradec'], []],
  ]);
});

test('[AC96] words are all those that are printed, also where bold cuts them, but for who signs or is listed', () => {
  const cut = [
    { type: 'text', text: 'In' },
    { type: 'text', text: 'ès', strong: true },
    { type: 'break' },
    { type: 'text', text: 'Caradec' },
  ] as const;
  const bold = { type: 'paragraph', content: cut, sources: ['c1'] } as const;
  const lines = printedLines([
    bold,
    quotation('Inès Caradec', [paragraph('Oui, Inès Caradec.')], { sources: ['c1'] }),
    quotation('Inès Caradec', [paragraph('Non.')]),
    quotation('Mme Caradec et Yann Rio', [paragraph('Non.')], { sources: ['c1', 'c2'] }),
    contribution('Constat', 'Inès Caradec', [paragraph('Dit à Inès Caradec.')]),
    presentation('CARADEC Inès', 'Avec Inès Caradec', [paragraph('Inès Caradec et moi')], 'ines'),
    { type: 'attendance', entries: [entry('Inès Caradec', 'représentée par I. Caradec')] },
    list(item(bold)),
    table(['Inès Caradec'], ['Mme Caradec']),
    image('Mme Caradec devant'),
  ]);
  expect(named(lines, INES)).toEqual(['Inès Caradec ×12']);
});

test('[AC100] a last name whose capital begins a sentence is a name, but not where it is an ordinary word as well', () => {
  const petit = quiet('petit', 'Pierre', 'PETIT');
  for (const words of ['Petit Pierre joue', 'Il vient. Petit Pierre joue', 'Dit : « Petit Pierre joue »'])
    expect([words, named([words], petit)]).toEqual([words, []]);
  for (const words of [
    ...['PETIT Pierre joue', 'Pierre Petit joue', 'Avec Petit Pierre hier', 'M. Petit Pierre joue'],
    ...['Petit Pierre', 'Petit Pierre, maire', 'Petit Pierre (Auray)', 'Le Petit Pierre dit'],
  ])
    expect([words, named([words], petit)]).toEqual([words, [expect.stringMatching(/pierre/i)]]);
  expect(named(['Petit Pierre joue', 'Pierre Petit parle'], petit)).toEqual(['Pierre Petit ×2']);
  expect(named(['Petit Pierre joue', 'P. Petit parle'], petit)).toEqual(['P. Petit ×2']);
  const other = quiet('other', 'Paul', 'PETIT');
  expect(named(['Petit Pierre joue', 'Paul Petit parle'], petit, other)).toEqual(['Paul Petit']);
  expect(named(['Caradec Inès joue'], INES)).toEqual(['Caradec Inès']);
  const jardin = quiet('jardin', 'Rose', 'Jardin');
  expect(named(['Jardin Rose ouvre'], jardin)).toEqual(['Jardin Rose']);
  expect(named(['Jardin Rose ouvre', 'Le jardin partagé'], jardin)).toEqual([]);
  expect(named(['Rose Jardin ouvre', 'Le jardin partagé'], jardin)).toEqual(['Rose Jardin']);
  const caradec = quiet('caradec', 'Pierre', 'Caradec');
  expect(named(['Petit Pierre Caradec parle'], petit, caradec)).toEqual(['Pierre Caradec']);
  expect(named(['陳 美玲 說話'], quiet('chen', '美玲', '陳'))).toEqual(['陳 美玲']);
});

const FEW = 20;

/** How often a map, a set or a string is looked into while `search` goes on. */
function lookUps(search: () => void): number {
  const watched = [
    vi.spyOn(Map.prototype, 'get'),
    vi.spyOn(Set.prototype, 'has'),
    vi.spyOn(String.prototype, 'includes'),
    vi.spyOn(String.prototype, 'indexOf'),
    vi.spyOn(RegExp.prototype, 'exec'),
    vi.spyOn(RegExp.prototype, 'test'),
  ];
  try {
    search();
    return watched.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  } finally {
    for (const spy of watched) spy.mockRestore();
  }
}

test('[AC97] looking for names grows with the words, however many people there are', () => {
  const lines = Array.from({ length: FEW }, (_, at) =>
    [
      `Nom Nom Nom, dit Prénom${at} Prénom NOM${at} Nom Nom,`,
      `à Mme Nom${at} Nom Nom et à qui veut l’entendre, été comme hiver, pendant la réunion.`,
    ].join(' '),
  );
  /** What the same lines cost once more: nothing of what is made ready for the people before. */
  const costOfLines = (people: number): number => {
    // As many last names as lines, so that more people share each.
    const all = Array.from({ length: people }, (_, at) =>
      quiet(`p${at}`, `Prénom${at} Prénom`, `Nom${at % FEW} Nom Nom`),
    );
    expect(named(lines, ...all)).toHaveLength(FEW);
    const [once, twice] = [lines, [...lines, ...lines]].map((of) => lookUps(() => named(of, ...all)));
    return (twice ?? 0) - (once ?? 0);
  };
  const cost = costOfLines(FEW);
  expect(cost).toBeGreaterThan(FEW);
  expect(costOfLines(10 * FEW)).toBe(cost);
});
