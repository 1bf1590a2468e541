/** The photos of paperboards that the organiser took into the actes. */
import type { Plan } from '../agenda/plan.ts';
import type { Photo } from '../photos/photo.ts';
import type { Seminar } from '../seminar/seminar.ts';
import type { ActesPaperboards, ActesPhoto } from './gathered-actes.ts';

/** By atelier, in the order of the points of the sitting that they were taken in, those of no point first; ateliers without any are left out. */
export function paperboardsOf(
  { ateliers, sittings }: Pick<Seminar, 'ateliers' | 'sittings'>,
  plans: ReadonlyMap<string, Plan>,
  ownPlans: ReadonlyMap<string, Plan>,
  photos: ReadonlyMap<string, readonly Photo[]>,
): readonly ActesPaperboards[] {
  return ateliers.flatMap(({ id: atelierId, number, title }): ActesPaperboards[] => {
    const included = sittings
      .filter((sitting) => sitting.atelierId === atelierId)
      .flatMap(({ id }) => {
        const items = (ownPlans.get(id) ?? plans.get(atelierId))?.items ?? [];
        return (photos.get(id) ?? []).map((photo) => {
          const place = items.findIndex((item) => item.id === photo.itemId);
          return { photo, place, item: items[place]?.title ?? '' };
        });
      })
      .filter(({ photo }) => photo.included)
      .toSorted((a, b) => a.place - b.place)
      .map(({ photo, item }): ActesPhoto => ({
        ...{ id: photo.id, file: photo.file, mediaType: photo.mediaType, item },
        description: photo.description ?? '',
      }));
    return included.length === 0 ? [] : [{ number, title, photos: included }];
  });
}
