/** What is this person's own in a sitting: their words, what became of them, and what is asked of them. */
import type { OwnPerson, PresentationView } from '#protocol/people-views.ts';
import type { Own, OwnContribution } from '#protocol/views.ts';
import type { Connection } from './connection.svelte.ts';
import type { DeviceDatabase } from './device-database.ts';
import { keepKey, keysOf } from './contribution-keys.ts';
import { newId } from './ids.ts';

export type OwnWordsParts = {
  readonly sittingId: string;
  readonly by: () => string | null;
  readonly device: DeviceDatabase;
  readonly connection: Pick<Connection, 'own'>;
  /** The server has answered. */
  readonly told: (own: Own) => void;
};

/** As many keys as one question may carry. */
const KEYS_ASKED = 200;
const NOTHING: Own = { person: null, contributions: [], presentation: null, askId: null, myTurn: false };

export class OwnWords {
  readonly #parts: OwnWordsParts;
  #own = $state.raw<Own>(NOTHING);
  #asking = false;
  #askAgain = false;
  #closed = false;

  constructor(parts: OwnWordsParts) {
    this.#parts = parts;
  }

  /** Newest first, those withdrawn and hidden too. */
  get contributions(): readonly OwnContribution[] {
    return this.#own.contributions;
  }
  get presentation(): PresentationView | null {
    return this.#own.presentation;
  }
  /** What is said of this person; null until the server has answered. */
  get person(): OwnPerson | null {
    return this.#own.person;
  }
  /** In the tour de table it is this person's turn. */
  get myTurn(): boolean {
    return this.#own.myTurn;
  }
  /** Words that others entered under this person's name, and that wait for a word of theirs. */
  get toAgree(): readonly OwnContribution[] {
    return this.#own.contributions.filter(({ toAgree, withdrawn }) => toAgree && !withdrawn);
  }

  has(contributionId: string): boolean {
    return (
      this.keyOf(contributionId) !== null ||
      this.#own.contributions.some(({ contribution }) => contribution.id === contributionId)
    );
  }

  /** The key of what this person said here without a name; null for anything else. */
  keyOf(contributionId: string): string | null {
    return this.#keys().find((it) => it.contributionId === contributionId)?.key ?? null;
  }

  /** A fresh key for words without a name, kept before they leave. */
  newKey(seminarId: string, contributionId: string): string {
    const { device, sittingId, by } = this.#parts;
    const key = newId();
    void keepKey(device, { seminarId, sittingId, by: by(), contributionId, key });
    return key;
  }

  /** Asks the server anew; one question at a time. */
  async refresh(): Promise<void> {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    do {
      this.#askAgain = false;
      const keys = this.#keys().map(({ contributionId, key }) => ({ contributionId, key }));
      const answer = await this.#parts.connection.own({
        sittingId: this.#parts.sittingId,
        by: this.#parts.by(),
        // The newest are those that still change.
        keys: keys.slice(-KEYS_ASKED),
      });
      if (this.#closed) return;
      if (!answer.ok) continue;
      this.#own = answer.value;
      this.#parts.told(answer.value);
    } while (this.#askAgain);
    this.#asking = false;
  }

  close(): void {
    this.#closed = true;
  }

  #keys(): ReturnType<typeof keysOf> {
    return keysOf(this.#parts.device, this.#parts.sittingId, this.#parts.by());
  }
}
