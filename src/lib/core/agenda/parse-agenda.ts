/** Reads an agenda as people write it: lines → tables → classified lines → blocks → points. See SPEC.md, « Import ». */
import { readHeadings } from './agenda-headings.ts';
import { classifyLines } from './classify-lines.ts';
import { readAgendaMarkdown } from './export/read-agenda-markdown.ts';
import type { ParsedAgenda } from './parsed-agenda.ts';
import { LONGEST_AGENDA_CHARACTERS } from './parsed-agenda.ts';
import { isUntitled, listed, readPoints } from './read-points.ts';
import { readPasted } from './read-pasted.ts';

export {
  AGENDA_WARNING_CODES,
  DEFAULT_ITEM_MINUTES,
  LONG_ITEM_MINUTES,
  LONGEST_AGENDA_CHARACTERS,
  NOT_UNDERSTOOD_REASONS,
} from './parsed-agenda.ts';
export type { ParsedAgenda, ParsedItem } from './parsed-agenda.ts';

const byLine = (one: { line: number }, other: { line: number }): number => one.line - other.line;

/** Reads a pasted agenda; whatever the text is, nothing of it is dropped and nothing is thrown. */
export const parseAgenda = (text: string): ParsedAgenda => {
  // What Plénière exported comes back exactly.
  const exported = text.length > LONGEST_AGENDA_CHARACTERS ? null : readAgendaMarkdown(text);
  if (exported !== null) return exported;
  const { lines, notUnderstood, warnings } = readPasted(text);
  if (lines.length === 0) return { items: [], notUnderstood, warnings };
  const points = readPoints(
    classifyLines(lines),
    (preamble) => readHeadings(preamble).declared !== undefined,
  );
  const { items } = points;
  const headings = readHeadings(points.preamble);
  const reason = items.length === 0 ? 'agenda/no-item' : 'agenda/before-first-item';
  notUnderstood.push(
    ...points.notUnderstood,
    ...headings.others.map((line) => listed(line, isUntitled(line) ? 'agenda/untitled' : reason)),
    ...headings.secondTotals.map((line) => listed(line, 'agenda/second-total')),
  );
  warnings.push(...points.warnings);
  for (const { number: line } of headings.weekdays)
    warnings.push({ code: 'agenda/weekday-contradicts-date', line });

  const declared = headings.declared ?? points.totals[0];
  const sum = items.reduce((total, item) => total + item.minutes, 0);
  if (items.length === 0) warnings.unshift({ code: 'agenda/no-item', line: 1 });
  else if (declared !== undefined && declared.minutes !== sum && declared.minutes !== sum + points.gaps)
    warnings.push({ code: 'agenda/declared-differs', line: declared.line });
  return {
    ...(headings.title === undefined ? {} : { title: headings.title }),
    ...(headings.theme === undefined ? {} : { theme: headings.theme }),
    ...(headings.date === undefined ? {} : { date: headings.date }),
    ...(declared === undefined ? {} : { declaredMinutes: declared.minutes }),
    items,
    notUnderstood: notUnderstood.toSorted(byLine),
    warnings: warnings.toSorted(byLine),
  };
};
