/** Which events of the log hold what someone said beside their contributions, to be redacted when they are erased. */
import type { DomainEvent } from '../events/event-types.ts';
import { redact } from '../events/redact.ts';

/**
 * What they say of themselves, what they asked the floor for, who came in their stead, the corrections they proposed and
 * the remarks they signed; of others, the corrections, errata, remarks, stand-ins, messages, reasons to hide and to ask
 * for the floor that name them. The words of contributions are no part of it. None that is redacted already.
 */
export const toldOfPerson = (
  log: readonly DomainEvent[],
  isThem: (personId: string) => boolean,
  isNamed: (words: string) => boolean,
): readonly string[] =>
  log
    .filter((event) => (isTold(event, isThem) || isNamedIn(event, isNamed)) && redact(event) !== event)
    .map(({ id }) => id);

function isNamedIn(event: DomainEvent, isNamed: (words: string) => boolean): boolean {
  const names = (...words: readonly (string | null)[]): boolean => words.some((it) => isNamed(it ?? ''));
  switch (event.type) {
    case 'seminar/presence-set':
      return names(event.payload.representedBy);
    case 'actes/correction-proposed':
      return names(event.payload.passage, event.payload.text);
    case 'actes/approval-answered':
      return names(event.payload.by, event.payload.remarks);
    case 'actes/corrected':
      return names(event.payload.erratum);
    case 'message/sent':
      return names(event.payload.text);
    case 'contribution/hidden':
      return names(event.payload.reason);
    case 'floor/asked':
      return names(event.payload.about);
    default:
      return false;
  }
}

function isTold(event: DomainEvent, isThem: (personId: string) => boolean): boolean {
  switch (event.type) {
    case 'presentation/written':
    case 'floor/asked':
    case 'seminar/presence-set':
      return isThem(event.payload.personId);
    case 'actes/correction-proposed':
      return event.payload.personId !== null && isThem(event.payload.personId);
    case 'actes/approval-answered':
      return event.actor !== null && isThem(event.actor);
    default:
      return false;
  }
}
