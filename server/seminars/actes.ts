/** Gathering what a séminaire holds and making its actes from it, as the organiser composed them. */
import type { Actes } from '#core/actes/actes.ts';
import type { ActesLabels } from '#core/actes/actes-labels.ts';
import type { ActesMaterial } from '#core/actes/actes-material.ts';
import { buildActes, proposedSteps } from '#core/actes/build-actes.ts';
import { citedFiles } from '#core/actes/cited-files.ts';
import type { Coverage } from '#core/actes/clean-text.ts';
import type { Composition } from '#core/actes/composition.ts';
import { completed, defaultComposition, partTextId, TEXT_KINDS } from '#core/actes/composition.ts';
import type { NormalisedActes, Normalising } from '#core/actes/normalise-actes.ts';
import { normalisingActes } from '#core/actes/normalise-actes.ts';
import type { Piecewise } from '#core/actes/piecewise.ts';
import type { Finding } from '#core/actes/quality.ts';
import { lookingForFindings } from '#core/actes/quality.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import { typesetting } from '#core/actes/typeset.ts';
import type { Plan } from '#core/agenda/plan.ts';
import type { Contribution } from '#core/contributions/contribution.ts';
import type { NextStep, Publication } from '#core/publication/publication.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { contributionsOf } from '#core/seminar/sitting.ts';
import type { SynthesisStanding } from '#core/synthesis/synthesis-standing.ts';
import type { Language } from '#core/time/formats.ts';
import type { AssembleBalance } from './balance.ts';
import { inTurns } from './in-turns.ts';
import type { PeopleDirectory } from './people-directory.ts';
import type { Streams } from './streams.ts';
import type { SharedTexts } from './texts.port.ts';

export type AssembledActes = {
  /** In the typography of their language, without what no page can carry. */
  readonly actes: Actes;
  readonly findings: readonly Finding[];
  /** As kept, or the default of its model; every atelier has its part. */
  readonly composition: Composition;
  /** As kept, or as proposed from the syntheses. */
  readonly nextSteps: readonly NextStep[];
  /** By atelier. */
  readonly syntheses: ReadonlyMap<string, SynthesisStanding>;
  /** The hashes of the pictures that the actes show. */
  readonly citedFiles: readonly string[];
};

/** The actes as they stand now; null when there is no such séminaire. */
export type AssembleActes = (seminarId: string) => Promise<AssembledActes | null>;

/** All that the séminaire holds, notes and rehearsals too; null when there is no such séminaire. */
export type GatherMaterial = (seminarId: string) => Promise<ActesMaterial | null>;

export type AssembleActesParts = {
  readonly streams: Streams;
  readonly people: Pick<PeopleDirectory, 'directory'>;
  readonly texts: SharedTexts;
  /** Asked only where the times are part of the actes. */
  readonly assembleBalance: AssembleBalance;
  readonly labelsOf: (language: Language) => ActesLabels;
  /** Which characters every page can carry. */
  readonly covers: Coverage;
};

export function createAssembleActes(parts: AssembleActesParts): AssembleActes {
  const { streams, labelsOf, covers } = parts;
  return async (seminarId) => {
    const seminar = (await streams.seminar(seminarId)).state;
    if (!seminar) return null;
    const publication = (await streams.actes(seminarId)).state;
    const composition = completed(publication.composition ?? defaultComposition('seminar', seminar), seminar);
    const { material, syntheses } = await gathered(parts, seminarId, seminar, composition, publication);
    const labels = labelsOf(seminar.description.language);
    const built = buildActes(material, composition, labels);
    const repairLabels = { actes: built.cover.label, image: labels.image };
    const { actes, repairs } = await inTurns(printable(built, { covers, labels: repairLabels }));
    const reviewed = { composition, material, labels, actes: built, repairs };
    return {
      actes,
      findings: await inTurns(lookingForFindings(reviewed)),
      ...{
        composition,
        nextSteps: proposedSteps(material, composition),
        syntheses,
        citedFiles: citedFiles(actes),
      },
    };
  };
}

export function createGatherMaterial(
  parts: Pick<AssembleActesParts, 'streams' | 'people' | 'texts' | 'assembleBalance'>,
): GatherMaterial {
  const { streams, texts, assembleBalance } = parts;
  return async (seminarId) => {
    const seminar = (await streams.seminar(seminarId)).state;
    if (!seminar) return null;
    const publication = (await streams.actes(seminarId)).state;
    const composition = completed(publication.composition ?? defaultComposition('seminar', seminar), seminar);
    const { material } = await gathered(parts, seminarId, seminar, composition, publication);
    const notes = new Map<string, RichText>();
    for (const { id } of seminar.sittings) notes.set(id, await texts.richText({ kind: 'notes', id }));
    return { ...material, notes, balances: (await assembleBalance(seminarId, true)) ?? [] };
  };
}

async function gathered(
  { streams, people, texts, assembleBalance }: Parameters<typeof createGatherMaterial>[0],
  seminarId: string,
  seminar: Seminar,
  composition: Composition,
  { nextSteps }: Publication,
): Promise<{
  readonly material: ActesMaterial;
  readonly syntheses: ReadonlyMap<string, SynthesisStanding>;
}> {
  const includes = (wanted: string) =>
    composition.parts.some(({ kind, included }) => kind === wanted && included);
  const plans = new Map<string, Plan>();
  const syntheses = new Map<string, RichText>();
  const standings = new Map<string, SynthesisStanding>();
  for (const { id } of seminar.ateliers) {
    const atelier = (await streams.atelier(id)).state;
    if (atelier) {
      plans.set(id, atelier.plan);
      standings.set(id, atelier.synthesis);
    }
    syntheses.set(id, await texts.richText({ kind: 'synthesis', id }));
  }
  const contributions = new Map<string, readonly Contribution[]>();
  const presentations = new Map<string, SittingLog['presentations']>();
  const photos = new Map<string, SittingLog['photos']>();
  const ownPlans = new Map<string, Plan>();
  const notes = new Map<string, RichText>();
  for (const { id } of seminar.sittings) {
    const sitting = (await streams.sitting(id)).state;
    if (!sitting) continue;
    contributions.set(id, contributionsOf(sitting));
    presentations.set(id, sitting.presentations);
    photos.set(id, sitting.photos);
    if (sitting.ownPlan) ownPlans.set(id, sitting.ownPlan);
    if (includes('notes')) notes.set(id, await texts.richText({ kind: 'notes', id }));
  }
  const partTexts = new Map<string, RichText>();
  for (const id of textsOf(composition, seminarId))
    partTexts.set(id, await texts.richText({ kind: 'part', id }));
  const balances = includes('times') ? await assembleBalance(seminarId, false) : null;
  return {
    syntheses: standings,
    material: {
      ...{ seminarId, seminar, plans, ownPlans, contributions, syntheses, standings, presentations, photos },
      ...{ notes, nextSteps, texts: partTexts, balances: balances ?? [] },
      people: await people.directory(seminarId),
      preamble: await texts.richText({ kind: 'preamble', id: seminarId }),
    },
  };
}

/** In the typography of their language, without what no page can carry: a part a piece. */
function* printable(built: Actes, normalising: Normalising): Piecewise<NormalisedActes> {
  return yield* normalisingActes(yield* typesetting(built), normalising);
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
