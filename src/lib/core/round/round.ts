/** « Tour de table »: the people of a sitting introduce themselves one after the other. */

export type Round = {
  readonly id: string;
  /** Whose turn it is; null before the first. */
  readonly personId: string | null;
  /** Those whose turn is over, in the order they spoke. */
  readonly done: readonly string[];
  readonly closed: boolean;
};

/** What someone says of themselves, for « Qui sommes-nous ». */
export type Presentation = {
  readonly personId: string;
  /** One sentence of theirs, or ''; null once redacted. */
  readonly quotation: string | null;
  /** A few lines; null once redacted. */
  readonly text: string | null;
  /** They wrote it or agreed to it; else it is « à confirmer ». */
  readonly agreed: boolean;
};

export const PRESENTATION_LIMITS = { quotation: 400, text: 2000 } as const;
