/** What is typed while others speak: kept on this device until it is entered, read as it is typed. */
import { SvelteMap } from 'svelte/reactivity';
import type { ContributionKind, Entry } from '#core/contributions/contribution.ts';
import { readSpoken, splitName } from '#core/contributions/read-spoken.ts';
import { listPerson, peopleOf } from '#lib/client/api.ts';
import { dropDraft, keepDraft, readDraft } from '#lib/client/drafts.ts';
import { newId } from '#lib/client/ids.ts';
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ListedPerson } from '#protocol/people-views.ts';
import { knownPlace, proposedPlace } from './seances/[id]/proposed-place.ts';
import type { Place } from './seances/[id]/proposed-place.ts';
import type { Choice } from './spoken-lines.ts';
import { readLine, withoutEntered } from './spoken-lines.ts';

export class SpokenEntry {
  readonly #live: LiveSitting;
  readonly #draft: string;
  #text = $state('');
  #isKept = $state(false);
  entry = $state<Exclude<Entry, 'typed'>>('speech');
  kind = $state<ContributionKind | null>(null);
  /** Null while nothing is typed or chosen: it follows the room. */
  #place = $state.raw<Place | null>(null);
  #people = $state.raw<readonly ListedPerson[] | null>(null);
  #unread = $state(false);
  readonly #choices = new SvelteMap<string, Choice>();
  #adding = $state<string | null>(null);
  #refusal = $state<ErrorCode | 'network' | null>(null);
  #entered = $state(0);

  constructor(live: LiveSitting) {
    this.#live = live;
    this.#draft = `spoken.${live.head.sittingId}`;
    this.#text = readDraft(this.#draft);
    this.#isKept = this.#text !== '';
  }

  get text(): string {
    return this.#text;
  }
  /** The words are on this device's disk. */
  get isKept(): boolean {
    return this.#isKept;
  }
  /** How many went in the last time. */
  get entered(): number {
    return this.#entered;
  }
  readonly #proposed = $derived.by(() => {
    const { plan, run, projection, clock } = this.#live;
    return proposedPlace(plan, run, projection, clock.second);
  });
  get place(): Place {
    return knownPlace(this.#live.plan, this.#place ?? this.#proposed);
  }
  choosePlace(place: Place): void {
    this.#place = place;
  }

  /** The place shown when typing began holds. */
  write(text: string): void {
    if (text.trim() === '') this.#place = this.#text.trim() === '' ? this.#place : null;
    else this.#place ??= this.#proposed;
    this.#text = text;
    this.#entered = 0;
    this.#keep();
  }

  /** The list as it was last read; null when it never was. */
  get people(): readonly ListedPerson[] | null {
    return this.#people;
  }
  /** The list could not be read just now. */
  get unread(): boolean {
    return this.#unread;
  }
  async readPeople(): Promise<void> {
    const answer = await peopleOf(this.#live.head.sittingId);
    this.#unread = !answer.ok;
    if (answer.ok) this.#people = answer.value.people;
  }

  readonly lines = $derived.by(() =>
    readSpoken(this.#text, this.#people ?? []).map((line) => readLine(line, this.#choices)),
  );
  readonly ready = $derived.by(() => this.lines.filter(({ problem }) => problem === null));

  choose(key: string, choice: Choice | null): void {
    if (choice === null) this.#choices.delete(key);
    else this.#choices.set(key, choice);
  }

  /** The name that is being added to the list. */
  get adding(): string | null {
    return this.#adding;
  }
  get refusal(): ErrorCode | 'network' | null {
    return this.#refusal;
  }

  /** Nobody asked them yet how they may be quoted: without anything, until they say. */
  async add(name: string, key: string): Promise<void> {
    if (this.#adding !== null) return;
    this.#adding = name;
    const personId = newId();
    const person = { personId, ...splitName(name), function: '', town: '', consent: 'none' as const };
    const answer = await listPerson(this.#live.head.sittingId, person);
    if (answer.ok) await this.readPeople();
    this.#adding = null;
    this.#refusal = answer.ok ? null : answer.error.code;
    if (answer.ok) this.choose(key, { personId });
  }

  /** Enters every line of which it is settled whose it is; the others stay in the field. */
  enter(): void {
    const { ready, place, kind, entry } = this;
    for (const { text, personId } of ready) {
      this.#live.words.enter({ text, kind, entry, attributedTo: personId, ...place });
    }
    this.#text = withoutEntered(
      this.#text,
      ready.map(({ line }) => line.line),
    );
    this.#entered = ready.length;
    if (this.#text === '') {
      this.#place = null;
      this.#choices.clear();
    }
    this.#keep();
  }

  #keep(): void {
    const text = this.#text;
    if (text === '') {
      this.#isKept = false;
      dropDraft(this.#draft);
      return;
    }
    void keepDraft(this.#draft, text).then((isKept) => {
      if (this.#text === text) this.#isKept = isKept;
    });
  }
}
