/** Forgetting the answers of commands that nobody sends again: when the server starts, and once a day after that. */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { EventStore } from './event-store.port.ts';
import type { Clock, Logger, Timers } from './surroundings.port.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * A command is sent again within minutes, or days by a laptop that slept. What comes later still finds its words by the
 * contribution's id, and counts once.
 */
const RECEIPT_DAYS = 30;

export function createReceiptExpiry(parts: {
  readonly events: Pick<EventStore, 'forgetReceipts'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
}): { readonly close: () => void } {
  const { events, clock, timers, logger } = parts;
  let cancel = (): void => undefined;

  const forget = (): void => {
    cancel = timers.after(MILLISECONDS_PER_DAY, forget);
    events.forgetReceipts(oldestKept(clock.now())).catch((error: unknown) => {
      logger.warn('receipts/not-forgotten', { reason: error instanceof Error ? error.name : 'unknown' });
    });
  };
  forget();

  return { close: () => cancel() };
}

const oldestKept = (now: Instant): Instant => instant(now - RECEIPT_DAYS * MILLISECONDS_PER_DAY);
