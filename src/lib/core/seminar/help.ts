/** A call for help from a room; a room has one at a time. */
import type { DomainEvent } from '../events/event-types.ts';
import type { Instant, Minutes } from '../time/instant.ts';

export type HelpCall = {
  readonly id: string;
  readonly need: 'help' | 'minutes';
  /** The minutes asked for; null when it is help that is needed. */
  readonly minutes: Minutes | null;
  readonly at: Instant;
  readonly actor: string | null;
  /** When the régie said that it is seen to. */
  readonly answeredAt: Instant | null;
};

/** The room's call after one more event, or null when there is none; events of other kinds change nothing. */
export function foldHelp(call: HelpCall | null, event: DomainEvent): HelpCall | null {
  switch (event.type) {
    case 'help/called': {
      const { helpId, need, minutes } = event.payload;
      return { id: helpId, need, minutes, at: event.at, actor: event.actor, answeredAt: null };
    }
    case 'help/answered':
      return call?.id === event.payload.helpId ? { ...call, answeredAt: event.at } : call;
    case 'help/withdrawn':
      return call?.id === event.payload.helpId ? null : call;
    default:
      return call;
  }
}
