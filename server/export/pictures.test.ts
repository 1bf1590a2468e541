/** Photos in the PDF: set with their alternative, or told by it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Actes, ActesPhoto } from '#core/actes/gathered-actes.ts';
import type { PhotoType } from '#core/photos/photo.ts';
import { JPEG, PNG, WEBP } from '#core/photos/images.test-support.ts';
import { flat, pagesOf } from '../../tests/support/pdf-text.ts';
import { SAMPLE_LABELS, sampleActes } from '../../tests/support/gathered-sample.ts';
import { openPdfExport } from './pdf-export.ts';

const pdfExport = openPdfExport();
afterAll(() => pdfExport.close());

const photo = (letter: string, mediaType: PhotoType): ActesPhoto => ({
  ...{ id: `photo-${letter}`, file: letter.repeat(64), mediaType, item: 'Aller vers' },
  description: `Le tableau ${letter} : trois colonnes`,
});
const actes: Actes = sampleActes({
  ...{ preamble: [], ateliers: [] },
  paperboards: [
    {
      ...{ number: 1, title: 'Accueillir' },
      photos: [photo('a', 'image/jpeg'), photo('b', 'image/png'), photo('c', 'image/webp')],
    },
  ],
});
const files = new Map([
  ['a'.repeat(64), JPEG],
  ['b'.repeat(64), PNG],
  ['c'.repeat(64), WEBP],
]);

/** The alternative texts of a file's figures, and how many pictures its pages draw. */
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
  return alternatives;
}

describe('photos in the PDF', () => {
  test('each stands there with its description as alternative, and below it', async () => {
    const pdf = await pdfExport.toPdf(actes, SAMPLE_LABELS, files);
    const alternatives = (await figuresOf(pdf)).map((text) => text.replace(/\s/g, ' '));
    expect(alternatives).toEqual(['a', 'b', 'c'].map((letter) => `Le tableau ${letter} : trois colonnes`));
    const text = flat((await pagesOf(pdf)).join('\n'));
    for (const said of ['Paperboards', 'Accueillir', 'Aller vers', 'Le tableau c'])
      expect(text).toContain(said);
    expect(Buffer.from(await pdfExport.toPdf(actes, SAMPLE_LABELS, files)).equals(pdf)).toBe(true);
  });

  test('one whose bytes are gone or cannot be read is told by its description', async () => {
    const broken = new Map(files).set('b'.repeat(64), PNG.slice(0, 40));
    for (const some of [new Map<string, Uint8Array>(), broken]) {
      const pdf = await pdfExport.toPdf(actes, SAMPLE_LABELS, some);
      expect(flat((await pagesOf(pdf)).join('\n'))).toContain('Le tableau b');
      expect(await figuresOf(pdf)).toEqual([]);
    }
  });
});
