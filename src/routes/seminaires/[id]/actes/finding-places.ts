/** Where a finding of the quality report is mended. */
import type { ComposedPart } from '#core/actes/composition.ts';
import type { Finding, FindingCode } from '#core/actes/quality.ts';
import type { AtelierView } from '#protocol/views.ts';

export type FindingPlace =
  { readonly type: 'page'; readonly href: string } | { readonly type: 'part'; readonly part: string | null };

/** What is mended in the synthesis of the atelier that the part tells of. */
const IN_SYNTHESIS: readonly FindingCode[] = [
  'quality/synthesis-not-validated',
  'quality/source-changed',
  'quality/heading-order',
  'quality/not-taken-over',
  'quality/empty-part',
];

export function placeOf(
  { code, part: id }: Finding,
  parts: readonly ComposedPart[],
  { seminarId, ateliers }: { readonly seminarId: string; readonly ateliers: readonly AtelierView[] },
): FindingPlace {
  if (code === 'quality/words-to-confirm')
    return { type: 'page', href: `/seminaires/${seminarId}/a-confirmer` };
  const atelierId = parts.find((part) => part.id === id)?.atelierId;
  const sitting = ateliers.find((atelier) => atelier.atelierId === atelierId)?.sittings[0];
  return IN_SYNTHESIS.includes(code) && atelierId !== undefined && atelierId !== null && sitting !== undefined
    ? { type: 'page', href: `/ateliers/${atelierId}/synthese?seance=${sitting.sittingId}` }
    : { type: 'part', part: id };
}
