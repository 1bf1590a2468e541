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

export type Contribution = {
  readonly id: string;
  /** Its place in the sitting's log. */
  readonly seq: number;
  readonly itemId: string | null;
  readonly questionId: string | null;
  readonly kind: ContributionKind | null;
  /** Null once its words were redacted. */
  readonly text: string | null;
  /** The person who said it; null when it was said without a name. */
  readonly author: string | null;
  readonly unnamed: boolean;
  /** To the minute when said without a name. */
  readonly at: Instant;
  /** The run during which it was said, or null. */
  readonly runId: string | null;
  /** The persons who support it, each once. */
  readonly supporters: readonly string[];
};

export const CONTRIBUTION_LENGTH = 2000;
