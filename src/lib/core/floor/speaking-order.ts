/** In which order people speak, and how many have not yet spoken. */
import type { Ask, Floor } from './floor.ts';

/** Those who wait, in the order they will speak: as they asked, or those who have not yet spoken before the others. */
export function speakingOrder({
  asks,
  order,
  spoken,
}: Pick<Floor, 'asks' | 'order' | 'spoken'>): readonly Ask[] {
  if (order === 'asked') return asks;
  const hasSpoken = ({ personId }: Ask): boolean => spoken.includes(personId);
  return [...asks.filter((ask) => !hasSpoken(ask)), ...asks.filter(hasSpoken)];
}

/** The people on the list who never had the floor, in the order of the list. */
export const notYetSpoken = (
  { spoken }: Pick<Floor, 'spoken'>,
  attendance: readonly string[],
): readonly string[] => attendance.filter((personId) => !spoken.includes(personId));
