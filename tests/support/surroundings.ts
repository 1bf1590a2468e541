/** A clock that tests set, ids that count, a logger that keeps what it was told. */
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { Clock, Ids, LogFields, Logger } from '../../server/seminars/surroundings.port.ts';

export type SettableClock = Clock & {
  readonly set: (now: Instant) => void;
  readonly advance: (milliseconds: number) => void;
};

/** Starts on a seminar's morning: 26 November 2026, 9 h in Paris. */
export function settableClock(start: Instant = instant(Date.UTC(2026, 10, 26, 8))): SettableClock {
  let now = start;
  return {
    now: () => now,
    set: (moment) => (now = moment),
    advance: (milliseconds) => (now = instant(now + milliseconds)),
  };
}

export function countingIds(): Ids {
  let count = 0;
  const next = (): string => String((count += 1)).padStart(6, '0');
  return {
    newId: () => `id-${next()}`,
    newCode: () => `K7MX${next().slice(-4).replaceAll('0', 'A').replaceAll('1', 'C')}`,
    newToken: () => `token-${next()}`,
    newPairingNumber: () => next(),
  };
}

export type RecordedLogger = Logger & {
  readonly lines: readonly { level: string; event: string; fields: LogFields }[];
};

export function recordingLogger(): RecordedLogger {
  const lines: { level: string; event: string; fields: LogFields }[] = [];
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      void lines.push({ level, event, fields });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
