/** As whom the page of the actes is opened: to put them together, or to reread what was kept of them. */
import { takeAccessFromAddress } from '#lib/client/access.ts';
import { readActes, readReview } from '#lib/client/actes-api.ts';
import type { RereadAs } from '#lib/client/actes-api.ts';
import { seminar, session } from '#lib/client/api.ts';
import type { ActesView, ReviewView } from '#protocol/actes-views.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { SeminarView } from '#protocol/views.ts';
import { rereadQuery } from './reread-address.ts';

type Opened =
  | {
      readonly as: 'organiser';
      readonly actes: ActesView;
      readonly prepared: SeminarView;
      readonly name: string;
    }
  | {
      readonly as: 'reader';
      readonly review: ReviewView;
      readonly rereads: RereadAs | null;
      readonly name: string;
    };

export class OpenedActes {
  readonly #seminarId: string;
  #rereads: RereadAs | null;
  #opened = $state.raw<Opened | null>(null);
  #error = $state<ErrorCode | 'network' | null>(null);

  /** `rereads`: as whom the address says it is read; one device may be several people's. */
  constructor(seminarId: string, rereads: RereadAs | null) {
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
    const review = await readReview(this.#seminarId, this.#rereads);
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
    if (given !== null && given.value.role !== 'organiser') this.#rereadAs(given.value);
    if (organises && this.#rereads === null) await this.#openToAssemble(name);
    else await this.#openToReread(name);
  }

  /** By the link of somebody who rereads: loaded again, the page is theirs again. */
  #rereadAs({ role, personId }: RereadAs): void {
    this.#rereads = { role, personId };
    history.replaceState(history.state, '', location.pathname + rereadQuery({ role, personId }));
  }

  async #openToAssemble(name: string): Promise<void> {
    const [actes, prepared] = await Promise.all([readActes(this.#seminarId), seminar(this.#seminarId)]);
    if (!actes.ok) this.#error = actes.error.code;
    else if (!prepared.ok) this.#error = prepared.error.code;
    else this.#opened = { as: 'organiser', actes: actes.value, prepared: prepared.value, name };
  }

  async #openToReread(name: string): Promise<void> {
    const review = await readReview(this.#seminarId, this.#rereads);
    if (review.ok) this.#opened = { as: 'reader', review: review.value, rereads: this.#rereads, name };
    else this.#error = review.error.code;
  }
}
