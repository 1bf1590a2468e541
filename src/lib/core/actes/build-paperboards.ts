/** The photos of paperboards that the organiser took into the actes. */
import type { Plan } from '../agenda/plan.ts';
import type { Photo } from '../photos/photo.ts';
import type { Seminar } from '../seminar/seminar.ts';
import type { ActesPaperboards, ActesPhoto } from './actes.ts';

/** By atelier, in the order of its points, those of no point first; ateliers without any are left out. */
export function paperboardsOf(
  { ateliers, sittings }: Pick<Seminar, 'ateliers' | 'sittings'>,
  plans: ReadonlyMap<string, Plan>,
  photos: ReadonlyMap<string, readonly Photo[]>,
): readonly ActesPaperboards[] {
  return ateliers.flatMap(({ id: atelierId, number, title }): ActesPaperboards[] => {
    const items = plans.get(atelierId)?.items ?? [];
    const placeOf = ({ itemId }: Photo): number => items.findIndex(({ id }) => id === itemId);
    const included = sittings
      .filter((sitting) => sitting.atelierId === atelierId)
      .flatMap(({ id }) => photos.get(id) ?? [])
      .filter((photo) => photo.included)
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((photo): ActesPhoto => ({
        id: photo.id,
        file: photo.file,
        mediaType: photo.mediaType,
        item: items[placeOf(photo)]?.title ?? '',
        description: photo.description ?? '',
      }));
    return included.length === 0 ? [] : [{ number, title, photos: included }];
  });
}
