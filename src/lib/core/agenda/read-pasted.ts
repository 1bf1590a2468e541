/** Takes in what was pasted: what is too long or no text is set aside, the rest are lines, with tables read. */
import { cleanText, looksBinary, readLines } from './agenda-lines.ts';
import type { AgendaLine } from './agenda-lines.ts';
import { LONGEST_AGENDA_CHARACTERS } from './parsed-agenda.ts';
import type { AgendaWarning, NotUnderstood } from './parsed-agenda.ts';
import { readTables } from './tables.ts';
import type { TableReading } from './tables.ts';

/** The readable lines of a pasted text, and what is no part of them. */
export type PastedText = {
  readonly lines: TableReading['lines'];
  readonly notUnderstood: NotUnderstood[];
  readonly warnings: AgendaWarning[];
};

/** A text as it is shown on one line. */
export const shown = (text: string): string => text.replaceAll('\t', ' ');

const countLines = (text: string): number => text.split(/\r\n|\r|\n/u).length;

/** Where the last whole line within the limit ends. */
const readableEnd = (text: string): number => {
  if (text.length <= LONGEST_AGENDA_CHARACTERS) return text.length;
  const head = text.slice(0, LONGEST_AGENDA_CHARACTERS);
  const lineEnd = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1;
  return lineEnd > 0 ? lineEnd : LONGEST_AGENDA_CHARACTERS;
};

/** Reads the lines of a pasted text. */
export const readPasted = (text: string): PastedText => {
  const end = readableEnd(text);
  const readable = text.slice(0, end);
  const notUnderstood: NotUnderstood[] = [];
  const warnings: AgendaWarning[] = [];
  if (end < text.length) {
    const line = countLines(readable);
    notUnderstood.push({ line, text: cleanText(text.slice(end)).trim(), reason: 'agenda/too-long' });
    warnings.push({ code: 'agenda/too-long', line });
  }
  const setAside = (lines: readonly AgendaLine[]): void => {
    for (const { number: line, text: words } of lines) {
      notUnderstood.push({ line, text: shown(words), reason: 'agenda/binary' });
      warnings.push({ code: 'agenda/binary', line });
    }
  };
  if (looksBinary(readable)) {
    notUnderstood.unshift({ line: 1, text: cleanText(readable).trim(), reason: 'agenda/binary' });
    warnings.unshift({ code: 'agenda/binary', line: 1 });
    return { lines: [], notUnderstood, warnings };
  }
  const { lines, binary } = readLines(readable);
  setAside(binary);
  if (lines.length === 0 && binary.length === 0) warnings.unshift({ code: 'agenda/empty', line: 1 });
  const tables = readTables(lines);
  for (const { number: line, text: words } of tables.unread)
    notUnderstood.push({ line, text: shown(words), reason: 'agenda/table-heading' });
  return { lines: tables.lines, notUnderstood, warnings };
};
