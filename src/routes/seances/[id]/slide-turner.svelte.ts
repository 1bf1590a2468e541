/** A hand on the plenary's slides: what it asks for is seen at once, and the last who asks wins. */
import type { Restitution } from '#core/restitution/restitution.ts';
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';
import type { ErrorCode } from '#protocol/errors.ts';

type Plenary = Pick<LiveSitting, 'restitution' | 'sendAndSee'> & {
  readonly head: Pick<LiveSitting['head'], 'sittingId'>;
};

export class SlideTurner {
  readonly #live: Plenary;
  /** What was asked for here and is not seen yet; several taps are one. */
  #asked = $state.raw<Restitution | null>(null);
  #sending = $state(false);
  #refusal = $state.raw<ErrorCode | 'network' | null>(null);

  constructor(live: Plenary) {
    this.#live = live;
  }

  /** What everybody sees, or is about to. */
  get at(): Restitution | null {
    return this.#asked ?? this.#live.restitution;
  }
  /** Why the last one was not taken; it is not tried again. */
  get refusal(): ErrorCode | 'network' | null {
    return this.#refusal;
  }

  dismissRefusal(): void {
    this.#refusal = null;
  }

  /** Shows a slide now or not at all; resolves once it is seen, or was refused. */
  async show(atelierId: string, slide: number): Promise<void> {
    this.#asked = { atelierId, slide };
    if (this.#sending) return;
    this.#sending = true;
    const { sittingId } = this.#live.head;
    for (let asked: Restitution | null = this.#asked; asked !== null; asked = this.#asked) {
      const answer = await this.#live.sendAndSee({ type: 'restitution/show', sittingId, ...asked });
      this.#refusal = answer.ok ? null : answer.error.code;
      // Refused, what was asked for after it would be refused too, or come too late.
      if (!answer.ok || this.#asked === asked) this.#asked = null;
    }
    this.#sending = false;
  }

  /** What stood on the screen before comes back. */
  async putAway(): Promise<void> {
    this.#asked = null;
    const { sittingId } = this.#live.head;
    const answer = await this.#live.sendAndSee({ type: 'restitution/put-away', sittingId });
    // Another has put it away already: it is as was asked for.
    this.#refusal = answer.ok || answer.error.code === 'restitution/nothing-shown' ? null : answer.error.code;
  }
}
