/** The notes of the sittings, each under its sitting's name. */
import type { Atelier, Sitting } from '../seminar/seminar.ts';
import type { ActesBlock } from './actes.ts';
import { sittingsOf, writtenSections } from './actes-material.ts';
import { atelierName } from './build-atelier.ts';
import type { Making } from './text-blocks.ts';
import { heading, textBlocks } from './text-blocks.ts';

export function notesBlocks(ateliers: readonly Atelier[], making: Making): readonly ActesBlock[] {
  const { material } = making;
  return ateliers.flatMap((atelier) =>
    sittingsOf(material, atelier.id).flatMap((sitting): readonly ActesBlock[] => {
      const notes = writtenSections(material.notes?.get(sitting.id) ?? []);
      if (notes.length === 0) return [];
      return [heading(2, sittingName(atelier, sitting, making)), ...textBlocks(notes, 2, making)];
    }),
  );
}

/** « Atelier 2 : créer du lien – groupe 1 »; the group only where there are several. */
export function sittingName(atelier: Atelier, { id, label }: Sitting, { material, labels }: Making): string {
  const all = sittingsOf(material, atelier.id);
  const place = all.findIndex((sitting) => sitting.id === id) + 1;
  const group = label === '' && all.length > 1 ? labels.group(place) : label;
  return [atelierName(atelier, labels), group].filter((it) => it !== '').join(' – ');
}
