import { expect, test } from 'vitest';
import type { ListedPerson } from '#protocol/people-views.ts';
import { aboutLine, foundPeople, listedName, listedPlace, sameName } from './person-line.ts';

const person = (firstName: string, lastName: string, role = '', town = ''): ListedPerson => ({
  ...{ personId: `${firstName}-${lastName}`, firstName, lastName, function: role, town },
  ...{ consent: 'none', joined: false, connected: false, toConfirm: 0 },
});
const maelle = person('Maëlle', 'Abgrall', 'présidente', 'Brest');
const loic = person('Loïc', 'Prigent', 'trésorier', 'Vannes');

test('someone is called by what is known of their name, and said in a line', () => {
  expect(listedName(maelle, 'Sans nom')).toBe('Maëlle Abgrall');
  expect(listedName(person('', 'Abgrall'), 'Sans nom')).toBe('Abgrall');
  expect(listedName(person('', ''), 'Sans nom')).toBe('Sans nom');
  expect(listedPlace(maelle)).toBe('présidente, Brest');
  expect(listedPlace(person('Yann', 'Le Goff', '', 'Lorient'))).toBe('Lorient');
});

test('a line about someone leaves out what is not known', () => {
  const attribution = { name: 'Maëlle Abgrall', function: 'présidente', town: 'Brest' };
  expect(aboutLine({ personId: 'm', attribution }, 'les conventions', '')).toBe('Brest · les conventions');
  const unknown = { name: null, function: null, town: null };
  expect(aboutLine({ personId: null, attribution: unknown }, '')).toBe('');
});

test('people are found by any words of theirs, without accents or capitals', () => {
  expect(foundPeople([maelle, loic], 'BREST mael')).toEqual([maelle]);
  expect(foundPeople([maelle, loic], 'tresorier')).toEqual([loic]);
  expect(foundPeople([maelle, loic], '  ')).toEqual([maelle, loic]);
  expect(foundPeople([maelle, loic], 'Quimper')).toEqual([]);
});

test('someone of the same name is noticed, nobody without a name', () => {
  expect(sameName([maelle, loic], { firstName: 'maelle', lastName: 'ABGRALL' })).toBe(maelle);
  expect(sameName([maelle, person('', '')], { firstName: '', lastName: '' })).toBeNull();
});
