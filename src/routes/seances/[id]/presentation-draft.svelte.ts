/** What someone says of themselves, while they type it: kept on this device from the first letter. */
import * as v from 'valibot';
import { dropDraft, keepDraft, readDraft } from '#lib/client/drafts.ts';

export type PresentationWords = { readonly quotation: string; readonly text: string };

const keptSchema = v.object({ quotation: v.string(), text: v.string() });

function keptUnder(key: string): PresentationWords | null {
  try {
    const read = v.safeParse(keptSchema, JSON.parse(readDraft(key)));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

export class PresentationDraft {
  readonly #key: string;
  readonly #before: PresentationWords;
  #quotation = $state('');
  #text = $state('');
  #kept = $state<boolean | null>(null);

  /** Goes on with the draft of this key; else begins with what stands. */
  constructor(key: string, before: PresentationWords) {
    this.#key = key;
    this.#before = before;
    const draft = keptUnder(key);
    const { quotation, text } = draft ?? before;
    this.#quotation = quotation;
    this.#text = text;
    if (draft !== null) this.#kept = true;
  }

  get quotation(): string {
    return this.#quotation;
  }
  set quotation(quotation: string) {
    this.#quotation = quotation;
    this.#keep();
  }
  get text(): string {
    return this.#text;
  }
  set text(text: string) {
    this.#text = text;
    this.#keep();
  }

  /** Whether the words are on this device's disk; null while there is nothing to keep. */
  get kept(): boolean | null {
    return this.#kept;
  }
  get words(): PresentationWords {
    return { quotation: this.#quotation.trim(), text: this.#text.trim() };
  }
  get isChanged(): boolean {
    const { quotation, text } = this.words;
    return quotation !== this.#before.quotation || text !== this.#before.text;
  }

  /** The words have left. */
  done(): void {
    dropDraft(this.#key);
  }

  #keep(): void {
    if (!this.isChanged) {
      this.#kept = null;
      dropDraft(this.#key);
      return;
    }
    const words = JSON.stringify({ quotation: this.#quotation, text: this.#text });
    void keepDraft(this.#key, words).then((kept) => {
      if (this.isChanged) this.#kept = kept;
    });
  }
}
