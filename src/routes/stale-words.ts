/** What a page says while it shows what this device saw last. */
import { formatTimeOfDay } from '#core/time/formats.ts';
import { messages } from '#lib/client/language.svelte.ts';
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';

/** '' when the page has had an answer of the server. */
export function staleWords(live: LiveSitting | null): string {
  const since = live?.staleSince ?? null;
  if (live === null || since === null) return '';
  const { common, language } = messages();
  return common.connection.staleSince(formatTimeOfDay(since, live.head.description.zone, language));
}
