/** What the régie is shown: every room at once. */
import type { Plan } from '#core/agenda/plan.ts';
import type { StreamId } from '#core/events/envelope.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import type { Instant } from '#core/time/instant.ts';
import type { RunView } from './run-views.ts';
import type { Frame, HelpView, SharedView, SittingHead } from './views.ts';

/** What the régie said, as the régie sees it. */
export type SentMessage = {
  readonly id: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly text: string;
  readonly sittingIds: readonly string[];
  readonly screens: boolean;
  readonly phones: boolean;
  readonly withdrawn: boolean;
  readonly acknowledged: Readonly<Record<string, Instant>>;
};

/** One row of the régie. */
export type SittingRow = {
  readonly head: SittingHead;
  readonly plan: Plan;
  readonly run: RunView;
  readonly contributionsCount: number;
  readonly lastContributionAt: Instant | null;
  readonly participants: number;
  readonly connected: number;
  readonly help: HelpView | null;
  /** Words of the atelier's synthesis so far. */
  readonly synthesisWords: number;
  /** The atelier is over. */
  readonly closed: boolean;
  readonly screens: ScreenCount;
};

/** The sitting's projectors, paired or opened by link: how many are there, and how many went away and did not come back. */
export type ScreenCount = { readonly connected: number; readonly lost: number };

export type SeminarState = {
  readonly seminarId: string;
  readonly description: SeminarDescription;
  readonly rows: readonly SittingRow[];
  readonly shared: SharedView;
  /** Whether the last change of the programme can be taken back. */
  readonly programmeRestorable: boolean;
  readonly closed: boolean;
  /** Newest first, those taken back too. */
  readonly messages: readonly SentMessage[];
  readonly seqs: Readonly<Record<StreamId, number>>;
};

export type SeminarChange =
  | { readonly type: 'description'; readonly description: SeminarDescription; readonly closed: boolean }
  | { readonly type: 'shared'; readonly shared: SharedView; readonly programmeRestorable: boolean }
  | { readonly type: 'messages'; readonly messages: readonly SentMessage[] }
  | { readonly type: 'row-gone'; readonly sittingId: string }
  | { readonly type: 'row'; readonly row: SittingRow };
export type SeminarFrame = Frame<SeminarChange> & { readonly seminarId: string };
