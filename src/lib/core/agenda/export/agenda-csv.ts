/** An agenda as a table: one row a point. */
import { formatTimeOfDay } from '#core/time/formats.ts';
import type { AgendaLabels, AgendaSheet } from './agenda-sheet.ts';
import { onOneLine, shownLines } from './agenda-sheet.ts';
import type { CsvCell } from './csv.ts';
import { csvOf } from './csv.ts';

/** The points with their planned times, contexts and questions; the animateur's notes as a last column if asked for. */
export const agendaCsv = (sheet: AgendaSheet, labels: AgendaLabels): string => {
  const { columns } = labels;
  const notes = sheet.withAnimateurNotes;
  const head = [
    columns.number,
    columns.title,
    columns.kind,
    columns.minutes,
    columns.start,
    columns.end,
    columns.protected,
    columns.floor,
    columns.context,
    labels.questions,
    ...(notes ? [labels.animateurNotes] : []),
  ];
  const rows = sheet.items.map((item, index): readonly CsvCell[] => {
    const times = sheet.times.get(item.id);
    const timeOfDay = (at: 'start' | 'end'): string =>
      times === undefined ? '' : formatTimeOfDay(times[at], sheet.zone, 'en');
    return [
      index + 1,
      onOneLine(item.title),
      labels.kind[item.kind],
      item.plannedMinutes,
      timeOfDay('start'),
      timeOfDay('end'),
      item.protected ? labels.yes : labels.no,
      item.floorMinutes ?? '',
      item.context.flatMap(shownLines).join('\n'),
      item.questions.map(({ text }) => onOneLine(text)).join('\n'),
      ...(notes ? [shownLines(item.animateurNotes).join('\n')] : []),
    ];
  });
  return csvOf([head, ...rows], sheet.language);
};
