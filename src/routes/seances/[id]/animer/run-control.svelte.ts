/** The animateur's hand on the run: one command at a time, what was refused, and the undo of the last step. */
import type { Plan } from '#core/agenda/plan.ts';
import type { LiveSitting, RunCommandWithoutExpectation } from '#lib/client/live-sitting.svelte.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { RunView } from '#protocol/views.ts';
import type { KeyAction } from './console-keys.ts';

const STEP_MINUTES = 5;

/** `run` and `plan` as they were when the command was refused: what happens later is another story. */
export type RunRefusal = {
  readonly code: ErrorCode | 'network';
  readonly run: RunView;
  readonly plan: Plan;
};

export class RunControl {
  readonly #live: LiveSitting;
  #busy = $state(false);
  #refusal = $state.raw<RunRefusal | null>(null);
  readonly #place = $derived.by(() => {
    const { plan, projection } = this.#live;
    return plan.items.findIndex((item) => item.id === projection.currentItemId);
  });
  readonly #lastDone = $derived.by(() =>
    this.#live.projection.items.findLastIndex((item) => item.state !== 'ahead'),
  );

  constructor(live: LiveSitting) {
    this.#live = live;
  }

  /** A command is on its way: pressing again meanwhile does nothing. */
  get busy(): boolean {
    return this.#busy;
  }
  get refusal(): RunRefusal | null {
    return this.#refusal;
  }
  get goesOn(): boolean {
    const { status } = this.#live.run;
    return status === 'running' || status === 'suspended';
  }
  get suspended(): boolean {
    return this.#live.run.status === 'suspended';
  }
  get hasCurrent(): boolean {
    return this.#place >= 0;
  }
  get hasNext(): boolean {
    return this.#lastDone + 1 < this.#live.plan.items.length;
  }
  get hasPrevious(): boolean {
    return this.hasCurrent ? this.#place > 0 : this.#lastDone >= 0;
  }
  /** The step that undo takes back; null when there is none. */
  get lastStep(): LiveSitting['run']['steps'][number] | null {
    return this.#live.run.steps.at(-1) ?? null;
  }

  dismissRefusal(): void {
    this.#refusal = null;
  }

  async give(command: RunCommandWithoutExpectation): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    const answer = await this.#live.runCommand(command);
    this.#busy = false;
    const { run, plan } = this.#live;
    this.#refusal = answer.ok ? null : { code: answer.error.code, run, plan };
    return answer.ok;
  }

  start(): void {
    void this.give({ type: 'run/start' });
  }
  next(): void {
    void this.give({ type: 'run/next' });
  }
  toggle(): void {
    void this.give({ type: this.suspended ? 'run/resume' : 'run/suspend' });
  }
  extend(minutes: number): void {
    void this.give({ type: 'run/extend', minutes });
  }
  back(): void {
    void this.give({ type: 'run/back' });
  }
  finish(): void {
    void this.give({ type: 'run/finish' });
  }
  put(questionId: string): void {
    void this.give({ type: 'run/put-question', questionId });
  }
  undo(): void {
    const step = this.lastStep;
    if (step !== null) void this.give({ type: 'run/undo', target: step.eventId });
  }

  /** What a key asks; false when it has no meaning now. */
  press(action: KeyAction): boolean {
    if (!this.goesOn) return false;
    switch (action) {
      case 'next':
        if (this.hasNext) this.next();
        return this.hasNext;
      case 'toggle':
        this.toggle();
        return true;
      case 'shorten':
        if (this.hasCurrent) this.extend(-STEP_MINUTES);
        return this.hasCurrent;
      case 'extend':
        if (this.hasCurrent) this.extend(STEP_MINUTES);
        return this.hasCurrent;
    }
  }
}
