/** Putting the actes together, away from where rooms are answered: it takes long where much was said. */
import type { ActesMaterialOf } from '#core/actes/actes-material.ts';
import type { Assembled } from '#core/actes/assemble-actes.ts';
import type { Composition } from '#core/actes/composition.ts';
import type { StoredText } from './texts.port.ts';

/** What the actes are made from, its texts as they are kept. */
export type GatheredMaterial = ActesMaterialOf<StoredText>;

export type ArchiveEntry = { readonly path: string; readonly bytes: Uint8Array };

export interface ActesAssembly {
  /** The same material and composition give the same. Rejects with an ActesExportError. */
  assemble(material: GatheredMaterial, composition: Composition): Promise<Assembled>;
  /**
   * One zip of the entries and of what the material adds (runs, contributions, notes), with a manifest of their hashes.
   * Rejects with an ActesExportError.
   */
  archive(material: GatheredMaterial, entries: readonly ArchiveEntry[]): Promise<Uint8Array>;
  /** What waits is rejected with 'export/closed'. */
  close(): Promise<void>;
}
