/** The demo's actes as they are printed: the pages of the export itself. */
import type { PagesView } from '#protocol/actes-views.ts';
import { ledActes } from '../support/demo-afterwards.ts';
import type { Shot, Studio } from './shot.ts';

const PAPER = { width: 595, height: 842 };
const SHEET = { columns: 4, width: 595 };
/** What comes behind them are annexes. */
const MOST_PAGES = 12;

export async function printedPictures(studio: Studio): Promise<void> {
  if (!studio.wanted('actes-pages')) return;
  const { organiser } = await ledActes(studio.demo);
  const at = `/api/seminars/${studio.demo.seminar}/actes/pages`;
  const { hash, pages } = await organiser.json<PagesView>(at);
  const context = await studio.browser.newContext({ viewport: PAPER });
  const page = await context.newPage();
  const shots: Shot[] = [];
  for (let number = 1; number <= Math.min(pages, MOST_PAGES); number += 1) {
    const svg = await (await organiser.request(`${at}/${hash}/${number}`)).text();
    await page.setContent(`<body style="margin:0">${svg}</body>`);
    const paper = await page.screenshot();
    shots.push({ name: `page ${number}`, light: paper, dark: paper });
  }
  await context.close();
  organiser.close();
  await studio.keep({ name: 'actes-pages', shots, sheet: SHEET });
}
