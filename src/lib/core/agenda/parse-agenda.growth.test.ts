import { describe, expect, it } from 'vitest';
import { LONGEST_AGENDA_CHARACTERS, parseAgenda } from './parse-agenda.ts';

/**
 * At this length anything but linear work takes minutes, so that the test's own time limit holds the rule
 * without measuring time.
 */
const fill = (start: string, unit: string): string =>
  start + unit.repeat(Math.floor((LONGEST_AGENDA_CHARACTERS - start.length) / unit.length));

const UNITS = [
  '9h – ',
  '9:00 ',
  'de 9h à 10h ',
  '10 min a, ',
  ' puis ',
  '| ',
  ';',
  '";',
  'midi ',
  'half an hour ',
  'and a half ',
  '1',
  '12 ',
  ' ',
  '\t',
  '\u00a0 x',
  '?',
  '? ',
  '"',
  "'",
  '’',
  '(',
  '()',
  '((a. ',
  '« ',
  '» ',
  '....',
  '. A',
  'A. ',
  '1.1.',
  '1.1 ',
  '- ',
  '–',
  ':',
  ' : ',
  '½',
  '1/2 ',
  '1h',
  '1 h à ',
  '10-',
  '2 x ',
  'environ ',
  "d'",
  'une ',
  'trois quarts ',
  '26 novembre ',
  '12/',
  'durée : ',
  'é',
  '𝒳',
  '\ud800',
  'a\u200b',
  '(?) ',
  '« ? » ',
];
const LINES = [
  '| 9h | a |\n',
  '9h\ta\tb\n',
  '9h;a;b\n',
  ';;\n',
  '9h\n',
  '9h – 10h\n',
  '9h a\n',
  '10 min a, 20 min b\n',
  'a\n',
  '1.\n',
  '1)\n',
  '1\n2 min\n',
  '• a\n',
  'a) b\n',
  'i) a\n',
  'I- a\n',
  '1. a\n1) b ?\n',
  '1- a : 1 h\n',
  '1- a\n  - b : 1 h\n',
  'Thème : a\n',
  'Total : 3 h\n',
  '----\n',
  '\n',
  'la vie des jardins partagés dans la ville et dans,\n',
];

describe('[IM26] work grows with the length of the text, whatever it holds', () => {
  it.each([...UNITS, ...LINES])('%j', (unit) => {
    const agenda = parseAgenda(fill('1- Bilan : 1 h\n2- ', unit));
    expect(agenda.items.length).toBeGreaterThan(0);
  });
});
