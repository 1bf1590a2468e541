/** Trees and texts that were kept as versions: found by their id, replaced only when someone's data are erased. */

export type KeptText = {
  readonly id: string;
  readonly seminarId: string;
  /** A version of the actes, or of an atelier's synthesis. */
  readonly kind: 'actes' | 'synthesis';
  /** The séminaire for actes, the atelier for a synthesis. */
  readonly subjectId: string;
  /** JSON. */
  readonly text: string;
};

export interface KeptTexts {
  /** Kept once: the same id again changes nothing. */
  keep(text: KeptText): Promise<void>;
  read(id: string): Promise<KeptText | null>;
  /** Which there are, in the order they were kept. */
  ofSeminar(seminarId: string): Promise<readonly Omit<KeptText, 'text'>[]>;
  /** In place, the earlier words overwritten on disk; nothing happens when it is not kept. */
  replace(id: string, text: string): Promise<void>;
}
