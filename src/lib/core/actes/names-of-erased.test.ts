import { expect, test } from 'vitest';
import type { Person } from '../seminar/person.ts';
import { person } from './actes-material.test-support.ts';
import { namesOfErased } from './names-of-erased.ts';

const someone = (firstName: string, lastName: string): Person =>
  person(`${firstName} ${lastName}`, { firstName, lastName });
const INES = someone('Inès', 'Caradec');

/** What is left of the lines, then what may still name them. */
function erased(who: Person, others: readonly Person[], ...lines: readonly string[]) {
  const names = namesOfErased([who], others, '…');
  lines.forEach(names.lookThrough);
  const left = lines.map(names.surely.inWords);
  return [left, left.flatMap(names.namedIn)];
}

test('[AC101] someone erased goes by name in full, by initials and by title, where that is nobody else', () => {
  for (const name of [
    'Inès Caradec',
    'Ines Caradec',
    'CARADEC Inès',
    'I. CARADEC',
    'I Caradec',
    'Mme Caradec',
  ])
    expect([name, ...erased(INES, [], `Vu par ${name}.`)]).toEqual([name, ['Vu par ….'], []]);
  expect(erased(INES, [], 'inès caradec, caradec inès')).toEqual([['…, …'], []]);
  for (const name of ['ines caradec', 'caradec Inès', 'mme caradec', 'I. caradec'])
    expect([name, ...erased(INES, [], `Vu par ${name}.`)]).toEqual([name, [`Vu par ${name}.`], [name]]);
  expect(erased(INES, [], 'MM. Caradec et Rio')).toEqual([['MM. … et Rio'], []]);
  const irene = someone('Irène', 'Caradec');
  expect(erased(INES, [irene], 'Inès Caradec, I. Caradec, Mme Caradec et J. Caradec')).toEqual([
    ['…, I. Caradec, Mme Caradec et J. Caradec'],
    ['I. Caradec', 'Mme Caradec'],
  ]);
});

test('[AC101] what may be ordinary words stays, and is told', () => {
  const jardin = someone('Rose', 'Jardin');
  expect(erased(jardin, [], 'Mme Jardin', 'R. Jardin', 'Le jardin')).toEqual([
    ['Mme Jardin', '…', 'Le jardin'],
    ['Mme Jardin'],
  ]);
  const petit = someone('Pierre', 'Petit');
  expect(erased(petit, [], 'Petit Pierre joue', 'Le petit Pierre', 'PETIT Pierre')).toEqual([
    ['… joue', 'Le petit Pierre', '…'],
    ['petit Pierre'],
  ]);
  expect(erased(petit, [], 'Petit Pierre joue')).toEqual([['Petit Pierre joue'], ['Petit Pierre']]);
});

test('[AC101] what stands behind a title, initials or a first name in small letters makes no ordinary word', () => {
  const soizic = someone('Soizic', 'Le Goff');
  expect(erased(soizic, [], 'd’accord avec mme le goff', 'Mme Le Goff et S Le Goff')).toEqual([
    ['d’accord avec mme le goff', '… et …'],
    ['mme le goff'],
  ]);
  for (const typed of ['mme caradec', 'i. caradec', 'I caradec', 'inès caradec', 'ines caradec'])
    expect([typed, erased(INES, [], typed, 'Mme Caradec')[0]?.[1]]).toEqual([typed, '…']);
  expect(erased(INES, [], 'un caradec', 'Mme Caradec')[0]?.[1]).toBe('Mme Caradec');
});

test('[AC102] a last name alone inside a sentence is told, and one behind a comma; none of it goes', () => {
  const soizic = someone('Soizic', 'Le Goff');
  for (const [line, name] of [
    ['LE GOFF, Soizic : présente', 'LE GOFF, Soizic'],
    ['Le Goff a répondu.', 'Le Goff'],
    ['Pour la présidente Le Goff, oui', 'Le Goff'],
    ['Selon le Goff', 'le Goff'],
  ] as const)
    expect(erased(soizic, [], line)).toEqual([[line], [name]]);
  expect(erased(INES, [], 'La maire Caradec l’a dit.')[1]).toEqual(['Caradec']);
  const paul = someone('Paul', 'Caradec');
  for (const line of ['Caradec dit oui.', 'un caradec', 'vu par J. Caradec', 'vu par Paul Caradec'])
    expect([line, erased(INES, [paul], line)]).toEqual([line, [[line], []]]);
  expect(erased(someone('', 'Caradec'), [], 'La maire Caradec')[1]).toEqual(['Caradec']);
});

test('[AC136] judged to be them, what may be them goes from words too, and says nothing of who signs', () => {
  const { judged } = namesOfErased([INES], [someone('Irène', 'Caradec')], '…');
  expect(judged.inWords('Inès Caradec, Mme Caradec, CARADEC, Inès et ines caradec')).toBe('…, …, … et …');
  expect(judged.inWords('Selon Caradec, et selon Irène Caradec')).toBe('Selon …, et selon Irène Caradec');
  expect([judged.isNamed('Inès Caradec'), judged.isNamed('I. CARADEC')]).toEqual([true, false]);
});
