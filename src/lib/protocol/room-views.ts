/** What a room does together, as it is shown: silent writing, gommettes, the floor, the tour de table, photos. */
import type { ContributionKind } from '#core/contributions/contribution.ts';
import type { FloorOrder } from '#core/floor/floor.ts';
import type { PhotoType } from '#core/photos/photo.ts';
import type { Attribution } from '#core/seminar/person.ts';
import type { Instant, Minutes } from '#core/time/instant.ts';

export type SilenceView = {
  readonly id: string;
  readonly itemId: string | null;
  readonly questionId: string | null;
  readonly openedAt: Instant;
  readonly endsAt: Instant;
  /** How many contributions were written so far. */
  readonly written: number;
};

/** Gommettes go on words, not on people. A long selection is cut: the list has the words whole. */
export type DottedView = {
  readonly id: string;
  readonly kind: ContributionKind | null;
  readonly text: string | null;
};

export type DotsView = {
  readonly id: string;
  readonly budget: number;
  readonly contributions: readonly DottedView[];
  readonly shown: boolean;
  /** How many people have placed at least one. */
  readonly voters: number;
  /** By contribution; null until shown. */
  readonly counts: Readonly<Record<string, number>> | null;
};

/** Someone as an audience may name them: those who run and write by full name, the room as they agreed to be named. */
export type PersonView = {
  /** Null but for those who run and write. */
  readonly personId: string | null;
  readonly attribution: Attribution;
};

/** Someone who asks for the floor. The room knows the ask's id (a phone knows its own) and, if announced, who. */
export type AskView = {
  readonly id: string;
  readonly person: PersonView;
  /** What about; '' for the room. */
  readonly about: string;
  readonly at: Instant;
};

export type SpeakingView = AskView & {
  readonly since: Instant;
  /** The talk clock; null for none. */
  readonly minutes: Minutes | null;
};

export type FloorView = {
  /** In the order they will speak. */
  readonly asks: readonly AskView[];
  readonly speaking: SpeakingView | null;
  readonly order: FloorOrder;
  readonly announced: boolean;
  /** How many people of the sitting have not yet had the floor; null but for those who run and write. */
  readonly notYetSpoken: number | null;
};

export type RoundView = {
  readonly id: string;
  readonly person: PersonView | null;
  /** How many have spoken, and how many there are. */
  readonly done: number;
  readonly people: number;
  readonly closed: boolean;
  /** For those who run and write: whose turn is over; else empty. */
  readonly donePersonIds: readonly string[];
};

export type PhotoView = {
  readonly id: string;
  readonly itemId: string | null;
  readonly questionId: string | null;
  /** Its address on this server. */
  readonly path: string;
  readonly mediaType: PhotoType;
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly at: Instant;
  readonly included: boolean;
};
