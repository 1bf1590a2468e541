/** The balance of the day as an annex of the actes: in them only when asked for. */
import type { BalanceRow, RunBalance, SittingBalance } from '../agenda/balance.ts';
import { overrunOf } from '../agenda/balance.ts';
import { formatDuration } from '../time/formats.ts';
import type { Duration } from '../time/instant.ts';
import { minutes } from '../time/instant.ts';
import type { Actes, ActesAnnex } from './gathered-actes.ts';
import type { Block, TableCell } from './rich-text.ts';

export type BalanceAnnexLabels = {
  readonly title: string;
  /** « Atelier 2 : créer du lien – groupe 1 »; number 0 is a plenary. */
  readonly sitting: (number: number, title: string, label: string) => string;
  readonly point: string;
  readonly planned: string;
  readonly real: string;
  readonly overrun: string;
  readonly total: string;
  readonly addedPoint: string;
};

const MINUTE = 60_000;
const NOTHING = '–';

/** The actes with the planned and real times of every sitting that was run to its last run; as they are without any. */
export const withBalance = (
  actes: Actes,
  sittings: readonly SittingBalance[],
  labels: BalanceAnnexLabels,
): Actes => {
  const annex = balanceAnnex(sittings, labels);
  return annex === null ? actes : { ...actes, annexes: [...(actes.annexes ?? []), annex] };
};

/** A table for each sitting, of its last run that is no rehearsal; null when nothing was run. */
export const balanceAnnex = (
  sittings: readonly SittingBalance[],
  labels: BalanceAnnexLabels,
): ActesAnnex | null => {
  const content = sittings.flatMap((sitting): readonly Block[] => {
    const run = sitting.runs.findLast(({ rehearsal }) => !rehearsal);
    if (run === undefined) return [];
    const number = sitting.plenary ? 0 : sitting.atelierNumber;
    const title = labels.sitting(number, sitting.atelierTitle, sitting.label);
    return [
      { type: 'heading', level: 1, item: null, content: [{ type: 'text', text: title }] },
      tableOf(run, labels),
    ];
  });
  return content.length === 0 ? null : { title: labels.title, content };
};

const tableOf = (run: RunBalance, labels: BalanceAnnexLabels): Block => ({
  type: 'table',
  rows: [
    [labels.point, labels.planned, labels.real, labels.overrun].map((text) => cell(text, true)),
    ...run.rows.map((row) => rowOf(row.title || labels.addedPoint, row)),
    rowOf(labels.total, run),
  ],
});

const rowOf = (
  title: string,
  row: Pick<BalanceRow, 'planned' | 'real' | 'settled'>,
): readonly TableCell[] => {
  const overrun = overrunOf(row);
  return [
    title,
    row.planned === null ? NOTHING : formatDuration(row.planned),
    inWords(row.real),
    overrun === null ? NOTHING : signed(overrun),
  ].map((text) => cell(text, false));
};

const inWords = (length: Duration): string => formatDuration(minutes(Math.round(length / MINUTE)));

const signed = (length: Duration): string => `${length >= MINUTE / 2 ? '+' : ''}${inWords(length)}`;

const cell = (text: string, header: boolean): TableCell => ({
  header,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }], sources: [] }],
});
