import { describe, expect, test } from 'vitest';
import {
  chunk,
  JPEG,
  jpegWithMetadata,
  LOSSLESS_WEBP,
  PNG,
  pngWithMetadata,
  segment,
  TELL_TALE,
  WEBP,
  webpWithMetadata,
} from './images.test-support.ts';
import { readImage } from './read-image.ts';

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('an image', () => {
  test.each([
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    ['image/webp', WEBP],
    ['image/webp', LOSSLESS_WEBP],
  ])('[PH5] %s is known by its bytes, with its size, and stays as it is', (mediaType, bytes) => {
    expect(readImage(bytes)).toEqual({ mediaType, width: 8, height: 6, bytes });
  });

  test.each([
    ['JPEG', jpegWithMetadata(), JPEG],
    ['PNG', pngWithMetadata(), PNG],
    ['WebP', webpWithMetadata(), WEBP],
  ])('[PH6] a %s with Exif that tells the place becomes the picture alone', (_name, told, picture) => {
    expect(latin1(told)).toContain(TELL_TALE);
    const read = readImage(told);
    expect(latin1(read?.bytes ?? told)).not.toContain('Vannes');
    expect(read?.bytes).toEqual(picture);
  });

  test('[PH6] what says how the colours are coded stays', () => {
    const adobe = segment(0xee, Buffer.from('Adobe\0d\0\0\0\0\x01', 'latin1'));
    const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
    const bytes = new Uint8Array(Buffer.concat([JPEG.subarray(0, 2), jfif, adobe, JPEG.subarray(2)]));
    expect(readImage(bytes)?.bytes).toEqual(bytes);
    const small = segment(0xe0, Buffer.from(`JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01abc`, 'latin1'));
    const pictured = new Uint8Array(Buffer.concat([JPEG.subarray(0, 2), small, JPEG.subarray(2)]));
    expect(readImage(pictured)?.bytes).toEqual(JPEG);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a page', new TextEncoder().encode('<svg onload="alert(1)"/>')],
    ['a GIF', new TextEncoder().encode('GIF89a\x08\0\x06\0')],
    [
      'a PNG without a picture',
      new Uint8Array(Buffer.concat([PNG.subarray(0, 33), chunk('IEND', PNG.subarray(0, 0))])),
    ],
  ])('[PH5] %s is none', (_name, bytes) => {
    expect(readImage(bytes)).toBeNull();
  });

  test('[PH5] one that ends early, wherever, cannot be read, and never fails', () => {
    for (const whole of [JPEG, PNG, WEBP, jpegWithMetadata(), pngWithMetadata()])
      for (let length = 0; length < whole.length; length += 1) readImage(whole.subarray(0, length));
    for (const whole of [JPEG, PNG])
      for (let length = 0; length < whole.length - 1; length += 1)
        expect(readImage(whole.subarray(0, length))).toBeNull();
  });

  test('[PH5] one that is too large, or moves, is refused', () => {
    const large = PNG.slice();
    new DataView(large.buffer).setUint32(16, 4097);
    expect(readImage(large)).toBeNull();
    const moving = WEBP.slice();
    moving[20] = 0x02;
    expect(readImage(moving)).toBeNull();
    const wider = WEBP.slice();
    wider[24] = 200;
    expect(readImage(wider)).toBeNull();
  });
});
