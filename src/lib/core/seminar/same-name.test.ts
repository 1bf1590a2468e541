import { expect, test } from 'vitest';
import { isNamedIn, isSameName } from './same-name.ts';

const name = (firstName: string, lastName: string) => ({ firstName, lastName });

test.each([
  [name('Maëlle', 'LE GOFF'), name('maelle', 'Le Goff')],
  [name('Maëlle', 'LE GOFF'), name('Le Goff', 'Maelle')],
  [name(' Jean-Luc ', 'L’Hôpital'), name('jean luc', "L'HOPITAL")],
  [name('Cœur', 'Noël'), name('Coeur', 'Noe\u0308l')],
])('%j and %j are called the same', (one, other) => {
  expect(isSameName(one, other)).toBe(true);
});

test.each([
  [name('Maëlle', 'Le Goff'), name('Maël', 'Le Goff')],
  [name('', ''), name('', '')],
  [name(' - ', '…'), name('', '')],
  [name('Ana', 'Ana'), name('Ana', '')],
])('%j and %j are not', (one, other) => {
  expect(isSameName(one, other)).toBe(false);
});

test.each([
  [name('Maëlle', 'Le Goff'), 'Mme LE GOFF Maelle, adjointe', true],
  [name('Maëlle', 'Le Goff'), 'Maëlle Legoff', false],
  [name('', 'Le Goff'), 'le goff', true],
  [name('', 'Le Goff'), 'M. Le Goff', false],
  [name('', ''), '', false],
])('%j in « %s »: %s', (one, text, isNamed) => {
  expect(isNamedIn(one, text)).toBe(isNamed);
});
