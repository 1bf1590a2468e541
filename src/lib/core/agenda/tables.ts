/** Reads tables as they are pasted: Markdown's bars, tabs from Word and spreadsheets, CSV with semicolons. */
import type { AgendaLine } from './agenda-lines.ts';
import { takeClock } from './clock-times.ts';
import { durationAlone } from './take-duration.ts';

type Column = 'rank' | 'time' | 'start' | 'end' | 'duration' | 'title' | 'who' | 'room' | 'other';

/** By column, the words that head it. */
const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ['rank', /^(?:n\s?°|#|no|num[ée]ro|rang|point\sn\s?°)$/iu],
  ['start', /^(?:d[ée]but|start|from|de|heure\sde\sd[ée]but|start\stime)$/iu],
  ['end', /^(?:fin|end|to|à|heure\sde\sfin|end\stime)$/iu],
  [
    'duration',
    /^(?:dur[ée]e|duration|length|minutes|min|temps(?:\spr[ée]vu)?|timing)(?:\s?\(?(?:min|mn|minutes|en\sminutes)\)?)?$/iu,
  ],
  ['time', /^(?:horaires?|heures?|time|times|when|quand|cr[ée]neaux?|schedule)$/iu],
  [
    'title',
    /^(?:titre|intitul[ée]|point|points|sujet|sujets|objet|contenu|s[ée]quence|activit[ée]|th[èe]me|programme|d[ée]roul[ée]|quoi|title|item|topic|subject|activity|session|what|agenda|content)$/iu,
  ],
  [
    'who',
    /^(?:qui|intervenant(?:e|s|es)?|intervenant\(e\)s|animateur(?:s|\/trice)?|anim[ée]\spar|par|orateurs?|responsable|who|speakers?|presenter|lead|by|host)$/iu,
  ],
  ['room', /^(?:salles?|lieux?|endroit|o[ùu]|rooms?|place|where|venue|location)$/iu],
];

/** A row of a table: its point, and what else it says, one text per cell. */
export type TableRow = {
  readonly title: string;
  readonly clock: {
    readonly begins: number;
    readonly ends: number | null;
    readonly mayBeAfternoon: boolean;
  } | null;
  readonly minutes: number | null;
  readonly who: string;
  readonly room: string;
  readonly others: readonly string[];
  /** A row with nothing but one text heads a part (in the first column) or goes on with the row above. */
  readonly kind: 'point' | 'heading' | 'more';
};

/** The lines with those of tables replaced by their rows, and the headings of columns that are no label of ours. */
export type TableReading = {
  readonly lines: readonly (AgendaLine & { readonly row?: TableRow })[];
  readonly unread: readonly AgendaLine[];
};

type Delimiter = '|' | '\t' | ';';
const MOST_COLUMNS = 20;
const FEWEST_ROWS = 2;

const unquoted = (cell: string): string => {
  const text = cell.replace(/\s+/gu, ' ').trim();
  const inner = /^"(?:[^"]|"")*"$/u.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
  return inner
    .replace(/<br\s?\/?>/giu, ' ')
    .replace(/(?<!\*)\*\*(?!\*)/gu, '')
    .trim();
};

/** The cells of a CSV line; a semicolon within quotation marks divides nothing. */
const quotedCells = (raw: string): string[] => {
  const cells: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw.charAt(at);
    if (character === '"') quoted = !quoted;
    if (character === ';' && !quoted) {
      cells.push(raw.slice(start, at));
      start = at + 1;
    }
  }
  cells.push(raw.slice(start));
  return quoted ? raw.split(';') : cells;
};

const cellsOf = (raw: string, delimiter: Delimiter): string[] | null => {
  if (!raw.includes(delimiter)) return null;
  const text = raw.trim();
  if (delimiter === '|') {
    if (!text.startsWith('|')) return null;
    const inner = text.endsWith('|') && text.length > 1 ? text.slice(1, -1) : text.slice(1);
    return inner.split('|').map(unquoted);
  }
  return (delimiter === ';' ? quotedCells(text) : raw.split('\t')).map(unquoted);
};

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-*:?$/u.test(cell));
const columnOfHeading = (cell: string): Column | null =>
  HEADINGS.find(([, sign]) => sign.test(cell.replace(/\s?:$/u, '')))?.[0] ?? null;

const clockOf = (cell: string): TableRow['clock'] => {
  const taken = cell === '' ? null : takeClock(cell);
  return taken === null || hasWords(taken.rest) ? null : taken;
};
const minutesOf = (cell: string, bareMinutes: boolean): number | null => {
  const bare = bareMinutes && /^\d{1,4}$/u.test(cell) ? Number(cell) : null;
  if (bare !== null && bare >= 1 && bare <= 1440) return bare;
  const alone = durationAlone(cell);
  return alone === null ? null : alone.minutes;
};
const isRank = (cell: string): boolean =>
  /^(?:\d{1,2}|[ivx]{1,4}|[a-z])?\s?[.)°]?$|^[•●·▪◦○■□*\uf0b7–-]$/iu.test(cell);

type Row = { readonly line: AgendaLine; readonly cells: readonly string[] };

const mostOf = (cells: readonly string[], holds: (cell: string) => boolean): boolean => {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(holds).length * 2 > filled.length;
};

/** What each column holds: as its heading says, else as its cells look. */
const columnsOf = (rows: readonly Row[], headings: readonly string[] | null, width: number): Column[] => {
  const columns = Array.from({ length: width }, (_, at): Column | null => {
    const named = headings === null ? null : columnOfHeading(headings[at] ?? '');
    const cells = rows.map((row) => row.cells[at] ?? '');
    const looksTimed = mostOf(cells, (cell) => clockOf(cell) !== null);
    if (looksTimed) return named === 'start' || named === 'end' ? named : 'time';
    if (named === 'duration' || mostOf(cells, (cell) => minutesOf(cell, false) !== null)) return 'duration';
    if (named !== null && named !== 'time' && named !== 'start' && named !== 'end') return named;
    return at === 0 && cells.some((cell) => cell !== '') && cells.every(isRank) ? 'rank' : null;
  });
  if (!columns.includes('title')) {
    const lengths = columns.map((column, at) =>
      column === null ? rows.reduce((sum, row) => sum + (row.cells[at] ?? '').length, 0) : -1,
    );
    const open = columns.flatMap((column, at) => (column === null && (lengths[at] ?? 0) > 0 ? [at] : []));
    const [first] = open;
    const longest = open.toSorted((one, other) => (lengths[other] ?? 0) - (lengths[one] ?? 0))[0];
    // Beside a heading row the longest texts are the titles; without one people put the title first.
    const at = headings === null ? first : longest;
    if (at !== undefined) columns[at] = 'title';
  }
  const seen = new Set<Column>();
  return columns.map((column) => {
    if (column === null) return 'other';
    const again = seen.has(column);
    seen.add(column);
    return again && column !== 'time' ? 'other' : column;
  });
};

const rowOf = ({ cells }: Row, columns: readonly Column[], headings: readonly string[] | null): TableRow => {
  let [title, who, room] = ['', '', ''];
  let clock: TableRow['clock'] = null;
  let ends: number | null = null;
  let minutes: number | null = null;
  const others: string[] = [];
  const keep = (cell: string, at: number, labelled = true): void => {
    const heading = labelled ? (headings?.[at] ?? '').replace(/\s?:$/u, '') : '';
    if (hasWords(cell)) others.push(heading === '' ? cell : `${heading} : ${cell}`);
  };
  cells.forEach((cell, at) => {
    const column = columns[at] ?? 'other';
    const time = clockOf(cell);
    if (column === 'title' && title === '') title = cell;
    else if (column === 'who' && who === '') who = cell;
    else if (column === 'room' && room === '') room = cell;
    else if (column === 'rank' && isRank(cell)) return;
    else if (column === 'end' && time !== null && ends === null) ends = time.begins;
    else if ((column === 'time' || column === 'start') && time !== null) {
      if (clock === null) clock = time;
      else if (ends === null && clock.ends === null) ends = time.begins;
      else keep(cell, at, false);
    } else if (column === 'duration' && minutes === null && minutesOf(cell, true) !== null)
      minutes = minutesOf(cell, true);
    else keep(cell, at, column === 'other');
  });
  const begun = clock as TableRow['clock'];
  if (begun === null && ends !== null) others.push(`→ ${cells[columns.indexOf('end')] ?? ''}`);
  const timed = begun === null || ends === null ? begun : { ...begun, ends };
  const filled = cells.filter(hasWords).length;
  const lonely = filled === 1 && timed === null && minutes === null;
  const first = cells.findIndex(hasWords);
  const kind =
    !lonely || (columns[first] === 'title' && first === 0) ? 'point' : first === 0 ? 'heading' : 'more';
  if (!hasWords(title)) title = others.shift() ?? '';
  if (!hasWords(title)) [title, who] = [who, ''];
  if (!hasWords(title)) [title, room] = [room, ''];
  return { title, clock: timed, minutes, who, room, others, kind };
};

/** Reads the lines that share a delimiter as one table, or null when they are none. */
const readTable = (
  rows: readonly Row[],
  delimiter: Delimiter,
): { readonly byLine: Map<AgendaLine, TableRow | null>; readonly unread: AgendaLine[] } | null => {
  const [first, ...others] = rows.filter((row) => !isRule(row.cells));
  if (first === undefined) return null;
  const known = first.cells.filter((cell) => columnOfHeading(cell) !== null).length;
  const timedHead = first.cells.some((cell) => clockOf(cell) !== null || minutesOf(cell, false) !== null);
  const headed = known >= 2 && !timedHead;
  const data = headed ? others : [first, ...others];
  const width = first.cells.length;
  const headings = headed ? first.cells : null;
  if (data.length < (headed ? 1 : FEWEST_ROWS)) return null;
  const columns = columnsOf(data, headings, width);
  if (!columns.some((column) => column === 'time' || column === 'start' || column === 'duration'))
    return null;
  if (!columns.includes('title')) return null;
  const wide = columns.filter((column) => column !== 'rank').length;
  if (wide < 2 || (delimiter !== '|' && !headed && wide < 3)) return null;
  const byLine = new Map<AgendaLine, TableRow | null>(rows.map((row) => [row.line, null]));
  const points: Row[] = [];
  for (const row of data) {
    if (!row.cells.some(hasWords)) continue;
    const told = rowOf(row, columns, headings);
    byLine.set(row.line, told);
    if (told.kind === 'point' && hasWords(told.title)) points.push(row);
  }
  const tells = (at: number): boolean =>
    columns[at] === 'other' && points.some((row) => hasWords(row.cells[at] ?? ''));
  const lost = (headings ?? []).filter(
    (cell, at) => hasWords(cell) && columnOfHeading(cell) === null && !tells(at),
  );
  return { byLine, unread: lost.length === 0 ? [] : [{ ...first.line, text: lost.join(' ') }] };
};

/** Reads the tables of a text; lines of none stay as they are. */
export const readTables = (lines: readonly AgendaLine[]): TableReading => {
  const read = new Map<AgendaLine, TableRow | null>();
  const unread: AgendaLine[] = [];
  for (const delimiter of ['|', '\t', ';'] as const) {
    let run: Row[] = [];
    let since = 0;
    const close = (): void => {
      const table = run.length === 0 ? null : readTable(run, delimiter);
      for (const [line, row] of table?.byLine ?? []) read.set(line, row);
      unread.push(...(table?.unread ?? []));
      run = [];
    };
    for (const line of lines) {
      const cells = read.has(line) ? null : cellsOf(line.raw, delimiter);
      const width = run[0]?.cells.length;
      if (cells !== null && cells.length > 1 && cells.length <= MOST_COLUMNS) {
        if (width !== undefined && width !== cells.length) close();
        run.push({ line, cells });
        since = 0;
      } else if (run.length > 0) {
        // What a cell held on lines of its own stands between two rows.
        since += 1;
        if (since > LINES_WITHIN_A_ROW || line.afterBlank) close();
      }
    }
    close();
  }
  return {
    lines: lines.flatMap((line): (AgendaLine & { readonly row?: TableRow })[] => {
      const row = read.get(line);
      if (row === undefined) return [line];
      if (row === null) return [];
      // A row that names no point is read as the line it is.
      return [row.kind === 'more' || !hasWords(row.title) ? line : { ...line, row }];
    }),
    unread,
  };
};

const LINES_WITHIN_A_ROW = 4;
