/** The last edits of something, to take back and to do again. A value: every step gives a new history. */

const MOST_EDITS = 20;

export class EditHistory<T> {
  readonly present: T;
  readonly #past: readonly T[];
  readonly #future: readonly T[];

  constructor(present: T, past: readonly T[] = [], future: readonly T[] = []) {
    this.present = present;
    this.#past = past;
    this.#future = future;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** After an edit; what was undone before it cannot be done again. The same value is no edit. */
  remember(next: T): EditHistory<T> {
    if (next === this.present) return this;
    return new EditHistory(next, [...this.#past, this.present].slice(-MOST_EDITS));
  }

  undo(): EditHistory<T> {
    const before = this.#past.at(-1);
    if (before === undefined) return this;
    return new EditHistory(before, this.#past.slice(0, -1), [this.present, ...this.#future]);
  }

  redo(): EditHistory<T> {
    const [next, ...later] = this.#future;
    if (next === undefined) return this;
    return new EditHistory(next, [...this.#past, this.present], later);
  }
}
