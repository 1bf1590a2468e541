/** The links of those who reread, and of the valideur; only its organiser may have them. */
import { readReviewLinks } from '#lib/client/actes-api.ts';
import type { ReviewLinksView } from '#protocol/actes-views.ts';
import type { ErrorCode } from '#protocol/errors.ts';

export class ReviewLinks {
  readonly #seminarId: string;
  #links = $state.raw<ReviewLinksView | null>(null);
  #error = $state<ErrorCode | 'network' | null>(null);

  constructor(seminarId: string) {
    this.#seminarId = seminarId;
  }

  /** Null until they were read once. */
  get people(): ReviewLinksView['people'] | null {
    return this.#links?.people ?? null;
  }
  /** Null before the approval is asked for. */
  get valideur(): string | null {
    return this.#links?.valideur ?? null;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }

  async read(): Promise<void> {
    const answer = await readReviewLinks(this.#seminarId);
    this.#error = answer.ok ? null : answer.error.code;
    if (answer.ok) this.#links = answer.value;
  }
}
