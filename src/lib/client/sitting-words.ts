/** What this page says in a sitting: kept on the device at once, sent when there is a connection. */
import type { ContributionKind, Entry } from '#core/contributions/contribution.ts';
import type { KeptCommand } from '#protocol/inputs.ts';
import { hashOfKey } from './contribution-keys.ts';
import { newId } from './ids.ts';
import type { PendingCommand } from './outbox-queue.ts';
import { dotsAfter } from './outbox-queue.ts';
import type { OwnWords } from './own-words.svelte.ts';

/** Words with their kind and their place in the agenda. */
export type Said = {
  readonly text: string;
  readonly kind: ContributionKind | null;
  readonly itemId: string | null;
  readonly questionId: string | null;
};

export type SaidNow = Said & {
  readonly unnamed: boolean;
  /** Without a name: function and town may stand beside it. */
  readonly withFunction?: boolean;
  /** The silent writing that was open when typing began. */
  readonly silenceId?: string | null;
};

export type SittingWordsParts = {
  readonly sittingId: string;
  readonly seminarId: () => string;
  readonly own: OwnWords;
  readonly put: (command: KeptCommand) => void;
  readonly waiting: () => readonly PendingCommand[];
  /** Those placed, as the server last said. */
  readonly dots: () => Readonly<Record<string, number>>;
};

export class SittingWords {
  readonly #parts: SittingWordsParts;

  constructor(parts: SittingWordsParts) {
    this.#parts = parts;
  }

  get own(): OwnWords {
    return this.#parts.own;
  }

  contribute({ text, unnamed, withFunction = false, silenceId = null, ...place }: SaidNow): void {
    const { sittingId, own, put } = this.#parts;
    const contributionId = newId();
    const key = unnamed ? own.newKey(this.#parts.seminarId(), contributionId) : null;
    put({
      type: 'contribution/make',
      ...{ sittingId, contributionId, ...place, unnamed, silenceId },
      text: text.trim(),
      keyHash: key === null ? null : hashOfKey(key),
      withFunction: unnamed && withFunction,
    });
  }

  /** Enters what somebody said or wrote on a slip: `attributedTo` is whose words they are, null for nobody known. */
  enter({ text, ...said }: Said & { readonly entry: Entry; readonly attributedTo: string | null }): void {
    this.#parts.put({
      type: 'contribution/make',
      ...{ sittingId: this.#parts.sittingId, contributionId: newId(), unnamed: false, ...said },
      text: text.trim(),
    });
  }

  change(contributionId: string, { text, ...said }: Said): void {
    const key = this.own.keyOf(contributionId);
    this.#put({ type: 'contribution/change', contributionId, key, ...said, text: text.trim() });
  }

  withdraw(contributionId: string): void {
    this.#put({ type: 'contribution/withdraw', contributionId, key: this.own.keyOf(contributionId) });
  }

  support(contributionId: string): void {
    this.#put({ type: 'contribution/support', contributionId });
  }

  unsupport(contributionId: string): void {
    this.#put({ type: 'contribution/unsupport', contributionId });
  }

  /** Words that another entered are this person's. */
  agree(contributionId: string): void {
    this.#put({ type: 'contribution/agree', contributionId });
  }

  /** They are not, or not under their name. */
  disown(contributionId: string): void {
    this.#put({ type: 'contribution/disown', contributionId });
  }

  placeDots(dotsId: string, contributionId: string, count: number): void {
    this.#put({ type: 'dots/place', dotsId, contributionId, count });
  }

  /** By contribution, taps that have not arrived yet included. */
  dotsPlaced(dotsId: string): Readonly<Record<string, number>> {
    return dotsAfter(this.#parts.waiting(), dotsId, this.#parts.dots());
  }

  present(personId: string, words: { readonly quotation: string; readonly text: string }): void {
    this.#put({ type: 'presentation/write', personId, ...words });
  }

  agreeToPresentation(personId: string): void {
    this.#put({ type: 'presentation/agree', personId });
  }

  #put(command: WithoutSitting<KeptCommand>): void {
    this.#parts.put({ ...command, sittingId: this.#parts.sittingId });
  }
}

type WithoutSitting<C> = C extends KeptCommand ? Omit<C, 'sittingId'> : never;
