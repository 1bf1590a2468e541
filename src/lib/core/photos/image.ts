import type { PhotoType } from './photo.ts';

/** A photo's bytes without metadata, and what they are. */
export type Image = {
  readonly mediaType: PhotoType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The picture alone. */
  readonly bytes: Uint8Array;
};
