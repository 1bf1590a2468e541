/** The contributions that are chosen to be taken over together, and those that are held by a pointer. */
import { SvelteSet } from 'svelte/reactivity';
import { between } from './taking.ts';

export class DrawerChoice {
  readonly #ids = new SvelteSet<string>();
  #last: string | null = null;
  #held = $state.raw<readonly string[]>([]);

  has(id: string): boolean {
    return this.#ids.has(id);
  }
  /** Of `shown`, in their order: what has left the list or was taken over is chosen no more. */
  among(shown: readonly string[]): readonly string[] {
    return shown.filter((id) => this.#ids.has(id));
  }
  /** `through`: with all of `shown` that stand between it and the one before. */
  choose(id: string, on: boolean, through: boolean, shown: readonly string[]): void {
    const ids = through && this.#last !== null ? between(shown, this.#last, id) : [id];
    for (const it of ids) {
      if (on) this.#ids.add(it);
      else this.#ids.delete(it);
    }
    this.#last = id;
  }
  clear(): void {
    this.#ids.clear();
    this.#last = null;
  }

  /** What a pointer holds over the page: the chosen ones when it took one of them. */
  get held(): readonly string[] {
    return this.#held;
  }
  hold(id: string, shown: readonly string[]): void {
    this.#held = this.has(id) ? this.among(shown) : [id];
  }
  letGo(): void {
    this.#held = [];
  }
}
