/** Photos of the paperboard over HTTP: the picture comes as the body, what is said of it in the address. */
import * as v from 'valibot';
import { PHOTO_LIMITS } from '#core/photos/photo.ts';
import { newPhotoSchema } from '#protocol/inputs.ts';
import type { AccessDesk } from '../seminars/access.ts';
import type { Photos } from '../seminars/photos.ts';
import type { RateLimit } from '../rate-limit.ts';
import { codeOf, HttpError } from './http-error.ts';
import type { Exchange, Route } from './router.ts';
import { readBytes, sendJson } from './router.ts';
import type { Sessions } from './sessions.ts';

export type PhotoApiParts = {
  readonly access: AccessDesk;
  readonly sessions: Sessions;
  readonly photos: Photos;
  /** Pictures that a device sends, by session. */
  readonly uploads: RateLimit;
};

export function photoRoutes({ access, sessions, photos, uploads }: PhotoApiParts): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/api/sittings/:id/photos',
      async handle(exchange) {
        const { request, response, params } = exchange;
        const sittingId = params['id'] ?? '';
        const session = await sessions.find(request);
        if (!session) throw new HttpError('access/no-session');
        const actor = await access.actorOf(session);
        // Before its bytes are taken in: whoever may not is not listened to.
        if (!(await photos.mayAdd(actor, sittingId))) throw new HttpError('access/forbidden');
        if (!uploads.take(session.id)) throw new HttpError('protocol/too-many');
        const photo = newPhotoOf(exchange);
        const bytes = await readBytes(request, PHOTO_LIMITS.bytes);
        const added = await photos.add(actor, sittingId, photo, bytes);
        if (!added.ok) throw new HttpError(codeOf(added.error.code));
        sendJson(response, 201, {});
      },
    },
    {
      method: 'GET',
      path: '/api/sittings/:id/photos/:photoId',
      async handle({ request, response, params }) {
        const { id = '', photoId = '' } = params;
        const found = await photos.read(await sessions.actor(request), id, photoId);
        if (!found.ok) throw new HttpError(codeOf(found.error.code));
        const { photo, bytes } = found.value;
        response.writeHead(200, {
          'content-type': photo.mediaType,
          'content-length': bytes.byteLength,
          'content-security-policy': "default-src 'none'",
          // A photo's bytes never change under its id; no shared cache keeps them.
          'cache-control': 'private, max-age=86400',
        });
        response.end(request.method === 'HEAD' ? undefined : bytes);
      },
    },
  ];
}

function newPhotoOf({ request }: Exchange): v.InferOutput<typeof newPhotoSchema> {
  const said = URL.parse(request.url ?? '/', 'http://host')?.searchParams;
  const parsed = v.safeParse(newPhotoSchema, {
    photoId: said?.get('photoId'),
    itemId: said?.get('itemId') || null,
    questionId: said?.get('questionId') || null,
    description: said?.get('description'),
    mediaType: (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase(),
  });
  if (!parsed.success) throw new HttpError('protocol/malformed');
  return parsed.output;
}
