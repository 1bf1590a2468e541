/** What the syntheses did not take over, by atelier and point. */
import type { Atelier } from '../seminar/seminar.ts';
import type { ActesBlock } from './actes.ts';
import type { ActesMaterial, Said } from './actes-material.ts';
import { bySupportsThenTime, planOfAtelier, saidIn, synthesisOf } from './actes-material.ts';
import { signatureOf } from './quotation-signature.ts';
import { takenOver } from './rich-text.ts';
import type { Making } from './text-blocks.ts';
import { heading } from './text-blocks.ts';
import { typedBlocks } from './typed-blocks.ts';

/** What was said in the atelier and its synthesis has no source of, most supported first. */
export function leftOut(atelierId: string, material: ActesMaterial): readonly Said[] {
  const taken = takenOver(synthesisOf(material, atelierId));
  return saidIn(material, atelierId)
    .filter(({ id }) => !taken.has(id))
    .toSorted(bySupportsThenTime(material.seminar));
}

/** Those of no point of the plan first; an atelier that took everything over is left out. */
export function notTakenOverBlocks(
  ateliers: readonly Atelier[],
  nameOf: (atelier: Atelier) => string,
  making: Making,
): readonly ActesBlock[] {
  return ateliers.flatMap((atelier): readonly ActesBlock[] => {
    const left = leftOut(atelier.id, making.material);
    if (left.length === 0) return [];
    const { items } = planOfAtelier(making.material, atelier.id);
    const planned = new Set(items.map(({ id }) => id));
    const elsewhere = left.filter(({ itemId }) => itemId === null || !planned.has(itemId));
    return [
      heading(2, nameOf(atelier)),
      ...elsewhere.map((it) => contributionBlock(it, making)),
      ...items.flatMap(({ id, title }): readonly ActesBlock[] => {
        const here = left.filter(({ itemId }) => itemId === id);
        return [
          ...(here.length === 0 || title === '' ? [] : [heading(3, title, false)]),
          ...here.map((it) => contributionBlock(it, making)),
        ];
      }),
    ];
  });
}

function contributionBlock(said: Said, making: Making): ActesBlock {
  const { labels } = making;
  const { attribution, personId } = signatureOf(said, making);
  return {
    type: 'contribution',
    label: said.kind === null ? '' : labels.kind[said.kind],
    author: attribution || labels.unnamed,
    content: typedBlocks(said.text),
    ...{ sources: [said.id], personId },
  };
}
