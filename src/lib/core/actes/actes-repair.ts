/** What an export changes in the actes so that every reader gets them. */

export const ACTES_REPAIRS = [
  'actes/empty-title',
  'actes/stripped-characters',
  'actes/uncovered-characters',
  'actes/empty-heading',
  'actes/heading-level',
  'actes/nested-heading',
  'actes/image-without-alternative',
  'actes/deep-nesting',
  'actes/wide-table',
] as const;
export type ActesRepairCode = (typeof ACTES_REPAIRS)[number];
