/** What every sitting planned and what it did: in the actes only when asked for. */
import type { BalanceRow, RunBalance } from '../agenda/balance.ts';
import { overrunOf } from '../agenda/balance.ts';
import type { Atelier } from '../seminar/seminar.ts';
import { formatDuration } from '../time/formats.ts';
import type { Duration } from '../time/instant.ts';
import { minutes } from '../time/instant.ts';
import type { ActesBlock, ActesCell } from './actes.ts';
import type { ActesLabels } from './actes-labels.ts';
import { sittingsOf } from './actes-material.ts';
import { sittingName } from './build-notes.ts';
import type { Making } from './text-blocks.ts';
import { heading, textCell } from './text-blocks.ts';

const MINUTE = 60_000;
const NOTHING = '–';

/** A table for each sitting, of its last run that is no rehearsal. */
export function timesBlocks(ateliers: readonly Atelier[], making: Making): readonly ActesBlock[] {
  const { material, labels } = making;
  return ateliers.flatMap((atelier) =>
    sittingsOf(material, atelier.id).flatMap((sitting): readonly ActesBlock[] => {
      const balance = material.balances?.find(({ sittingId }) => sittingId === sitting.id);
      const run = balance?.runs.findLast(({ rehearsal }) => !rehearsal);
      if (run === undefined) return [];
      return [heading(2, sittingName(atelier, sitting, making)), tableOf(run, labels.times)];
    }),
  );
}

const tableOf = (run: RunBalance, labels: ActesLabels['times']): ActesBlock => ({
  ...{ type: 'table', columns: 4 },
  rows: [
    [labels.point, labels.planned, labels.real, labels.overrun].map((text) => textCell(text, true)),
    ...run.rows.map((row) => rowOf(row.title || labels.addedPoint, row)),
    rowOf(labels.total, run),
  ],
});

const rowOf = (
  title: string,
  row: Pick<BalanceRow, 'planned' | 'real' | 'settled'>,
): readonly ActesCell[] => {
  const overrun = overrunOf(row);
  return [
    title,
    row.planned === null ? NOTHING : formatDuration(row.planned),
    inWords(row.real),
    overrun === null ? NOTHING : signed(overrun),
  ].map((text) => textCell(text, false));
};

const inWords = (length: Duration): string => formatDuration(minutes(Math.round(length / MINUTE)));

const signed = (length: Duration): string => `${length >= MINUTE / 2 ? '+' : ''}${inWords(length)}`;
