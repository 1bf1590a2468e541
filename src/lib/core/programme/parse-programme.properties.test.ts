import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGENDA_WARNING_CODES,
  LONGEST_AGENDA_CHARACTERS,
  NOT_UNDERSTOOD_REASONS,
} from '../agenda/parse-agenda.ts';
import { parseProgramme, PROGRAMME_REASONS, PROGRAMME_WARNING_CODES } from './parse-programme.ts';
import type { ParsedProgramme } from './parse-programme.ts';
import { SHARED_TIME_KINDS } from './programme.ts';

const SETTING = { day: '2026-11-26', zone: 'Europe/Paris' };

const everything = (programme: ParsedProgramme): string =>
  [
    programme.title ?? '',
    programme.theme ?? '',
    ...programme.days.map(({ label }) => label),
    ...programme.times.flatMap(({ title, place, speakers }) => [title, place, speakers]),
    ...programme.ateliers.flatMap(({ title, room, speakers, items }) => [
      title,
      room,
      speakers,
      ...items.flatMap((item) => [item.title, ...item.questions, ...item.context]),
    ]),
    ...programme.notUnderstood.map(({ text }) => text),
  ].join('\n');

const LETTERS = [...'bcdfgklmprstvz'];
const wordAt = (index: number): string =>
  `${LETTERS[index % 14] ?? ''}${LETTERS[Math.floor(index / 14) % 14] ?? ''}${LETTERS[Math.floor(index / 196) % 14] ?? ''}awa`;

const line = fc.constantFrom(
  '9h W',
  '9h – 10h : W W',
  '14h-16h Ateliers en parallèle',
  '14h-16h Ateliers W : Atelier 1 : W (salle W) ; Atelier 2 : W',
  '10h-12h Atelier W',
  'Atelier 1 : W (salle W), animé par Mme W',
  'Atelier 2 – W',
  '- W (salle W)',
  '- W',
  '  - W W',
  '1. W : 20 min',
  '2. W ?',
  'W W W',
  'W.',
  'Salle W',
  'Intervenants : W, W',
  '10h Plénière par Mme W, W – amphi W',
  'Pause : 15 min',
  'W : 1 h',
  'Jour 1 : W',
  'Jour 2',
  'Vendredi 27 novembre : W',
  'Matin',
  'Thème : W',
  '12h Déjeuner (W)',
  '9h W (30 min) W (salle W) W',
  '17h Fin de la journée',
  '13h',
  '| 9h | W | Salle W |',
  '| | W | |',
  '9h\tW\tW',
  '----',
  '10 min W, 15 min W puis 20 min W',
  '',
);
const texts = fc.array(line, { maxLength: 25 }).map((lines) => {
  let index = 0;
  const text = lines.join('\n').replaceAll('W', () => wordAt(index++));
  return { text, words: Array.from({ length: index }, (_, at) => wordAt(at)) };
});

/** A day is a long text: each case takes milliseconds. */
const WHOLE_DAYS = 2_000;

describe('[PR9] nothing is dropped', () => {
  it('every word comes back, as what it is or as not understood', () => {
    fc.assert(
      fc.property(texts, ({ text, words }) => {
        const found = new Set(everything(parseProgramme(text, SETTING)).match(/[a-z]{3}awa/gu) ?? []);
        expect(words.filter((word) => !found.has(word))).toEqual([]);
      }),
      { numRuns: WHOLE_DAYS },
    );
  });
});

describe('[PR10] whatever the text, the answer has its shape', () => {
  it('lines exist and ascend, times read hh:mm, codes are known, moments lie in order', () => {
    const codes: readonly string[] = [...AGENDA_WARNING_CODES, ...PROGRAMME_WARNING_CODES];
    const reasons: readonly string[] = [...NOT_UNDERSTOOD_REASONS, ...PROGRAMME_REASONS];
    fc.assert(
      fc.property(
        fc.oneof(
          texts.map(({ text }) => text),
          fc.string({ unit: 'binary', maxLength: 300 }),
        ),
        (text) => {
          const programme = parseProgramme(text, SETTING);
          const { days, times, ateliers, notUnderstood, warnings } = programme;
          const count = text.split(/\r\n|\r|\n/u).length;
          for (const list of [days, times, ateliers, notUnderstood, warnings] as { line: number }[][]) {
            expect(list).toEqual(list.toSorted((one, other) => one.line - other.line));
            expect(list.every(({ line: at }) => Number.isInteger(at) && at >= 1 && at <= count)).toBe(true);
          }
          for (const { start, end, startsAt, endsAt } of [...times, ...ateliers]) {
            for (const clock of [start, end])
              if (clock !== null) expect(clock).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
            if (startsAt !== undefined && endsAt !== undefined) expect(endsAt).toBeGreaterThan(startsAt);
          }
          expect([...times, ...ateliers].every(({ title }) => title.trim() !== '')).toBe(true);
          expect(times.every(({ kind }) => SHARED_TIME_KINDS.includes(kind))).toBe(true);
          expect(warnings.every(({ code }) => codes.includes(code))).toBe(true);
          expect(notUnderstood.every(({ reason }) => reasons.includes(reason))).toBe(true);
          expect(parseProgramme(text, SETTING)).toEqual(programme);
        },
      ),
      { numRuns: WHOLE_DAYS },
    );
  });
});

describe('[PR11] work grows with the length of the text, whatever it holds', () => {
  it.each([
    '9h a\n',
    '9h-10h a\n',
    '9h\n',
    'Jour 1\n',
    'Atelier 1 : a\n',
    'Atelier 1 : a ',
    '14h-16h Ateliers\n- a (salle b)\n',
    '- a\n',
    'Salle a\n',
    'Pause : 15 min\n',
    '(salle a) ',
    ' – salle ',
    'par Mme A, ',
    'ateliers en parallèle ',
    '| 9h | a | b |\n',
    'a ?\n',
    'Vendredi 27 novembre\n',
    ' ',
  ])('%j', (unit) => {
    const start = '9h – 10h Accueil\n14h-16h Ateliers\n';
    const text = start + unit.repeat(Math.floor((LONGEST_AGENDA_CHARACTERS - start.length) / unit.length));
    expect(parseProgramme(text, SETTING).times.length).toBeGreaterThan(0);
  });
});
