/** Every page, at its device's size, light and dark: nothing that WCAG 2.2 A and AA forbid and a program can see. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import en from '#i18n/en.ts';
import fr from '#i18n/fr.ts';
import { startDemo } from '../support/demo-process.ts';
import type { Demo } from '../support/demo-process.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const LAPTOP = { viewport: { width: 1440, height: 900 } } as const;
const PROJECTOR = { viewport: { width: 1920, height: 1080 } } as const;

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MOMENT = '2026-11-26T10:32';

// What fails is told in words; a trace of every page would take longer than looking at it.
test.use({ trace: 'off' });

type Device = typeof PHONE | typeof LAPTOP | typeof PROJECTOR;
type Seen = {
  readonly name: string;
  readonly device: Device;
  /** Brings the page to what is looked at, and waits until it is there. */
  readonly show: (page: Page, demo: Demo) => Promise<void>;
};

let demo: Demo;
let end: () => Promise<void>;

test.beforeAll(async () => {
  ({ demo, end } = await startDemo(MOMENT));
});

test.afterAll(() => end());

const shown = async (page: Page, role: 'heading' | 'button' | 'timer', name?: string | RegExp) => {
  await expect(page.getByRole(role, name === undefined ? {} : { name }).first()).toBeVisible();
};

async function atJoinForm(page: Page, { links }: Demo): Promise<void> {
  await page.goto(links.participant);
  await expect(page.getByLabel(fr.join.firstName)).toBeVisible();
}

/** Each of another name: somebody whose name is on the list is asked whether they are that person. */
const NAMES = ['TANGUY', 'LE BRAS', 'KERVELLA', 'MORVAN', 'QUÉRÉ', 'RIOU', 'SALAÜN', 'TOULLEC'];
let joinedSoFar = 0;

async function joined(page: Page, given: Demo): Promise<void> {
  const lastName = NAMES[joinedSoFar % NAMES.length] ?? '';
  joinedSoFar += 1;
  await atJoinForm(page, given);
  await page.getByLabel(fr.join.firstName).fill('Claire');
  await page.getByLabel(fr.join.lastName, { exact: true }).fill(lastName);
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

async function watched(page: Page, given: Demo): Promise<void> {
  await prepared(page, given);
  await page.goto(`${given.url}/seminaires/${given.seminar}/regie`);
  await expect(page.getByRole('listitem').first()).toBeVisible();
}

const writing = async (page: Page, name: string): Promise<void> => {
  await expect(page.getByRole('textbox', { name })).toHaveAttribute('aria-readonly', 'false');
};

const SEEN: readonly Seen[] = [
  {
    name: 'home',
    device: PHONE,
    async show(page, { url }) {
      await page.goto(url);
      await shown(page, 'button', fr.home.join);
      await expect(page).toHaveTitle(/./);
    },
  },
  {
    name: 'home, wrong code',
    device: LAPTOP,
    async show(page, { url }) {
      await page.goto(url);
      await page.getByLabel(fr.home.code).fill('ABCD EFGH');
      await page.getByRole('button', { name: fr.home.join }).click();
      await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
    },
  },
  {
    name: 'home in English',
    device: PHONE,
    async show(page, { url }) {
      await page.goto(url);
      await page.getByRole('button', { name: 'English' }).click();
      await expect(page.getByRole('button', { name: en.home.join })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    },
  },
  { name: 'join', device: PHONE, show: atJoinForm },
  {
    name: 'participant',
    device: PHONE,
    async show(page, given) {
      await joined(page, given);
      await page.getByLabel(fr.participant.field).fill('Une convention d’un an.');
      await shown(page, 'button', /^Soutenir/);
    },
  },
  {
    name: 'participant, notes',
    device: PHONE,
    async show(page, given) {
      await joined(page, given);
      await page.getByRole('link', { name: fr.participant.notes }).click();
      await writing(page, fr.participant.notesLabel);
    },
  },
  {
    name: 'new séminaire',
    device: LAPTOP,
    async show(page, { url }) {
      await page.goto(`${url}/seminaires/nouveau?exemple`);
      await page.getByRole('button', { name: fr.prepare.paste.understand, exact: true }).click();
      await shown(page, 'button', fr.prepare.create);
    },
  },
  {
    name: 'preparation, links and points open',
    device: LAPTOP,
    async show(page, given) {
      await prepared(page, given);
      await page.getByRole('button', { name: fr.prepare.ateliers.editPlan }).first().click();
      await page.getByText(fr.prepare.plan.details(2)).first().click();
    },
  },
  { name: 'preparation, phone', device: PHONE, show: prepared },
  { name: 'régie', device: LAPTOP, show: watched },
  { name: 'régie, phone', device: PHONE, show: watched },
  {
    name: 'régie, moving a shared time',
    device: LAPTOP,
    async show(page, given) {
      await watched(page, given);
      await page.getByRole('button', { name: fr.regie.bar.move }).click();
      await page.getByRole('button', { name: /^\+\s?10/ }).click();
    },
  },
  {
    name: 'régie, minutes on a phone',
    device: PHONE,
    async show(page, given) {
      await watched(page, given);
      await page.getByRole('button', { name: fr.regie.bar.minutesShort }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'régie, writing to rooms',
    device: LAPTOP,
    async show(page, given) {
      await watched(page, given);
      await page.getByRole('button', { name: fr.regie.bar.message }).click();
      await page.getByRole('textbox', { name: fr.regie.message.text }).fill('Encore 10 min');
    },
  },
  {
    name: 'régie, pairing',
    device: PHONE,
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
  {
    name: 'a computer to be paired',
    device: PROJECTOR,
    async show(page, { url }) {
      await page.goto(`${url}/appairer`);
      await expect(page.locator('.number')).toHaveText(/\d{3}\s*\d{3}/);
    },
  },
  {
    name: 'posters',
    device: LAPTOP,
    async show(page, given) {
      await prepared(page, given);
      await page.goto(`${given.url}/seminaires/${given.seminar}/affiches`);
      await shown(page, 'heading');
    },
  },
  {
    name: 'actes',
    device: LAPTOP,
    async show(page, given) {
      await prepared(page, given);
      await page.goto(`${given.url}/seminaires/${given.seminar}/actes`);
      await writing(page, fr.actes.preambleLabel);
    },
  },
  { name: 'console', device: LAPTOP, show: conducted },
  { name: 'console, phone', device: PHONE, show: conducted },
  {
    name: 'console, menu open',
    device: LAPTOP,
    async show(page, given) {
      await conducted(page, given);
      await page.getByRole('button', { name: fr.console.bar.more }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'console, extending',
    device: LAPTOP,
    async show(page, given) {
      await conducted(page, given);
      await page.getByRole('button', { name: fr.console.bar.more }).click();
      await page.getByRole('menuitem', { name: fr.console.bar.other }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'console, winning time back',
    device: PHONE,
    async show(page, given) {
      await conducted(page, given);
      await page
        .getByRole('button', { name: /^Rattraper/ })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'console, notes',
    device: LAPTOP,
    async show(page, given) {
      await conducted(page, given);
      await page.getByRole('tab', { name: fr.console.tabs.notes }).click();
      await writing(page, fr.console.notes.label);
    },
  },
  {
    name: 'synthesis',
    device: LAPTOP,
    async show(page, { links }) {
      await page.goto(links.rapporteur);
      await writing(page, fr.synthesis.editorLabel);
    },
  },
  {
    name: 'synthesis, contributions on a phone',
    device: PHONE,
    async show(page, { links }) {
      await page.goto(links.rapporteur);
      await writing(page, fr.synthesis.editorLabel);
      await page.getByRole('button', { name: /^Contributions \(/ }).click();
      await shown(page, 'button', fr.synthesis.backToText);
    },
  },
  {
    name: 'screen',
    device: PROJECTOR,
    async show(page, { links }) {
      await page.goto(links.screen);
      await shown(page, 'timer');
    },
  },
  {
    name: 'a page that does not exist',
    device: LAPTOP,
    async show(page, { url }) {
      await page.goto(`${url}/nulle-part`);
      await shown(page, 'heading', fr.common.errorPage.notFoundTitle);
    },
  },
  {
    name: 'a séance this device may not open',
    device: PHONE,
    async show(page, { url }) {
      await page.goto(`${url}/seances/0123456789abcdef012345`);
      await shown(page, 'heading');
    },
  },
];

async function violations(browser: Browser, { device, show }: Seen): Promise<string[]> {
  const context = await browser.newContext({ ...device, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await show(page, demo);
  const inLight = await found(builder(page).withTags(RULES), 'light');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  // The other scheme changes colours and nothing else.
  const inDark = await found(builder(page).withRules(['color-contrast']), 'dark');
  await context.close();
  return [...inLight, ...inDark];
}

// No page holds frames: the mode that looks into them takes longer than all the rules.
const builder = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

async function found(axe: AxeBuilder, scheme: string): Promise<string[]> {
  const { violations: broken } = await axe.analyze();
  return broken.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) => `${scheme} · ${id} · ${help} · ${String(node.target)} · ${node.failureSummary ?? ''}`,
    ),
  );
}

for (const seen of SEEN) {
  test(`${seen.name}: no violation, light and dark`, async ({ browser }) => {
    expect(await violations(browser, seen)).toEqual([]);
  });
}
