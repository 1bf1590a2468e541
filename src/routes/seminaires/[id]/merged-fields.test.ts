import { expect, test } from 'vitest';
import { mergedFields } from './merged-fields.ts';

const base = { title: 'Rencontre', place: '', day: '' };

test('what a colleague saved appears where nothing was typed', () => {
  expect(mergedFields(base, base, { ...base, place: 'Vannes' })).toEqual({ ...base, place: 'Vannes' });
});

test('what was typed here stays, whatever was saved meanwhile', () => {
  const mine = { ...base, title: 'Rencontre régionale' };
  const theirs = { ...base, title: 'Rencontre nationale', place: 'Vannes' };
  expect(mergedFields(base, mine, theirs)).toEqual({ ...mine, place: 'Vannes' });
});
