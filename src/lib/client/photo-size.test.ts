import { expect, test } from 'vitest';
import { fittedSize, smallEnough } from './photo-size.ts';
import type { Size } from './photo-size.ts';

const LIMITS = { side: 2000, bytes: 1000 };
const encoder = (bytesOf: (size: Size, quality: number) => number) => {
  const tried: string[] = [];
  const encode = (size: Size, quality: number) => {
    tried.push(`${size.width}×${size.height} ${quality}`);
    return Promise.resolve({ size: bytesOf(size, quality) });
  };
  return { tried, encode };
};

test('a photo is fitted by its longer side, and never made larger', () => {
  expect(fittedSize({ width: 4000, height: 3000 }, 2000)).toEqual({ width: 2000, height: 1500 });
  expect(fittedSize({ width: 3000, height: 4000 }, 2000)).toEqual({ width: 1500, height: 2000 });
  expect(fittedSize({ width: 800, height: 600 }, 2000)).toEqual({ width: 800, height: 600 });
  expect(fittedSize({ width: 9000, height: 1 }, 2000)).toEqual({ width: 2000, height: 1 });
});

test('the first quality that is small enough is taken', async () => {
  const { tried, encode } = encoder((_size, quality) => (quality > 0.7 ? 1001 : 1000));
  const found = await smallEnough({ width: 4000, height: 3000 }, LIMITS, encode);
  expect(found).toEqual({ width: 2000, height: 1500, file: { size: 1000 } });
  expect(tried).toEqual(['2000×1500 0.85', '2000×1500 0.75', '2000×1500 0.65']);
});

test('when no quality is, the photo becomes smaller', async () => {
  const { encode } = encoder(({ width }) => (width > 1600 ? 2000 : 900));
  expect(await smallEnough({ width: 4000, height: 3000 }, LIMITS, encode)).toMatchObject({
    width: 1600,
    height: 1200,
  });
});

test('what cannot be made small enough, or encoded at all, is not sent', async () => {
  const picture = { width: 4000, height: 3000 };
  const { tried, encode } = encoder(() => 5000);
  expect(await smallEnough(picture, LIMITS, encode)).toBeNull();
  expect(tried.length).toBeGreaterThan(4);
  expect(await smallEnough(picture, LIMITS, () => Promise.resolve(null))).toBeNull();
});
