/** A séminaire of two days while it is prepared. */
import type { Page } from 'playwright';
import { instant } from '#core/time/instant.ts';
import fr from '#i18n/fr.ts';
import { LAPTOP, singles } from './shot.ts';
import type { Studio } from './shot.ts';
import { PASTED_PROGRAMME, twoDays } from './two-days.ts';

const NAMES = ['prepare-hazards', 'prepare-programme', 'prepare-plan', 'prepare-sittings', 'prepare-import'];
const HOUR = 3_600_000;
/** In Paris a November day begins an hour before UTC's. */
const MIDNIGHT = instant(Date.parse('2026-11-26T00:00:00Z') - HOUR);

const scrollTo = (page: Page, selector: string): Promise<void> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));

export async function preparationPictures(studio: Studio): Promise<void> {
  if (!NAMES.some(studio.wanted)) return;
  const { one, all } = singles(studio);
  const device = await twoDays(studio.demo.url, MIDNIGHT);
  const { grants } = await device.json<{ grants: { path: string }[] }>('/api/session');
  const page = { frame: LAPTOP, address: grants[0]?.path ?? '/', device };
  const ateliers = fr.prepare.ateliers;
  one('prepare-hazards', page);
  one('prepare-programme', {
    ...page,
    show: (it) => scrollTo(it, '#programme'),
  });
  one('prepare-plan', {
    ...page,
    async show(it) {
      await it.getByRole('button', { name: ateliers.editPlan }).first().click();
      await it.getByRole('button', { name: fr.prepare.plan.unfoldAll }).click();
      await scrollTo(it, '#ateliers');
    },
  });
  one('prepare-sittings', {
    ...page,
    async show(it) {
      await it.getByRole('button', { name: fr.prepare.sittings.several }).nth(1).click();
      await it.getByRole('heading', { name: fr.prepare.sittings.severalTitle }).scrollIntoViewIfNeeded();
      await scrollTo(it, 'article:has(form h4)');
    },
  });
  one('prepare-import', {
    ...page,
    async show(it) {
      await it.getByRole('button', { name: fr.prepare.programme.import.open }).click();
      await it.getByRole('textbox', { name: fr.prepare.programme.import.label }).fill(PASTED_PROGRAMME);
      await it.getByRole('button', { name: fr.prepare.paste.understand, exact: true }).click();
      await it.getByRole('button', { name: fr.prepare.paste.understandAgain }).waitFor();
      await scrollTo(it, '.paste');
    },
  });
  await all();
  device.close();
}
