/** What the page of a synthesis needs besides the sitting that it follows. */
import { may } from '#core/access/may.ts';
import type { Actor } from '#core/access/roles.ts';
import { takenOver } from '#core/actes/rich-text.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import { contributionsForSorting, planOf } from '#core/seminar/sitting.ts';
import { runOf } from '#core/agenda/run.ts';
import type { SynthesisView } from '#protocol/views.ts';
import { contributionView, shownIn } from './contribution-views.ts';
import type { Showing } from './listeners.ts';
import type { SideBySideParts } from './side-by-side.ts';

export type SynthesisViewOf = (
  actor: Actor,
  atelierId: string,
) => Promise<SynthesisView | 'unknown' | 'forbidden'>;

export function createSynthesisViewOf({ streams, people, texts }: SideBySideParts): SynthesisViewOf {
  /** Where and for how long the synthesis is presented: at the first point that does so, in the plenary as it is planned. */
  async function presentation(
    seminar: Seminar,
    atelierId: string,
  ): Promise<Pick<SynthesisView, 'minutes' | 'presentedIn'>> {
    const plenaries = new Set(seminar.ateliers.filter(({ plenary }) => plenary).map(({ id }) => id));
    const held = seminar.sittings.filter((it) => plenaries.has(it.atelierId));
    for (const { id, atelierId: of } of held) {
      const log = (await streams.sitting(id)).state;
      if (!log) continue;
      const plan = planOf(log, (await streams.atelier(of)).state);
      const point = plan.items.find(({ restitutes }) => restitutes === atelierId);
      if (point) return { minutes: point.plannedMinutes, presentedIn: id };
    }
    return { minutes: null, presentedIn: held[0]?.id ?? null };
  }

  return async (actor, atelierId) => {
    const atelier = (await streams.atelier(atelierId)).state;
    const seminar = atelier && (await streams.seminar(atelier.seminarId)).state;
    if (!atelier || !seminar) return 'unknown';
    const { seminarId } = atelier;
    const sittingIds = seminar.sittings.filter((it) => it.atelierId === atelierId).map(({ id }) => id);
    if (!may(actor, 'synthesis/write', { seminarId, sittingIds })) return 'forbidden';

    const taken = takenOver(await texts.richText({ kind: 'synthesis', id: atelierId }));
    const showing: Showing = { to: 'writer', seminar, people: await people.directory(seminarId) };
    const sittings: SynthesisView['sittings'][number][] = [];
    for (const sittingId of sittingIds) {
      const log = (await streams.sitting(sittingId)).state;
      if (!log) continue;
      const standing = contributionsForSorting(log, runOf(log.runEvents).runId).filter(({ id }) =>
        taken.has(id),
      );
      sittings.push({
        sittingId,
        contributionsCount: shownIn(log).length,
        sources: standing.map((it) => contributionView(it, showing)),
      });
    }
    return { ...(await presentation(seminar, atelierId)), sittings };
  };
}
