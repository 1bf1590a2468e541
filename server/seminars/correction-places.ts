/** Where in the actes the corrections of the relecture are about. */
import type { Composition } from '#core/actes/composition.ts';
import { composedPartOf } from '#core/actes/composed-part.ts';
import { partSaying } from '#core/actes/part-saying.ts';
import type { Publication } from '#core/publication/publication.ts';
import { versionToReread } from '#core/publication/standing.ts';
import type { KeptActes } from './kept-actes.ts';

/**
 * The id of the composed part, by correction: the words are looked for in the text that was reread then, since they may
 * have been mended since. Those about the whole, and those of a part that has gone, are absent.
 */
export async function correctionPlaces(
  kept: Pick<KeptActes, 'tree'>,
  seminarId: string,
  publication: Publication,
  composition: Composition,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, ReturnType<typeof partSaying>>();
  const places = new Map<string, string>();
  for (const { id, at, passage } of publication.corrections) {
    const versions = publication.versions.filter((it) => it.at <= at);
    const version = versionToReread({ ...publication, versions });
    if (passage === null || version === null) continue;
    const saying = texts.get(version.id) ?? (await textOf(version.id));
    const part = saying?.(passage) ?? null;
    const composed = part && composedPartOf(part, composition);
    if (composed) places.set(id, composed.id);
  }
  return places;

  async function textOf(versionId: string): Promise<ReturnType<typeof partSaying> | null> {
    const actes = await kept.tree(seminarId, versionId);
    const saying = actes && partSaying(actes);
    if (saying) texts.set(versionId, saying);
    return saying;
  }
}
