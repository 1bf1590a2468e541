/** A corrected programme into the séminaire: its ateliers one by one, then its shared times at once. */
import type { ErrorCode } from '#protocol/errors.ts';
import type { CheckedAtelier } from '../programme-import.svelte.ts';
import { programmeWith } from '../shared-time-draft.ts';
import type { SpokenTime } from '../shared-time-draft.ts';
import type { Preparation } from './preparation.svelte.ts';

const ATTEMPTS = 4;

type Imported = { readonly times: readonly SpokenTime[]; readonly ateliers: readonly CheckedAtelier[] };

/** Null when all is saved. What is there already is not made again, so that trying again goes on. */
export async function addImported(
  preparation: Preparation,
  { times, ateliers }: Imported,
  ondone: (steps: number) => void,
): Promise<ErrorCode | 'network' | null> {
  let steps = 0;
  for (const { items, ...atelier } of ateliers) {
    const there = preparation.view?.ateliers.some(({ atelierId }) => atelierId === atelier.atelierId);
    if (!there) {
      const { seminarId } = preparation;
      const refusal = await preparation.save({
        type: 'atelier/add',
        seminarId,
        ...atelier,
        plenary: false,
        items: [...items],
      });
      if (refusal !== null && refusal !== 'seminar/exists') return refusal;
    }
    ondone((steps += 1));
  }
  return times.length === 0 ? null : addTimes(preparation, times);
}

async function addTimes(
  preparation: Preparation,
  added: readonly SpokenTime[],
): Promise<ErrorCode | 'network' | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const programme = preparation.view?.shared.programme;
    if (!programme) return 'network';
    let changed = programme;
    for (const spoken of added) {
      const next = programmeWith(changed, { id: spoken.time.id, before: null, after: spoken });
      if (next !== null) changed = { ...changed, ...next };
    }
    const refusal = await preparation.save({
      type: 'programme/revise',
      seminarId: preparation.seminarId,
      expectedRevision: programme.revision,
      times: [...changed.times],
      speakers: { ...changed.speakers },
    });
    if (refusal !== 'programme/stale-revision') return refusal;
    await preparation.read();
  }
  return 'programme/stale-revision';
}
