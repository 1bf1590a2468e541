import { expect, test } from 'vitest';
import fr from '#i18n/fr.ts';
import { instant } from '#core/time/instant.ts';
import type { AskView, FloorView } from '#protocol/room-views.ts';
import { floorLine, named, roleLine, toComeInRound } from './named.ts';

const person = (name: string | null, role: string | null = null, town: string | null = null) => ({
  ...{ name, function: role, town },
});

test('a room calls people as they agreed', () => {
  expect(named(person('Inès Caradec', 'présidente', 'Morlaix'))).toBe('Inès Caradec');
  expect(named(person(null, 'présidente', 'Morlaix'))).toBe('présidente (Morlaix)');
  expect(named(person(null))).toBeNull();
  expect(roleLine(person('Inès Caradec', 'présidente', 'Morlaix'))).toBe('Présidente (Morlaix)');
  expect(roleLine(person('Inès Caradec'))).toBe('');
  expect(roleLine(person(null, 'présidente'))).toBe('');
});

test('how many are still to come after whoever has the turn', () => {
  expect(toComeInRound({ people: 12, done: 0, person: null })).toBe(12);
  expect(toComeInRound({ people: 12, done: 3, person: { personId: null, attribution: person(null) } })).toBe(
    8,
  );
  expect(toComeInRound({ people: 2, done: 4, person: null })).toBe(0);
});

const ask = (id: string, name: string | null): AskView => ({
  ...{ id, about: '', at: instant(0) },
  person: { personId: null, attribution: person(name) },
});
const floor = (over: Partial<FloorView>): FloorView => ({
  ...{ asks: [], speaking: null, order: 'asked', announced: true, notYetSpoken: null },
  ...over,
});
const speaking = { ...ask('a', 'Maëlle Abgrall'), since: instant(0), minutes: null };

test('the floor in one line, only where it is announced', () => {
  const asks = [ask('b', 'Yann Le Goff'), ask('c', 'Inès')];
  expect(floorLine(floor({ speaking, asks }), fr.screen)).toBe(
    'La parole est à Maëlle Abgrall · ensuite Yann Le Goff',
  );
  expect(floorLine(floor({ speaking }), fr.screen)).toBe('La parole est à Maëlle Abgrall');
  expect(floorLine(floor({ asks }), fr.screen)).toBe('Prochaine prise de parole : Yann Le Goff');
  expect(floorLine(floor({ asks: [ask('b', null)] }), fr.screen)).toContain('une personne de la salle');
  expect(floorLine(floor({}), fr.screen)).toBe('');
  expect(floorLine(floor({ speaking, asks, announced: false }), fr.screen)).toBe('');
});
