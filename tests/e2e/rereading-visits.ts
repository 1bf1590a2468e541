/** Those who reread the actes, and who approve them: the demo's actes are led that far. */
import { expect } from '@playwright/test';
import fr from '#i18n/fr.ts';
import { ledActes } from '../support/demo-afterwards.ts';
import type { Demo } from '../support/demo-process.ts';
import { LAPTOP, PHONE } from './visit.ts';
import type { Visit } from './visit.ts';

/** An address to send may name the machine on its network. */
function here({ url }: Demo, link: string | null = null): string {
  const { pathname, search, hash } = new URL(link ?? '', url);
  return `${url}${pathname}${search}${hash}`;
}

/** In this order: what waits for the bon pour diffusion is no longer corrected. */
export const REREADING: readonly Visit[] = [
  {
    by: 'somebody who is quoted',
    device: PHONE,
    async come(page, given) {
      const actes = await ledActes(given);
      await actes.step('review', { until: Date.parse('2026-12-10T18:00Z') });
      const { people } = await actes.links();
      await page.goto(here(given, people[0]?.url));
    },
    views: [
      {
        name: 'relecture, writing a correction',
        async show(page) {
          const { correctOf, field } = fr.rereading;
          await page
            .getByRole('button', { name: new RegExp(`^${correctOf('')}`) })
            .first()
            .click();
          await expect(page.getByLabel(field)).toBeFocused();
        },
      },
    ],
  },
  {
    by: 'the valideur',
    device: LAPTOP,
    async come(page, given) {
      const actes = await ledActes(given);
      await actes.step('approval', {});
      const { valideur } = await actes.links();
      await page.goto(here(given, valideur));
    },
    views: [
      {
        name: 'bon pour diffusion, refused without a word',
        async show(page) {
          const { refuse, remarksMissing } = fr.rereading.approval;
          await page.getByRole('button', { name: refuse }).click();
          await expect(page.getByText(remarksMissing)).toBeVisible();
          await expect(page.getByAltText(fr.actes.pages.page(1))).toBeVisible();
        },
      },
    ],
  },
];
