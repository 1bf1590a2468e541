import type { Round } from './round.ts';

/** Who comes next in the tour de table, in the order of the list; null when everybody had their turn. */
export function nextInRound({ personId, done }: Round, attendance: readonly string[]): string | null {
  const waits = (id: string): boolean => id !== personId && !done.includes(id);
  // Those after the one whose turn it is come before those who were passed over.
  const at = personId === null ? -1 : attendance.indexOf(personId);
  return attendance.slice(at + 1).find(waits) ?? attendance.find(waits) ?? null;
}
