/** Who asks for the floor, who has it, and who has not yet spoken; how long anyone spoke is not kept. */
import type { Instant, Minutes } from '../time/instant.ts';

export const FLOOR_ORDERS = ['asked', 'first-timers'] as const;
/** In the order they asked, or those who have not yet spoken before the others. */
export type FloorOrder = (typeof FLOOR_ORDERS)[number];

export type Ask = {
  readonly id: string;
  /** Who will speak, as they stand on the lists. */
  readonly personId: string;
  /** Who asked: that person's own device, another of theirs, or whoever conducts; null where nobody is known. */
  readonly askedBy: string | null;
  readonly about: string | null;
  readonly at: Instant;
};

export type Speaking = Ask & {
  readonly since: Instant;
  /** The talk clock; null for none. */
  readonly minutes: Minutes | null;
};

export type Floor = {
  /** In the order they asked. */
  readonly asks: readonly Ask[];
  readonly speaking: Speaking | null;
  /** Those who were given the floor so far. */
  readonly spoken: readonly string[];
  readonly order: FloorOrder;
  /** The projector shows who speaks and who is next. */
  readonly announced: boolean;
};

export const NOBODY_ASKS: Floor = { asks: [], speaking: null, spoken: [], order: 'asked', announced: false };

export const ABOUT_LENGTH = 160;
