import { expect, test } from 'vitest';
import { unbroken } from './unbroken.ts';

const J = '\u2060';

test.each([
  ['Que recueille-t-il ?', `Que recueille-${J}t-${J}il ?`],
  ['Un rendez-vous par mois', `Un rendez-${J}vous par mois`],
  ['Celles-ci, dites-le-nous', `Celles-${J}ci, dites-${J}le-${J}nous`],
  ['Le compte-rendu du centre-ville', 'Le compte-rendu du centre-ville'],
  ['Saint-Yves, un mi-temps, la co-élection', 'Saint-Yves, un mi-temps, la co-élection'],
])('%s', (text, expected) => {
  expect(unbroken(text)).toBe(expected);
});
