/** A contribution being typed: kept on this device, and bound to the point and question shown when typing began. */
import * as v from 'valibot';
import { CONTRIBUTION_KINDS } from '#core/contributions/contribution.ts';
import type { ContributionKind } from '#core/contributions/contribution.ts';
import { dropDraft, keepDraft, readDraft } from '#lib/client/drafts.ts';
import { draftOf } from '#lib/client/purge-device.ts';
import type { Place } from './proposed-place.ts';

const keptSchema = v.object({
  text: v.string(),
  kind: v.nullable(v.picklist(CONTRIBUTION_KINDS)),
  unnamed: v.boolean(),
  withFunction: v.optional(v.boolean(), false),
  silenceId: v.optional(v.nullable(v.string()), null),
  place: v.nullable(v.object({ itemId: v.nullable(v.string()), questionId: v.nullable(v.string()) })),
});

const keptUnder = (key: string): v.InferOutput<typeof keptSchema> | null => {
  const kept = readDraft(key);
  if (kept === '') return null;
  try {
    const read = v.safeParse(keptSchema, JSON.parse(kept));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
};

type Rewritten = Place & {
  readonly text: string;
  readonly kind: ContributionKind | null;
  readonly unnamed: boolean;
  readonly withFunction?: boolean;
  readonly silenceId?: string | null;
};

export class ContributionDraft {
  readonly #key: string;
  #text = $state('');
  #kind = $state<ContributionKind | null>(null);
  #unnamed = $state(false);
  #place = $state.raw<Place | null>(null);
  #withFunction = $state(false);
  #silenceId = $state<string | null>(null);
  #isKept = $state(false);

  /**
   * A draft is its person's: whoever holds the phone next begins with an empty field. `contributionId` when it is to
   * change what was said, null for something new.
   */
  constructor(sittingId: string, personId: string | null, contributionId: string | null = null) {
    this.#key = draftOf(sittingId, personId, contributionId);
    const kept = keptUnder(this.#key);
    if (kept === null) return;
    this.#text = kept.text;
    this.#kind = kept.kind;
    this.#unnamed = kept.unnamed;
    this.#withFunction = kept.withFunction;
    this.#silenceId = kept.silenceId;
    this.#place = kept.place;
    this.#isKept = true;
  }

  get text(): string {
    return this.#text;
  }
  get kind(): ContributionKind | null {
    return this.#kind;
  }
  get unnamed(): boolean {
    return this.#unnamed;
  }
  /** Without a name: function and town are to stand beside it. */
  get withFunction(): boolean {
    return this.#withFunction;
  }
  /** The silent writing that was open when typing began. */
  get silenceId(): string | null {
    return this.#silenceId;
  }
  /** Null while nothing is typed or chosen: then the draft follows the room. */
  get place(): Place | null {
    return this.#place;
  }
  /** The words are on this device's disk. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** `shown` is the place on the screen: the first letter binds the draft to it, and to the silence that is open. */
  write(text: string, shown: Place, silenceId: string | null = null): void {
    if (this.#place === null && text !== '') this.#place = shown;
    if (this.#text === '' && text !== '') this.#silenceId = silenceId;
    if (text === '') {
      this.#place = null;
      this.#silenceId = null;
    }
    this.#text = text;
    this.#keep();
  }

  choosePlace(place: Place | null): void {
    this.#place = place;
    this.#keep();
  }

  chooseKind(kind: ContributionKind | null): void {
    this.#kind = kind;
    this.#keep();
  }

  setUnnamed(unnamed: boolean): void {
    this.#unnamed = unnamed;
    this.#keep();
  }

  setWithFunction(withFunction: boolean): void {
    this.#withFunction = withFunction;
    this.#keep();
  }

  /** Begins with the words of a contribution as they stand: nothing is to be kept until they are changed. */
  startFrom(said: Rewritten): void {
    this.#text = said.text;
    this.#kind = said.kind;
    this.#unnamed = said.unnamed;
    this.#withFunction = said.withFunction ?? false;
    this.#silenceId = said.silenceId ?? null;
    this.#place = { itemId: said.itemId, questionId: said.questionId };
  }

  /** Takes the words of a contribution back into the field. */
  rewrite(said: Rewritten): void {
    this.startFrom(said);
    this.#keep();
  }

  /** After sending: the words have left; « sans mon nom » stays as chosen, a kind belongs to one contribution. */
  clear(): void {
    this.#text = '';
    this.#kind = null;
    this.#place = null;
    this.#silenceId = null;
    this.#isKept = false;
    dropDraft(this.#key);
  }

  #keep(): void {
    if (this.#text === '') {
      this.#isKept = false;
      dropDraft(this.#key);
      return;
    }
    const text = this.#text;
    const kept = {
      ...{ text, kind: this.#kind, unnamed: this.#unnamed, withFunction: this.#withFunction },
      ...{ silenceId: this.#silenceId, place: this.#place },
    };
    void keepDraft(this.#key, JSON.stringify(kept)).then((isKept) => {
      if (this.#text === text) this.#isKept = isKept;
    });
  }
}
