/** Where what is still to mend in the actes is mended, besides the part itself. */
import type { ComposedPart } from '#core/actes/composition.ts';
import type { Finding, FindingCode } from '#core/actes/quality.ts';
import { UNCHANGING_PLACE_KINDS } from '#core/seminar/left-place.ts';
import { addressOf } from '../named-place-address.ts';
import { placeTold } from './place-told.ts';

/** A page of its own that mends it. */
export type MendingPage = {
  readonly type: 'synthesis' | 'to-confirm' | 'preparation' | 'sitting';
  readonly href: string;
};

/** What a part is called, and the page that mends it. */
export type PlaceOfPart = (part: string) => { readonly title: string; readonly page: MendingPage | null };

type Actes = {
  readonly parts: readonly ComposedPart[];
  readonly seminarId: string;
  readonly ateliers: readonly {
    readonly atelierId: string;
    readonly sittings: readonly { readonly sittingId: string }[];
  }[];
};

/** What is mended in the synthesis of the atelier that the part tells of. */
const IN_SYNTHESIS: readonly FindingCode[] = [
  'quality/synthesis-not-validated',
  'quality/source-changed',
  'quality/heading-order',
  'quality/not-taken-over',
  'quality/empty-part',
];

/** Null for what the part's own settings mend. */
export function pageOfFinding({ code, part, detail }: Finding, actes: Actes): MendingPage | null {
  if (code === 'quality/erased-name') return pageOfPlace(detail, actes);
  if (code === 'quality/words-to-confirm')
    return { type: 'to-confirm', href: `/seminaires/${actes.seminarId}/a-confirmer` };
  if (code === 'quality/named-unasked') return preparationOf(part, actes) ?? synthesisOfPart(part, actes);
  return IN_SYNTHESIS.includes(code) ? synthesisOfPart(part, actes) : null;
}

/** `place` as the finding tells it; null for what the actes' own page changes. */
function pageOfPlace(place: string, { seminarId, ateliers }: Actes): MendingPage | null {
  const { kind, id } = placeTold(place);
  if (kind === 'part' || kind === 'logo' || UNCHANGING_PLACE_KINDS.includes(kind)) return null;
  const sittingId = ateliers.find(({ atelierId }) => atelierId === id)?.sittings[0]?.sittingId ?? null;
  const href = addressOf({ kind, id, sittingId }, seminarId);
  if (kind === 'synthesis') return { type: 'synthesis', href };
  return { type: href.startsWith('/seances/') ? 'sitting' : 'preparation', href };
}

/** Where the words of the cover and of the programme are written; null for the other parts. */
function preparationOf(part: string | null, { parts, seminarId }: Actes): MendingPage | null {
  const isProgramme = parts.some(({ id, kind }) => id === part && kind === 'programme');
  if (part !== null && !isProgramme) return null;
  const anchor = isProgramme ? 'programme' : 'seminar';
  return { type: 'preparation', href: `/seminaires/${seminarId}#${anchor}` };
}

/** The synthesis that the part tells; null for the parts that tell none. */
export function synthesisOfPart(part: string | null, { parts, ateliers }: Actes): MendingPage | null {
  const atelierId = parts.find(({ id }) => id === part)?.atelierId ?? null;
  const sitting = ateliers.find((atelier) => atelier.atelierId === atelierId)?.sittings[0];
  return atelierId === null || sitting === undefined
    ? null
    : { type: 'synthesis', href: `/ateliers/${atelierId}/synthese?seance=${sitting.sittingId}` };
}
