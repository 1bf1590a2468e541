/** The shared time in which the restitution is most likely held. */
import type { SharedTime } from '#core/programme/programme.ts';
import type { Instant } from '#core/time/instant.ts';

const RESTITUTION = /restitution|synth[èe]se|report/iu;

/**
 * Of the plenaries that nothing is held in yet: the one named so, else the first after the last atelier began, else
 * the last; null when there is none.
 */
export const plenaryTimeOf = (
  times: readonly SharedTime[],
  starts: readonly Instant[],
): SharedTime | null => {
  const free = times.filter(({ kind, atelierId }) => kind === 'plenary' && atelierId === null);
  const last = Math.max(...starts);
  return (
    free.find(({ title }) => RESTITUTION.test(title)) ??
    free.find(({ start }) => start > last) ??
    free.at(-1) ??
    null
  );
};
