import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTRIBUTION_LENGTH } from './contribution.ts';
import { readSpoken, splitName, tooLongBy } from './read-spoken.ts';

const PEOPLE = [
  { personId: 'maelle', firstName: 'Maëlle', lastName: 'Abgrall' },
  { personId: 'yann', firstName: 'Yann', lastName: 'LE GOFF' },
  { personId: 'yann-2', firstName: 'Yann', lastName: 'Prigent' },
  { personId: 'jp', firstName: 'Jean-Pierre', lastName: 'D’Hervé' },
];

const read = (text: string) =>
  readSpoken(text, PEOPLE).map(({ name, text: words, speaker }) => ({ name, words, speaker }));
const speakerOf = (text: string) => read(text)[0]?.speaker;
const known = (personId: string) => ({ is: 'known', personId });

describe('words typed while others speak', () => {
  it('are one contribution a line, without bullets and blank lines', () => {
    expect(read('- Un café.\n\n  • Un minibus.\r\n— Une salle.').map(({ words }) => words)).toEqual([
      'Un café.',
      'Un minibus.',
      'Une salle.',
    ]);
  });

  it('know their place in the text', () => {
    expect(readSpoken('\nUn café.\n\nUn bus.', PEOPLE).map(({ line }) => line)).toEqual([1, 3]);
  });

  it.each([
    ['ABGRALL : Un café.', 'maelle'],
    ['abgrall: Un café.', 'maelle'],
    ['Maelle\u00a0: Un café.', 'maelle'],
    ['- Maëlle Abgrall : Un café.', 'maelle'],
    ['Abgrall Maëlle : Un café.', 'maelle'],
    ['Mme Abgrall : Un café.', 'maelle'],
    ['Le Goff : Un café.', 'yann'],
    ['Y. Le Goff : Un café.', 'yann'],
    ['Yann Le Goff (Lorient) : Un café.', 'yann'],
    ["Jean Pierre D'Herve : Un café.", 'jp'],
    ['J.-P. D’Hervé : Un café.', 'jp'],
  ])('are attributed: %s', (typed, personId) => {
    expect(read(typed)[0]).toMatchObject({ words: 'Un café.', speaker: known(personId) });
  });

  it('point at a first name that several have', () => {
    expect(speakerOf('Yann : Un café.')).toEqual({ is: 'ambiguous', personIds: ['yann', 'yann-2'] });
  });

  it.each(['DURAND : Un café.', 'Inès de La Tour : Un café.', 'M. Caradec : Un café.'])(
    'point at a name that is not on the list: %s',
    (typed) => {
      expect(read(typed)[0]).toMatchObject({ words: 'Un café.', speaker: { is: 'unknown' } });
    },
  );

  it.each([
    'Note : relire.',
    'Rappel : la salle ferme.',
    '10:30 : pause',
    '10:30 pause',
    'À éclaircir : qui paie ?',
    'Le plus dur : commencer.',
    'https://exemple.fr est à lire',
    'On a deux choses : du temps et une salle.',
    'N.B. : relire.',
  ])('take no name from: %s', (typed) => {
    expect(read(typed)).toEqual([{ name: '', words: typed, speaker: { is: 'nobody' } }]);
  });

  it('believe the list before a word that is mostly no name', () => {
    const people = [{ personId: 'p', firstName: 'Anne', lastName: 'Budget' }];
    expect(readSpoken('Budget : trop court.', people)[0]?.speaker).toEqual(known('p'));
  });

  it('keep a colon within the words', () => {
    expect(read('Abgrall : deux choses : du temps.')[0]?.words).toBe('deux choses : du temps.');
  });

  it('say by how much they are too long', () => {
    expect(tooLongBy('x'.repeat(CONTRIBUTION_LENGTH))).toBe(0);
    expect(tooLongBy(`${'x'.repeat(CONTRIBUTION_LENGTH + 3)} `)).toBe(3);
  });

  it('drop nothing that was typed', () => {
    const bare = (text: string): string => text.replace(/\s+/gu, '');
    const piece = fc.constantFrom(
      ...[
        'Yann',
        'LE GOFF',
        'Abgrall',
        'DURAND',
        ' : ',
        ':',
        '\u00a0: ',
        'Note',
        '10:30',
        '(Lorient)',
        'M. ',
      ],
      ...['- ', '• ', ' ', '\u202f', 'un café', '«', '»', 'é', 'e\u0301', '😀', '.', '’', '//'],
    );
    const line = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const typed = lines.join('\n').split(/\r\n|[\n\r\u2028\u2029]/);
        const found = new Map(readSpoken(lines.join('\n'), PEOPLE).map((it) => [it.line, it]));
        typed.forEach((one, place) => {
          const spoken = found.get(place);
          const rest = bare(one.replace(/^\s*[-–—•*·▪◦‣]\s+/u, ''));
          const said =
            spoken === undefined ? '' : spoken.name === '' ? spoken.text : `${spoken.name}:${spoken.text}`;
          expect(bare(said)).toBe(rest);
          expect(bare(spoken?.whole ?? '')).toBe(rest);
        });
      }),
    );
  });
});

describe('a name that the list does not have', () => {
  it.each([
    ['DURAND', { firstName: '', lastName: 'DURAND' }],
    ['Inès de La Tour', { firstName: 'Inès', lastName: 'de La Tour' }],
    ['LE BIHAN Anne', { firstName: 'Anne', lastName: 'LE BIHAN' }],
    ['Mme Caradec (Morlaix)', { firstName: '', lastName: 'Caradec' }],
  ])('is a first and a last name: %s', (name, expected) => {
    expect(splitName(name)).toEqual(expected);
  });
});
