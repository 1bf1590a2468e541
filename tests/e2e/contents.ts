import { expect } from '@playwright/test';
import fr from '#i18n/fr.ts';
import { flat } from '../support/pdf-text.ts';

/** A heading, the signs that lead to its page, and that; the number of the page itself is no entry (« 2 / 14 »). */
const ENTRY = /^(.*[^\s./])[\s.]+(\d+)$/;

/** Every line of the sommaire ends with the page on which its heading stands. */
export function expectContentsToMatchPages(pages: readonly string[], atLeast: number): void {
  const title = fr.actesLabels.contents;
  const contents = pages.find((page) => page.includes(title)) ?? '';
  const entries = contents
    .slice(contents.indexOf(title) + title.length)
    .split('\n')
    .map((line) => ENTRY.exec(line.trim()))
    .filter((entry) => entry !== null)
    .map(([, heading = '', page]) => ({ heading: flat(heading), page: Number(page) }));
  expect(entries.length).toBeGreaterThanOrEqual(atLeast);
  for (const { heading, page } of entries) expect(flat(pages[page - 1] ?? '')).toContain(heading);
}
