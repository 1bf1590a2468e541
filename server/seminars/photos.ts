/** Photos of the paperboard: their bytes are kept beside the log, without what their device wrote into them. */
import { grantFor, may } from '#core/access/may.ts';
import type { Actor } from '#core/access/roles.ts';
import type { DomainEvent } from '#core/events/event-types.ts';
import type { Photo } from '#core/photos/photo.ts';
import { readImage } from '#core/photos/read-image.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Attachments } from './attachments.port.ts';
import type { Commands } from './commands.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import type { Streams } from './streams.ts';
import type { Ids, Logger } from './surroundings.port.ts';

/** What is said of a photo when it comes. */
export type NewPhoto = Pick<Photo, 'itemId' | 'questionId' | 'mediaType'> & {
  readonly photoId: string;
  readonly description: string;
};

export type Photos = {
  /** Keeps the picture and adds it to the sitting; what is no picture of the type it comes as is unreadable. */
  readonly add: (
    actor: Actor,
    sittingId: string,
    photo: NewPhoto,
    bytes: Uint8Array,
  ) => Promise<Result<null>>;
  /** The picture, for whoever follows the sitting; screens are shown none. */
  readonly read: (
    actor: Actor,
    sittingId: string,
    photoId: string,
  ) => Promise<Result<{ readonly photo: Photo; readonly bytes: Uint8Array }>>;
  /** Whether the sitting may get a photo from this device: asked before its bytes are taken in. */
  readonly mayAdd: (actor: Actor, sittingId: string) => Promise<boolean>;
  /** Removes the files of the séminaire that neither a photo nor the actes cite. */
  readonly sweep: (seminarId: string) => Promise<void>;
  /** Takes in what was just committed: of a photo that was removed the file goes too. */
  readonly committed: (events: readonly DomainEvent[]) => void;
};

export type PhotosParts = {
  readonly attachments: Attachments;
  readonly commands: Pick<Commands, 'execute'>;
  readonly streams: Streams;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Files that others than photos cite: what the actes keep. */
  readonly needed: (seminarId: string) => Promise<ReadonlySet<string>>;
  /** Whether the file was kept lately, and may be cited soon. */
  readonly isFresh: (hash: string) => boolean;
};

export function createPhotos(parts: PhotosParts): Photos {
  const { attachments, commands, streams, ids, logger } = parts;
  /** What is written and swept: a sweep beside it would meet a file still uncited. */
  const inTurn = createOneAtATime();

  async function sweep(seminarId: string): Promise<void> {
    const cited = new Set(await parts.needed(seminarId));
    for (const { id } of (await streams.seminar(seminarId)).state?.sittings ?? [])
      for (const { file } of (await streams.sitting(id)).state?.photos ?? []) cited.add(file);
    for (const file of await attachments.list(seminarId))
      if (!cited.has(file) && !parts.isFresh(file)) await attachments.remove(seminarId, file);
  }

  const placeOf = async (sittingId: string) => {
    const log = (await streams.sitting(sittingId)).state;
    const seminar = log && (await streams.seminar(log.seminarId)).state;
    if (!log || !seminar) return null;
    const plenary = seminar.ateliers.some((it) => it.plenary && it.id === log.atelierId);
    return { log, resource: { seminarId: log.seminarId, sittingIds: [sittingId], plenary } };
  };

  return {
    async mayAdd(actor, sittingId) {
      const place = await placeOf(sittingId);
      return place !== null && may(actor, 'contribution/sort', place.resource);
    },
    async add(actor, sittingId, { mediaType, ...photo }, bytes) {
      const place = await placeOf(sittingId);
      if (!place) return refused('seminar/unknown');
      const grant = grantFor(actor, 'contribution/sort', place.resource);
      if (!grant) return refused('access/forbidden');
      const image = readImage(bytes);
      if (image?.mediaType !== mediaType) return refused('photo/unreadable');
      const { seminarId } = place.log;
      const { width, height } = image;
      return inTurn(seminarId, async () => {
        const file = await attachments.put(seminarId, image.bytes);
        const command = { type: 'photo/add', sittingId, ...photo, mediaType, file, width, height } as const;
        const by = { actor, as: grant.role, by: grant.personId };
        const added = await commands.execute(by, `photo.${ids.newId()}`, command);
        // Refused, or sent again with other bytes: this file is nobody's.
        await sweep(seminarId);
        return added.ok ? ok(null) : added;
      });
    },
    async read(actor, sittingId, photoId) {
      const place = await placeOf(sittingId);
      if (!place) return refused('photo/unknown');
      const people: Actor = { grants: actor.grants.filter(({ role }) => role !== 'screen') };
      if (!may(people, 'live/read', place.resource)) return refused('access/forbidden');
      const photo = place.log.photos.find(({ id }) => id === photoId);
      const bytes = photo ? await attachments.open(place.log.seminarId, photo.file) : null;
      return photo && bytes ? ok({ photo, bytes }) : refused('photo/unknown');
    },
    sweep: (seminarId) => inTurn(seminarId, () => sweep(seminarId)),
    committed(events) {
      for (const { type, stream } of events) {
        if (type !== 'photo/removed') continue;
        const sittingId = stream.slice(stream.indexOf(':') + 1);
        placeOf(sittingId)
          .then((place) => place && inTurn(place.log.seminarId, () => sweep(place.log.seminarId)))
          .catch((error: unknown) => {
            logger.error('photos/not-swept', { reason: error instanceof Error ? error.name : 'unknown' });
          });
      }
    },
  };
}
