/** A séminaire as its organiser prepares it: what the server has, and the commands that change it. */
import { takeAccessFromAddress } from '#lib/client/access.ts';
import { seminar } from '#lib/client/api.ts';
import type { ApiResult } from '#lib/client/api.ts';
import { LiveSeminar } from '#lib/client/live-seminar.svelte.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Command } from '#protocol/inputs.ts';
import type { SeminarView } from '#protocol/views.ts';

type Refusal = ErrorCode | 'network';

/** Hundreds join within a minute: their number need not follow each of them. */
const READ_WITHIN_MILLISECONDS = 1_500;
const CONNECTED_WITHIN_MILLISECONDS = 8_000;

export class Preparation {
  readonly #seminarId: string;
  #view = $state.raw<SeminarView | null>(null);
  #error = $state<Refusal | null>(null);
  #live = $state.raw<LiveSeminar | null>(null);
  #closed = false;
  /** Settles at the first connection, or when it is late: what is saved at once must not be refused for it. */
  #connected: Promise<void> = Promise.resolve();
  #soon: ReturnType<typeof setTimeout> | undefined;

  /** Settles once the server has answered or refused. */
  readonly opened: Promise<void>;

  constructor(seminarId: string) {
    this.#seminarId = seminarId;
    this.opened = this.#open();
  }

  get seminarId(): string {
    return this.#seminarId;
  }
  /** Null until the server has answered. */
  get view(): SeminarView | null {
    return this.#view;
  }
  get error(): Refusal | null {
    return this.#error;
  }
  get live(): LiveSeminar | null {
    return this.#live;
  }

  /** Sends a command; when it resolves without a refusal, the view holds its effect. */
  async save(command: Command): Promise<Refusal | null> {
    const refusal = await this.send(command);
    if (refusal === null) await this.read();
    return refusal;
  }

  /** Sends a command that changes nothing of what the view holds. */
  async send(command: Command): Promise<Refusal | null> {
    if (this.#live === null) return 'network';
    await this.#connected;
    const answer = await this.#live.send(command);
    return answer.ok ? null : answer.error.code;
  }

  /** Reads the séminaire again as the server has it now. */
  async read(): Promise<ApiResult<SeminarView>> {
    const answer = await seminar(this.#seminarId);
    if (answer.ok) this.#view = answer.value;
    return answer;
  }

  /** Reads again in a moment, once for all that happens until then. */
  readSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.read();
    }, READ_WITHIN_MILLISECONDS);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#soon);
    this.#live?.close();
  }

  async #open(): Promise<void> {
    const given = await takeAccessFromAddress();
    if (given !== null && !given.ok) {
      this.#error = given.error.code;
      return;
    }
    const answer = await this.read();
    if (!answer.ok) this.#error = answer.error.code;
    else if (!this.#closed) {
      const live = new LiveSeminar({ seminarId: this.#seminarId });
      this.#live = live;
      this.#connected = new Promise((resolve) => {
        const late = setTimeout(resolve, CONNECTED_WITHIN_MILLISECONDS);
        live.connection.onLive(() => {
          clearTimeout(late);
          resolve();
        });
      });
    }
  }
}
