/** The numbers that unpaired computers show: in memory only, each for ten minutes. */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { Clock, Ids } from './surroundings.port.ts';

export type ShownNumber = { readonly number: string; readonly until: Instant };

export type PairingNumbers = {
  /** The number this computer shows; null when it shows none that still serves. */
  readonly of: (sessionId: string) => ShownNumber | null;
  /** A number for this computer: the present one while it serves long enough; null when too many computers wait. */
  readonly draw: (sessionId: string) => ShownNumber | null;
  /** The computer that shows this number; null when none does. */
  readonly computerAt: (number: string) => string | null;
  /** The computer shows no number any more: those it showed serve nobody. */
  readonly forget: (sessionId: string) => void;
};

const SERVES_MILLISECONDS = 10 * 60_000;
/** With less left than this a fresh one is drawn; the old one serves to its end, for whoever is typing it. */
const RENEWED_WITHIN_MILLISECONDS = 60_000;
/** One number in a hundred at most leads anywhere. */
const MOST_WAITING = 10_000;

export function createPairingNumbers(clock: Clock, ids: Pick<Ids, 'newPairingNumber'>): PairingNumbers {
  /** By number, oldest first. */
  const shown = new Map<string, { readonly sessionId: string; readonly until: Instant }>();
  const latest = new Map<string, string>();

  const drop = (number: string): void => {
    const sessionId = shown.get(number)?.sessionId;
    shown.delete(number);
    if (sessionId !== undefined && latest.get(sessionId) === number) latest.delete(sessionId);
  };
  const dropOld = (): void => {
    for (const [number, { until }] of shown) {
      if (until > clock.now()) return;
      drop(number);
    }
  };
  const present = (sessionId: string): ShownNumber | null => {
    dropOld();
    const number = latest.get(sessionId);
    const until = number === undefined ? undefined : shown.get(number)?.until;
    return number === undefined || until === undefined ? null : { number, until };
  };

  return {
    of: present,
    draw(sessionId) {
      const before = present(sessionId);
      if (before !== null && before.until - clock.now() > RENEWED_WITHIN_MILLISECONDS) return before;
      if (shown.size >= MOST_WAITING) return null;
      let number = ids.newPairingNumber();
      while (shown.has(number)) number = ids.newPairingNumber();
      const until = instant(clock.now() + SERVES_MILLISECONDS);
      shown.set(number, { sessionId, until });
      latest.set(sessionId, number);
      return { number, until };
    },
    computerAt(number) {
      dropOld();
      return shown.get(number)?.sessionId ?? null;
    },
    forget(sessionId) {
      for (const [number, of] of shown) if (of.sessionId === sessionId) drop(number);
    },
  };
}
