/** The animateur's hand on the run: one command at a time, what was refused, and the undo of the last step. */
import type { Plan } from '#core/agenda/plan.ts';
import type { RedistributedPoint } from '#core/agenda/redistribute.ts';
import type { Instant } from '#core/time/instant.ts';
import type { RunCommandWithoutExpectation } from '#lib/client/commands-now.svelte.ts';
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { RunStepView, RunView } from '#protocol/run-views.ts';
import { isSuspendedByAlarm } from './suspended-by-alarm.ts';
import type { KeyAction } from './console-keys.ts';

const STEP_MINUTES = 5;

/** `run` and `plan` as they were when the command was refused: what happens later is another story. */
export type RunRefusal = {
  readonly code: ErrorCode | 'network' | 'cut-off';
  readonly run: RunView;
  readonly plan: Plan;
};

/** An extension that the synthesis would pay for: given again only knowingly. */
export type CostlyExtension = { readonly minutes: number; readonly itemId: string };

export class RunControl {
  readonly #live: LiveSitting;
  #sending = $state.raw<RunCommandWithoutExpectation | null>(null);
  #refusal = $state.raw<RunRefusal | null>(null);
  #asksToResumeAlone = $state(false);
  #costly = $state.raw<CostlyExtension | null>(null);

  constructor(live: LiveSitting) {
    this.#live = live;
  }

  /** A command is on its way: pressing again meanwhile does nothing. */
  get busy(): boolean {
    return this.#sending !== null;
  }
  /** The command on its way; null when there is none. */
  get sending(): RunCommandWithoutExpectation | null {
    return this.#sending;
  }
  get refusal(): RunRefusal | null {
    // What could not be done alone can be done again once the server is there.
    const isOver = this.#refusal?.code === 'cut-off' && this.#live.alone?.isCutOff !== true;
    return isOver ? null : this.#refusal;
  }
  /** Waits for a word: it would leave the synthesis less than its minutes. */
  get costly(): CostlyExtension | null {
    return this.#costly;
  }
  /** The run can be conducted: in an atelier that is closed it can only be ended. */
  get goesOn(): boolean {
    return this.isRunning && !this.isClosed;
  }
  /** The time goes by or is suspended, in an atelier that is closed too. */
  get isRunning(): boolean {
    const { status } = this.#live.run;
    return status === 'running' || status === 'suspended';
  }
  /** The atelier is over, or the whole séminaire. */
  get isClosed(): boolean {
    return this.#live.closed || this.#live.head.seminarClosed;
  }
  get suspended(): boolean {
    return this.#live.run.status === 'suspended';
  }
  /** The organisers have suspended all rooms at once, and this one still is. */
  get suspendedByAlarm(): boolean {
    return isSuspendedByAlarm(this.#live.run);
  }
  /** Waits for a word: it would take this room alone out of what the organisers have suspended. */
  get asksToResumeAlone(): boolean {
    return this.#asksToResumeAlone && this.suspendedByAlarm;
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
  /** The point that `next` goes to; null at the last one. */
  get nextItemId(): string | null {
    return this.#live.plan.items[this.#lastDone + 1]?.id ?? null;
  }
  /** The step that undo takes back; null when there is none. */
  get lastStep(): RunStepView | null {
    return this.#live.run.steps.at(-1) ?? null;
  }

  get #place(): number {
    const { plan, projection } = this.#live;
    return plan.items.findIndex((item) => item.id === projection.currentItemId);
  }
  get #lastDone(): number {
    return this.#live.projection.items.findLastIndex((item) => item.state !== 'ahead');
  }

  dismissRefusal(): void {
    this.#refusal = null;
  }

  async give(command: RunCommandWithoutExpectation): Promise<boolean> {
    if (this.busy) return false;
    const { alone } = this.#live;
    if (alone !== null && alone.offer !== null) {
      // What was done alone comes first: after another command the room would have gone on without it.
      alone.ask();
      return false;
    }
    this.#sending = command;
    const answer = await this.#live.runCommand(command);
    this.#sending = null;
    const { run, plan } = this.#live;
    const code = answer.ok ? null : answer.error.code;
    if (code === 'run/eats-synthesis' && command.type === 'run/extend') {
      const itemId = command.itemId ?? this.#live.projection.currentItemId;
      this.#costly = itemId === null ? null : { minutes: command.minutes, itemId };
      this.#refusal = null;
      return false;
    }
    this.#refusal = code === null ? null : { code, run, plan };
    return answer.ok;
  }

  start(rehearsal = false): void {
    void this.give({ type: 'run/start', rehearsal });
  }
  correctStart(startedAt: Instant): Promise<boolean> {
    return this.give({ type: 'run/correct-start', startedAt });
  }
  next(): void {
    void this.give({ type: 'run/next' });
  }
  toggle(): void {
    if (this.suspendedByAlarm) this.#asksToResumeAlone = true;
    else void this.give({ type: this.suspended ? 'run/resume' : 'run/suspend' });
  }
  resumeAlone(): void {
    this.#asksToResumeAlone = false;
    void this.give({ type: 'run/resume' });
  }
  dismissResumeAlone(): void {
    this.#asksToResumeAlone = false;
  }
  extend(minutes: number, itemId?: string): void {
    void this.give({ type: 'run/extend', minutes, itemId });
  }
  /** The synthesis pays for it, and whoever presses has been told so. */
  extendKnowingly(): void {
    const costly = this.#costly;
    this.#costly = null;
    if (costly !== null) void this.give({ type: 'run/extend', ...costly, knowingly: true });
  }
  dismissCostly(): void {
    this.#costly = null;
  }
  back(): void {
    void this.give({ type: 'run/back' });
  }
  jump(itemId: string): void {
    void this.give({ type: 'run/jump', itemId });
  }
  catchUp(points: readonly RedistributedPoint[]): Promise<boolean> {
    const changed = points.filter(({ before, after }) => before !== after);
    return this.give({
      type: 'run/redistribute',
      reason: 'catch-up',
      points: changed.map(({ itemId, after }) => ({ itemId, minutes: after })),
    });
  }
  workThrough(sharedTimeId: string): void {
    void this.give({ type: 'run/work-through', sharedTimeId });
  }
  postponeSynthesis(minutes: number): void {
    void this.give({ type: 'run/postpone-synthesis', minutes });
  }
  finish(): Promise<boolean> {
    return this.give({ type: 'run/finish' });
  }
  archive(): Promise<boolean> {
    return this.give({ type: 'run/archive' });
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
