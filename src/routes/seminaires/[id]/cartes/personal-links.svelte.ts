/** The personal links of some people, asked for one after the other. */
import { SvelteMap } from 'svelte/reactivity';
import { post } from '#lib/client/api.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { PersonalLink } from '#protocol/people-views.ts';

/** Who asks for hundreds at once is let go on, a little slower. */
const PAUSE_MILLISECONDS = 5_000;

export type LinkWanted = { readonly personId: string; readonly sittingId: string };

export class PersonalLinks {
  readonly #links = new SvelteMap<string, string>();
  #error = $state.raw<ErrorCode | 'network' | null>(null);
  #round = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** Null until the server gave it. */
  of(personId: string): string | null {
    return this.#links.get(personId) ?? null;
  }
  /** Why no more are coming; those that came stay. */
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }

  /** Asks for those that are missing; asked again meanwhile for others, it goes on with those. */
  async want(people: readonly LinkWanted[]): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.#error = null;
    for (const { personId, sittingId } of people) {
      if (this.#links.has(personId)) continue;
      const url = await this.#ask({ personId, sittingId }, round);
      if (round !== this.#round) return;
      if (url === null) return;
      this.#links.set(personId, url);
    }
  }

  close(): void {
    this.#round += 1;
    clearTimeout(this.#pause);
  }

  async #ask(wanted: LinkWanted, round: number): Promise<string | null> {
    for (;;) {
      const answer = await post<PersonalLink>('/api/personal-link', wanted);
      if (answer.ok) return answer.value.url;
      if (round !== this.#round) return null;
      if (answer.error.code !== 'protocol/too-many') {
        this.#error = answer.error.code;
        return null;
      }
      await new Promise((resolve) => {
        this.#pause = setTimeout(resolve, PAUSE_MILLISECONDS);
      });
    }
  }
}
