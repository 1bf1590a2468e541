/** Where in the actes the corrections of the relecture are about. */
import type { Actes, ActesPart } from '#core/actes/actes.ts';
import type { Composition } from '#core/actes/composition.ts';
import { composedPartOf } from '#core/actes/composed-part.ts';
import { readingParts } from '#core/actes/part-saying.ts';
import type { PartSaying } from '#core/actes/part-saying.ts';
import type { Piecewise } from '#core/actes/piecewise.ts';
import type { Publication } from '#core/publication/publication.ts';
import { versionToReread } from '#core/publication/standing.ts';
import { inTurns } from './in-turns.ts';
import type { KeptActes } from './kept-actes.ts';
import { StorageError } from './storage-error.ts';
import type { Logger } from './surroundings.port.ts';

/**
 * The id of the composed part, by correction: the words are looked for in the text that was reread then, since they may
 * have been mended since. Those about the whole, those of a part that has gone or of several, and those of a text that
 * cannot be read are absent.
 */
export type CorrectionPlaces = (
  seminarId: string,
  publication: Publication,
  composition: Composition,
) => Promise<ReadonlyMap<string, string>>;

/** A kept text: what answers for it, and what it answered. */
type Read = { readonly saying: PartSaying; readonly found: Map<string, ActesPart | null> };

export function createCorrectionPlaces(
  kept: Pick<KeptActes, 'tree'>,
  logger: Pick<Logger, 'warn'>,
): CorrectionPlaces {
  const reads = new WeakMap<Actes, Promise<Read>>();

  const reading = async (actes: Actes): Promise<Read> => ({
    saying: await inTurns(readingParts(actes)),
    found: new Map(),
  });

  /** The part of each passage in the text of that version; none has one while it cannot be read. */
  async function partsIn(
    seminarId: string,
    versionId: string,
    passages: readonly string[],
  ): Promise<ReadonlyMap<string, ActesPart | null>> {
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

  return async (seminarId, publication, composition) => {
    const cited = new Map<string, { readonly id: string; readonly passage: string }[]>();
    for (const { id, at, passage } of publication.corrections) {
      const versions = publication.versions.filter((it) => it.at <= at);
      const version = versionToReread({ ...publication, versions });
      if (passage === null || version === null) continue;
      const corrections = cited.get(version.id) ?? [];
      cited.set(version.id, corrections);
      corrections.push({ id, passage });
    }
    const places = new Map<string, string>();
    for (const [versionId, corrections] of cited) {
      const passages = corrections.map(({ passage }) => passage);
      const parts = await partsIn(seminarId, versionId, passages);
      for (const { id, passage } of corrections) {
        const part = parts.get(passage) ?? null;
        const composed = part && composedPartOf(part, composition);
        if (composed) places.set(id, composed.id);
      }
    }
    return places;
  };
}

/** What was never asked is a piece of the work. */
function* asking(
  { saying, found }: Read,
  passages: readonly string[],
): Piecewise<ReadonlyMap<string, ActesPart | null>> {
  for (const passage of passages) {
    if (found.has(passage)) continue;
    found.set(passage, saying(passage));
    yield;
  }
  return found;
}
