import type { DomainEvent } from '../events/event-types.ts';
import type { Dots } from './dots.ts';

/** The gommettes after one more event; events of other kinds change nothing. */
export function foldDots(dots: Dots | null, event: DomainEvent): Dots | null {
  switch (event.type) {
    case 'dots/opened': {
      const { dotsId, budget, contributionIds } = event.payload;
      return { id: dotsId, budget, contributionIds, placed: new Map(), shown: false };
    }
    case 'dots/placed': {
      const { dotsId, contributionId, count } = event.payload;
      const { actor } = event;
      if (dots?.id !== dotsId || actor === null) return dots;
      const { [contributionId]: _before, ...others } = dots.placed.get(actor) ?? {};
      const mine = count === 0 ? others : { ...others, [contributionId]: count };
      return { ...dots, placed: new Map(dots.placed).set(actor, mine) };
    }
    case 'dots/shown':
      return dots?.id === event.payload.dotsId ? { ...dots, shown: true } : dots;
    case 'dots/put-away':
      return dots?.id === event.payload.dotsId ? null : dots;
    default:
      return dots;
  }
}
