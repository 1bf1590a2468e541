/** Commands that a page gives now or not at all, and what the last one was refused for. */
import type { Role } from '#core/access/roles.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Command, CommandType } from '#protocol/inputs.ts';
import type { SittingState } from '#protocol/views.ts';
import { AwaitedEffects } from './awaited-effects.ts';
import type { ServerClock } from './clock.svelte.ts';
import type { CommandResult, Connection } from './connection.svelte.ts';
import { newId } from './ids.ts';
import type { GivenAlone, OfflineRun } from './offline-run.svelte.ts';
import type { Timers } from './timers.ts';

type RunCommand = Exclude<Extract<Command, { type: `run/${string}` }>, { type: 'run/replay' }>;
type WithoutExpectation<C> = C extends RunCommand ? Omit<C, 'sittingId' | 'expectedRunEvents'> : never;

/** A run command as a button gives it; the sitting and what it expects are filled in. */
export type RunCommandWithoutExpectation = WithoutExpectation<RunCommand>;

export type Refusal = { readonly code: ErrorCode | 'network'; readonly commandType: CommandType };

export type CommandsNowParts = {
  readonly sittingId: string;
  readonly as: Role;
  /** The person who acts, or null. */
  readonly by: () => string | null;
  readonly connection: Connection;
  readonly clock: ServerClock;
  readonly timers: Timers;
  /** As the server last said. */
  readonly state: () => SittingState;
  /** What runs the sitting while a console is cut off; null elsewhere. */
  readonly alone: OfflineRun | null;
  /** This person's own ask for the floor was taken. */
  readonly asked: (askId: string) => void;
};

export class CommandsNow {
  readonly #parts: CommandsNowParts;
  readonly #effects: AwaitedEffects;
  #lastRefusal = $state.raw<Refusal | null>(null);

  constructor(parts: CommandsNowParts) {
    this.#parts = parts;
    this.#effects = new AwaitedEffects(parts.timers);
  }

  get lastRefusal(): Refusal | null {
    return this.#lastRefusal;
  }
  /** Null once it was read. */
  setRefusal(refusal: Refusal | null): void {
    this.#lastRefusal = refusal;
  }

  /** What the page shows has changed. */
  look(): void {
    this.#effects.look();
  }

  async run(command: RunCommandWithoutExpectation): Promise<GivenAlone> {
    const { alone, state, sittingId } = this.#parts;
    if (alone?.isCutOff === true) return alone.give(command);
    const expectedRunEvents = state().run.eventCount;
    const answer = await this.send({ ...command, sittingId, expectedRunEvents });
    if (answer.ok) await this.#caughtUpWith(answer.value.seqs);
    else if (answer.error.code === 'run/stale') {
      await this.#effects.until(() => state().run.eventCount !== expectedRunEvents);
    }
    return answer;
  }

  async send(command: Command, commandId = newId()): Promise<CommandResult> {
    const { connection, clock, as, by, asked } = this.#parts;
    const validUntil = clock.validUntil();
    const answer = await connection.command({ commandId, as, by: by(), validUntil, command });
    this.#lastRefusal = answer.ok ? null : { code: answer.error.code, commandType: command.type };
    if (answer.ok && command.type === 'floor/ask' && command.personId === null) asked(command.askId);
    return answer;
  }

  async sendAndSee(command: Command): Promise<CommandResult> {
    const answer = await this.send(command);
    if (answer.ok) await this.#caughtUpWith(answer.value.seqs);
    return answer;
  }

  /** Resolves when the state stands at these numbers or after, or when that takes too long. */
  #caughtUpWith(seqs: Readonly<Record<string, number>>): Promise<void> {
    const { state } = this.#parts;
    const standing: Readonly<Record<string, number>> = state().seqs;
    return this.#effects.until(() => {
      const now: Readonly<Record<string, number>> = state().seqs;
      return Object.entries(seqs).every(
        ([stream, seq]) => !(stream in standing) || (now[stream] ?? 0) >= seq,
      );
    });
  }
}
