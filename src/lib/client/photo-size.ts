/** How large a photo is sent: fitted into a square, then as finely as its bytes allow. */

export type Size = { readonly width: number; readonly height: number };

/** The size in whole pixels whose longer side is at most `side`; nothing is made larger. */
export function fittedSize({ width, height }: Size, side: number): Size {
  const scale = Math.min(1, side / Math.max(width, height));
  const scaled = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: scaled(width), height: scaled(height) };
}

/** JPEG qualities, from one that keeps handwriting clean to one that is still readable. */
const QUALITIES = [0.85, 0.75, 0.65, 0.55] as const;
const SMALLER_BY = 0.8;
/** Below it a paperboard cannot be read. */
const SHORTEST_SIDE = 400;

/**
 * Encodes as finely as `limits.bytes` allow: first by quality, then smaller and smaller; null when even the smallest is
 * too large, or cannot be encoded.
 */
export async function smallEnough<T extends { readonly size: number }>(
  picture: Size,
  limits: { readonly side: number; readonly bytes: number },
  encode: (size: Size, quality: number) => Promise<T | null>,
): Promise<(Size & { readonly file: T }) | null> {
  for (let side: number = limits.side; side >= SHORTEST_SIDE; side *= SMALLER_BY) {
    const size = fittedSize(picture, side);
    for (const quality of QUALITIES) {
      const file = await encode(size, quality);
      if (file === null) return null;
      if (file.size <= limits.bytes) return { ...size, file };
    }
  }
  return null;
}
