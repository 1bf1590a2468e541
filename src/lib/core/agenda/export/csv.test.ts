import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutes } from '#core/time/instant.ts';
import { agendaItem } from '../plan.ts';
import { agendaCsv } from './agenda-csv.ts';
import { csvOf } from './csv.ts';
import { parsedCsv } from './csv.test-support.ts';
import { LABELS, SHEET } from './labels.test-support.ts';

describe('tables as CSV', () => {
  it('[EX10] in French `;` and decimal commas, in English `,`; a BOM and CRLF in both', () => {
    const rows = [
      ['a;b', 'c,d', 1.5],
      ['"', 'x\ny', -2],
    ];
    expect(csvOf(rows, 'fr')).toBe('\ufeff"a;b";c,d;1,5\r\n"""";"x\ny";-2\r\n');
    expect(csvOf(rows, 'en')).toBe('\ufeffa;b,"c,d",1.5\r\n"""","x\ny",-2\r\n');
  });

  it.each(['=1+1', '+33 6', '-x', '@SUM(A1)', '\tx', '\rx', '＝1'])(
    '[EX11] %j is not run by a spreadsheet',
    (text) => {
      expect(parsedCsv(csvOf([[text]], 'fr'), ';')).toEqual([[`'${text}`]]);
    },
  );

  it('[EX12] whatever the cells hold, they come back', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...';,"\r\n=-+@\t a') }));
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom('fr', 'en'), (rows, language) => {
        const back = parsedCsv(csvOf(rows, language), language === 'fr' ? ';' : ',');
        expect(back.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/u, '')))).toEqual(
          rows.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/u, ''))),
        );
        expect(back.flat().some((text) => /^[=+\-@\t\r]/u.test(text))).toBe(false);
      }),
    );
  });

  it('[EX13] an agenda is one row a point, its notes a column only when asked', () => {
    const items = [
      agendaItem({
        id: 'a',
        title: '=HYPERLINK("x")',
        kind: 'vote',
        plannedMinutes: minutes(20),
        context: ['Un', 'Deux'],
        questions: [
          { id: 'q', text: 'Pour ?' },
          { id: 'r', text: 'Contre ?' },
        ],
        animateurNotes: 'Compter.',
      }),
    ];
    const rows = parsedCsv(agendaCsv({ ...SHEET, items }, LABELS.fr), ';');
    expect(rows).toEqual([
      [
        'N°',
        'Point',
        'Nature',
        'Minutes',
        'Début',
        'Fin',
        'Protégé',
        'Au moins (min)',
        'Contexte',
        'Questions',
      ],
      ['1', '\'=HYPERLINK("x")', 'vote', '20', '', '', 'non', '', 'Un\nDeux', 'Pour ?\nContre ?'],
    ]);
    const noted = parsedCsv(agendaCsv({ ...SHEET, items, withAnimateurNotes: true }, LABELS.fr), ';');
    expect(noted.map((row) => row.at(-1))).toEqual(['Notes pour l’animateur', 'Compter.']);
  });
});
