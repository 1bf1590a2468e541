/** How long to wait before trying again; each takes a random number in [0, 1). */

const FIRST = 800;
const LONGEST = 10_000;

/**
 * Milliseconds before request number `attempt` (from 1) is made again: doubling up to a bound and spread over half as
 * much again and half as little.
 */
export const retryDelay = (attempt: number, random: number): number =>
  Math.min(LONGEST, FIRST * 2 ** Math.min(attempt - 1, 10)) * (0.5 + random);

const between = (shortest: number, longest: number, random: number): number =>
  Math.round(shortest + random * (longest - shortest));

/**
 * Milliseconds before a lost connection is made again, the first time and every time after: the same spread for all,
 * since a whole room loses it, and would come back, in one instant.
 */
export const reconnectDelay = (random: number): number => between(200, 5_000, random);

/** Milliseconds when something says that it may work now: a room hears of its access point all at once. */
export const promptedDelay = (random: number): number => between(200, 1_500, random);

/** Milliseconds before the state is asked for over a gap: too few to be noticed, enough that a room does not ask as one. */
export const gapDelay = (random: number): number => between(0, 400, random);
