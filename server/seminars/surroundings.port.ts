/** What a use case takes from the outside world besides storage. */
import type { Instant } from '#core/time/instant.ts';

export type Clock = { readonly now: () => Instant };

/** One-shot timers, injected so that tests decide when time passes. */
export type Timers = {
  /** Runs once after `milliseconds`; the answer cancels it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
};

export type Ids = {
  /** A fresh id: 128 random bits, URL-safe. */
  readonly newId: () => string;
  /** A fresh join code: 8 characters without look-alikes. */
  readonly newCode: () => string;
  /** A fresh session token: 256 random bits, URL-safe. */
  readonly newToken: () => string;
  /** A fresh pairing number: 6 digits. */
  readonly newPairingNumber: () => string;
};

/** Logs carry ids and codes, never names, words or tokens. */
export type Logger = {
  readonly debug: (event: string, fields?: LogFields) => void;
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
};
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;
