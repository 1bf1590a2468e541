/** Everything of the actes in one file: each format, what they were made from, and the pictures. */
import type { Actes } from '#core/actes/actes.ts';
import { actesJson } from '#core/actes/actes-json.ts';
import type { ArchiveLabels } from '#core/actes/archive/archive-texts.ts';
import { archivePictures } from '#core/actes/archive/archive-texts.ts';
import { citedPictures } from '#core/actes/cited-files.ts';
import { pictureAddress } from '#core/actes/front-matter.ts';
import { toMarkdown } from '#core/actes/to-markdown.ts';
import type { KeptVersion } from '#core/publication/publication.ts';
import type { Language } from '#core/time/formats.ts';
import type { ActesExport, PictureSources } from './actes-export.port.ts';
import type { ActesAssembly, ArchiveEntry } from './actes-assembly.port.ts';
import type { GatherMaterial } from './actes.ts';
import type { KeptActes } from './kept-actes.ts';

/**
 * The archive of the actes as they stand, or as a version was kept; what it was made from is always of now. Null when
 * there is no such séminaire.
 */
export type ActesArchive = (
  seminarId: string,
  of: { readonly actes: Actes; readonly version: KeptVersion | null; readonly twoSided: boolean },
  signal: AbortSignal,
) => Promise<Uint8Array | null>;

export type ArchiveParts = {
  readonly gatherMaterial: GatherMaterial;
  readonly keptActes: Pick<KeptActes, 'pictures' | 'pdf' | 'file'>;
  readonly actesExport: Pick<ActesExport, 'make'>;
  readonly labelsOf: (language: Language) => ArchiveLabels;
  readonly assembly: Pick<ActesAssembly, 'archive'>;
};

export function createActesArchive(parts: ArchiveParts): ActesArchive {
  const { gatherMaterial, keptActes, actesExport, labelsOf, assembly } = parts;

  async function formats(
    seminarId: string,
    { actes, version, twoSided }: Parameters<ActesArchive>[1],
    files: PictureSources,
    signal: AbortSignal,
  ): Promise<readonly ArchiveEntry[]> {
    const kept = version && (await keptActes.pdf(seminarId, version));
    const pdf = kept ?? (await actesExport.make(actes, files, { format: 'pdf', twoSided, signal }));
    const lasting = { format: 'pdf', standard: 'a-2a', twoSided, signal } as const;
    return [
      { path: 'actes.pdf', bytes: pdf },
      { path: 'actes-pdf-a.pdf', bytes: await actesExport.make(actes, files, lasting) },
      { path: 'actes.docx', bytes: await actesExport.make(actes, files, { format: 'docx', signal }) },
      { path: 'actes.odt', bytes: await actesExport.make(actes, files, { format: 'odt', signal }) },
      { path: 'actes.html', bytes: await actesExport.make(actes, files, { format: 'html', signal }) },
      { path: 'actes.md', bytes: Buffer.from(toMarkdown(actes)) },
      { path: 'actes.json', bytes: Buffer.from(actesJson(actes)) },
    ];
  }

  return async (seminarId, of, signal) => {
    const material = await gatherMaterial(seminarId);
    if (!material) return null;
    const files = await keptActes.pictures(seminarId, of.actes);
    const made = await formats(seminarId, of, files, signal);
    const { language } = material.seminar.description;
    // What a version shows may have been left out since.
    const shown = citedPictures(of.actes).flatMap((it) =>
      it.file === null ? [] : [[pictureAddress(it), it.file] as const],
    );
    const taken = archivePictures(material, labelsOf(language)).map(
      ({ path, file }) => [path, file] as const,
    );
    const pictures: ArchiveEntry[] = [];
    for (const [path, file] of new Map([...shown, ...taken])) {
      const bytes = await keptActes.file(seminarId, file);
      if (bytes) pictures.push({ path, bytes });
    }
    return assembly.archive(material, [...made, ...pictures]);
  };
}
