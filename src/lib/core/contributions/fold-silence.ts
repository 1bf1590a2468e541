import type { DomainEvent } from '../events/event-types.ts';
import { minutes } from '../time/instant.ts';
import type { Silence } from './silence.ts';

/** The silent writing after one more event; events of other kinds change nothing. */
export function foldSilence(silence: Silence | null, event: DomainEvent): Silence | null {
  switch (event.type) {
    case 'silence/opened': {
      const { silenceId, ...opened } = event.payload;
      return { ...opened, id: silenceId, openedAt: event.at, revealed: false };
    }
    case 'silence/extended':
      return silence?.id === event.payload.silenceId
        ? { ...silence, minutes: minutes(silence.minutes + event.payload.minutes) }
        : silence;
    case 'silence/revealed':
      return silence?.id === event.payload.silenceId ? { ...silence, revealed: true } : silence;
    default:
      return silence;
  }
}
