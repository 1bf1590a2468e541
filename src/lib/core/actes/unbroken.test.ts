import { expect, test } from 'vitest';
import { unbrokenPieces } from './unbroken.ts';

/** `[…]` stands on one line. */
const shown = (text: string): string =>
  unbrokenPieces(text)
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
