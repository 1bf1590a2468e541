/** The words that wait for agreement, and the answers taken down from signed sheets until they are saved. */
import { SvelteMap } from 'svelte/reactivity';
import { get } from '#lib/client/api.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ToConfirmView } from '#protocol/people-views.ts';
import type { Preparation } from '../preparation.svelte.ts';
import type { PaperAnswer, PersonToConfirm, WaitingWords } from './paper-answers.ts';
import { commandsFor, isEmpty, keyOf } from './paper-answers.ts';

type Refusal = ErrorCode | 'network';

export class ToConfirmList {
  readonly #preparation: Preparation;
  #people = $state.raw<readonly PersonToConfirm[] | null>(null);
  readonly #answers = new SvelteMap<string, PaperAnswer>();
  #error = $state.raw<Refusal | null>(null);
  /** How many of the answers are saved so far; null while none are being saved. */
  #progress = $state.raw<{ readonly done: number; readonly count: number } | null>(null);
  #savedCount = $state.raw(0);

  constructor(preparation: Preparation) {
    this.#preparation = preparation;
  }

  /** Null until it was read once. */
  get people(): readonly PersonToConfirm[] | null {
    return this.#people;
  }
  get error(): Refusal | null {
    return this.#error;
  }
  get progress(): { readonly done: number; readonly count: number } | null {
    return this.#progress;
  }
  /** Of the last saving. */
  get savedCount(): number {
    return this.#savedCount;
  }
  /** How many answers are taken down and not saved. */
  get chosenCount(): number {
    return this.#chosen().length;
  }
  /** A correction without any words is none. */
  get complete(): boolean {
    return this.#chosen().every(({ given }) => !isEmpty(given));
  }

  answerTo(person: PersonToConfirm, words: WaitingWords): PaperAnswer | null {
    return this.#answers.get(keyOf(person, words)) ?? null;
  }

  /** Takes an answer down; null lets the words wait. */
  answer(person: PersonToConfirm, words: WaitingWords, given: PaperAnswer | null): void {
    if (given === null) this.#answers.delete(keyOf(person, words));
    else this.#answers.set(keyOf(person, words), given);
    this.#savedCount = 0;
  }

  forget(): void {
    this.#answers.clear();
  }

  async read(): Promise<void> {
    const address = `/api/seminars/${encodeURIComponent(this.#preparation.seminarId)}/to-confirm`;
    const answer = await get<ToConfirmView>(address);
    this.#error = answer.ok ? null : answer.error.code;
    if (answer.ok) this.#people = answer.value.people;
  }

  /** Sends the answers one after the other, until one is refused; those not sent stay taken down. */
  async save(): Promise<void> {
    if (this.#progress !== null) return;
    const chosen = this.#chosen();
    let refusal: Refusal | null = null;
    let done = 0;
    for (const { person, words, given } of chosen) {
      this.#progress = { done, count: chosen.length };
      for (const command of commandsFor(person.personId, words, given)) {
        refusal ??= await this.#preparation.send(command);
      }
      if (refusal !== null) break;
      done += 1;
      this.#answers.delete(keyOf(person, words));
    }
    await this.read();
    this.#progress = null;
    this.#savedCount = done;
    if (refusal !== null) this.#error = refusal;
  }

  dismiss(): void {
    this.#error = null;
  }

  #chosen(): readonly {
    readonly person: PersonToConfirm;
    readonly words: WaitingWords;
    readonly given: PaperAnswer;
  }[] {
    return (this.#people ?? []).flatMap((person) =>
      person.words.flatMap((words) => {
        const given = this.#answers.get(keyOf(person, words));
        return given === undefined ? [] : [{ person, words, given }];
      }),
    );
  }
}
