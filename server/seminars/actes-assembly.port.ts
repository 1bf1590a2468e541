/** Putting the actes together, away from where rooms are answered: it takes long where much was said. */
import type { ActesMaterialOf } from '#core/actes/actes-material.ts';
import type { Assembled } from '#core/actes/assemble-actes.ts';
import type { Composition } from '#core/actes/composition.ts';
import type { StoredText } from './texts.port.ts';

/** What the actes are made from, its texts as they are kept. */
export type GatheredMaterial = ActesMaterialOf<StoredText>;

export type ArchiveEntry = { readonly path: string; readonly bytes: Uint8Array };

/** What is gathered for one assembling. */
export type Gathered = { readonly material: GatheredMaterial; readonly composition: Composition };

/** What was assembled, and what it was made from. */
export type Made<G extends Gathered> = { readonly assembled: Assembled; readonly from: G };

export interface ActesAssembly {
  /**
   * Gathers once its turn has come; whoever asks for the same séminaire until then is answered with it. The same
   * material and composition give the same. Null when nothing was gathered. Rejects with an ActesExportError.
   */
  assemble<G extends Gathered>(seminarId: string, gather: () => Promise<G | null>): Promise<Made<G> | null>;
  /**
   * One zip of the entries and of what the material adds (runs, contributions, notes), with a manifest of their hashes.
   * Rejects with an ActesExportError.
   */
  archive(material: GatheredMaterial, entries: readonly ArchiveEntry[]): Promise<Uint8Array>;
  /** What waits is rejected with 'export/closed'. */
  close(): Promise<void>;
}
