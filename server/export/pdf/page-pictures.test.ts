/** Pages as pictures beside the pages of the PDF, both drawn as marks on paper. */
import type { Canvas } from '@napi-rs/canvas';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { heading, paragraph, part, sampleActes } from '../../../tests/support/sample-actes.ts';
import { openTypesetter } from './typesetter.ts';

const typesetter = openTypesetter();
const NO_PICTURES = new Map<string, Uint8Array>();
const WIDTH = 794;
const HEIGHT = 1123;

const ACTES = [
  ['of every kind of block', sampleActes()],
  [
    'with emoji and other scripts',
    sampleActes({
      parts: [
        part('preamble', heading(1, 'Bienvenue 😀 👩‍👩‍👧'), paragraph('张伟, ქეთევან, مرحبا, नमस्ते, m̂ et ✊🏽')),
      ],
    }),
  ],
] as const;

/** How dark each pixel is, from 0 to 765, row after row. */
type Darkness = Uint16Array;
/** Lines thinner than a pixel are drawn darker by one, fainter by the other. */
const MARKED = 330;
const TRACED = 25;

function darknessOf(drawn: Canvas): Darkness {
  const { data } = drawn.getContext('2d').getImageData(0, 0, WIDTH, HEIGHT);
  const darkness = new Uint16Array(WIDTH * HEIGHT);
  for (let pixel = 0; pixel < darkness.length; pixel += 1)
    darkness[pixel] = 765 - (data[4 * pixel] ?? 0) - (data[4 * pixel + 1] ?? 0) - (data[4 * pixel + 2] ?? 0);
  return darkness;
}

async function drawnPicture(svg: string): Promise<Darkness> {
  const drawn = createCanvas(WIDTH, HEIGHT);
  drawn.getContext('2d').drawImage(await loadImage(Buffer.from(svg)), 0, 0, WIDTH, HEIGHT);
  return darknessOf(drawn);
}

async function drawnPdf(bytes: Uint8Array): Promise<readonly Darkness[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true });
  const document = await task.promise;
  const pages: Darkness[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const drawn = createCanvas(WIDTH, HEIGHT);
    const viewport = page.getViewport({ scale: WIDTH / page.getViewport({ scale: 1 }).width });
    await page.render({ canvas: drawn as never, viewport }).promise;
    pages.push(darknessOf(drawn));
  }
  await task.destroy();
  return pages;
}

const NEAR = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => down * WIDTH + right));

/** How many marks of the one leave no trace in the other within a pixel, some 0.26 mm. */
const missingIn = (other: Darkness, one: Darkness): number =>
  one.reduce(
    (missing, dark, at) =>
      missing + (dark > MARKED && !NEAR.some((near) => (other[at + near] ?? 0) > TRACED) ? 1 : 0),
    0,
  );

describe('the picture of a page', () => {
  it.each(ACTES)('has the marks of the page of the PDF and no others: actes %s', async (_, actes) => {
    const pdf = typesetter.toPdf(actes, NO_PICTURES, { standard: 'ua-1', twoSided: false });
    const pages = typesetter.toPages(actes, NO_PICTURES, { twoSided: false });
    const printed = await drawnPdf(pdf);
    expect(pages.count).toBe(printed.length);
    for (const [index, page] of printed.entries()) {
      const picture = await drawnPicture(pages.picture(index + 1));
      expect(page.filter((dark) => dark > MARKED).length).toBeGreaterThan(1000);
      expect([index, missingIn(picture, page), missingIn(page, picture)]).toEqual([index, 0, 0]);
    }
  });

  it('is white where a page stays blank so that a part opens on the right', async () => {
    const parts = ['Un', 'Deux'].map((title) => part('atelier', heading(1, title), paragraph('Dit.')));
    const pages = typesetter.toPages(sampleActes({ parts }), NO_PICTURES, { twoSided: true });
    const drawn: Darkness[] = [];
    for (let page = 1; page <= pages.count; page += 1) drawn.push(await drawnPicture(pages.picture(page)));
    const marked = drawn.map((page) => page.some((dark) => dark > 0));
    expect(marked).toEqual([true, true, true, false, true]);
  });

  it('defines a sign once, however often it is drawn', () => {
    const line = 'La permanence du mardi, à dix heures, chez celles et ceux qui le veulent bien. ';
    const picture = (lines: number): string => {
      const actes = sampleActes({
        parts: [part('preamble', heading(1, 'Préambule'), paragraph(line.repeat(lines)))],
      });
      return typesetter.toPages(actes, NO_PICTURES, { twoSided: false }).picture(3);
    };
    const [little, much] = [picture(2), picture(20)];
    const drawn = (svg: string): number => svg.split('<use ').length;
    const defined = (svg: string): number => svg.split('<path id="').length;
    expect(drawn(much)).toBeGreaterThan(5 * drawn(little));
    expect(defined(much)).toBeLessThan(1.5 * defined(little));
  });
});
