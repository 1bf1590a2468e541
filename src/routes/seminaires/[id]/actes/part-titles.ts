/** What a part of the composition is called on the page to assemble. */
import { isNamedText } from '#core/actes/composition.ts';
import type { ActesModel } from '#core/actes/actes.ts';
import type { ComposedPart } from '#core/actes/composition.ts';
import type { Messages } from '#i18n/messages.ts';
import type { AtelierView } from '#protocol/views.ts';

/** The title it has while none is given to it. */
export function ownTitle(
  { id, kind, atelierId }: ComposedPart,
  model: ActesModel,
  ateliers: readonly AtelierView[],
  labels: Messages['actesLabels'],
): string {
  if (isNamedText(id)) return labels.named[id];
  if (kind !== 'atelier') return labels.parts[model][kind];
  const atelier = ateliers.find((it) => it.atelierId === atelierId);
  if (atelier === undefined) return '';
  return atelier.plenary || ateliers.length === 1
    ? atelier.title
    : labels.atelierName(atelier.number, atelier.title);
}

export const titleOf = (
  part: ComposedPart,
  model: ActesModel,
  ateliers: readonly AtelierView[],
  labels: Messages['actesLabels'],
): string => (part.title === '' ? ownTitle(part, model, ateliers, labels) : part.title);
