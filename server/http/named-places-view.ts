/** Where someone's name stays, with what its place is called. */
import type { ComposedPart } from '#core/actes/composition.ts';
import type { NamedPlace } from '#core/actes/named-places.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { NamedPlacesView } from '#protocol/actes-views.ts';

export function namedPlacesView(
  places: readonly NamedPlace[],
  { ateliers, sittings }: Pick<Seminar, 'ateliers' | 'sittings'>,
  parts: readonly ComposedPart[],
): NamedPlacesView {
  const nameOfAtelier = (atelierId: string): string =>
    ateliers.find(({ id }) => id === atelierId)?.title ?? '';

  const nameOf = ({ kind, id }: NamedPlace): string => {
    if (kind === 'part') return parts.find((part) => part.id === id)?.title ?? '';
    const sitting = sittings.find((it) => it.id === id);
    if (sitting === undefined) return nameOfAtelier(id);
    return [nameOfAtelier(sitting.atelierId), sitting.label].filter((it) => it !== '').join(' – ');
  };

  return {
    places: places.map((place) => ({
      ...place,
      of: nameOf(place),
      sittingId:
        place.kind === 'synthesis'
          ? (sittings.find(({ atelierId }) => atelierId === place.id)?.id ?? null)
          : null,
    })),
  };
}
