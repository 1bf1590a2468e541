/** In an atelier: those who take part, the projector, the console, the synthesis. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import fr from '#i18n/fr.ts';
import type { Demo } from '../support/demo-process.ts';
import { home, LAPTOP, onlyThePage, PHONE, PROJECTOR, shown, writing } from './visit.ts';
import type { Visit } from './visit.ts';

/** A name is one person's: who comes beside another has one of their own. */
export async function joined(page: Page, { links }: Demo, lastName = 'TANGUY'): Promise<void> {
  await page.goto(links.participant);
  await page.getByLabel(fr.join.firstName).fill('Claire');
  await page.getByLabel(fr.join.lastName, { exact: true }).fill(lastName);
  await page.getByRole('textbox', { name: fr.join.function }).fill('trésorière');
  await page.getByLabel(fr.join.town).fill('Quimperlé');
  await page.getByLabel(fr.join.consents['name-and-function']).check();
  await page.getByRole('button', { name: fr.join.enter }).click();
  await shown(page, 'timer');
}

const conducted = async (page: Page, { links }: Demo): Promise<void> => {
  await page.goto(links.animateur);
  await shown(page, 'button', fr.console.bar.suspend);
};

const synthesised = async (page: Page, { links }: Demo): Promise<void> => {
  await page.goto(links.rapporteur);
  await writing(page, fr.synthesis.editorLabel);
};

export const IN_THE_ROOM: readonly Visit[] = [
  {
    by: 'a participant',
    device: PHONE,
    come: joined,
    views: [
      {
        name: 'participant',
        async show(page) {
          await page.getByLabel(fr.participant.field).fill('Une convention d’un an.');
          await shown(page, 'button', /^Soutenir/);
        },
      },
      {
        name: 'participant, notes',
        async show(page) {
          await page.getByRole('link', { name: fr.participant.notes }).click();
          await writing(page, fr.participant.notesLabel);
        },
      },
      {
        name: 'participant, what is known of them',
        async show(page) {
          await page.getByRole('button', { name: fr.myself.open, exact: true }).click();
          await expect(page.getByRole('dialog', { name: fr.myself.title })).toBeVisible();
        },
      },
    ],
  },
  {
    by: 'a room’s computer',
    device: PROJECTOR,
    come: home,
    views: [
      {
        name: 'a computer to be paired',
        async show(page, { url }) {
          await page.goto(`${url}/appairer`);
          await expect(page.locator('.number')).toHaveText(/\d{3}\s*\d{3}/);
        },
      },
      {
        name: 'screen',
        async show(page, { links }) {
          await page.goto(links.screen);
          await shown(page, 'timer');
        },
      },
    ],
  },
  {
    by: 'the animateur',
    device: LAPTOP,
    come: conducted,
    views: [
      { name: 'console', show: (page) => shown(page, 'button', fr.console.bar.suspend) },
      {
        name: 'console, menu open',
        async show(page) {
          await page.getByRole('button', { name: fr.console.bar.more }).click();
          await expect(page.getByRole('menu')).toBeVisible();
        },
      },
      {
        name: 'console, extending',
        async show(page) {
          await onlyThePage(page);
          await page.getByRole('button', { name: fr.console.bar.more }).click();
          await page.getByRole('menuitem', { name: fr.console.bar.other }).click();
          await expect(page.getByRole('dialog')).toBeVisible();
        },
      },
      {
        name: 'console, notes',
        async show(page) {
          await onlyThePage(page);
          await page.getByRole('tab', { name: fr.console.tabs.notes }).click();
          await writing(page, fr.console.notes.label);
        },
      },
    ],
  },
  {
    by: 'the animateur with a phone',
    device: PHONE,
    come: conducted,
    views: [
      { name: 'console, phone', show: (page) => shown(page, 'button', fr.console.bar.suspend) },
      {
        name: 'console, winning time back',
        async show(page) {
          await page
            .getByRole('button', { name: /^Rattraper/ })
            .first()
            .click();
          await expect(page.getByRole('dialog')).toBeVisible();
        },
      },
    ],
  },
  {
    by: 'the rapporteur',
    device: LAPTOP,
    come: synthesised,
    views: [{ name: 'synthesis', show: (page) => writing(page, fr.synthesis.editorLabel) }],
  },
  {
    by: 'the rapporteur with a phone',
    device: PHONE,
    come: synthesised,
    views: [
      {
        name: 'synthesis, contributions on a phone',
        async show(page) {
          await page.getByRole('button', { name: /^Contributions \(/ }).click();
          await shown(page, 'button', fr.synthesis.backToText);
        },
      },
    ],
  },
];
