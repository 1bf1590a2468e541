/** Several screenshots of one page side by side, each under the name of its state. */
import type { Browser } from 'playwright';

const GAP = 28;

export type Tile = { readonly name: string; readonly picture: Buffer };

/** A picture of `tiles` in `columns`, each `width` pixels wide. */
export async function contactSheet(
  browser: Browser,
  tiles: readonly Tile[],
  { columns, width, dark }: { readonly columns: number; readonly width: number; readonly dark: boolean },
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: columns * (width + GAP) + GAP, height: 600 } });
  const [paper, ink, line] = dark ? ['#15181c', '#e8e6e1', '#3a3f45'] : ['#efede8', '#20262c', '#c9c5bc'];
  const figures = tiles.map(
    ({ name, picture }) =>
      `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${picture.toString('base64')}"></figure>`,
  );
  await page.setContent(`<style>
    body { margin: 0; padding: ${GAP}px; background: ${paper}; color: ${ink}; font: 17px sans-serif;
      display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: ${GAP}px; }
    figure { margin: 0; }
    figcaption { padding-bottom: 8px; }
    img { display: block; width: ${width}px; outline: 1px solid ${line}; }
  </style>${figures.join('')}`);
  const sheet = await page.screenshot({ fullPage: true });
  await page.close();
  return sheet;
}
