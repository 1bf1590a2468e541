/** Tables as CSV (RFC 4180), as the spreadsheets of a language open them. */
import type { Language } from '#core/time/formats.ts';

/** Words, or a number that the spreadsheet may add up. */
export type CsvCell = string | number;

const BYTE_ORDER_MARK = '\ufeff';
/** A spreadsheet would run what begins like this, full-width signs included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/** The rows as one text: BOM, lines ending in CRLF, `;` between cells in French and `,` in English. */
export const csvOf = (rows: readonly (readonly CsvCell[])[], language: Language): string => {
  const separator = language === 'fr' ? ';' : ',';
  const lines = rows.map((row) => row.map((cell) => cellCsv(cell, separator, language)).join(separator));
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('');
};

const cellCsv = (cell: CsvCell, separator: string, language: Language): string => {
  const text = typeof cell === 'number' ? numberCsv(cell, language) : harmless(cell);
  const quotes = text.includes(separator) || /["\r\n]/u.test(text);
  return quotes ? `"${text.replaceAll('"', '""')}"` : text;
};

const numberCsv = (value: number, language: Language): string =>
  language === 'fr' ? String(value).replace('.', ',') : String(value);

/** Words that begin like a formula stand behind an apostrophe: whoever typed them must not run anything. */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
