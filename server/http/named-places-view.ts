/** Where someone's name stays, with what its place is called. */
import type { NamedPlace } from '#core/actes/named-places.ts';
import { dayIn } from '#core/agenda/days.ts';
import type { Publication } from '#core/publication/publication.ts';
import { isReadable, versionToReread } from '#core/publication/standing.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { Instant } from '#core/time/instant.ts';
import type { NamedPlacesView } from '#protocol/actes-views.ts';

type Place = NamedPlacesView['places'][number];

export function namedPlacesView(
  places: readonly NamedPlace[],
  { ateliers, sittings, description }: Pick<Seminar, 'ateliers' | 'sittings' | 'description'>,
  publication: Publication,
  now: Instant,
): NamedPlacesView {
  const nameOfAtelier = (atelierId: string): string =>
    ateliers.find(({ id }) => id === atelierId)?.title ?? '';

  const nameOf = ({ kind, id }: NamedPlace): string => {
    if (kind === 'part') return publication.composition?.parts.find((part) => part.id === id)?.title ?? '';
    const sitting = sittings.find((it) => it.id === id);
    if (sitting === undefined) return nameOfAtelier(id);
    return [nameOfAtelier(sitting.atelierId), sitting.label].filter((it) => it !== '').join(' – ');
  };

  function versionOf(id: string): Place['version'] {
    const version = publication.versions.find((it) => it.id === id);
    if (version === undefined) return null;
    const { number, kind, at } = version;
    const isOut = publication.published?.versionId === id && isReadable(publication, now);
    const isReread = versionToReread(publication)?.id === id;
    const readBy = isOut ? 'readers' : isReread ? 'rereaders' : null;
    return { number, kind, day: dayIn(description.zone, at), readBy };
  }

  return {
    places: places.map((place) => ({
      ...place,
      of: nameOf(place),
      sittingId:
        place.kind === 'synthesis'
          ? (sittings.find(({ atelierId }) => atelierId === place.id)?.id ?? null)
          : null,
      version: place.kind === 'version' ? versionOf(place.id) : null,
    })),
  };
}
