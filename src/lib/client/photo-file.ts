/**
 * A photo of the paperboard as it leaves the device: drawn anew on a canvas, so upright, small, and without what the
 * camera wrote into it.
 */
import { PHOTO_LIMITS } from '#core/photos/photo.ts';
import type { Size } from './photo-size.ts';
import { smallEnough } from './photo-size.ts';

export type PhotoFile = Size & { readonly file: Blob };

/** The picture in a file, resized; null for a file that this browser cannot show. */
export async function photoFile(chosen: Blob): Promise<PhotoFile | null> {
  const picture = await drawable(chosen);
  if (picture === null) return null;
  try {
    return await smallEnough(picture, PHOTO_LIMITS, (size, quality) => jpeg(picture.source, size, quality));
  } finally {
    picture.close();
  }
}

type Drawable = Size & { readonly source: CanvasImageSource; readonly close: () => void };

async function drawable(chosen: Blob): Promise<Drawable | null> {
  try {
    const bitmap = await createImageBitmap(chosen, { imageOrientation: 'from-image' });
    const { width, height } = bitmap;
    return { source: bitmap, width, height, close: () => bitmap.close() };
  } catch {
    // Some browsers read formats in an image that they do not read as a bitmap.
    return inImage(chosen);
  }
}

async function inImage(chosen: Blob): Promise<Drawable | null> {
  const address = URL.createObjectURL(chosen);
  const close = (): void => URL.revokeObjectURL(address);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    close();
    return null;
  }
  return { source: image, width: image.naturalWidth, height: image.naturalHeight, close };
}

function jpeg(source: CanvasImageSource, { width, height }: Size, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(null);
  // Behind what is see-through: JPEG would make it black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}
