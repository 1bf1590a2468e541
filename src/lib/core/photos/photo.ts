/** A photo of the paperboard, joined to its point. */
import type { Instant } from '../time/instant.ts';

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

export type Photo = {
  readonly id: string;
  readonly itemId: string | null;
  readonly questionId: string | null;
  /** SHA-256 (hex) of its bytes. */
  readonly file: string;
  readonly mediaType: PhotoType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What stands on it, for those who do not see it; null once redacted. */
  readonly description: string | null;
  readonly at: Instant;
  /** Part of the actes: the organiser said so. */
  readonly included: boolean;
};

/** `bytes` of the file, as resized on the device; `side` is its longer side in pixels. */
export const PHOTO_LIMITS = { bytes: 1_500_000, side: 2000, description: 300, perSitting: 20 } as const;
