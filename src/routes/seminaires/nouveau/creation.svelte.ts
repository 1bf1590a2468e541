/** Making a séminaire from what was pasted, in steps that may be tried again. */
import type { AgendaItem } from '#core/agenda/plan.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import { instantOf } from '#core/time/zone-times.ts';
import { createSeminar } from '#lib/client/api.ts';
import { newId } from '#lib/client/ids.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import { addImported } from '../[id]/add-imported.ts';
import { Preparation } from '../[id]/preparation.svelte.ts';
import type { CheckedAtelier } from '../programme-import.svelte.ts';
import type { SpokenTime } from '../shared-time-draft.ts';

type NewAtelier = {
  readonly title: string;
  readonly room: string;
  readonly time: string;
  readonly items: AgendaItem[];
};

export class Creation {
  // Made once, so that sending again after a lost answer makes nothing twice.
  readonly #ids = { seminar: newId(), atelier: newId(), sitting: newId() };
  /** Where the séminaire is, once it exists. */
  #path = $state.raw<string | null>(null);
  #busy = $state(false);
  #steps = $state(0);
  #error = $state<ErrorCode | 'network' | null>(null);

  get busy(): boolean {
    return this.#busy;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }
  /** How many ateliers of a programme are saved. */
  get steps(): number {
    return this.#steps;
  }
  /** The séminaire exists, and not all of its programme yet. */
  get isPartly(): boolean {
    return this.#path !== null;
  }

  /** Where the new séminaire is prepared; null when it was refused. */
  withAtelier(description: SeminarDescription, atelier: NewAtelier): Promise<string | null> {
    const { title, room, time, items } = atelier;
    const start = instantOf(description.day, time, description.zone);
    const ids = { atelierId: this.#ids.atelier, sittingId: this.#ids.sitting };
    return this.#run(() => this.#create(description, { ...ids, title, room, start, items }));
  }

  withProgramme(
    description: SeminarDescription,
    imported: { readonly times: readonly SpokenTime[]; readonly ateliers: readonly CheckedAtelier[] },
  ): Promise<string | null> {
    return this.#run(async () => {
      const refusal = this.#path === null ? await this.#create(description, null) : null;
      return refusal ?? this.#addToIt(imported);
    });
  }

  async #run(make: () => Promise<ErrorCode | 'network' | null>): Promise<string | null> {
    this.#busy = true;
    this.#error = null;
    this.#error = await make();
    this.#busy = false;
    return this.#error === null ? this.#path : null;
  }

  async #create(
    description: SeminarDescription,
    atelier: CheckedAtelier | null,
  ): Promise<ErrorCode | 'network' | null> {
    const answer = await createSeminar({ seminarId: this.#ids.seminar, description, atelier });
    if (!answer.ok) return answer.error.code;
    this.#path = answer.value.path;
    return null;
  }

  async #addToIt(imported: Parameters<typeof addImported>[1]): Promise<ErrorCode | 'network' | null> {
    const preparation = new Preparation(this.#ids.seminar);
    try {
      await preparation.opened;
      if (preparation.error) return preparation.error;
      return await addImported(preparation, imported, (steps) => (this.#steps = steps));
    } finally {
      preparation.close();
    }
  }
}
