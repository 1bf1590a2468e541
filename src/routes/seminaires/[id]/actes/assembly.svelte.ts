/** The actes as their organiser puts them together: what the server has, and what was changed here since. */
import type { Composition } from '#core/actes/composition.ts';
import type { NextStep } from '#core/publication/publication.ts';
import { compose, readActes, reviseNextSteps, settleCorrection, takeStep } from '#lib/client/actes-api.ts';
import type { ActesStep } from '#lib/client/actes-api.ts';
import type { ApiResult } from '#lib/client/api.ts';
import { newId } from '#lib/client/ids.ts';
import type { ActesView, RevisedView } from '#protocol/actes-views.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { CompositionChange } from './composition-changes.ts';
import type { NextStepsChange } from './next-steps.ts';

type Refusal = ErrorCode | 'network';
/** Made again on what another person saved meanwhile: so they are functions, not what comes out of them. */
type Change =
  | { readonly of: 'composition'; readonly change: CompositionChange }
  | { readonly of: 'steps'; readonly change: NextStepsChange };
/** A sending that no answer came to is sent again as it was. */
type Sending = {
  readonly changes: readonly Change[];
  readonly send: () => Promise<ApiResult<RevisedView>>;
} & (
  | { readonly of: 'composition'; readonly composition: Composition }
  | { readonly of: 'steps'; readonly nextSteps: readonly NextStep[] }
);

/** Milliseconds after the last change, and after the last letter. */
const AFTER_CHANGE = 120;
const AFTER_TYPING = 400;
const TRY_AGAIN_AFTER = 5_000;
/** Others save so often that ours never fit. */
const MOST_CONFLICTS = 5;

type AssemblyParts = {
  /** Of the actes as the server has them now; true when they were read. */
  readonly readPages: (asked: boolean) => Promise<boolean>;
  /** Has all that is shown read anew, as what was changed here is told. */
  readonly onchanged: () => Promise<void>;
};

export class Assembly {
  readonly #seminarId: string;
  readonly #parts: AssemblyParts;
  #view: ActesView;
  #unsent = $state.raw<readonly Change[]>([]);
  #state = $state<'saved' | 'saving' | 'offline' | 'not-saved'>('saved');
  #error = $state<Refusal | null>(null);
  #unread = $state<Refusal | null>(null);
  #merged = $state(false);
  #reading = $state(false);
  /** How often what the server has is asked for, and not here yet. */
  #renewals = $state(0);
  #acting = $state(false);
  #sending: Sending | null = null;
  #saving: Promise<void> | null = null;
  #soon: ReturnType<typeof setTimeout> | undefined;
  readonly #composition: Composition;
  readonly #nextSteps: readonly NextStep[];

  constructor(seminarId: string, view: ActesView, parts: AssemblyParts) {
    this.#seminarId = seminarId;
    this.#view = $state.raw(view);
    this.#composition = $derived(
      this.#unsent.reduce(
        (composition, it) => (it.of === 'composition' ? it.change(composition) : composition),
        this.#view.composition,
      ),
    );
    this.#nextSteps = $derived(
      this.#unsent.reduce<readonly NextStep[]>(
        (steps, it) => (it.of === 'steps' ? it.change(steps) : steps),
        this.#view.nextSteps,
      ),
    );
    this.#parts = parts;
    window.addEventListener('online', this.#tryAgain);
  }

  get view(): ActesView {
    return this.#view;
  }
  /** With what is not saved yet. */
  get composition(): Composition {
    return this.#composition;
  }
  get nextSteps(): readonly NextStep[] {
    return this.#nextSteps;
  }
  get state(): 'saved' | 'saving' | 'offline' | 'not-saved' {
    return this.#state;
  }
  get unsaved(): boolean {
    return this.#unsent.length > 0;
  }
  /** Why what was done here did not come to be. */
  get error(): Refusal | null {
    return this.#error;
  }
  /** Why what was asked for here could not be read: what is shown may be older. */
  get unread(): Refusal | null {
    return this.#unread;
  }
  /** Someone else had changed the actes, and what was changed here was made again on theirs. */
  get merged(): boolean {
    return this.#merged;
  }
  get reading(): boolean {
    return this.#reading;
  }
  /** Nothing that was changed here, or asked for since, is still on its way. */
  get settled(): boolean {
    return !this.unsaved && !this.#reading && this.#renewals === 0;
  }
  /** Something that moves the actes on is on its way. */
  get acting(): boolean {
    return this.#acting;
  }

  compose(change: CompositionChange): void {
    this.#change({ of: 'composition', change }, AFTER_CHANGE);
  }
  reviseNextSteps(change: NextStepsChange): void {
    this.#change({ of: 'steps', change }, AFTER_TYPING);
  }

  dismiss(): void {
    this.#error = null;
  }
  dismissMerged(): void {
    this.#merged = false;
  }
  /** Sends what was refused once more. */
  retry(): void {
    this.#error = null;
    void this.#save();
  }
  /** Lets go of what was changed here and is not saved. */
  giveUp(): void {
    this.#unsent = [];
    this.#sending = null;
    this.#state = 'saved';
    this.#error = null;
    void this.#read(true);
  }

  /**
   * Reads the pages and the actes as the server has them now; true when it did. A failure of what nobody asked for here
   * is not told.
   */
  async read(asked: boolean): Promise<boolean> {
    this.#renewals += 1;
    // What is looked at comes first.
    const hasPages = await this.#parts.readPages(asked);
    const refusal = await this.#read(asked);
    this.#renewals -= 1;
    return hasPages && refusal === null;
  }

  /** A text or a photo of the actes was made another here. */
  noteChanged(): void {
    this.#renewals += 1;
    void this.#parts.onchanged().finally(() => (this.#renewals -= 1));
  }

  /** Moves the actes on; true when they did. */
  take<K extends keyof ActesStep>(step: K, input: Omit<ActesStep[K], 'commandId'>): Promise<boolean> {
    const commandId = newId();
    return this.#act(() => takeStep(this.#seminarId, step, { ...input, commandId } as ActesStep[K]));
  }

  settle(correctionId: string, accepted: boolean): Promise<boolean> {
    return this.#act(() => settleCorrection(this.#seminarId, correctionId, { commandId: newId(), accepted }));
  }

  close(): void {
    clearTimeout(this.#soon);
    window.removeEventListener('online', this.#tryAgain);
    if (this.unsaved) void this.#save();
  }

  async #act(act: () => Promise<ApiResult<unknown>>): Promise<boolean> {
    if (this.#acting) return false;
    this.#acting = true;
    this.#error = null;
    // A version is kept of what is seen here, so what was just changed goes first.
    await this.#save();
    const answer = this.#unsent.length === 0 ? await act() : null;
    if (answer !== null && !answer.ok) this.#error = answer.error.code;
    if (answer?.ok === true) await this.#read(true);
    this.#acting = false;
    return answer?.ok === true;
  }

  async #read(asked: boolean): Promise<Refusal | null> {
    this.#reading = true;
    const answer = await readActes(this.#seminarId);
    this.#reading = false;
    if (!answer.ok) {
      if (asked) this.#unread = answer.error.code;
      return answer.error.code;
    }
    this.#unread = null;
    this.#show(answer.value);
    return null;
  }

  #show(view: ActesView): void {
    // An answer that was overtaken by a saving says less than is known.
    if (view.revision < this.#view.revision) return;
    // Steps that nobody saved are proposed, and may be others by now: what is written goes on in those that are seen.
    const kept = view.revision === this.#view.revision && this.#unsent.some(({ of }) => of === 'steps');
    this.#view = kept ? { ...view, nextSteps: this.#view.nextSteps } : view;
  }

  #change(change: Change, after: number): void {
    this.#unsent = [...this.#unsent, change];
    this.#state = 'saving';
    this.#saveIn(after);
  }

  readonly #tryAgain = (): void => {
    if (this.unsaved) this.#saveIn(0);
  };

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.#save(), milliseconds);
  }

  #save(): Promise<void> {
    clearTimeout(this.#soon);
    this.#saving ??= this.#sendAll().finally(() => (this.#saving = null));
    return this.#saving;
  }

  async #sendAll(): Promise<void> {
    let saved = false;
    let conflicts = 0;
    let refusal: Refusal | null = null;
    while (this.#unsent.length > 0 && refusal === null) {
      this.#state = 'saving';
      this.#sending ??= this.#nextSending();
      const sending = this.#sending;
      const answer = await sending.send();
      if (answer.ok) {
        this.#take(sending, answer.value);
        saved = true;
      } else if (answer.error.code === 'actes/stale-revision' && conflicts < MOST_CONFLICTS) {
        conflicts += 1;
        this.#sending = null;
        refusal = await this.#read(false);
        this.#merged ||= refusal === null;
      } else refusal = answer.error.code;
    }
    this.#settleState(refusal);
    if (saved) this.noteChanged();
  }

  #settleState(refusal: Refusal | null): void {
    if (refusal === null) this.#state = 'saved';
    else if (refusal === 'network') {
      this.#state = 'offline';
      this.#saveIn(TRY_AGAIN_AFTER);
    } else {
      this.#sending = null;
      this.#state = 'not-saved';
      this.#error = refusal;
    }
  }

  /** All that was changed of one of the two, as it stands now. */
  #nextSending(): Sending {
    const of = this.#unsent[0]?.of ?? 'composition';
    const changes = this.#unsent.filter((change) => change.of === of);
    const head = { commandId: newId(), expectedRevision: this.#view.revision };
    const seminarId = this.#seminarId;
    if (of === 'composition') {
      const composition = this.composition;
      return { of, changes, composition, send: () => compose(seminarId, { ...head, composition }) };
    }
    const nextSteps = this.nextSteps;
    const steps = nextSteps.map((step) => ({ ...step, sources: [...step.sources] }));
    return { of, changes, nextSteps, send: () => reviseNextSteps(seminarId, { ...head, steps }) };
  }

  #take(sending: Sending, { revision }: RevisedView): void {
    this.#sending = null;
    this.#view =
      sending.of === 'composition'
        ? { ...this.#view, revision, composition: sending.composition }
        : { ...this.#view, revision, nextSteps: sending.nextSteps };
    this.#unsent = this.#unsent.filter((change) => !sending.changes.includes(change));
  }
}
