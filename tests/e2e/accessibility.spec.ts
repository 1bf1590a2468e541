/** Every page, at its device's size, light and dark: nothing that WCAG 2.2 A and AA forbid and a program can see. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import en from '#i18n/en.ts';
import fr from '#i18n/fr.ts';
import { startDemo } from '../support/demo-process.ts';
import type { Demo } from '../support/demo-process.ts';
import { REREADING } from './rereading-visits.ts';
import { LAPTOP, PHONE, PROJECTOR, shown, writing } from './visit.ts';
import type { Visit } from './visit.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MOMENT = '2026-11-26T10:32';

// What fails is told in words; a trace of every page would take longer than looking at it.
test.use({ trace: 'off' });

let demo: Demo;
let end: () => Promise<void>;

test.beforeAll(async () => {
  ({ demo, end } = await startDemo(MOMENT));
});

test.afterAll(() => end());

const home = async (page: Page, { url }: Demo): Promise<void> => {
  await page.goto(url);
  await shown(page, 'button', fr.home.join);
};

async function joined(page: Page, { links }: Demo): Promise<void> {
  await page.goto(links.participant);
  await page.getByLabel(fr.join.firstName).fill('Claire');
  await page.getByLabel(fr.join.lastName, { exact: true }).fill('TANGUY');
  await page.getByRole('textbox', { name: fr.join.function }).fill('trésorière');
  await page.getByLabel(fr.join.town).fill('Quimperlé');
  await page.getByLabel(fr.join.consents['name-and-function']).check();
  await page.getByRole('button', { name: fr.join.enter }).click();
  await shown(page, 'timer');
}

const prepared = async (page: Page, { links }: Demo): Promise<void> => {
  await page.goto(links.organiser);
  await shown(page, 'heading', fr.prepare.ateliers.title);
};

const conducted = async (page: Page, { links }: Demo): Promise<void> => {
  await page.goto(links.animateur);
  await shown(page, 'button', fr.console.bar.suspend);
};

const synthesised = async (page: Page, { links }: Demo): Promise<void> => {
  await page.goto(links.rapporteur);
  await writing(page, fr.synthesis.editorLabel);
};

/** What the view before has opened is put away; the page stays. */
async function onlyThePage(page: Page): Promise<void> {
  const over = page.getByRole('dialog').or(page.getByRole('menu'));
  if ((await over.count()) > 0) await page.keyboard.press('Escape');
  await expect(over).toHaveCount(0);
}

/** The régie, without what was opened on it. */
async function watched(page: Page, { url, seminar }: Demo): Promise<void> {
  const address = `${url}/seminaires/${seminar}/regie`;
  if (page.url() === address) await onlyThePage(page);
  else await page.goto(address);
  await expect(page.getByRole('listitem').first()).toBeVisible();
}

const VISITS: readonly Visit[] = [
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

const turn = (page: Page, colorScheme: 'light' | 'dark'): Promise<void> =>
  page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

async function violations(page: Page): Promise<string[]> {
  const inLight = await found(builder(page).withTags(RULES), 'light');
  await turn(page, 'dark');
  // The other scheme changes colours and nothing else.
  const inDark = await found(builder(page).withRules(['color-contrast']), 'dark');
  return [...inLight, ...inDark];
}

// No page holds frames, and all that is well need not be told: both take longer than the rules do.
const builder = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();

async function found(axe: AxeBuilder, scheme: string): Promise<string[]> {
  const { violations: broken } = await axe.analyze();
  return broken.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) => `${scheme} · ${id} · ${help} · ${String(node.target)} · ${node.failureSummary ?? ''}`,
    ),
  );
}

for (const { by, device, come, views } of [...VISITS, ...REREADING]) {
  test.describe(by, () => {
    let page: Page;

    test.beforeAll(async ({ browser }) => {
      page = await browser.newPage({ ...device, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
      await turn(page, 'light');
      await come(page, demo);
    });
    test.afterEach(() => turn(page, 'light'));
    test.afterAll(() => page.close());

    for (const { name, show } of views) {
      test(`${name}: no violation, light and dark`, async () => {
        await show(page, demo);
        expect(await violations(page)).toEqual([]);
      });
    }
  });
}
