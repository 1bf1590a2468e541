/** What someone says in an atelier, with its kind, its place in the agenda and its supports. */
import type { Instant } from '../time/instant.ts';

export const CONTRIBUTION_KINDS = [
  'observation',
  'proposal',
  'experience',
  'testimony',
  'to-clarify',
] as const;
/** constat, proposition, expérience, témoignage, à éclaircir. */
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

export const ENTRIES = ['typed', 'speech', 'slip'] as const;
/** How the words came in: typed by who says them, heard and entered by someone, or from a paper slip. */
export type Entry = (typeof ENTRIES)[number];

export type Contribution = {
  readonly id: string;
  /** Its place in the sitting's log. */
  readonly seq: number;
  readonly itemId: string | null;
  readonly questionId: string | null;
  readonly kind: ContributionKind | null;
  /** Null once redacted. */
  readonly text: string | null;
  /** Whose words they are; null when they were said without a name, or are nobody's. */
  readonly author: string | null;
  readonly unnamed: boolean;
  readonly at: Instant;
  /** The run during which it was said, or null. */
  readonly runId: string | null;
  /** Who supports it, each once; a person and their second device both, who count as one (`supportsOf`). */
  readonly supporters: readonly string[];
  readonly entry: Entry;
  /** Who entered someone else's words, or words of nobody known; null when their author did. */
  readonly enteredBy: string | null;
  /** The author entered or agreed to them: else they are « à confirmer », and shown without a name. */
  readonly agreed: boolean;
  /** SHA-256 (hex) of the key that alone changes or withdraws it; null when it was said under a name. */
  readonly keyHash: string | null;
  /** Said without a name, what its author chose to show; null when nothing. */
  readonly function: string | null;
  readonly town: string | null;
  readonly silenceId: string | null;
  /** The words before each change, oldest first, until the atelier closes. */
  readonly earlier: readonly string[];
  /** The words were changed since they were first said. */
  readonly changed: boolean;
  /** Who changed them last, when that is not who said or entered them; else null. */
  readonly changedBy: string | null;
  readonly withdrawn: boolean;
  /** Hidden by someone who runs the sitting, and why; null when it is shown. */
  readonly hidden: { readonly reason: string | null } | null;
  readonly pinned: boolean;
  /** May stand on the projector's wall. */
  readonly approved: boolean;
  readonly groupId: string | null;
};

/** Contributions under one heading. */
export type Group = { readonly id: string; readonly heading: string | null };

export const CONTRIBUTION_LENGTH = 2000;
/** Groups of one sitting: as many as a list has headings for. */
export const MOST_GROUPS = 100;
export const HEADING_LENGTH = 160;
export const REASON_LENGTH = 300;
/** Contributions that the projector shows at once because they were pinned. */
export const MOST_PINNED = 3;
/** Fewer people than this on the list: function and town beside words without a name would say whose they are. */
export const ENOUGH_PEOPLE = 10;
/** Fewer connected than this: words without a name are easily guessed. */
export const ENOUGH_CONNECTED = 5;
