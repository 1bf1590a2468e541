/** Photos in the PDF and on its pages: set with their alternative, or told by it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, test } from 'vitest';
import type { PhotoType } from '#core/photos/photo.ts';
import { JPEG, PNG, WEBP } from '#core/photos/images.test-support.ts';
import { flat, pagesOf } from '../../../tests/support/pdf-text.ts';
import { heading, part, sampleActes } from '../../../tests/support/sample-actes.ts';
import { openActesExport } from '../actes-export.ts';
import { openTypesetter } from './typesetter.ts';

const actesExport = openActesExport();
const folder = await mkdtemp(join(tmpdir(), 'pleniere-pictures-'));
afterAll(async () => {
  await actesExport.close();
  await rm(folder, { recursive: true, force: true });
});

/** As for a printer's press: in cyan, magenta, yellow and black. */
const CMYK = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/9sAQwEcHh4oIyhOKytOpG5dbqSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk/8AAFAgABAAEBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAEBv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AvAMTTTAP/9k=',
  'base64',
);

const photo = (letter: string, mediaType: PhotoType) => ({
  ...{ file: letter.repeat(64), mediaType },
  alternative: `Le tableau ${letter} : trois colonnes`,
});
const actes = sampleActes({
  logo: { ...photo('d', 'image/png'), alternative: 'Union départementale' },
  parts: [
    part(
      'paperboards',
      heading(1, 'Paperboards'),
      { type: 'image', ...photo('a', 'image/jpeg') },
      { type: 'image', ...photo('b', 'image/png') },
      { type: 'image', ...photo('c', 'image/webp') },
    ),
  ],
});
const files = new Map([
  ['a'.repeat(64), JPEG],
  ['b'.repeat(64), PNG],
  ['c'.repeat(64), WEBP],
  ['d'.repeat(64), PNG],
]);
const pdfWith = (pictures: ReadonlyMap<string, Uint8Array>) =>
  actesExport.make(actes, pictures, { format: 'pdf' });

/** The alternative texts of a file's figures. */
async function figuresOf(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const alternatives: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('alt' in node && typeof node.alt === 'string') alternatives.push(node.alt);
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit);
  };
  for (let page = 1; page <= document.numPages; page += 1)
    visit(await (await document.getPage(page)).getStructTree());
  await task.destroy();
  return alternatives.map((text) => text.replace(/\s/g, ' '));
}

const described = (...letters: readonly string[]) =>
  letters.map((letter) => `Le tableau ${letter} : trois colonnes`);

describe('pictures in the PDF', () => {
  test('each stands there with its description as alternative, and below it; the logo on the cover', async () => {
    const pdf = await pdfWith(files);
    expect(await figuresOf(pdf)).toEqual(['Union départementale', ...described('a', 'b', 'c')]);
    const text = flat((await pagesOf(pdf)).join('\n'));
    for (const said of ['Paperboards', ...described('a', 'b', 'c')]) expect(text).toContain(said);
    expect(Buffer.from(await pdfWith(files)).equals(pdf)).toBe(true);
  });

  test('one that cannot be read, or whose bytes are gone, is told by its description', async () => {
    const broken = new Map(files).set('b'.repeat(64), PNG.slice(0, 40));
    broken.delete('d'.repeat(64));
    const pdf = await pdfWith(broken);
    expect(await figuresOf(pdf)).toEqual(described('a', 'c'));
    expect(flat((await pagesOf(pdf)).join('\n'))).toContain('Le tableau b');
    expect(await figuresOf(await pdfWith(new Map()))).toEqual([]);
  });

  test('one whose colours a PDF for archives cannot hold is told by its description in every PDF', async () => {
    const withCmyk = new Map(files).set('a'.repeat(64), CMYK);
    for (const standard of ['ua-1', 'a-2a'] as const) {
      const pdf = await actesExport.make(actes, withCmyk, { format: 'pdf', standard });
      expect(await figuresOf(pdf)).toEqual(['Union départementale', ...described('b', 'c')]);
    }
  });
});

describe('pictures on the pages that are looked at', () => {
  const typesetter = openTypesetter();
  const drawnWith = (pictures: ReadonlyMap<string, Uint8Array>): string => {
    const { count, picture } = typesetter.toPages(actes, pictures, { twoSided: false });
    return Array.from({ length: count }, (_, index) => picture(index + 1)).join('');
  };
  const addresses = (drawn: string): readonly (string | undefined)[] =>
    Array.from(drawn.matchAll(/<image [^>]*"data:([^"]+)"/gu), ([, address]) => address);
  const given = (mediaType: string, bytes: Uint8Array): string =>
    `${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;

  test('each stands in its place as it was given, in its own shape', () => {
    const drawn = drawnWith(files);
    expect(addresses(drawn)).toEqual([
      given('image/png', PNG),
      ...[given('image/jpeg', JPEG), given('image/png', PNG), given('image/webp', WEBP)],
    ]);
    const places = drawn.matchAll(/<image width="8" height="6" [^>]*matrix\(([\d.]+) 0 0 ([\d.]+) /gu);
    for (const [, across = '', down = ''] of places) expect(Number(across) / Number(down)).toBeCloseTo(1, 3);
    expect(drawn).not.toContain('fill="#e7');
  });

  test('one whose file is removed meanwhile leaves its place empty', async () => {
    const file = join(folder, 'removed');
    await writeFile(file, PNG);
    const onDisk = new Map<string, string | Uint8Array>([...files, ['d'.repeat(64), file]]);
    const { picture } = typesetter.toPages(actes, onDisk, { twoSided: false });
    expect(addresses(picture(1))).toEqual([given('image/png', PNG)]);
    await rm(file);
    expect(addresses(picture(1))).toEqual([]);
    expect(picture(1)).not.toContain('fill="#e7');
  });

  test('one that cannot be read is not among them', () => {
    const unreadable = new Map([...files, ['b'.repeat(64), PNG.slice(0, 40)] as const]);
    const other = openTypesetter().toPages(actes, unreadable, { twoSided: false });
    const drawn = Array.from({ length: other.count }, (_, index) => other.picture(index + 1)).join('');
    expect(addresses(drawn)).toHaveLength(3);
  });
});

describe('many photos', () => {
  test('are set and shown one by one, not all in memory at once', async () => {
    const taken = createCanvas(2000, 1500);
    const photos = new Map<string, string>();
    for (let index = 0; index < 40; index += 1) {
      const context = taken.getContext('2d');
      context.fillStyle = `hsl(${9 * index} 60% 50%)`;
      context.fillRect(0, 0, 2000, 1500);
      const name = index.toString(16).padStart(64, '0');
      await writeFile(join(folder, name), taken.toBuffer('image/jpeg', 80));
      photos.set(name, join(folder, name));
    }
    const album = sampleActes({
      parts: [
        part(
          'paperboards',
          heading(1, 'Paperboards'),
          ...Array.from(
            photos.keys(),
            (file) =>
              ({ type: 'image', file, mediaType: 'image/jpeg', alternative: `Tableau ${file}` }) as const,
          ),
        ),
      ],
    });
    // Decoded, they take 360 MB.
    const small = openActesExport({ memoryMiB: 320 });
    try {
      const { count } = await small.pages(album, photos, {});
      expect(count).toBeGreaterThan(40);
      expect((await pagesOf(await small.make(album, photos, { format: 'pdf' }))).length).toBe(count);
    } finally {
      await small.close();
    }
  }, 30_000);
});
