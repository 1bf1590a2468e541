/** Photos on their way from a console: in memory until the server has them, and said to be unsent until then. */
import type { ApiResult } from '#lib/client/api.ts';
import { newId } from '#lib/client/ids.ts';
import { photoFile } from '#lib/client/photo-file.ts';
import { uploadPhoto } from '#lib/client/photo-upload.ts';
import type { NewPhoto } from '#lib/client/photo-upload.ts';
import type { ErrorCode } from '#protocol/errors.ts';

/** A photo with its words that is not on the server yet. */
export type PhotoOnItsWay = NewPhoto & {
  readonly file: Blob;
  /** Shows it on this device. */
  readonly address: string;
  /** 0 to 1. */
  readonly sent: number;
  readonly sending: boolean;
  /** Why it did not get through. */
  readonly refusal: ErrorCode | 'network' | null;
};

/** Drawn anew, and waiting for its words. */
export type PhotoDraft = { readonly file: Blob; readonly address: string };

export class PhotoUploads {
  readonly #sittingId: () => string;
  #preparing = $state(false);
  #unreadable = $state(false);
  #draft = $state.raw<PhotoDraft | null>(null);
  #onTheirWay = $state.raw<readonly PhotoOnItsWay[]>([]);

  constructor(sittingId: () => string) {
    this.#sittingId = sittingId;
  }

  get preparing(): boolean {
    return this.#preparing;
  }
  /** What was chosen last could not be read. */
  get unreadable(): boolean {
    return this.#unreadable;
  }
  get draft(): PhotoDraft | null {
    return this.#draft;
  }
  /** Oldest first. */
  get onTheirWay(): readonly PhotoOnItsWay[] {
    return this.#onTheirWay;
  }
  /** The draft included. */
  get unsentCount(): number {
    return this.#onTheirWay.length + (this.#draft === null ? 0 : 1);
  }

  /** Takes what was chosen or photographed; one that waited for its words is let go. */
  async prepare(chosen: Blob): Promise<void> {
    if (this.#preparing) return;
    this.#preparing = true;
    const photo = await photoFile(chosen);
    this.#preparing = false;
    this.#unreadable = photo === null;
    if (photo === null) return;
    this.letDraftGo();
    this.#draft = { file: photo.file, address: URL.createObjectURL(photo.file) };
  }

  letDraftGo(): void {
    if (this.#draft !== null) URL.revokeObjectURL(this.#draft.address);
    this.#draft = null;
  }

  /** Sends the draft with its words. */
  async send(words: Omit<NewPhoto, 'photoId'>): Promise<void> {
    const draft = this.#draft;
    if (draft === null) return;
    this.#draft = null;
    const photoId = newId();
    const photo = { ...words, ...draft, photoId, sent: 0, sending: false, refusal: null };
    this.#onTheirWay = [...this.#onTheirWay, photo];
    await this.retry(photoId);
  }

  async retry(photoId: string): Promise<void> {
    const photo = this.#onTheirWay.find((it) => it.photoId === photoId);
    if (photo === undefined || photo.sending) return;
    this.#change(photoId, { sending: true, refusal: null, sent: 0 });
    const answer: ApiResult<null> = await uploadPhoto(this.#sittingId(), photo, photo.file, (sent) =>
      this.#change(photoId, { sent }),
    );
    if (answer.ok) this.drop(photoId);
    else this.#change(photoId, { sending: false, refusal: answer.error.code });
  }

  drop(photoId: string): void {
    const photo = this.#onTheirWay.find((it) => it.photoId === photoId);
    if (photo !== undefined) URL.revokeObjectURL(photo.address);
    this.#onTheirWay = this.#onTheirWay.filter((it) => it.photoId !== photoId);
  }

  #change(photoId: string, change: Partial<PhotoOnItsWay>): void {
    this.#onTheirWay = this.#onTheirWay.map((it) => (it.photoId === photoId ? { ...it, ...change } : it));
  }
}
