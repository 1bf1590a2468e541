import type { DomainEvent } from '../events/event-types.ts';
import type { Round } from './round.ts';

/** The tour de table after one more event, or null before the first; events of other kinds change nothing. */
export function foldRound(round: Round | null, event: DomainEvent): Round | null {
  switch (event.type) {
    case 'round/opened':
      return { id: event.payload.roundId, personId: null, done: [], closed: false };
    case 'round/turned': {
      const { roundId, personId } = event.payload;
      if (round?.id !== roundId) return round;
      return { ...round, personId, done: done(round).filter((id) => id !== personId) };
    }
    case 'round/closed':
      if (round?.id !== event.payload.roundId) return round;
      return { ...round, personId: null, done: done(round), closed: true };
    default:
      return round;
  }
}

/** Those whose turn was, the present one's included. */
const done = ({ done: before, personId }: Round): readonly string[] =>
  personId === null || before.includes(personId) ? before : [...before, personId];
