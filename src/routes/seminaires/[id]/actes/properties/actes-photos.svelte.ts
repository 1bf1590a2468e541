/** The photos of paperboards of a séminaire, read room by room, and which of them stand in the actes. */
import { Connection } from '#lib/client/connection.svelte.ts';
import { newId } from '#lib/client/ids.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Subscribe } from '#protocol/inputs.ts';
import type { PhotoView } from '#protocol/room-views.ts';
import type { AtelierView } from '#protocol/views.ts';
import { photoList } from './photo-list.ts';
import type { RoomPhotos } from './photo-list.ts';

export class ActesPhotos {
  readonly #ateliers: readonly AtelierView[];
  readonly #changed: () => void;
  readonly #connection = new Connection();
  #rooms = $state.raw<readonly RoomPhotos[]>([]);
  #loaded = $state(false);
  #busy = $state<string | null>(null);
  #error = $state<ErrorCode | 'network' | null>(null);
  #closed = false;
  readonly #list = $derived.by(() => photoList(this.#ateliers, this.#rooms));

  /** `changed`: what stands in the actes has become another. */
  constructor(ateliers: readonly AtelierView[], changed: () => void) {
    this.#ateliers = ateliers;
    this.#changed = changed;
    this.#connection.onLive(() => void this.read());
    this.#connection.onRefused((code) => (this.#error = code));
  }

  get list(): ReturnType<typeof photoList> {
    return this.#list;
  }
  get loaded(): boolean {
    return this.#loaded;
  }
  /** The photo whose switch is on its way. */
  get busy(): string | null {
    return this.#busy;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }
  dismissError(): void {
    this.#error = null;
  }

  /** One room after the other: a séminaire of many must not ask for everything at once. */
  async read(): Promise<void> {
    const rooms: RoomPhotos[] = [];
    for (const { sittingId } of this.#ateliers.flatMap(({ sittings }) => sittings)) {
      const to: Subscribe = { channel: 'sitting', sittingId, audience: 'console', by: null };
      const answer = await this.#connection.subscribe(to);
      this.#connection.unsubscribe(to);
      if (this.#closed) return;
      if (!answer.ok) {
        this.#error = answer.error.code;
        return;
      }
      if ('head' in answer.value && answer.value.photos.length > 0)
        rooms.push({ sittingId, items: answer.value.plan.items, photos: answer.value.photos });
    }
    this.#rooms = rooms;
    this.#loaded = true;
    this.#error = null;
  }

  async include(sittingId: string, { id: photoId }: PhotoView, included: boolean): Promise<void> {
    if (this.#busy !== null) return;
    this.#busy = photoId;
    const answer = await this.#connection.command({
      ...{ commandId: newId(), as: 'organiser', by: null },
      command: { type: 'photo/include', sittingId, photoId, included },
    });
    this.#busy = null;
    this.#error = answer.ok ? null : answer.error.code;
    if (!answer.ok) return;
    this.#rooms = this.#rooms.map((room) => ({
      ...room,
      photos: room.photos.map((photo) => (photo.id === photoId ? { ...photo, included } : photo)),
    }));
    this.#changed();
  }

  close(): void {
    this.#closed = true;
    this.#connection.close();
  }
}
