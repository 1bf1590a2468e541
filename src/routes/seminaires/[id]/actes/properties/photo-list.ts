/** The photos of paperboards as the actes page lists them: by atelier, in the order of its points. */
import type { AgendaItem } from '#core/agenda/plan.ts';
import type { PhotoView } from '#protocol/room-views.ts';
import type { AtelierView } from '#protocol/views.ts';

export type RoomPhotos = {
  readonly sittingId: string;
  readonly items: readonly AgendaItem[];
  readonly photos: readonly PhotoView[];
};

export type ListedPhoto = {
  readonly photo: PhotoView;
  readonly sittingId: string;
  /** The title of its point; '' for none. */
  readonly item: string;
};
export type AtelierPhotos = {
  readonly atelierId: string;
  readonly number: number;
  readonly title: string;
  readonly plenary: boolean;
  readonly photos: readonly ListedPhoto[];
};

/** Ateliers without a photo are left out; photos of no point come first, as in the actes. */
export const photoList = (
  ateliers: readonly AtelierView[],
  rooms: readonly RoomPhotos[],
): readonly AtelierPhotos[] =>
  ateliers.flatMap(({ atelierId, number, title, plenary, sittings }): readonly AtelierPhotos[] => {
    const photos = sittings.flatMap(({ sittingId }) =>
      rooms
        .filter((room) => room.sittingId === sittingId)
        .flatMap(({ items, photos: there }) =>
          there.map((photo) => {
            const place = items.findIndex(({ id }) => id === photo.itemId);
            return { photo, sittingId, item: items[place]?.title ?? '', place };
          }),
        ),
    );
    const ordered = photos.toSorted((a, b) => a.place - b.place);
    return ordered.length === 0
      ? []
      : [{ atelierId, number, title, plenary, photos: ordered.map(({ place: _place, ...it }) => it) }];
  });
