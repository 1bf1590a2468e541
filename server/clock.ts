/** The machine's clock, which main.ts hands to everything else. */
import { instant } from '#core/time/instant.ts';
import type { Clock } from './seminars/surroundings.port.ts';

export const systemClock: Clock = { now: () => instant(Date.now()) };
