/** Gathering what a séminaire holds and making its actes from it. */
import type { Actes } from '#core/actes/gathered-actes.ts';
import { buildActes } from '#core/actes/build-actes.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import { typeset } from '#core/actes/gathered-typeset.ts';
import type { Plan } from '#core/agenda/plan.ts';
import type { Contribution } from '#core/contributions/contribution.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { contributionsOf } from '#core/seminar/sitting.ts';
import type { PeopleDirectory } from './people-directory.ts';
import type { Streams } from './streams.ts';
import type { SharedTexts } from './texts.port.ts';

export type AssembleActes = (seminarId: string) => Promise<Actes | null>;

/** The actes as they stand now, set in the typography of their language; null when there is no such séminaire. */
export function createAssembleActes(
  streams: Streams,
  people: PeopleDirectory,
  texts: SharedTexts,
): AssembleActes {
  return async (seminarId) => {
    const seminar = (await streams.seminar(seminarId)).state;
    if (!seminar) return null;
    const plans = new Map<string, Plan>();
    const syntheses = new Map<string, RichText>();
    for (const { id } of seminar.ateliers) {
      const atelier = (await streams.atelier(id)).state;
      if (atelier) plans.set(id, atelier.plan);
      syntheses.set(id, await texts.richText({ kind: 'synthesis', id }));
    }
    const contributions = new Map<string, readonly Contribution[]>();
    const presentations = new Map<string, SittingLog['presentations']>();
    const photos = new Map<string, SittingLog['photos']>();
    const ownPlans = new Map<string, Plan>();
    for (const { id } of seminar.sittings) {
      const sitting = (await streams.sitting(id)).state;
      if (!sitting) continue;
      contributions.set(id, contributionsOf(sitting));
      presentations.set(id, sitting.presentations);
      photos.set(id, sitting.photos);
      if (sitting.ownPlan) ownPlans.set(id, sitting.ownPlan);
    }
    const directory = await people.directory(seminarId);
    const preamble = await texts.richText({ kind: 'preamble', id: seminarId });
    return typeset(
      buildActes({
        seminar,
        people: directory,
        plans,
        ownPlans,
        contributions,
        syntheses,
        preamble,
        presentations,
        photos,
      }),
    );
  };
}
