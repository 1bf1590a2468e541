import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import fr from '#i18n/fr.ts';
import { createdSeminar } from '../support/device.ts';
import type { Device } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const PROJECTOR = { viewport: { width: 1920, height: 1080 } } as const;

let dataDir: string;
let server: ServerProcess;
let organiser: Device;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-pairing-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
});

test.afterEach(async () => {
  organiser.close();
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

test('a room’s computer is paired by its number, told what to show, and comes back by itself', async ({
  browser,
}) => {
  const made = await createdSeminar(server.url);
  organiser = made.organiser;
  const phone = await browser.newContext({ ...PHONE, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const [name = '', value = ''] = organiser.cookie.split('=');
  await phone.addCookies([{ name, value, url: server.url }]);
  const regie = await phone.newPage();
  await regie.goto(`${server.url}/seminaires/${made.view.seminarId}/regie`);
  const room = await browser.newContext({ ...PROJECTOR, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const computer = await room.newPage();
  const screenPath = `/seances/${made.sittingId}/ecran`;

  await computer.goto(`${server.url}/appairer`);
  await expect(computer.locator('.number')).toHaveText(/^\s*\d{3}\s*\d{3}\s*$/);
  const number = ((await computer.locator('.number').textContent()) ?? '').replace(/\D/g, '');

  await regie
    .getByRole('button', { name: new RegExp(`^${fr.regie.row.more} :`) })
    .first()
    .click();
  await regie.getByRole('button', { name: fr.regie.row.devices }).first().click();
  const dialog = regie.getByRole('dialog', { name: fr.pairing.dialog.title });
  await dialog.getByLabel(fr.pairing.dialog.number).fill('000 000');
  await dialog.getByRole('button', { name: fr.pairing.dialog.pair, exact: true }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await dialog.getByLabel(fr.pairing.dialog.number).fill(`${number.slice(0, 3)} ${number.slice(3)}`);
  await dialog.getByRole('button', { name: fr.pairing.dialog.pair, exact: true }).click();
  await computer.waitForURL(`**${screenPath}`);
  await expect(computer.getByText(made.view.ateliers[0]?.title ?? '').first()).toBeVisible();

  await dialog.getByRole('button', { name: new RegExp(fr.pairing.dialog.identify) }).click();
  await expect(computer.getByText(fr.pairing.identify)).toBeVisible();
  await expect(computer.getByText(fr.pairing.identify)).toBeHidden();

  // The power goes in the room and at the server: both come back where they were.
  const { port } = server;
  await server.end('SIGKILL');
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn', PORT: String(port) });
  await computer.goto(`${server.url}/appairer`);
  await computer.waitForURL(`**${screenPath}`);

  await dialog.getByRole('button', { name: new RegExp(fr.pairing.dialog.change) }).click();
  await dialog.getByRole('button', { name: fr.pairing.dialog.changeTo(fr.pairing.shows.console) }).click();
  await computer.waitForURL(`**/seances/${made.sittingId}/animer`);
  await expect(computer.getByRole('button', { name: fr.console.bar.start })).toBeVisible();

  await dialog.getByRole('button', { name: new RegExp(fr.pairing.dialog.withdraw) }).click();
  await regie.getByRole('button', { name: fr.pairing.dialog.withdrawYes }).click();
  await computer.waitForURL('**/appairer');
  await expect(computer.locator('.number')).toHaveText(/^\s*\d{3}\s*\d{3}\s*$/);
  expect(((await computer.locator('.number').textContent()) ?? '').replace(/\D/g, '')).not.toBe(number);
  await phone.close();
  await room.close();
});
