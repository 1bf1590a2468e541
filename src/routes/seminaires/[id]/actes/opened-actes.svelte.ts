/** As whom the page of the actes is opened: to put them together, or to reread what was kept of them. */
import { takeAccessFromAddress } from '#lib/client/access.ts';
import { readActes, readReview } from '#lib/client/actes-api.ts';
import { seminar, session } from '#lib/client/api.ts';
import type { ActesView, ReviewView } from '#protocol/actes-views.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { SeminarView } from '#protocol/views.ts';

export type Opened =
  | {
      readonly as: 'organiser';
      readonly actes: ActesView;
      readonly prepared: SeminarView;
      readonly name: string;
    }
  | { readonly as: 'reader'; readonly review: ReviewView; readonly name: string };

export class OpenedActes {
  readonly #seminarId: string;
  readonly #rereads: boolean;
  #opened = $state.raw<Opened | null>(null);
  #error = $state<ErrorCode | 'network' | null>(null);

  /** `rereads`: an organiser too comes to reread, by the link of somebody who does. */
  constructor(seminarId: string, rereads: boolean) {
    this.#seminarId = seminarId;
    this.#rereads = rereads;
    void this.#open();
  }

  /** Null until the server has answered. */
  get opened(): Opened | null {
    return this.#opened;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }

  /** What there is to reread, as the server has it now. */
  async readAgain(): Promise<void> {
    const review = await readReview(this.#seminarId);
    if (review.ok && this.#opened?.as === 'reader') this.#opened = { ...this.#opened, review: review.value };
  }

  async #open(): Promise<void> {
    const given = await takeAccessFromAddress();
    if (given !== null && !given.ok) {
      this.#error = given.error.code;
      return;
    }
    const known = await session();
    const own = known.ok ? known.value.grants.filter((grant) => grant.seminarId === this.#seminarId) : [];
    const name = own.findLast((grant) => grant.name !== '')?.name ?? '';
    const organises = own.some((grant) => grant.role === 'organiser');
    const byOthersLink = this.#rereads || (given !== null && given.value.role !== 'organiser');
    if (organises && !byOthersLink) await this.#openToAssemble(name);
    else await this.#openToReread(name);
  }

  async #openToAssemble(name: string): Promise<void> {
    const [actes, prepared] = await Promise.all([readActes(this.#seminarId), seminar(this.#seminarId)]);
    if (!actes.ok) this.#error = actes.error.code;
    else if (!prepared.ok) this.#error = prepared.error.code;
    else this.#opened = { as: 'organiser', actes: actes.value, prepared: prepared.value, name };
  }

  async #openToReread(name: string): Promise<void> {
    const review = await readReview(this.#seminarId);
    if (review.ok) this.#opened = { as: 'reader', review: review.value, name };
    else this.#error = review.error.code;
  }
}
