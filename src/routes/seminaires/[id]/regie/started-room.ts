/** A start made from the régie, as long as it is the last thing that happened in the room. */
import type { Command } from '#protocol/inputs.ts';
import type { SittingRow } from '#protocol/regie-views.ts';

export type Started = {
  readonly sittingId: string;
  /** Of the room's run, before the start. */
  readonly eventsBefore: number;
};

/** The command that takes the start back; null once the room has gone on, or before the start is seen here. */
export const startUndoOf = (
  { sittingId, eventsBefore }: Started,
  rows: readonly SittingRow[],
): Command | null => {
  const run = rows.find(({ head }) => head.sittingId === sittingId)?.run;
  const step = run?.steps.at(-1);
  if (run === undefined || run.eventCount !== eventsBefore + 1 || step?.type !== 'run/started') return null;
  return { type: 'run/undo', sittingId, expectedRunEvents: run.eventCount, target: step.eventId };
};
