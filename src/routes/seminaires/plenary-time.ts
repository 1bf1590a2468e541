/** The shared time in which the restitution is most likely held. */
import type { SharedTime } from '#core/programme/programme.ts';
import type { Instant } from '#core/time/instant.ts';

const RESTITUTION = /restitution|synth[èe]se|report/iu;

/** The plenaries that nothing is held in yet. */
export const freePlenaries = (times: readonly SharedTime[]): readonly SharedTime[] =>
  times.filter(({ kind, atelierId }) => kind === 'plenary' && atelierId === null);

/** Whether its title says that it is for a restitution. */
export const isNamedRestitution = ({ title }: SharedTime): boolean => RESTITUTION.test(title);

/**
 * Of the plenaries that nothing is held in yet: the one named so, else the first after the last atelier began, else
 * the last; null when there is none.
 */
export const plenaryTimeOf = (
  times: readonly SharedTime[],
  starts: readonly Instant[],
): SharedTime | null => {
  const free = freePlenaries(times);
  const last = Math.max(...starts);
  return free.find(isNamedRestitution) ?? free.find(({ start }) => start > last) ?? free.at(-1) ?? null;
};

/**
 * The time that is proposed for a restitution: for the first the likeliest; a further one is never proposed a time
 * that is not named so.
 */
export const proposedTimeOf = (
  times: readonly SharedTime[],
  starts: readonly Instant[],
  isFirst: boolean,
): SharedTime | null => {
  const likeliest = plenaryTimeOf(times, starts);
  return likeliest !== null && (isFirst || isNamedRestitution(likeliest)) ? likeliest : null;
};
