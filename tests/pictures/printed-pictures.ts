/** The actes as they are printed: the pages of the export itself. */
import { openActesExport } from '../../server/export/actes-export.ts';
import { longActes } from '../bench/long-actes.ts';
import { sampleActes } from '../support/sample-actes.ts';
import type { Shot, Studio } from './shot.ts';

const PAPER = { width: 595, height: 842 };
const SHEET = { columns: 4, width: 595 };
const AFTER = new Set(['attendance', 'next-steps', 'next-meeting', 'information']);

export async function printedPictures(studio: Studio): Promise<void> {
  if (!studio.wanted('actes-pages')) return;
  const actes = sampleActes({
    logo: null,
    parts: [...longActes(1).parts.slice(0, 3), ...sampleActes().parts.filter(({ kind }) => AFTER.has(kind))],
  });
  const actesExport = openActesExport();
  const { count, picture } = await actesExport.pages(actes, new Map(), {});
  const pages: string[] = [];
  while (pages.length < count) pages.push(await picture(pages.length + 1));
  await actesExport.close();
  const context = await studio.browser.newContext({ viewport: PAPER });
  const page = await context.newPage();
  const shots: Shot[] = [];
  for (const [index, svg] of pages.entries()) {
    await page.setContent(`<body style="margin:0">${svg}</body>`);
    const paper = await page.screenshot();
    shots.push({ name: `page ${index + 1}`, light: paper, dark: paper });
  }
  await context.close();
  await studio.keep({ name: 'actes-pages', shots, sheet: SHEET });
}
