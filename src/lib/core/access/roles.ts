/** Who a device acts as, and where. */

export const ROLES = [
  'organiser',
  'animateur',
  'rapporteur',
  'participant',
  'valideur',
  'screen',
  'reader',
] as const;
export type Role = (typeof ROLES)[number];

/** Where a grant reaches: the whole séminaire, or one sitting of it. */
export type Scope = { readonly seminarId: string; readonly sittingId: string | null };

/** A right that a device holds, in the name of a person where there is one. Rights are the union of grants. */
export type Grant = { readonly role: Role; readonly scope: Scope; readonly personId: string | null };

export type Actor = { readonly grants: readonly Grant[] };

export const NOBODY: Actor = { grants: [] };
