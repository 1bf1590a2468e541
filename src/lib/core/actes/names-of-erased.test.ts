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
