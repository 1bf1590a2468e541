/** What is still to mend before the actes go out. */

export const FINDING_CODES = [
  /** A part that is included has nothing to say. */
  'quality/empty-part',
  'quality/synthesis-not-validated',
  /** Words that wait for their author's agreement: they appear without a name. */
  'quality/words-to-confirm',
  /** A quotation whose source was withdrawn, hidden, or is now without a name. */
  'quality/source-changed',
  'quality/image-without-description',
  'quality/heading-order',
  'quality/characters-replaced',
  /** Contributions that no synthesis took over. */
  'quality/not-taken-over',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** `part` is the id of the composed part it is about, or null for the whole; `count` how many; `detail` names the characters. */
export type Finding = {
  readonly code: FindingCode;
  readonly part: string | null;
  readonly count: number;
  readonly detail: string;
};
