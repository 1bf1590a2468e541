/** The lists of some sittings, as the organiser's pages last read them. */
import { SvelteMap } from 'svelte/reactivity';
import { peopleOf } from '#lib/client/api.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ListedPerson } from '#protocol/people-views.ts';

export class PeopleLists {
  readonly #lists = new SvelteMap<string, readonly ListedPerson[]>();
  #error = $state.raw<ErrorCode | 'network' | null>(null);

  /** In the order they came; null until it was read once. */
  of(sittingId: string): readonly ListedPerson[] | null {
    return this.#lists.get(sittingId) ?? null;
  }
  /** Why a list could not be read; those read before stay. */
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }

  /** Reads one list anew. */
  async read(sittingId: string): Promise<void> {
    const answer = await peopleOf(sittingId);
    this.#error = answer.ok ? null : answer.error.code;
    if (answer.ok) this.#lists.set(sittingId, answer.value.people);
  }

  /** Reads those that were not read yet, one after the other, until one is refused. */
  async readMissing(sittingIds: readonly string[]): Promise<void> {
    for (const sittingId of sittingIds) {
      if (this.#lists.has(sittingId)) continue;
      await this.read(sittingId);
      if (this.#error !== null) return;
    }
  }
}
