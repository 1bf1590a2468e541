/** What was said here and is not on the server's disk yet: kept on this device, sent in order, let go on acknowledgement. */
import type { Role } from '#core/access/roles.ts';
import type { Instant } from '#core/time/instant.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import { retryDelay } from './backoff.ts';
import type { CommandResult, Connection } from './connection.svelte.ts';
import { keepStored, readStored, watchStored } from './device-storage.ts';
import { newId } from './ids.ts';
import {
  acknowledged,
  dismissed,
  EMPTY_OUTBOX,
  fateOf,
  merged,
  outboxFrom,
  queued,
  refusedWith,
} from './outbox-queue.ts';
import type { Outbox as Kept, PendingCommand, RefusedCommand, WaitingCommand } from './outbox-queue.ts';

export type OutboxParts = {
  readonly sittingId: string;
  readonly as: Role;
  /** The person who says it: what waits goes under their name, whoever holds the device by then. */
  readonly by: () => string | null;
  readonly connection: Connection;
  readonly now: () => Instant;
  /** A command is on the server's disk. */
  readonly arrived: (pending: PendingCommand) => void;
  readonly refused: (pending: PendingCommand, code: ErrorCode | 'network') => void;
};

export class Outbox {
  readonly #parts: OutboxParts;
  readonly #key: string;
  #held = $state.raw<Kept>(EMPTY_OUTBOX);
  #isKept = $state(true);
  /** Commands that were settled here, so that another tab's older copy does not bring them back. */
  #settled: readonly string[] = [];
  #sending = false;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  readonly #unwatch: () => void;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#key = `outbox.${parts.sittingId}`;
    this.#held = outboxFrom(readStored(this.#key));
    this.#unwatch = watchStored(this.#key, () => {
      // Another tab of this device keeps the same outbox: what it let go has arrived.
      const kept = outboxFrom(readStored(this.#key));
      this.#held = this.#withoutSettled(this.#isKept ? kept : merged(this.#held, kept));
      void this.flush();
    });
  }

  /** Oldest first. */
  get waiting(): readonly PendingCommand[] {
    return this.#held.waiting;
  }

  /** False where this device keeps nothing: what waits lives as long as the page. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** Contributions the server did not take, their words kept; oldest first. */
  get refused(): readonly RefusedCommand[] {
    return this.#held.refused;
  }

  put(command: WaitingCommand): void {
    const pending = {
      commandId: newId(),
      as: this.#parts.as,
      by: this.#parts.by(),
      at: this.#parts.now(),
      command,
    };
    this.#change((held) => queued(held, pending));
    void this.flush();
  }

  /** The person has done with the words of a refused contribution. */
  dismiss(commandId: string): void {
    this.#settled = [...this.#settled, commandId];
    this.#change((held) => dismissed(held, commandId));
  }

  /** Sends what waits, in order, each after the one before it was acknowledged. */
  async flush(): Promise<void> {
    if (this.#sending || this.#closed) return;
    this.#sending = true;
    clearTimeout(this.#retry);
    let fate: ReturnType<typeof fateOf> = 'done';
    for (
      let next = this.#held.waiting[0];
      next !== undefined && fate !== 'later';
      next = this.#held.waiting[0]
    ) {
      const { commandId, as, by, command } = next;
      const answer = await this.#parts.connection.command({ commandId, as, by, command });
      if (this.#closed) return;
      fate = this.#settle(next, answer);
    }
    this.#sending = false;
    this.#attempt = fate === 'later' ? this.#attempt + 1 : 0;
    // Without a connection the next one flushes; the timer is for a server that answers and cannot take it yet.
    if (fate === 'later') {
      this.#retry = setTimeout(() => void this.flush(), retryDelay(this.#attempt, Math.random()));
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#unwatch();
  }

  #settle(pending: PendingCommand, answer: CommandResult): ReturnType<typeof fateOf> {
    const fate = fateOf(answer);
    const { commandId } = pending;
    if (fate === 'done') {
      this.#settled = [...this.#settled, commandId];
      this.#change((held) => acknowledged(held, commandId));
      this.#parts.arrived(pending);
    } else if (fate === 'refused' && !answer.ok && answer.error.code !== 'network') {
      const { code } = answer.error;
      this.#change((held) => refusedWith(held, commandId, code));
      this.#parts.refused(pending, code);
    }
    return fate;
  }

  #withoutSettled(kept: Kept): Kept {
    return {
      waiting: kept.waiting.filter((it) => !this.#settled.includes(it.commandId)),
      refused: kept.refused.filter((it) => !this.#settled.includes(it.commandId)),
    };
  }

  #change(change: (held: Kept) => Kept): void {
    const kept = outboxFrom(readStored(this.#key));
    this.#held = this.#withoutSettled(change(merged(this.#held, kept)));
    this.#isKept = keepStored(this.#key, JSON.stringify(this.#held));
  }
}
