/** Those who reread the actes, and who approve them: the demo's actes are led that far. */
import { expect } from '@playwright/test';
import fr from '#i18n/fr.ts';
import type { ReviewLinksView } from '#protocol/actes-views.ts';
import type { Demo } from '../support/demo-process.ts';
import { Device, freshId } from '../support/device.ts';
import { LAPTOP, PHONE } from './visit.ts';
import type { Visit } from './visit.ts';

/** What the organiser sends to those who reread, once the actes are led to that. */
async function linksAfter(
  { url, seminar, links }: Demo,
  step: 'review' | 'approval',
  input: object,
): Promise<ReviewLinksView> {
  const organiser = new Device(url);
  await organiser.openLink(links.organiser);
  const at = `/api/seminars/${seminar}/actes`;
  const taken = await organiser.request(`${at}/${step}`, { commandId: freshId(), ...input });
  expect(taken.status).toBe(200);
  return organiser.json<ReviewLinksView>(`${at}/review-links`);
}

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
      const { people } = await linksAfter(given, 'review', { until: Date.parse('2026-12-10T18:00Z') });
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
      const { valideur } = await linksAfter(given, 'approval', {});
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
