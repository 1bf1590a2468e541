/** What a visitor of the demo sees: a morning in which much has been said. */
import type { Page } from 'playwright';
import fr from '#i18n/fr.ts';
import { LAPTOP, PROJECTOR, SHARP_PHONE, singles } from './shot.ts';
import type { Studio } from './shot.ts';

const giveName = async (page: Page): Promise<void> => {
  await page.getByLabel(fr.join.firstName).fill('Claire');
  await page.getByLabel(fr.join.lastName, { exact: true }).fill('TANGUY');
  await page.getByRole('textbox', { name: fr.join.function }).fill('trésorière');
  await page.getByLabel(fr.join.town).fill('Quimperlé');
  await page.getByLabel(fr.join.consents['name-and-function']).check();
};

export async function demoPictures(studio: Studio): Promise<void> {
  const { links, codes, seminar } = studio.demo;
  const { one, all } = singles(studio);
  const join = `/#${codes[0] ?? ''}`;
  one('home', { frame: LAPTOP, address: '/' });
  one('home-phone', { frame: SHARP_PHONE, address: '/' });
  one('join-phone', { frame: SHARP_PHONE, address: join, show: giveName });
  one('participant', {
    ...{ frame: SHARP_PHONE, address: join },
    async show(page) {
      await giveName(page);
      await page.getByRole('button', { name: fr.join.enter }).click();
      await page
        .getByLabel(fr.participant.field)
        .fill('Chez nous une convention d’un an, relue chaque automne avec les bénévoles.');
    },
  });
  one('new-seminar', {
    ...{ frame: LAPTOP, address: '/seminaires/nouveau?exemple' },
    async show(page) {
      await page.getByRole('button', { name: fr.prepare.paste.understand, exact: true }).click();
      await page.getByRole('button', { name: fr.prepare.paste.understandAgain }).waitFor();
    },
  });
  one('prepare', { frame: LAPTOP, address: links.organiser });
  one('console', { frame: LAPTOP, address: links.animateur });
  one('console-phone', { frame: SHARP_PHONE, address: links.animateur });
  one('screen', { frame: PROJECTOR, address: links.screen });
  one('synthesis', { frame: LAPTOP, address: links.rapporteur });
  one('actes', {
    ...{ frame: LAPTOP, address: links.organiser },
    async show(page) {
      await page.goto(`${studio.url}/seminaires/${seminar}/actes`);
      await page.getByAltText(fr.actes.pages.page(1)).waitFor();
    },
  });
  one('pairing', { frame: LAPTOP, address: '/appairer' });
  await all();
}
