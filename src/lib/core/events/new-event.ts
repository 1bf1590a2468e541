import type { Instant } from '../time/instant.ts';
import type { EventType, NewDomainEvent, PayloadOf } from './event-types.ts';
import { EVENT_VERSIONS } from './event-types.ts';

/** What a decision needs besides the state and the command. */
export type DecisionContext = {
  readonly now: Instant;
  /** The person who acts, or null when the device holds a right that names nobody. */
  readonly actor: string | null;
  /** A fresh id. */
  readonly newId: () => string;
};

/** An event of today's version, stamped with who and when. */
export const newEvent = <T extends EventType>(
  type: T,
  payload: PayloadOf<T>,
  context: DecisionContext,
): NewDomainEvent =>
  ({
    id: context.newId(),
    type,
    v: EVENT_VERSIONS[type],
    at: context.now,
    actor: context.actor,
    payload,
  }) as NewDomainEvent;
