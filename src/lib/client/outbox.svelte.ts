/** What was said here and is not on the server's disk yet: kept on this device, let go of on acknowledgement. */
import type { Role } from '#core/access/roles.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { KeptCommand } from '#protocol/inputs.ts';
import { retryDelay } from './backoff.ts';
import type { CommandResult, Connection } from './connection.svelte.ts';
import type { DeviceDatabase } from './device-database.ts';
import { newId } from './ids.ts';
import {
  EMPTY_OUTBOX,
  fateOf,
  isUnnamed,
  mixedAnew,
  mixedAt,
  nextMoment,
  nextOrder,
  outboxFrom,
  released,
  sendable,
  wordsOf,
} from './outbox-queue.ts';
import type { Fate, Outbox as Kept, PendingCommand, RefusedCommand } from './outbox-queue.ts';

export type OutboxParts = {
  readonly sittingId: string;
  readonly as: Role;
  /** The person who says it: what waits goes under their name, whoever holds the device by then. */
  readonly by: () => string | null;
  /** Every tab of the device has the same outbox: two may send one command, and the server counts it once. */
  readonly device: DeviceDatabase;
  readonly connection: Pick<Connection, 'command'>;
  readonly now: () => Instant;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** A command is on the server's disk. */
  readonly arrived: (pending: PendingCommand) => void;
  readonly refused: (pending: PendingCommand, code: ErrorCode | 'network') => void;
};

/** By the device's own clock: moments drawn before the server's time is known must still mean the same after. */
const deviceTime = (): Instant => instant(Date.now());

export class Outbox {
  readonly #parts: OutboxParts;
  #held = $state.raw<Kept>(EMPTY_OUTBOX);
  #isKept = $state(true);
  /** Their ids, while an answer is awaited. */
  #sending: readonly string[] = [];
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #moment: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  readonly #unwatch: () => void;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#isKept = parts.device.isKept;
    this.#read();
    this.#unwatch = parts.device.watch('outbox', () => this.#read());
  }

  /** Oldest first. */
  get waiting(): readonly PendingCommand[] {
    return this.#held.waiting;
  }

  /** False where this device keeps nothing: what waits lives as long as the page. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** Commands the server did not take, their words kept; oldest first. */
  get refused(): readonly RefusedCommand[] {
    return this.#held.refused;
  }

  put(command: KeptCommand): void {
    const { as, by, now, random } = this.#parts;
    this.#keep({
      commandId: newId(),
      as,
      by: by(),
      at: now(),
      order: nextOrder(this.#held),
      notBefore: isUnnamed(command) ? mixedAt(deviceTime(), random()) : null,
      command,
    });
    this.flush();
  }

  /** The person has done with the words of a refused command. */
  dismiss(commandId: string): void {
    this.#drop(commandId);
  }

  /** At each new connection, before anything is sent. */
  reconnected(): void {
    for (const pending of mixedAnew(this.#held, deviceTime(), this.#parts.random)) this.#keep(pending);
  }

  /**
   * Lets words without a name go before their moment: all of them when the page is left, for nobody may come back to
   * it; those of a silent writing when it is revealed, since every phone lets go of its own in that instant.
   */
  release(which: (command: KeptCommand) => boolean = () => true): void {
    for (const pending of released(this.#held, which, deviceTime())) this.#keep(pending);
    this.flush();
  }

  /** Sends what waits: in order, each after the one before it was acknowledged, but for what bears no name. */
  flush(): void {
    if (this.#closed) return;
    const now = deviceTime();
    for (const pending of sendable(this.#held, now)) {
      if (!this.#sending.includes(pending.commandId)) void this.#send(pending);
    }
    clearTimeout(this.#moment);
    const next = nextMoment(this.#held, now);
    if (next !== null) this.#moment = setTimeout(() => this.flush(), next - now);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#moment);
    this.#unwatch();
  }

  async #send(pending: PendingCommand): Promise<void> {
    const { commandId, as, by, command } = pending;
    this.#sending = [...this.#sending, commandId];
    const answer = await this.#parts.connection.command({ commandId, as, by, validUntil: null, command });
    this.#sending = this.#sending.filter((it) => it !== commandId);
    if (this.#closed) return;
    if (this.#settle(pending, answer) !== 'later') {
      this.#attempt = 0;
      this.flush();
      return;
    }
    if (pending.notBefore !== null) {
      this.#keep({ ...pending, notBefore: mixedAt(deviceTime(), this.#parts.random()) });
    }
    // Without a connection the next one flushes; the timer is for a server that answers and cannot take it yet.
    this.#attempt += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.flush(), retryDelay(this.#attempt, this.#parts.random()));
  }

  #settle(pending: PendingCommand, answer: CommandResult): Fate {
    const fate = fateOf(answer);
    if (fate === 'done') {
      this.#drop(pending.commandId);
      this.#parts.arrived(pending);
    } else if (fate === 'refused' && !answer.ok && answer.error.code !== 'network') {
      const { code } = answer.error;
      // A refused support has no words to keep.
      if (wordsOf(pending.command) === '') this.#drop(pending.commandId);
      else this.#keep({ ...pending, code });
      this.#parts.refused(pending, code);
    }
    return fate;
  }

  #keep(entry: PendingCommand | RefusedCommand): void {
    void this.#parts.device.keep('outbox', entry.commandId, entry).then((kept) => {
      this.#isKept = kept;
    });
  }

  #drop(commandId: string): void {
    void this.#parts.device.drop('outbox', commandId);
  }

  #read(): void {
    const kept = this.#parts.device.all('outbox').map(([, entry]) => entry);
    this.#held = outboxFrom(kept, this.#parts.sittingId);
  }
}
