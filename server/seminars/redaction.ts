/** Once an atelier is closed, earlier words and withdrawn ones go from the disk, and from what is kept folded. */
import { sittingStream } from '#core/events/envelope.ts';
import type { DomainEvent } from '#core/events/event-types.ts';
import type { Streams } from './streams.ts';

/** What leaves words behind that are due to go: the close, and a change or a withdrawal after it. */
const LEAVES_WORDS: ReadonlySet<DomainEvent['type']> = new Set([
  'sitting/closed',
  'contribution/changed',
  'contribution/withdrawn',
]);

/**
 * Takes in what was just committed. Reading a closed sitting anew redacts what is due; `failed` when it cannot be read,
 * and then the next use of it does.
 */
export function createRedaction(
  streams: Streams,
  failed: (sittingId: string, error: unknown) => void,
): { readonly committed: (events: readonly DomainEvent[]) => void } {
  async function redactIfClosed(sittingId: string): Promise<void> {
    if (!(await streams.sitting(sittingId)).state?.closed) return;
    streams.forget([sittingStream(sittingId)]);
    await streams.sitting(sittingId);
  }

  return {
    committed(events) {
      const left = events.filter(({ type }) => LEAVES_WORDS.has(type));
      for (const stream of new Set(left.map((event) => event.stream))) {
        const sittingId = stream.slice(sittingStream('').length);
        redactIfClosed(sittingId).catch((error: unknown) => failed(sittingId, error));
      }
    },
  };
}
