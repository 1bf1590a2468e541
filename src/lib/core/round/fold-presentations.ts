import type { DomainEvent } from '../events/event-types.ts';
import type { Presentation } from './round.ts';

/** What people say of themselves after one more event, by person; events of other kinds change nothing. */
export function foldPresentations(
  presentations: ReadonlyMap<string, Presentation>,
  event: DomainEvent,
): ReadonlyMap<string, Presentation> {
  switch (event.type) {
    case 'presentation/written': {
      const { personId, quotation, text } = event.payload;
      const written = { personId, quotation, text, agreed: event.actor === personId };
      return new Map(presentations).set(personId, written);
    }
    case 'presentation/agreed': {
      const before = presentations.get(event.payload.personId);
      return before
        ? new Map(presentations).set(before.personId, { ...before, agreed: true })
        : presentations;
    }
    default:
      return presentations;
  }
}
