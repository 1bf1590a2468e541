/** What someone who rereads sends: corrections, or the answer of the valideur. */
import { SvelteMap } from 'svelte/reactivity';
import { answerApproval, proposeCorrection } from '#lib/client/actes-api.ts';
import type { RereadAs } from '#lib/client/actes-api.ts';
import { dropDraft, keepDraft, readDraft } from '#lib/client/drafts.ts';
import { newId } from '#lib/client/ids.ts';
import type { ErrorCode } from '#protocol/errors.ts';

type Answer = { readonly given: boolean; readonly by: string; readonly remarks: string };

export class Rereading {
  readonly #seminarId: string;
  readonly #versionId: string;
  readonly #as: RereadAs | null;
  readonly #personId: string | null;
  readonly #changed: () => Promise<void>;
  #sending = $state(false);
  #error = $state<ErrorCode | 'network' | null>(null);
  /** By place, so that a second tap after a lost answer sends the same correction. */
  readonly #ids = new SvelteMap<string, { readonly commandId: string; readonly correctionId: string }>();
  /** By what is said, likewise: the text that is signed may take longer than its answer is waited for. */
  readonly #answers = new SvelteMap<string, string>();

  constructor(of: {
    readonly seminarId: string;
    readonly versionId: string;
    readonly as: RereadAs | null;
    readonly personId: string | null;
    /** What the server holds is another now. */
    readonly changed: () => Promise<void>;
  }) {
    this.#seminarId = of.seminarId;
    this.#versionId = of.versionId;
    this.#as = of.as;
    this.#personId = of.personId;
    this.#changed = of.changed;
  }

  get sending(): boolean {
    return this.#sending;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }
  dismiss(): void {
    this.#error = null;
  }

  /** What was being written about a place of this version, kept on this device. */
  draftOf(place: string): string {
    return readDraft(this.#draftKey(place));
  }
  keepDraft(place: string, text: string): void {
    void keepDraft(this.#draftKey(place), text);
  }

  /** `passage` null is about the whole. True when the server has it. */
  propose(place: string, passage: string | null, text: string): Promise<boolean> {
    const ids = this.#ids.get(place) ?? { commandId: newId(), correctionId: newId() };
    this.#ids.set(place, ids);
    return this.#send(
      () => proposeCorrection(this.#seminarId, this.#as, { ...ids, by: this.#personId, passage, text }),
      place,
    );
  }

  answer({ given, by, remarks }: Answer): Promise<boolean> {
    const versionId = this.#versionId;
    const said = JSON.stringify([given, by, remarks]);
    const commandId = this.#answers.get(said) ?? newId();
    this.#answers.set(said, commandId);
    return this.#send(
      () => answerApproval(this.#seminarId, { commandId, versionId, given, by, remarks }),
      'approval',
    );
  }

  async #send(send: () => ReturnType<typeof proposeCorrection>, place: string): Promise<boolean> {
    if (this.#sending) return false;
    this.#sending = true;
    this.#error = null;
    const answer = await send();
    this.#error = answer.ok ? null : answer.error.code;
    if (answer.ok) {
      this.#ids.delete(place);
      dropDraft(this.#draftKey(place));
      await this.#changed();
    } else if (answer.error.code === 'actes/no-approval-asked') await this.#changed();
    this.#sending = false;
    return answer.ok;
  }

  #draftKey(place: string): string {
    return `actes ${this.#versionId} ${place}`;
  }
}
