/** The run of a sitting as it is shown. */
import type { ArchivedRun, Run, RunStep } from '#core/agenda/run.ts';
import type { Instant } from '#core/time/instant.ts';

/** The run without who did what; a console gets the newest `steps` with names, the régie the last one. */
export type RunView = Omit<Run, 'steps' | 'archives'> & {
  readonly steps: readonly RunStepView[];
  /** Of the runs put aside, what a list of them says; empty but on consoles. */
  readonly archives: readonly RunSummary[];
  /** On consoles, while an undo is the last thing that happened: what it took back, and who did that when. */
  readonly undone: UndoneView | null;
};

export type UndoneView = {
  readonly step: RunStepView;
  readonly at: Instant;
  readonly by: string | null;
};

export type RunSummary = Pick<ArchivedRun, 'runId' | 'startedAt' | 'finishedAt' | 'rehearsal'>;

export type RunStepView = Omit<RunStep, 'actor'> & { readonly by: string | null };
