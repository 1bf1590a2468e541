/** Before an atelier and around it: whoever comes by, and the organiser at the desk and in the corridor. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import en from '#i18n/en.ts';
import fr from '#i18n/fr.ts';
import type { Demo } from '../support/demo-process.ts';
import { home, LAPTOP, onlyThePage, PHONE, shown, writing } from './visit.ts';
import type { Visit } from './visit.ts';

const prepared = async (page: Page, { links }: Demo): Promise<void> => {
  await page.goto(links.organiser);
  await shown(page, 'heading', fr.prepare.ateliers.title);
};

/** The régie, without what was opened on it. */
async function watched(page: Page, { url, seminar }: Demo): Promise<void> {
  const address = `${url}/seminaires/${seminar}/regie`;
  if (page.url() === address) await onlyThePage(page);
  else await page.goto(address);
  await expect(page.getByRole('listitem').first()).toBeVisible();
}

export const AROUND_THE_ROOMS: readonly Visit[] = [
  {
    by: 'a visitor with a phone',
    device: PHONE,
    come: home,
    views: [
      {
        name: 'join',
        async show(page, { links }) {
          await page.goto(links.participant);
          await expect(page.getByLabel(fr.join.firstName)).toBeVisible();
        },
      },
      {
        name: 'a séance this device may not open',
        async show(page, { url }) {
          await page.goto(`${url}/seances/0123456789abcdef012345`);
          await shown(page, 'heading');
        },
      },
      {
        name: 'home',
        async show(page, given) {
          await home(page, given);
          await expect(page).toHaveTitle(/./);
        },
      },
      {
        name: 'home in English',
        async show(page) {
          await page.getByRole('button', { name: 'English' }).click();
          await expect(page.getByRole('button', { name: en.home.join })).toBeVisible();
          await expect(page.locator('html')).toHaveAttribute('lang', 'en');
        },
      },
    ],
  },
  {
    by: 'a visitor with a laptop',
    device: LAPTOP,
    come: home,
    views: [
      {
        name: 'home, wrong code',
        async show(page) {
          await page.getByLabel(fr.home.code).fill('ABCD EFGH');
          await page.getByRole('button', { name: fr.home.join }).click();
          await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
        },
      },
      {
        name: 'new séminaire',
        async show(page, { url }) {
          await page.goto(`${url}/seminaires/nouveau?exemple`);
          await page.getByRole('button', { name: fr.prepare.paste.understand, exact: true }).click();
          await shown(page, 'button', fr.prepare.create);
        },
      },
      {
        name: 'help',
        async show(page, { url }) {
          await page.goto(`${url}/aide`);
          await shown(page, 'heading', fr.help.pageTitle);
        },
      },
      {
        name: 'a page that does not exist',
        async show(page, { url }) {
          await page.goto(`${url}/nulle-part`);
          await shown(page, 'heading', fr.common.errorPage.notFoundTitle);
        },
      },
    ],
  },
  {
    by: 'the organiser',
    device: LAPTOP,
    come: prepared,
    views: [
      {
        name: 'preparation, links and points open',
        async show(page) {
          await page.getByRole('button', { name: fr.prepare.ateliers.editPlan }).first().click();
          await page.getByText(fr.prepare.plan.details(2)).first().click();
        },
      },
      { name: 'régie', show: watched },
      {
        name: 'régie, moving a shared time',
        async show(page, given) {
          await watched(page, given);
          await page.getByRole('button', { name: fr.regie.bar.move }).click();
          await page.getByRole('button', { name: /^\+\s?10/ }).click();
        },
      },
      {
        name: 'régie, writing to rooms',
        async show(page, given) {
          await watched(page, given);
          await page.getByRole('button', { name: fr.regie.bar.message }).click();
          await page.getByRole('textbox', { name: fr.regie.message.text }).fill('Encore 10 min');
        },
      },
      {
        name: 'posters',
        async show(page, { url, seminar }) {
          await page.goto(`${url}/seminaires/${seminar}/affiches`);
          await shown(page, 'heading');
        },
      },
      {
        name: 'slips',
        async show(page, { url, seminar }) {
          await page.goto(`${url}/seminaires/${seminar}/bulletins`);
          // One sheet is like the next.
          await page.getByRole('button', { name: fr.paperwork.slips.none }).click();
          await page.getByRole('checkbox').first().check();
        },
      },
      {
        name: 'actes',
        async show(page, { url, seminar }) {
          await page.goto(`${url}/seminaires/${seminar}/actes`);
          const { preamble } = fr.actesLabels.parts.seminar;
          await page.getByRole('button', { name: new RegExp(`^${preamble}`) }).click();
          await writing(page, fr.actes.properties.bodyLabel(preamble));
        },
      },
      {
        name: 'actes, their files',
        async show(page) {
          const { title, hints } = fr.actesLife.files;
          await page.getByRole('button', { name: title, exact: true }).click();
          await expect(page.getByRole('dialog', { name: title }).getByText(hints.docx)).toBeVisible();
        },
      },
    ],
  },
  {
    by: 'the organiser with a phone',
    device: PHONE,
    come: prepared,
    views: [
      {
        name: 'preparation, phone',
        show: (page) => shown(page, 'heading', fr.prepare.ateliers.title),
      },
      { name: 'régie, phone', show: watched },
      {
        name: 'régie, minutes on a phone',
        async show(page, given) {
          await watched(page, given);
          await page.getByRole('button', { name: fr.regie.bar.minutesShort }).click();
          await expect(page.getByRole('dialog')).toBeVisible();
        },
      },
      {
        name: 'régie, pairing',
        async show(page, given) {
          await watched(page, given);
          await page
            .getByRole('button', { name: new RegExp(`^${fr.regie.row.more} :`) })
            .first()
            .click();
          await page.getByRole('button', { name: fr.regie.row.devices }).first().click();
          await expect(page.getByLabel(fr.pairing.dialog.number)).toBeVisible();
        },
      },
    ],
  },
];
