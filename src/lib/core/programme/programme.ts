/** The programme: the times that all share, each with start and end. Agendas are laid around them. */
import type { Instant } from '../time/instant.ts';

export const SHARED_TIME_KINDS = [
  'welcome',
  'opening',
  'plenary',
  'break',
  'meal',
  'closing',
  'other',
] as const;
/** accueil, ouverture, plénière, pause, déjeuner, clôture, autre. */
export type SharedTimeKind = (typeof SHARED_TIME_KINDS)[number];

export type SharedTime = {
  readonly id: string;
  readonly kind: SharedTimeKind;
  readonly title: string;
  readonly place: string;
  readonly start: Instant;
  readonly end: Instant;
  /** The plenary atelier whose sittings run during it, or null. */
  readonly atelierId: string | null;
};

/** The shared times in the order of their starts; `revision` guards against overwriting. */
export type Programme = {
  readonly revision: number;
  readonly times: readonly SharedTime[];
  /** Who speaks, by shared time. */
  readonly speakers: Readonly<Record<string, string>>;
};

export const EMPTY_PROGRAMME: Programme = { revision: 0, times: [], speakers: {} };

export const PROGRAMME_LIMITS = { times: 80, speakersLength: 500 } as const;

/** The shared times that interrupt the sittings of an atelier: all but those it is held in. */
export const timesAround = (programme: Programme, atelierId: string): readonly SharedTime[] =>
  programme.times.filter((time) => time.atelierId !== atelierId);
