/** How long to wait before trying again. */

const FIRST = 800;
const LONGEST = 10_000;

/**
 * Milliseconds before attempt number `attempt` (from 1), given a random number in [0, 1): doubling up to a bound and
 * spread over half as much again and half as little, so that a full room does not come back in one instant.
 */
export const retryDelay = (attempt: number, random: number): number =>
  Math.min(LONGEST, FIRST * 2 ** Math.min(attempt - 1, 10)) * (0.5 + random);
