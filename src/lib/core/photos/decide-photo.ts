/** What becomes of a command about a photo of the paperboard. */
import { placeLeft } from '../agenda/place-in-plan.ts';
import type { Plan } from '../agenda/plan.ts';
import type { NewDomainEvent } from '../events/event-types.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { newEvent } from '../events/new-event.ts';
import type { Result } from '../result.ts';
import { ok, refused } from '../result.ts';
import type { Photo } from './photo.ts';
import { PHOTO_LIMITS } from './photo.ts';

export type PhotoCommand =
  | ({ readonly type: 'photo/add'; readonly photoId: string; readonly description: string } & Pick<
      Photo,
      'itemId' | 'questionId' | 'file' | 'mediaType' | 'width' | 'height'
    >)
  | { readonly type: 'photo/describe'; readonly photoId: string; readonly description: string }
  | {
      readonly type: 'photo/place';
      readonly photoId: string;
      readonly itemId: string | null;
      readonly questionId: string | null;
    }
  | { readonly type: 'photo/include'; readonly photoId: string; readonly included: boolean }
  | { readonly type: 'photo/remove'; readonly photoId: string };

export type PhotoErrorCode = 'photo/unknown' | 'photo/too-many';

/**
 * Decides a command about a photo. One sent again counts once, whatever its bytes; a point or question that the plan
 * no longer has is let go, never the photo.
 */
export function decidePhoto(
  { photos, plan }: { readonly photos: readonly Photo[]; readonly plan: Plan },
  command: PhotoCommand,
  context: DecisionContext,
): Result<readonly NewDomainEvent[], PhotoErrorCode> {
  const { photoId } = command;
  const photo = photos.find(({ id }) => id === photoId);
  if (command.type === 'photo/add') {
    if (photo) return ok([]);
    if (photos.length >= PHOTO_LIMITS.perSitting) return refused('photo/too-many');
    const { file, mediaType, width, height, description } = command;
    const payload = { photoId, ...placeLeft(plan, command), file, mediaType, width, height, description };
    return ok([newEvent('photo/added', payload, context)]);
  }
  if (command.type === 'photo/remove')
    return ok(photo ? [newEvent('photo/removed', { photoId }, context)] : []);
  if (!photo) return refused('photo/unknown');
  switch (command.type) {
    case 'photo/describe': {
      const { description } = command;
      if (photo.description === description) return ok([]);
      return ok([newEvent('photo/described', { photoId, description }, context)]);
    }
    case 'photo/place': {
      const place = placeLeft(plan, command);
      if (place.itemId === photo.itemId && place.questionId === photo.questionId) return ok([]);
      return ok([newEvent('photo/placed', { photoId, ...place }, context)]);
    }
    case 'photo/include': {
      const { included } = command;
      if (photo.included === included) return ok([]);
      return ok([newEvent('photo/included', { photoId, included }, context)]);
    }
  }
}
