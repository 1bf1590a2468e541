/** Where the name of someone who was erased stayed. */

export const NAMED_PLACE_KINDS = [
  /** What the cover says. */
  'description',
  /** Titles and places of the shared times, and who speaks. */
  'programme',
  /** Of `id`, an atelier: its title, the names of its sittings, its plan. */
  'atelier',
  /** Of `id`, an atelier. */
  'synthesis',
  /** Of `id`, a sitting. */
  'plan-of-sitting',
  'contributions',
  'presentations',
  'photos',
  'notes',
  /** The title, a text or the lines of `id`, a composed part. */
  'part',
  /** The description of the logo. */
  'logo',
  'errata',
  /** Of `id`, a version that is kept: what it prints. */
  'version',
  /** Who signed the last « bon pour diffusion », or refused it, and with which remarks. */
  'approval',
  /** What was proposed at a relecture. */
  'corrections',
] as const;
export type NamedPlaceKind = (typeof NAMED_PLACE_KINDS)[number];

/** What is kept as it was said: nobody can write it anew. */
export const UNCHANGING_PLACE_KINDS: readonly NamedPlaceKind[] = [
  'errata',
  'version',
  'approval',
  'corrections',
];

/** A place where a name stayed: by numbers of its lines that are too short to tell what stands there. */
export type LeftPlace = {
  readonly kind: NamedPlaceKind;
  readonly id: string;
  readonly stamps: readonly number[];
};
