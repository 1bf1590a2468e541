/** What can be done with a room from its row. */
import type { SittingRow } from '#protocol/regie-views.ts';

export type RowActions = {
  /** Something was sent and not answered yet. */
  readonly busy: boolean;
  readonly onwrite: (row: SittingRow) => void;
  readonly onminutes: (row: SittingRow) => void;
  readonly ondevices: (row: SittingRow) => void;
  readonly onstart: (row: SittingRow) => void;
};
