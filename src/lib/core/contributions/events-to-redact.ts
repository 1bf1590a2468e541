/** Which words go when an atelier closes. */
import type { DomainEvent } from '../events/event-types.ts';
import { redact } from '../events/redact.ts';

/**
 * The ids of the events of a sitting's log that hold words nobody may read any more: of a closed atelier the words
 * before each change, and all words of what was withdrawn. None while it is open, none twice.
 */
export function eventsToRedact(log: readonly DomainEvent[]): readonly string[] {
  let closed = false;
  /** By contribution, the event that holds its present words. */
  const present = new Map<string, DomainEvent>();
  const withdrawn = new Set<string>();
  for (const event of log) {
    switch (event.type) {
      case 'sitting/closed':
      case 'sitting/reopened':
        closed = event.type === 'sitting/closed';
        break;
      case 'contribution/made':
        if (!present.has(event.payload.contributionId)) present.set(event.payload.contributionId, event);
        break;
      case 'contribution/changed':
        present.set(event.payload.contributionId, event);
        break;
      case 'contribution/withdrawn':
        withdrawn.add(event.payload.contributionId);
        break;
      default:
        break;
    }
  }
  if (!closed) return [];
  const isDue = (event: DomainEvent): boolean => {
    switch (event.type) {
      case 'contribution/made':
      case 'contribution/changed':
        return (
          present.get(event.payload.contributionId) !== event || withdrawn.has(event.payload.contributionId)
        );
      // Why it was hidden may quote it.
      case 'contribution/hidden':
        return withdrawn.has(event.payload.contributionId);
      default:
        return false;
    }
  };
  return log.filter((event) => isDue(event) && redact(event) !== event).map(({ id }) => id);
}
