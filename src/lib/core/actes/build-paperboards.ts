/** The photos of paperboards that the organiser took into the actes. */
import type { Atelier } from '../seminar/seminar.ts';
import type { ActesBlock } from './actes.ts';
import { planOfAtelier, sittingsOf } from './actes-material.ts';
import type { Making } from './text-blocks.ts';
import { heading } from './text-blocks.ts';

/** By atelier, in the order of the points of the sitting that they were taken in, those of no point first. */
export function paperboardsBlocks(
  ateliers: readonly Atelier[],
  nameOf: (atelier: Atelier) => string,
  { material }: Making,
): readonly ActesBlock[] {
  return ateliers.flatMap((atelier): readonly ActesBlock[] => {
    const included = sittingsOf(material, atelier.id)
      .flatMap(({ id }) => {
        const { items } = material.ownPlans?.get(id) ?? planOfAtelier(material, atelier.id);
        return (material.photos?.get(id) ?? []).map((photo) => {
          const place = items.findIndex((item) => item.id === photo.itemId);
          return { photo, place, item: items[place]?.title ?? '' };
        });
      })
      .filter(({ photo }) => photo.included)
      .toSorted((a, b) => a.place - b.place);
    if (included.length === 0) return [];
    return [
      heading(2, nameOf(atelier)),
      ...included.flatMap(({ photo, item }, index): ActesBlock[] => [
        ...(item === '' || item === included[index - 1]?.item ? [] : [heading(3, item, false)]),
        {
          ...{ type: 'image', alternative: photo.description ?? '' },
          ...{ file: photo.file, mediaType: photo.mediaType },
        },
      ]),
    ];
  });
}
