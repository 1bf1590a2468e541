/** The animateur's hand on the room besides the run: one command at a time, and why the last one was refused. */
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Command } from '#protocol/inputs.ts';

type RoomCommand = Extract<
  Command,
  {
    type:
      | `floor/${string}`
      | `round/${string}`
      | `silence/${string}`
      | 'dots/open'
      | 'dots/show'
      | 'dots/put-away'
      | `photo/${string}`
      | 'contribution/hide'
      | 'person/remove'
      | 'sitting/close'
      | 'sitting/reopen';
  }
>;
type WithoutSitting<C> = C extends RoomCommand ? Omit<C, 'sittingId'> : never;

export class RoomControl {
  readonly #live: LiveSitting;
  #sending = $state.raw<RoomCommand['type'] | null>(null);
  #refusal = $state.raw<ErrorCode | 'network' | null>(null);

  constructor(live: LiveSitting) {
    this.#live = live;
  }

  /** A command is on its way: pressing again meanwhile does nothing. */
  get busy(): boolean {
    return this.#sending !== null;
  }
  get refusal(): ErrorCode | 'network' | null {
    return this.#refusal;
  }

  dismissRefusal(): void {
    this.#refusal = null;
  }

  /** Gives a command now or not at all; answers whether it was taken. */
  async give(command: WithoutSitting<RoomCommand>): Promise<boolean> {
    if (this.busy) return false;
    this.#sending = command.type;
    // Only the sitting was left out.
    const whole = { ...command, sittingId: this.#live.head.sittingId } as RoomCommand;
    const answer = await this.#live.send(whole);
    this.#sending = null;
    this.#refusal = answer.ok ? null : answer.error.code;
    return answer.ok;
  }
}
