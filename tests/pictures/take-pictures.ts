/** `npm run pictures [name…]`: the pages at their devices' sizes, light and dark, into docs/pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { instant } from '#core/time/instant.ts';
import { momentOf } from '../../server/demo/demo-clock.ts';
import { chromiumArguments, findWholeChromium } from '../support/chromium.ts';
import { startDemo } from '../support/demo-process.ts';
import { contactSheet } from './contact-sheet.ts';
import { indexedPng } from './indexed-png.ts';
import { demoPictures } from './demo-pictures.ts';
import { participantPictures } from './participant-pictures.ts';
import { preparationPictures } from './preparation-pictures.ts';
import { paperPictures } from './paper-pictures.ts';
import { printedPictures } from './printed-pictures.ts';
import { regiePictures } from './regie-pictures.ts';
import { rereadingPictures } from './rereading-pictures.ts';
import { restitutionPictures } from './restitution-pictures.ts';
import { roomPictures } from './room-pictures.ts';
import { statePictures } from './state-pictures.ts';
import { SCHEMES, turns } from './shot.ts';
import type { Picture, Scheme, Studio } from './shot.ts';

/** A minute past half past ten of the demo's morning, when much has been said. */
const MOMENT = '2026-11-26T10:32';
const ZONE = 'Europe/Paris';
const PAGES_AT_ONCE = 4;

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

async function main(executablePath: string, only: readonly string[]): Promise<void> {
  const moment = momentOf(MOMENT, ZONE);
  if (moment === null) throw new Error(`${MOMENT} is no moment`);
  mkdirSync(folder, { recursive: true });
  const { demo, end } = await startDemo(MOMENT);
  const opened = Date.now();
  // The name that people would read on the wall, instead of this machine's address.
  const resolved = `MAP pleniere.example 127.0.0.1:${new URL(demo.url).port}`;
  const browser = await chromium.launch({
    executablePath,
    // Dates and times in its fields: on Linux by the surroundings, where its French is installed.
    env: { ...process.env, LANGUAGE: 'fr', LC_ALL: 'fr_FR.UTF-8' },
    args: [
      ...[...chromiumArguments, '--lang=fr-FR', `--host-resolver-rules=${resolved}`],
      // As it is over https: pages open again without a network.
      '--unsafely-treat-insecure-origin-as-secure=http://pleniere.example',
    ],
  });
  const url = 'http://pleniere.example';
  await refuseInsecure(browser, url);
  const keep = (name: string, scheme: Scheme, picture: Buffer): void =>
    writeFileSync(`${folder}${name}-${scheme}.png`, indexedPng(picture));
  const studio: Studio = {
    browser,
    ...{ demo, url },
    now: () => instant(moment + Date.now() - opened),
    turn: turns(PAGES_AT_ONCE),
    wanted: (name) => only.length === 0 || only.includes(name),
    async keep({ name, shots, sheet }: Picture) {
      for (const scheme of SCHEMES) {
        const tiles = shots.map((it) => ({ name: it.name, picture: it[scheme] }));
        const [single] = tiles;
        if (sheet) {
          keep(name, scheme, await contactSheet(browser, tiles, { ...sheet, dark: scheme === 'dark' }));
        } else if (single) keep(name, scheme, single.picture);
      }
      process.stdout.write(`${name}\n`);
    },
  };
  try {
    for (const take of [
      ...[demoPictures, regiePictures, statePictures, preparationPictures],
      ...[participantPictures, roomPictures, paperPictures, printedPictures],
      // The demo goes on to its plenary and its actes: after what shows its morning.
      ...[restitutionPictures, rereadingPictures],
    ])
      await take(studio);
  } finally {
    await browser.close();
    await end();
  }
}

/** Chromium without windows knows nothing of the addresses that it is to take as secure. */
async function refuseInsecure(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(url);
  const secure = await page.evaluate(() => isSecureContext);
  await page.close();
  if (!secure) throw new Error('CHROMIUM_PATH names a Chromium without windows: name a whole one.');
}

const executablePath = findWholeChromium();
if (executablePath === null) {
  process.stderr.write(
    'The pictures need a Chromium that can open windows: install one, or name it with CHROMIUM_PATH.\n',
  );
  process.exitCode = 1;
} else {
  await main(executablePath, process.argv.slice(2));
}
