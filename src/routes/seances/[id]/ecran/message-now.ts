/** The régie's message on the projector: the newest one, for ten minutes. */
import type { Instant } from '#core/time/instant.ts';
import type { MessageView } from '#protocol/views.ts';

const SHOWN_MILLISECONDS = 10 * 60_000;

/** Of messages newest first, the one to show; null when the newest is older than ten minutes. */
export function messageNow(messages: readonly MessageView[], now: Instant): MessageView | null {
  const [newest] = messages;
  return newest !== undefined && now - newest.at < SHOWN_MILLISECONDS ? newest : null;
}
