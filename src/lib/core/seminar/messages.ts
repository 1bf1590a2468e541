/** What the régie says to the rooms: to those who run them, and where ticked to screens and phones. */
import type { DomainEvent } from '../events/event-types.ts';
import type { Instant } from '../time/instant.ts';

export type Message = {
  readonly id: string;
  readonly at: Instant;
  readonly actor: string | null;
  readonly sittingIds: readonly string[];
  readonly screens: boolean;
  readonly phones: boolean;
  /** Null once redacted. */
  readonly text: string | null;
  readonly withdrawn: boolean;
  /** By sitting: when someone who runs it said that they read it. */
  readonly acknowledged: Readonly<Record<string, Instant>>;
};

export const MESSAGE_LENGTH = 300;

/** The messages after one more event, oldest first; events of other kinds change nothing. */
export function foldMessages(messages: readonly Message[], event: DomainEvent): readonly Message[] {
  switch (event.type) {
    case 'message/sent': {
      const { messageId, sittingIds, screens, phones, text } = event.payload;
      if (messages.some(({ id }) => id === messageId)) return messages;
      const { at, actor } = event;
      const sent = { id: messageId, at, actor, sittingIds, screens, phones, text };
      return [...messages, { ...sent, withdrawn: false, acknowledged: {} }];
    }
    case 'message/withdrawn':
      return messages.map((it) => (it.id === event.payload.messageId ? { ...it, withdrawn: true } : it));
    case 'message/acknowledged': {
      const { messageId, sittingId } = event.payload;
      return messages.map((it) =>
        it.id === messageId && !(sittingId in it.acknowledged)
          ? { ...it, acknowledged: { ...it.acknowledged, [sittingId]: event.at } }
          : it,
      );
    }
    default:
      return messages;
  }
}
