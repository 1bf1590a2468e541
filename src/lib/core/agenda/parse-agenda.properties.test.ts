import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './agenda-lines.ts';
import { AGENDA_WARNING_CODES, NOT_UNDERSTOOD_REASONS, parseAgenda } from './parse-agenda.ts';
import type { ParsedAgenda } from './parse-agenda.ts';
import { AGENDA_ITEM_KINDS } from './plan.ts';

const everything = (agenda: ParsedAgenda): string =>
  [
    agenda.title ?? '',
    agenda.theme ?? '',
    ...agenda.items.flatMap(({ title, questions, context }) => [title, ...questions, ...context]),
    ...agenda.notUnderstood.map(({ text }) => text),
  ].join('\n');

const LETTERS = [...'bcdfgklmprstvz'];
/** Words that are no mark, no label, no month and no length, each different from the others. */
const wordAt = (index: number): string =>
  `${LETTERS[index % 14] ?? ''}${LETTERS[Math.floor(index / 14) % 14] ?? ''}${LETTERS[Math.floor(index / 196) % 14] ?? ''}awa`;

const mark = fc.constantFrom(
  '',
  '',
  '',
  '1- ',
  '2- ',
  '1) ',
  '2) ',
  '3. ',
  '1° ',
  'I. ',
  'II- ',
  'a) ',
  'b) ',
  'A. ',
  '- ',
  '• ',
  '* ',
  '· ',
  '  - ',
  '\t◦ ',
  'o\t',
  '\uf0b7\t',
  '1.1 ',
  '(1) ',
);
const time = fc.constantFrom(
  '',
  '',
  '',
  ' : 1 heure',
  ' (10 minutes)',
  ' ½ h',
  " 20'",
  ', 45 mn',
  '\t1 h 30',
  ' [20 mn]',
  ' : 3 heures d’atelier',
  ' 9h30',
  ' de 9h à 10h30',
  ' (14:00 - 15:00)',
  ' – 10h',
  ' a quarter of an hour',
  ' de 20 min',
  ' une demi-heure',
);
const lead = fc.constantFrom(
  '',
  '',
  '',
  '',
  '20 min ',
  '9h00 – 10h30 ',
  '9h30 : ',
  '2:30 pm ',
  '11h\n',
  '9h-10h\n',
  '10 min of ',
  '(10 min) ',
  'Thème : ',
  'Durée : 3 h\n',
  '30 min\n',
  'Objet : ',
  '----\n',
  'Ordre du jour\n',
  '3/12/2026\n',
);
const glue = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '\u00a0',
  ', ',
  '. ',
  ' ? ',
  '? ',
  '! ',
  ' : ',
  ' (',
  ') ',
  ' « ',
  ' » ',
  '... ',
  ' – ',
  '\n',
  ' ; ',
);
const ending = fc.constantFrom('\n', '\n\n', '\r\n', '\n \n');
const lines = fc.array(
  fc.record({ mark, time, lead, ending, glues: fc.array(glue, { minLength: 1, maxLength: 30 }) }),
  { maxLength: 12 },
);

const textOf = (
  parts: readonly { mark: string; time: string; lead: string; ending: string; glues: string[] }[],
) => {
  let index = 0;
  const next = () => wordAt(index++);
  const text = parts
    .map((part) => {
      const words = part.glues.map((between) => `${next()}${between}${next()}`).join(' ');
      return `${part.mark}${part.lead}${words}${part.time}${part.ending}`;
    })
    .join('');
  return { text, words: Array.from({ length: index }, (_, at) => wordAt(at)) };
};

describe('[IM24] nothing is dropped', () => {
  it('every word of an agenda comes back once, as a point, question, context, heading, or not understood', () => {
    fc.assert(
      fc.property(lines, (parts) => {
        const { text, words } = textOf(parts);
        const found = (everything(parseAgenda(text)).match(/[a-z]{3}awa/gu) ?? []).toSorted();
        expect(found).toEqual(words.toSorted());
      }),
      { numRuns: 600 },
    );
  });

  it('every word of any text comes back, but marks, lengths and labels', () => {
    const known =
      /^(?:h|hr|hrs|heures?|min|mins|mn|mns|minutes?|une?|d|de|et|x|environ|env|max|[ivxIVX]{1,6}|\p{L})$/iu;
    const unit = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          'mot',
          'Mot',
          'été',
          ' ',
          ' ',
          '\n',
          '?',
          '.',
          '(',
          ')',
          '-',
          ':',
          '1',
          '20',
          'h',
          ' min',
          "'",
          '«',
          '»',
          '\t',
          ',',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), (units) => {
        const text = units.join('');
        const back = new Set(everything(parseAgenda(text)).match(/\p{L}+/gu) ?? []);
        for (const word of cleanText(text).match(/\p{L}+/gu) ?? []) {
          if (!known.test(word)) expect(back).toContain(word);
        }
      }),
      { numRuns: 600 },
    );
  });
});

const cell = fc.constantFrom(
  '',
  '',
  '9h',
  '9h – 10h',
  '20 min',
  '15',
  '1',
  '-',
  'W',
  'W W',
  'W ? W',
  '**W**',
  '"W"',
  'W (W)',
  'W : 10 min',
);
const delimiter = fc.constantFrom(['| ', ' | ', ' |'], ['', '\t', ''], ['', ';', ''], ['', ' ; ', '']);
const heading = fc.constantFrom('', 'Horaire', 'Durée', 'Sujet', 'Salle', 'Qui', 'N°', 'W', 'Début', 'Fin');
const tables = fc.record({
  headings: fc.option(fc.array(heading, { minLength: 2, maxLength: 5 })),
  rows: fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 }),
  delimiter,
  before: fc.constantFrom('', 'W W\n', '9h W\n', '1- W : 10 min\n'),
  after: fc.constantFrom('', '\nW W', '\n- W\n- W', '\nW : 10 min'),
});

describe('[IM24] nothing of a table is dropped', () => {
  it('every word of its cells comes back', () => {
    fc.assert(
      fc.property(
        tables,
        ({ headings, rows, delimiter: [open = '', between = '', close = ''], before, after }) => {
          let index = 0;
          const lines = [...(headings === null ? [] : [headings]), ...rows];
          const width = lines[0]?.length ?? 0;
          const body = lines.map((cells) => {
            const row = Array.from({ length: width }, (_, at) => cells[at] ?? '');
            return `${open}${row.join(between)}${close}`;
          });
          const text = `${before}${body.join('\n')}${after}`.replaceAll('W', () => wordAt(index++));
          const words = Array.from({ length: index }, (_, at) => wordAt(at));
          const found = new Set(everything(parseAgenda(text)).match(/[a-z]{3}awa/gu) ?? []);
          expect(words.filter((word) => !found.has(word))).toEqual([]);
        },
      ),
    );
  });
});

describe('[IM1] whatever the text, the answer has its shape', () => {
  it('minutes are whole and positive, lines exist and ascend, codes are known, the synthesis alone is protected', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          lines.map((parts) => textOf(parts).text),
          fc.string({ unit: 'binary', maxLength: 300 }),
        ),
        (text) => {
          const agenda = parseAgenda(text);
          const count = text.split(/\r\n|\r|\n/u).length;
          const numbered = [...agenda.items, ...agenda.notUnderstood, ...agenda.warnings];
          expect(numbered.every(({ line }) => Number.isInteger(line) && line >= 1 && line <= count)).toBe(
            true,
          );
          for (const list of [agenda.items, agenda.notUnderstood, agenda.warnings] as { line: number }[][])
            expect(list).toEqual(list.toSorted((one, other) => one.line - other.line));
          for (const item of agenda.items) {
            expect(item.title.trim()).not.toBe('');
            expect(Number.isInteger(item.minutes) && item.minutes >= 1 && item.minutes <= 1440).toBe(true);
            expect(AGENDA_ITEM_KINDS).toContain(item.kind);
            expect(item.protected).toBe(item.kind === 'synthesis');
            expect([...item.questions, ...item.context].every((words) => words.trim() !== '')).toBe(true);
          }
          expect(agenda.notUnderstood.every(({ reason }) => NOT_UNDERSTOOD_REASONS.includes(reason))).toBe(
            true,
          );
          expect(agenda.warnings.every(({ code }) => AGENDA_WARNING_CODES.includes(code))).toBe(true);
          expect(parseAgenda(text)).toEqual(agenda);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('points written plainly come back as they were written', () => {
    const title = fc.array(
      fc.constantFrom('Le', 'jardin', 'partagé', 'au', 'fil', 'des', 'saisons', 'et', 'ses', 'voisins'),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    const point = fc.record({
      title: title.map((words) => words.join(' ')),
      minutes: fc.integer({ min: 1, max: 240 }),
    });
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 12 }),
        fc.constantFrom<(index: number) => string>(
          (at) => `${at + 1}- `,
          (at) => `${at + 1}. `,
          () => '- ',
          () => '• ',
        ),
        fc.constantFrom<(minutes: number) => string>(
          (m) => ` : ${m} min`,
          (m) => ` (${m} minutes)`,
          (m) => ` – ${m} mn`,
        ),
        (plan, markOf, timeOf) => {
          const text = plan
            .map((item, index) => `${markOf(index)}${item.title}${timeOf(item.minutes)}`)
            .join('\n');
          expect(parseAgenda(text).items.map((item) => [item.title, item.minutes])).toEqual(
            plan.map((item) => [item.title, item.minutes]),
          );
        },
      ),
    );
  });
});
