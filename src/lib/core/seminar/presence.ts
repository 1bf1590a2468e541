/** Who was there, who excused themselves, and who spoke for whom: what the organiser lists beside the sittings' own lists. */

export const PRESENCES = ['present', 'guest', 'speaker', 'excused', 'represented'] as const;
/** présent, invité, intervenant, excusé, représenté. */
export type Presence = (typeof PRESENCES)[number];

/** `representedBy` is who came in their stead, as the organiser writes it; '' for nobody. */
export type PersonPresence = {
  readonly personId: string;
  readonly presence: Presence;
  readonly representedBy: string;
};
