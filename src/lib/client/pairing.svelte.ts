/** A room's computer: waits to be paired, goes where it is told, and comes back by itself. */
import type { ErrorCode } from '#protocol/errors.ts';
import type { PairingNotice, PairingState } from '#protocol/pairing-views.ts';
import { retryDelay } from './backoff.ts';
import { Connection } from './connection.svelte.ts';
import type { ConnectionStatus } from './connection.svelte.ts';
import { drawPairingNumber, pairingState } from './pairing-api.ts';
import { forgetPaired, pairedPath, rememberPaired } from './pairing-mark.ts';
import { Timers } from './timers.ts';

export const PAIRING_PATH = '/appairer';

/** Milliseconds between two questions while a number is shown: within a number's last minute it is renewed. */
const ASK_EVERY = 40_000;
const WORD_SHOWN = 8_000;

export class DevicePairing {
  readonly #go: (path: string) => void;
  #state = $state.raw<PairingState | null>(null);
  #refusal = $state<ErrorCode | 'network' | null>(null);
  #ended = $state(false);
  #word = $state<string | null>(null);
  #connection = $state.raw<Connection | null>(null);
  #timers = new Timers();
  #wordTimers = new Timers();
  /** The pairing page is open: a number is wanted. */
  #draws = false;
  #asking = false;
  #askAgain = false;
  #failures = 0;
  #closed = false;

  /** `go` opens a page of this site in place of the present one, unless it is the present one. */
  constructor(go: (path: string) => void) {
    this.#go = go;
  }

  /** Null until the first answer. */
  get state(): PairingState | null {
    return this.#state;
  }
  /** Why there was no answer the last time; it goes on trying. */
  get refusal(): ErrorCode | 'network' | null {
    return this.#refusal;
  }
  get connection(): ConnectionStatus | null {
    return this.#connection?.status ?? null;
  }
  /** It was paired until a moment ago: withdrawn, or the day ended. */
  get ended(): boolean {
    return this.#ended;
  }
  /** « Quel écran est-ce ? »: what it shows for a moment. */
  get word(): string | null {
    return this.#word;
  }

  /** The page changed: on the pairing page a number is wanted, on others a paired computer listens. */
  follow(onPairingPage: boolean): void {
    const drewBefore = this.#draws;
    this.#draws = onPairingPage;
    if (onPairingPage) {
      if (!drewBefore) void this.#ask();
    } else if (pairedPath() === null) {
      this.#rest();
    } else if (this.#connection === null) {
      void this.#ask();
    }
  }

  close(): void {
    this.#closed = true;
    this.#rest();
    this.#wordTimers.close();
  }

  #rest(): void {
    this.#timers.close();
    this.#connection?.close();
    this.#connection = null;
  }

  /** Asks what this device is, one question at a time, until there is an answer. */
  async #ask(): Promise<void> {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    this.#timers.close();
    const answer = await (this.#draws ? drawPairingNumber() : pairingState());
    this.#asking = false;
    if (this.#closed) return;
    if (!answer.ok) {
      this.#refusal = answer.error.code;
      this.#failures += 1;
      this.#timers.later(() => void this.#ask(), retryDelay(this.#failures, Math.random()));
      return;
    }
    this.#refusal = null;
    this.#failures = 0;
    this.#become(answer.value);
    // The session is there now, so that the connection is let in.
    this.#listen();
    if (this.#askAgain) {
      this.#askAgain = false;
      void this.#ask();
    }
  }

  #listen(): void {
    if (this.#connection !== null || (!this.#draws && pairedPath() === null)) return;
    const connection = new Connection();
    this.#connection = connection;
    connection.on('pairing', (notice) => this.#hear(notice));
    // What was said while there was no connection, and a number that a restart made void.
    connection.onLive(() => void this.#ask());
  }

  #hear(notice: PairingNotice): void {
    if (notice.type === 'state') {
      this.#become(notice.pairing);
      return;
    }
    this.#word = notice.word;
    this.#wordTimers.close();
    this.#wordTimers.later(() => (this.#word = null), WORD_SHOWN);
  }

  #become(next: PairingState): void {
    const before = pairedPath();
    this.#state = next;
    this.#timers.close();
    if (next.state === 'paired') {
      this.#ended = false;
      rememberPaired(next.path);
      if (this.#draws || before !== next.path) this.#go(next.path);
      return;
    }
    if (before !== null) {
      forgetPaired();
      this.#ended = true;
      this.#go(PAIRING_PATH);
    }
    if (!this.#draws) return;
    if (next.state === 'none') void this.#ask();
    else this.#timers.later(() => void this.#ask(), ASK_EVERY);
  }
}
