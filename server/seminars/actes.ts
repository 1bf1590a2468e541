/** Gathering what a séminaire holds and making its actes from it, as the organiser composed them. */
import type { Assembled } from '#core/actes/assemble-actes.ts';
import type { Composition } from '#core/actes/composition.ts';
import { completed, defaultComposition, partTextId, TEXT_KINDS } from '#core/actes/composition.ts';
import type { Plan } from '#core/agenda/plan.ts';
import type { Contribution } from '#core/contributions/contribution.ts';
import type { Publication } from '#core/publication/publication.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { contributionsOf } from '#core/seminar/sitting.ts';
import type { Language } from '#core/time/formats.ts';
import type { SynthesisStanding } from '#core/synthesis/synthesis-standing.ts';
import type { ActesAssembly, GatheredMaterial } from './actes-assembly.port.ts';
import type { AssembleBalance } from './balance.ts';
import type { PeopleDirectory } from './people-directory.ts';
import type { Streams } from './streams.ts';
import type { Clock } from './surroundings.port.ts';
import type { StoredText, StoredTexts } from './texts.port.ts';
import type { StandingLabels } from './version-standing.ts';
import { standingOf, standsAs } from './version-standing.ts';

export type AssembledActes = Assembled & {
  /** Of the composition and the steps that they were made from: others may have saved since. */
  readonly revision: number;
  /** As kept, or the default of its model; every atelier has its part. */
  readonly composition: Composition;
  /** By atelier. */
  readonly syntheses: ReadonlyMap<string, SynthesisStanding>;
};

/** The actes as they stand now; null when there is no such séminaire. */
export type AssembleActes = (seminarId: string) => Promise<AssembledActes | null>;

/** All that the séminaire holds, notes and rehearsals too; null when there is no such séminaire. */
export type GatherMaterial = (seminarId: string) => Promise<GatheredMaterial | null>;

export type GatherParts = {
  readonly streams: Streams;
  readonly people: Pick<PeopleDirectory, 'directory'>;
  readonly texts: StoredTexts;
  /** Asked only where the times are part of the actes. */
  readonly assembleBalance: AssembleBalance;
};

export type AssembleActesParts = GatherParts & { readonly assembly: Pick<ActesAssembly, 'assemble'> };

export function createAssembleActes(parts: AssembleActesParts): AssembleActes {
  const { streams, assembly } = parts;
  return async (seminarId) => {
    const made = await assembly.assemble(seminarId, async () => {
      const seminar = (await streams.seminar(seminarId)).state;
      if (!seminar) return null;
      const publication = (await streams.actes(seminarId)).state;
      const composition = compositionOf(publication, seminar);
      const { revision } = publication;
      return {
        ...{ composition, revision },
        ...(await gathered(parts, seminarId, seminar, composition, publication)),
      };
    });
    if (!made) return null;
    const { composition, revision, standings } = made.from;
    return { ...made.assembled, composition, revision, syntheses: standings };
  };
}

export type DraftParts = {
  readonly assembleActes: AssembleActes;
  readonly streams: Pick<Streams, 'seminar'>;
  readonly labelsOf: (language: Language) => StandingLabels;
  readonly clock: Clock;
};

/** The same for whoever reads or downloads them before they are kept: their cover says that they are a draft, and of which day. */
export function createAssembleDraft({ assembleActes, streams, labelsOf, clock }: DraftParts): AssembleActes {
  return async (seminarId) => {
    const assembled = await assembleActes(seminarId);
    const seminar = assembled && (await streams.seminar(seminarId)).state;
    if (!seminar) return null;
    const { description } = seminar;
    const standing = standingOf(null, description, clock.now(), labelsOf(description.language));
    return { ...assembled, actes: standsAs(assembled.actes, standing) };
  };
}

export function createGatherMaterial(parts: GatherParts): GatherMaterial {
  const { streams, texts, assembleBalance } = parts;
  return async (seminarId) => {
    const seminar = (await streams.seminar(seminarId)).state;
    if (!seminar) return null;
    const publication = (await streams.actes(seminarId)).state;
    const composition = compositionOf(publication, seminar);
    const { material } = await gathered(parts, seminarId, seminar, composition, publication);
    const notes = new Map<string, StoredText>();
    for (const { id } of seminar.sittings) notes.set(id, await texts.stored({ kind: 'notes', id }));
    return { ...material, notes, balances: (await assembleBalance(seminarId, true)) ?? [] };
  };
}

const compositionOf = ({ composition }: Publication, seminar: Seminar): Composition =>
  completed(composition ?? defaultComposition('seminar', seminar), seminar);

async function gathered(
  { streams, people, texts, assembleBalance }: GatherParts,
  seminarId: string,
  seminar: Seminar,
  composition: Composition,
  { nextSteps }: Publication,
): Promise<{
  readonly material: GatheredMaterial;
  readonly standings: ReadonlyMap<string, SynthesisStanding>;
}> {
  const includes = (wanted: string) =>
    composition.parts.some(({ kind, included }) => kind === wanted && included);
  const plans = new Map<string, Plan>();
  const syntheses = new Map<string, StoredText>();
  const standings = new Map<string, SynthesisStanding>();
  for (const { id } of seminar.ateliers) {
    const atelier = (await streams.atelier(id)).state;
    if (atelier) {
      plans.set(id, atelier.plan);
      standings.set(id, atelier.synthesis);
    }
    syntheses.set(id, await texts.stored({ kind: 'synthesis', id }));
  }
  const contributions = new Map<string, readonly Contribution[]>();
  const presentations = new Map<string, SittingLog['presentations']>();
  const photos = new Map<string, SittingLog['photos']>();
  const ownPlans = new Map<string, Plan>();
  const notes = new Map<string, StoredText>();
  for (const { id } of seminar.sittings) {
    const sitting = (await streams.sitting(id)).state;
    if (!sitting) continue;
    contributions.set(id, contributionsOf(sitting));
    presentations.set(id, sitting.presentations);
    photos.set(id, sitting.photos);
    if (sitting.ownPlan) ownPlans.set(id, sitting.ownPlan);
    if (includes('notes')) notes.set(id, await texts.stored({ kind: 'notes', id }));
  }
  const partTexts = new Map<string, StoredText>();
  for (const id of textsOf(composition, seminarId))
    partTexts.set(id, await texts.stored({ kind: 'part', id }));
  const balances = includes('times') ? await assembleBalance(seminarId, false) : null;
  return {
    standings,
    material: {
      ...{ seminarId, seminar, plans, ownPlans, contributions, syntheses, standings, presentations, photos },
      ...{ notes, nextSteps, texts: partTexts, balances: balances ?? [] },
      people: await people.directory(seminarId),
      preamble: await texts.stored({ kind: 'preamble', id: seminarId }),
    },
  };
}

/** The shared documents that the included parts are written in. */
const textsOf = ({ parts }: Composition, seminarId: string): readonly string[] =>
  parts
    .filter(({ included }) => included)
    .flatMap(({ id, kind, before, after }) => [
      ...(TEXT_KINDS.includes(kind) ? [partTextId(seminarId, id, 'body')] : []),
      ...(before ? [partTextId(seminarId, id, 'before')] : []),
      ...(after ? [partTextId(seminarId, id, 'after')] : []),
    ]);
