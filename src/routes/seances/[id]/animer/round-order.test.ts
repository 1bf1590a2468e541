import { expect, test } from 'vitest';
import { UNNAMED } from '#core/seminar/person.ts';
import type { ListedPerson } from '#protocol/people-views.ts';
import { missingInRound, nextInRound } from './round-order.ts';

const people = ['a', 'b', 'c', 'd'].map((personId): ListedPerson => ({
  ...{ personId, firstName: personId, lastName: '', function: '', town: '', consent: 'none' },
  ...{ joined: true, connected: true, toConfirm: 0 },
}));
const turns = (personId: string | null, ...donePersonIds: string[]) => ({
  person: personId === null ? null : { personId, attribution: UNNAMED },
  donePersonIds,
});
const next = (of: ReturnType<typeof turns>, ...skipped: string[]) =>
  nextInRound(people, of, skipped)?.personId ?? null;

test('the turn goes along the list', () => {
  expect(next(turns(null))).toBe('a');
  expect(next(turns('a'))).toBe('b');
  expect(next(turns('b', 'a'))).toBe('c');
});

test('after someone out of order it goes on from them, and comes back to those before', () => {
  expect(next(turns('c'))).toBe('d');
  expect(next(turns('d', 'c'))).toBe('a');
});

test('someone who is skipped comes when nobody else is left, and nobody when all are through', () => {
  expect(next(turns('a'), 'b')).toBe('c');
  expect(next(turns('d', 'a', 'c'), 'b')).toBe('b');
  expect(next(turns('d', 'a', 'b', 'c'))).toBeNull();
  expect(nextInRound([], turns(null), [])).toBeNull();
});

test('those who wait are in the order of the list, the present one not among them', () => {
  expect(missingInRound(people, turns('c', 'a')).map(({ personId }) => personId)).toEqual(['b', 'd']);
});
