/** Taking a person's words out of an event: the only change the log knows. */
import type { DomainEvent, EventType } from './event-types.ts';
import { PERSONAL_FIELDS } from './event-types.ts';

/** The event with its personal fields null; an event without any, or already redacted, is answered as it is. */
export function redact(
  event: DomainEvent,
  personalFields: Readonly<Partial<Record<EventType, readonly string[]>>> = PERSONAL_FIELDS,
): DomainEvent {
  const payload: Readonly<Record<string, unknown>> = event.payload;
  const told = (personalFields[event.type] ?? []).filter((field) => (payload[field] ?? null) !== null);
  if (told.length === 0) return event;
  const silent = Object.fromEntries(told.map((field) => [field, null]));
  return { ...event, payload: { ...payload, ...silent } } as DomainEvent;
}
