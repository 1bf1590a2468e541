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

export class ContributionDraft {
  readonly #key: string;
  #text = $state('');
  #kind = $state<ContributionKind | null>(null);
  #unnamed = $state(false);
  #place = $state.raw<Place | null>(null);
  #isKept = $state(false);

  /** A draft is its person's: whoever holds the phone next begins with an empty field. */
  constructor(sittingId: string, personId: string | null) {
    this.#key = draftOf(sittingId, personId);
    const kept = keptUnder(this.#key);
    if (kept === null) return;
    this.#text = kept.text;
    this.#kind = kept.kind;
    this.#unnamed = kept.unnamed;
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
  /** Null while nothing is typed or chosen: then the draft follows the room. */
  get place(): Place | null {
    return this.#place;
  }
  /** The words are on this device's disk. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** `shown` is the place on the screen: the first letter binds the draft to it. */
  write(text: string, shown: Place): void {
    if (this.#place === null && text !== '') this.#place = shown;
    if (text === '') this.#place = null;
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

  /** Takes the words of a contribution back into the field. */
  rewrite(
    said: Place & {
      readonly text: string;
      readonly kind: ContributionKind | null;
      readonly unnamed: boolean;
    },
  ): void {
    this.#text = said.text;
    this.#kind = said.kind;
    this.#unnamed = said.unnamed;
    this.#place = { itemId: said.itemId, questionId: said.questionId };
    this.#keep();
  }

  /** After sending: the words have left; « sans mon nom » stays as chosen, a kind belongs to one contribution. */
  clear(): void {
    this.#text = '';
    this.#kind = null;
    this.#place = null;
    this.#isKept = false;
    dropDraft(this.#key);
  }

  #keep(): void {
    if (this.#text === '') {
      this.#isKept = false;
      dropDraft(this.#key);
      return;
    }
    const kept = { text: this.#text, kind: this.#kind, unnamed: this.#unnamed, place: this.#place };
    const { text } = kept;
    void keepDraft(this.#key, JSON.stringify(kept)).then((isKept) => {
      if (this.#text === text) this.#isKept = isKept;
    });
  }
}
