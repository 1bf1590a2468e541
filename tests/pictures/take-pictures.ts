/** `npm run pictures`: every page of the demo at its device's size, light and dark, into docs/pictures. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { chromium } from 'playwright';
import fr from '#i18n/fr.ts';
import { chromiumArguments, findChromium } from '../support/chromium.ts';
import { startDemo } from '../support/demo-process.ts';
import type { Demo } from '../support/demo-process.ts';

type Device = Pick<BrowserContextOptions, 'viewport' | 'isMobile' | 'hasTouch' | 'deviceScaleFactor'>;
type Picture = {
  readonly name: string;
  readonly device: Device;
  /** Brings the page to what the picture shows. */
  readonly show: (page: Page, demo: Demo) => Promise<void>;
};

const PHONE: Device = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};
const LAPTOP: Device = { viewport: { width: 1440, height: 900 } };
const PROJECTOR: Device = { viewport: { width: 1920, height: 1080 } };

/** A minute past half past ten of the demo's morning, when much has been said. */
const MOMENT = '2026-11-26T10:32';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

const at = (link: string, demo: Demo): string => {
  const { pathname, search, hash } = new URL(link);
  return `${demo.url}${pathname}${search}${hash}`;
};
const opened =
  (role: keyof Demo['links'], path?: (demo: Demo) => string) => async (page: Page, demo: Demo) => {
    await page.goto(at(demo.links[role], demo));
    await page.waitForLoadState('networkidle');
    if (path) await page.goto(`${demo.url}${path(demo)}`);
  };

const joined = async (page: Page, demo: Demo): Promise<void> => {
  await page.goto(`${demo.url}/#${demo.codes[0] ?? ''}`);
  await page.getByLabel(fr.join.firstName).fill('Claire');
  await page.getByLabel(fr.join.lastName, { exact: true }).fill('TANGUY');
  await page.getByRole('textbox', { name: fr.join.function }).fill('trésorière');
  await page.getByLabel(fr.join.town).fill('Quimperlé');
  await page.getByLabel(fr.join.consents['name-and-function']).check();
};

/** The second room is over its time: its screen, by the way of the organiser. */
const screenOfSecond = async (page: Page, demo: Demo): Promise<void> => {
  await opened('organiser')(page, demo);
  const link = page.getByRole('link', { name: fr.prepare.ateliers.openScreen }).nth(1);
  await page.goto(`${demo.url}${(await link.getAttribute('href')) ?? '/'}`);
};

const PICTURES: readonly Picture[] = [
  { name: 'home', device: LAPTOP, show: async (page, { url }) => void (await page.goto(url)) },
  { name: 'home-phone', device: PHONE, show: async (page, { url }) => void (await page.goto(url)) },
  { name: 'join-phone', device: PHONE, show: joined },
  {
    name: 'participant',
    device: PHONE,
    async show(page, demo) {
      await joined(page, demo);
      await page.getByRole('button', { name: fr.join.enter }).click();
      await page
        .getByLabel(fr.participant.field)
        .fill('Chez nous une convention d’un an, relue chaque automne avec les bénévoles.');
    },
  },
  {
    name: 'new-seminar',
    device: LAPTOP,
    async show(page, { url }) {
      await page.goto(`${url}/seminaires/nouveau?exemple`);
      await page.getByRole('button', { name: fr.prepare.paste.understand, exact: true }).click();
    },
  },
  { name: 'prepare', device: LAPTOP, show: opened('organiser') },
  { name: 'console', device: LAPTOP, show: opened('animateur') },
  { name: 'console-phone', device: PHONE, show: opened('animateur') },
  { name: 'screen', device: PROJECTOR, show: opened('screen') },
  { name: 'screen-over', device: PROJECTOR, show: screenOfSecond },
  { name: 'synthesis', device: LAPTOP, show: opened('rapporteur') },
  {
    name: 'regie',
    device: LAPTOP,
    show: opened('organiser', ({ seminar }) => `/seminaires/${seminar}/regie`),
  },
  {
    name: 'regie-phone',
    device: PHONE,
    show: opened('organiser', ({ seminar }) => `/seminaires/${seminar}/regie`),
  },
  {
    name: 'actes',
    device: LAPTOP,
    show: opened('organiser', ({ seminar }) => `/seminaires/${seminar}/actes`),
  },
];

async function take(browser: Browser, demo: Demo, picture: Picture, scheme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({
    ...picture.device,
    colorScheme: scheme,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await picture.show(page, demo);
  await page.waitForLoadState('networkidle');
  // Live pages settle once the server's clock is known.
  await page.waitForTimeout(1500);
  const suffix = scheme === 'dark' ? '-dark' : '-light';
  await page.screenshot({ path: `${folder}${picture.name}${suffix}.png` });
  await context.close();
}

const executablePath = findChromium();
if (executablePath === null) {
  process.stderr.write('The pictures need a Chromium: install one, or name it with CHROMIUM_PATH.\n');
  process.exitCode = 1;
} else {
  mkdirSync(folder, { recursive: true });
  const only = process.argv.slice(2);
  const started = await startDemo(MOMENT);
  const { end } = started;
  // The name that people would read on the wall, instead of this machine's address.
  const demo = { ...started.demo, url: 'http://pleniere.example' };
  const resolved = `MAP pleniere.example 127.0.0.1:${new URL(started.demo.url).port}`;
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArguments, '--lang=fr-FR', `--host-resolver-rules=${resolved}`],
  });
  try {
    for (const picture of PICTURES.filter(({ name }) => only.length === 0 || only.includes(name))) {
      for (const scheme of ['light', 'dark'] as const) await take(browser, demo, picture, scheme);
      process.stdout.write(`${picture.name}\n`);
    }
  } finally {
    await browser.close();
    await end();
  }
}
