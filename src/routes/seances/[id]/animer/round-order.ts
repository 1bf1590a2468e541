/** Whose turn comes next in a tour de table: the order is the list's; someone who was skipped still waits. */
import type { ListedPerson } from '#protocol/people-views.ts';
import type { RoundView } from '#protocol/room-views.ts';

type Turns = Pick<RoundView, 'donePersonIds' | 'person'>;

const isOver = ({ donePersonIds, person }: Turns, personId: string): boolean =>
  personId === person?.personId || donePersonIds.includes(personId);

/** Those who have not had their turn, in the order of the list. */
export const missingInRound = (people: readonly ListedPerson[], turns: Turns): readonly ListedPerson[] =>
  people.filter(({ personId }) => !isOver(turns, personId));

/**
 * The first after the present one who waits, then from the beginning; those skipped only when nobody else is left. Null
 * when everyone had their turn.
 */
export function nextInRound(
  people: readonly ListedPerson[],
  turns: Turns,
  skipped: readonly string[],
): ListedPerson | null {
  const present = people.findIndex(({ personId }) => personId === turns.person?.personId);
  const around = [...people.slice(present + 1), ...people.slice(0, present + 1)];
  const waiting = missingInRound(around, turns);
  return waiting.find(({ personId }) => !skipped.includes(personId)) ?? waiting[0] ?? null;
}
