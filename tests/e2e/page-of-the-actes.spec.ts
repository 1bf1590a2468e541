/** The page of the actes as it is kept and published: what a machine can tell of its accessibility. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PNG } from '#core/photos/images.test-support.ts';
import { toHtml } from '../../server/export/html/html.ts';
import { PAPERBOARD, sampleActes } from '../support/sample-actes.ts';

const PUBLISHED = {
  files: [{ label: 'PDF', href: '/actes/rencontre/actes.pdf' }],
  notes: ['Erratum du 12 décembre 2026 : un nom est corrigé page 5.'],
  robots: 'noindex',
} as const;

const PAGE = Buffer.from(toHtml(sampleActes(), new Map([[PAPERBOARD, PNG]]), PUBLISHED));

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [390, 1440])
    test(`nothing bars the way, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.route('**/actes', (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body: PAGE }),
      );
      await page.goto('http://actes.test/actes');
      // A style that its policy refuses would leave the page bare, and say so.
      expect(complaints).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.keyboard.press('Tab');
      await expect(page.locator('.skip')).toBeInViewport();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
    });
