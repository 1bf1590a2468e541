import type { DomainEvent } from '../events/event-types.ts';
import type { Photo } from './photo.ts';

/** The photos of a sitting after one more event; events of other kinds change nothing. */
export function foldPhotos(photos: readonly Photo[], event: DomainEvent): readonly Photo[] {
  const changed = (photoId: string, change: Partial<Photo>): readonly Photo[] =>
    photos.map((photo) => (photo.id === photoId ? { ...photo, ...change } : photo));
  switch (event.type) {
    case 'photo/added': {
      const { photoId, ...photo } = event.payload;
      return [
        ...photos.filter(({ id }) => id !== photoId),
        { ...photo, id: photoId, at: event.at, included: false },
      ];
    }
    case 'photo/described':
      return changed(event.payload.photoId, { description: event.payload.description });
    case 'photo/placed': {
      const { photoId, itemId, questionId } = event.payload;
      return changed(photoId, { itemId, questionId });
    }
    case 'photo/included':
      return changed(event.payload.photoId, { included: event.payload.included });
    case 'photo/removed':
      return photos.filter(({ id }) => id !== event.payload.photoId);
    default:
      return photos;
  }
}
