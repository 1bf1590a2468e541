/** The balance of the day as a table: one row a point, and a total a run. */
import type { Language } from '#core/time/formats.ts';
import { formatTimeOfDay } from '#core/time/formats.ts';
import type { Duration, Instant } from '#core/time/instant.ts';
import type { BalanceRow, RunBalance, SittingBalance } from '../balance.ts';
import { overrunOf } from '../balance.ts';
import { dayIn } from '../days.ts';
import { onOneLine } from './agenda-sheet.ts';
import type { CsvCell } from './csv.ts';
import { csvOf } from './csv.ts';

export type BalanceLabels = {
  readonly columns: {
    readonly atelier: string;
    readonly title: string;
    readonly label: string;
    readonly room: string;
    readonly day: string;
    readonly run: string;
    readonly point: string;
    readonly planned: string;
    readonly real: string;
    readonly overrun: string;
    readonly plannedStart: string;
    readonly realStart: string;
  };
  readonly total: string;
  readonly addedPoint: string;
  readonly plenary: string;
  readonly run: {
    readonly held: string;
    readonly goingOn: string;
    readonly rehearsal: string;
    readonly archived: string;
  };
};

const MINUTE = 60_000;

/** Minutes with one decimal, so that a column adds up. */
const inMinutes = (length: Duration): number => Math.round(length / (MINUTE / 10)) / 10;

/** Times of day are those of the zone; a run's total stands under its points. */
export const balanceCsv = (
  sittings: readonly SittingBalance[],
  labels: BalanceLabels,
  zone: string,
  language: Language,
): string =>
  csvOf(
    [
      headOf(labels),
      ...sittings.flatMap((sitting) => sitting.runs.flatMap((run) => runRows(sitting, run, labels, zone))),
    ],
    language,
  );

const headOf = ({ columns }: BalanceLabels): readonly string[] => [
  columns.atelier,
  columns.title,
  columns.label,
  columns.room,
  columns.day,
  columns.run,
  columns.point,
  columns.planned,
  columns.real,
  columns.overrun,
  columns.plannedStart,
  columns.realStart,
];

const runRows = (
  sitting: SittingBalance,
  run: RunBalance,
  labels: BalanceLabels,
  zone: string,
): readonly (readonly CsvCell[])[] => {
  const timeOf = (moment: Instant | null): string =>
    moment === null ? '' : formatTimeOfDay(moment, zone, 'en');
  const head = [
    sitting.plenary ? labels.plenary : sitting.atelierNumber,
    onOneLine(sitting.atelierTitle),
    onOneLine(sitting.label),
    onOneLine(sitting.room),
    dayIn(zone, run.startedAt),
    runWord(run, labels),
  ];
  const pointRow = (row: BalanceRow): readonly CsvCell[] => {
    const overrun = overrunOf(row);
    return [
      ...head,
      onOneLine(row.title) || labels.addedPoint,
      row.planned ?? '',
      inMinutes(row.real),
      overrun === null ? '' : inMinutes(overrun),
      timeOf(row.plannedStart),
      timeOf(row.realStart),
    ];
  };
  const overrun = overrunOf(run);
  return [
    ...run.rows.map(pointRow),
    [
      ...head,
      labels.total,
      run.planned,
      inMinutes(run.real),
      overrun === null ? '' : inMinutes(overrun),
      timeOf(run.rows[0]?.plannedStart ?? null),
      timeOf(run.startedAt),
    ],
  ];
};

const runWord = ({ rehearsal, archived, settled }: RunBalance, { run }: BalanceLabels): string => {
  if (rehearsal) return run.rehearsal;
  if (archived) return run.archived;
  return settled ? run.held : run.goingOn;
};
