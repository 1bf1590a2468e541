/** One change of the programme, put in among those that colleagues make meanwhile. */
import type { ErrorCode } from '#protocol/errors.ts';
import { programmeWith } from '../shared-time-draft.ts';
import type { ProgrammeChange } from '../shared-time-draft.ts';
import type { Preparation } from './preparation.svelte.ts';

const ATTEMPTS = 4;

/** Null when it is saved; `programme/stale-revision` when someone else changed the same time. */
export async function changeProgramme(
  preparation: Preparation,
  change: ProgrammeChange,
): Promise<ErrorCode | 'network' | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const programme = preparation.view?.shared.programme;
    const changed = programme && programmeWith(programme, change);
    if (!programme || !changed) return 'programme/stale-revision';
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
