/** Where in the actes the corrections of the relecture are about. */
import type { Actes, ActesPart } from '#core/actes/actes.ts';
import { composedPartOf } from '#core/actes/composed-part.ts';
import type { Composition } from '#core/actes/composition.ts';
import { headingAgain } from '#core/actes/heading-again.ts';
import type { PartSaying, SaidPlace } from '#core/actes/part-saying.ts';
import { blockSaying, readingParts } from '#core/actes/part-saying.ts';
import type { Piecewise } from '#core/actes/piecewise.ts';
import type { Publication } from '#core/publication/publication.ts';
import { versionToReread } from '#core/publication/standing.ts';
import { inTurns } from './in-turns.ts';
import type { KeptActes } from './kept-actes.ts';
import { StorageError } from './storage-error.ts';
import type { Logger } from './surroundings.port.ts';

/** The id of the composed part, and the place of a block in it as it is now; null where it has none to lead to. */
export type CorrectionPlace = { readonly part: string; readonly block: number | null };

/** What the séminaire's actes are now. */
type Present = { readonly actes: Actes; readonly composition: Composition };

/**
 * By correction: the words are looked for in the text that was reread then, since they may have been mended since; then
 * the block that says them now, or else the heading that they stood under. Those about the whole, those of a part that
 * has gone or of several, and those of a text that cannot be read are absent.
 */
export type CorrectionPlaces = (
  seminarId: string,
  publication: Publication,
  present: Present,
) => Promise<ReadonlyMap<string, CorrectionPlace>>;

/** A kept text: what answers for it, and what it answered. */
type Read = { readonly saying: PartSaying; readonly found: Map<string, SaidPlace | null> };

export function createCorrectionPlaces(
  kept: Pick<KeptActes, 'tree'>,
  logger: Pick<Logger, 'warn'>,
): CorrectionPlaces {
  const reads = new WeakMap<Actes, Promise<Read>>();

  const reading = async (actes: Actes): Promise<Read> => ({
    saying: await inTurns(readingParts(actes)),
    found: new Map(),
  });

  /** The place of each passage in the text of that version; none has one while it cannot be read. */
  async function placesIn(
    seminarId: string,
    versionId: string,
    passages: readonly string[],
  ): Promise<ReadonlyMap<string, SaidPlace | null>> {
    try {
      const actes = await kept.tree(seminarId, versionId);
      if (!actes) return new Map();
      const read = reads.get(actes) ?? reading(actes);
      reads.set(actes, read);
      return await inTurns(asking(await read, passages));
    } catch (error) {
      // Its message may quote the text.
      const code =
        error instanceof StorageError ? error.code : error instanceof Error ? error.name : 'unknown';
      logger.warn('actes/corrections-unplaced', { seminar: seminarId, version: versionId, code });
      return new Map();
    }
  }

  return async (seminarId, publication, present) => {
    const cited = new Map<string, Cited[]>();
    for (const { id, at, passage } of publication.corrections) {
      const versions = publication.versions.filter((it) => it.at <= at);
      const version = versionToReread({ ...publication, versions });
      if (passage === null || version === null) continue;
      const corrections = cited.get(version.id) ?? [];
      cited.set(version.id, corrections);
      corrections.push({ id, passage });
    }
    const then: (Cited & { readonly place: SaidPlace })[] = [];
    for (const [versionId, corrections] of cited) {
      const passages = corrections.map(({ passage }) => passage);
      const places = await placesIn(seminarId, versionId, passages);
      for (const correction of corrections) {
        const place = places.get(correction.passage);
        if (place) then.push({ ...correction, place });
      }
    }
    return inTurns(placing(then, present));
  };
}

type Cited = { readonly id: string; readonly passage: string };

/** From where the corrections were about then to where that is now: each part that is asked is a piece of the work. */
function* placing(
  then: readonly (Cited & { readonly place: SaidPlace })[],
  { actes, composition }: Present,
): Piecewise<ReadonlyMap<string, CorrectionPlace>> {
  const made = new Map(actes.parts.map((part) => [composedPartOf(part, composition)?.id, part]));
  const asked = new Map<ActesPart, ReturnType<typeof blockSaying>>();
  const places = new Map<string, CorrectionPlace>();
  for (const { id, passage, place } of then) {
    const composed = composedPartOf(place.part, composition);
    if (composed === null) continue;
    const part = made.get(composed.id);
    if (part !== undefined && !asked.has(part)) {
      asked.set(part, blockSaying(part));
      yield;
    }
    const block = part && (asked.get(part)?.(passage) ?? headingAgain(place, part));
    places.set(id, { part: composed.id, block: block ?? null });
  }
  return places;
}

/** What was never asked is a piece of the work. */
function* asking(
  { saying, found }: Read,
  passages: readonly string[],
): Piecewise<ReadonlyMap<string, SaidPlace | null>> {
  for (const passage of passages) {
    if (found.has(passage)) continue;
    found.set(passage, saying(passage));
    yield;
  }
  return found;
}
