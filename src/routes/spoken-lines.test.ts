import { describe, expect, it } from 'vitest';
import { CONTRIBUTION_LENGTH } from '#core/contributions/contribution.ts';
import { readSpoken } from '#core/contributions/read-spoken.ts';
import type { Choice } from './spoken-lines.ts';
import { readLine, withoutEntered } from './spoken-lines.ts';

const PEOPLE = [
  { personId: 'yann', firstName: 'Yann', lastName: 'Le Goff' },
  { personId: 'yann-2', firstName: 'Yann', lastName: 'Prigent' },
];
const lines = (text: string, choices: readonly (readonly [string, Choice])[] = []) =>
  readSpoken(text, PEOPLE).map((line) => readLine(line, new Map(choices)));

describe('a line of what is said', () => {
  it('is whose its name says, or nobody’s', () => {
    expect(lines('Le Goff : Un bus.\nUn café.')).toMatchObject([
      { personId: 'yann', text: 'Un bus.', problem: null },
      { personId: null, text: 'Un café.', problem: null },
    ]);
  });
  it('waits while it is not settled whose it is: a name is never shown among the words unasked', () => {
    expect(lines('Yann : Un bus.\nDURAND : Un café.').map(({ problem }) => problem)).toEqual([
      'ambiguous',
      'unknown',
    ]);
  });
  it('follows what was chosen for its name, on every line', () => {
    const chosen = lines('Yann : Un bus.\nYANN : Un café.', [['name yann', { personId: 'yann-2' }]]);
    expect(chosen).toMatchObject([{ personId: 'yann-2' }, { personId: 'yann-2' }]);
  });
  it('keeps its words whole when they began with no name', () => {
    expect(lines('Transports : rien après 18 h.', [['name transports', 'not-a-name']])).toMatchObject([
      { personId: null, text: 'Transports : rien après 18 h.', problem: null },
    ]);
    expect(lines('DURAND : Un café.', [['name durand', 'nobody']])).toMatchObject([
      { personId: null, text: 'Un café.', problem: null },
    ]);
  });
  it('says when it is too long, or empty after the name', () => {
    const long = 'x'.repeat(CONTRIBUTION_LENGTH + 1);
    expect(lines(`${long}\nLe Goff :`).map(({ problem }) => problem)).toEqual(['too-long', 'nothing-said']);
  });
  it('leaves the field once it is entered, and only then', () => {
    expect(withoutEntered('Un bus.\n\nYann : Un café.\nUne salle.', [0, 3])).toBe('Yann : Un café.');
  });
});
