import { expect, test } from 'vitest';
import type { ReadOn } from './unbroken.ts';
import { unbrokenPieces } from './unbroken.ts';

/** `[…]` stands on one line. */
const shown = (text: string, on?: ReadOn): string =>
  unbrokenPieces(text, on)
    .map((piece) => (piece.unbroken ? `[${piece.text}]` : piece.text))
    .join('');

test.each([
  ['Comment circule-t-elle ?', 'Comment circule-[t-elle] ?'],
  ['dit-il, peut-on, a-t-on', '[dit-il], [peut-on], a-[t-on]'],
  ['deviennent-elles', 'deviennent-elles'],
  ['porte-parole, celui-ci, dit-illico', 'porte-parole, celui-ci, dit-illico'],
  ['rien', 'rien'],
  ['', ''],
])('[AC123] keeps what is in brackets of %j on one line: %j', (text, kept) => {
  expect(shown(text)).toBe(kept);
});

test.each([
  ['Que recueille-t-il ?', 'Que [recueille-t-il] ?'],
  ['Peut-être au rez-de-chaussée, après-midi', '[Peut-être] au [rez-de-chaussée], [après-midi]'],
  ['Celles-ci, dites-le-nous, rendez-vous', '[Celles-ci], [dites-le-nous], [rendez-vous]'],
  ['les 10-12 ans, 2013–2014, le 26-11-2026', 'les [10-12] ans, [2013–2014], le [26-11-2026]'],
  ['Soizic LE BIHAN-KERMARREC', 'Soizic LE [BIHAN-KERMARREC]'],
  ['la médico-psychologique', 'la médico-psychologique'],
  ['Saint-Pierre-Quiberon accompagneraient-elles', 'Saint-Pierre-Quiberon [accompagneraient-elles]'],
  ['- un tiret - ou — deux', '- un tiret - ou — deux'],
  ['', ''],
])('[AC123] on a screen keeps what is in brackets of %j on one line: %j', (text, kept) => {
  expect(shown(text, 'screen')).toBe(kept);
});
