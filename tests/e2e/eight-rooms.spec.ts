import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { formatTimeOfDay } from '#core/time/formats.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import fr from '#i18n/fr.ts';
import { Device } from '../support/device.ts';
import { eightRooms, LATE_BY_MINUTES, LATE_ROOMS } from '../support/eight-rooms.ts';
import type { Rooms } from '../support/eight-rooms.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';

const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const PROJECTOR = { width: 1920, height: 1080 };
const [LATE_ROOM, OTHER_LATE_ROOM] = LATE_ROOMS;
const PUNCTUAL_ROOM = 'Tilleuls';
const PLENARY_ROOM = 'Grand amphithéâtre';
const MINUTE = 60_000;
const MOVED_BY = 10;
const TAKEN = 5;

let dataDir: string;
let server: ServerProcess;
let rooms: Rooms;
const contexts: BrowserContext[] = [];
const devices: Device[] = [];
const problems: string[] = [];

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-eight-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  rooms = await eightRooms(server.url, instant(Date.now()));
});

test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  devices.splice(0).forEach((device) => device.close());
  rooms.organiser.close();
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

/** The page of a device that holds its rights already. */
async function pageOf(
  browser: Browser,
  device: Device | null,
  address: string,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  contexts.push(context);
  const [name = '', value = ''] = (device?.cookie ?? '').split('=');
  if (value !== '') await context.addCookies([{ name, value, url: server.url }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(
    new URL(new URL(address, server.url).pathname, server.url).href + new URL(address, server.url).hash,
  );
  return page;
}

const spaced = (words: string): RegExp => new RegExp(words.trim().split(/\s+/u).join('\\s+'));
const timeOf = (moment: Instant): RegExp => spaced(formatTimeOfDay(moment, 'Europe/Paris', 'fr'));
const rowOf = (regie: Page, room: string) =>
  regie.getByRole('listitem').filter({ has: regie.getByRole('heading', { name: `salle ${room}` }) });
const late = (minutes: number): RegExp => spaced(`retard ${minutes} min`);

test('two rooms of eight are late; the plenary moves, minutes are taken, every screen follows', async ({
  browser,
}) => {
  const { seminarId, organiser, plenary } = rooms;
  const lateRoom = await rooms.sittingIn(LATE_ROOM);
  const otherLate = await rooms.sittingIn(OTHER_LATE_ROOM);
  const punctual = await rooms.sittingIn(PUNCTUAL_ROOM);
  const held = await rooms.sittingIn(PLENARY_ROOM);

  const regie = await pageOf(browser, organiser, `/seminaires/${seminarId}/regie`, LAPTOP);
  const consoles = [
    await pageOf(browser, null, lateRoom.links.animateur, PHONE),
    await pageOf(browser, null, otherLate.links.animateur, LAPTOP),
  ];
  const lateScreen = await pageOf(browser, null, lateRoom.links.screen, PROJECTOR);
  const screens = [lateScreen, await pageOf(browser, null, punctual.links.screen, PROJECTOR)];
  const plenaryScreen = await pageOf(browser, null, held.links.screen, PROJECTOR);
  const participant = new Device(server.url);
  devices.push(participant);
  await participant.join(lateRoom.code, 'Inès');
  const phone = await pageOf(browser, participant, `/seances/${lateRoom.sittingId}`, PHONE);

  // Which are late, and by how much.
  for (const room of LATE_ROOMS) await expect(rowOf(regie, room)).toContainText(late(LATE_BY_MINUTES));
  await expect(regie.getByText(late(LATE_BY_MINUTES))).toHaveCount(LATE_ROOMS.length);
  await expect(rowOf(regie, PUNCTUAL_ROOM)).toContainText(spaced(fr.clock.onTime));
  for (const page of consoles) await expect(page.locator('body')).toContainText(late(LATE_BY_MINUTES));
  for (const page of screens) await expect(page.locator('footer')).toContainText(timeOf(plenary.start));
  await expect(plenaryScreen.locator('body')).toContainText(timeOf(plenary.start));

  // The organiser moves the plenary by ten minutes, seeing first what that changes.
  await regie.getByRole('button', { name: fr.regie.bar.move }).click();
  const moving = regie.getByRole('dialog', { name: fr.regie.move.title });
  await moving.getByRole('button', { name: spaced(`\\+ ?${MOVED_BY} min`) }).click();
  await expect(moving.getByRole('listitem').filter({ hasText: `salle ${LATE_ROOM}` })).toContainText(
    spaced(`il manque ${LATE_BY_MINUTES} min`),
  );
  const moved = instant(plenary.start + MOVED_BY * MINUTE);
  await moving.getByRole('button', { name: timeOf(moved) }).click();
  await expect(moving).toBeHidden();
  for (const page of screens) await expect(page.locator('footer')).toContainText(timeOf(moved));
  await expect(plenaryScreen.locator('body')).toContainText(timeOf(moved));
  for (const page of consoles) await expect(page.locator('body')).toContainText(timeOf(moved));
  const view = await rooms.view();
  expect(view.shared.programme.times.map(({ start }) => start)).toEqual([moved]);
  expect((await rooms.sittingIn(PLENARY_ROOM)).start).toBe(moved);

  // And takes five minutes from both rooms that are late.
  const lateRemaining = async (page: Page): Promise<number> =>
    Number(((await page.getByRole('timer').first().textContent()) ?? '').replace(/\D/g, ''));
  const before = await lateRemaining(lateScreen);
  await regie.getByRole('button', { name: fr.regie.bar.minutes }).click();
  const sheet = regie.getByRole('dialog', { name: fr.regie.minutes.title });
  for (const room of LATE_ROOMS)
    await sheet
      .getByRole('button', { name: spaced(room) })
      .first()
      .click();
  await sheet.getByRole('button', { name: fr.regie.minutes.take, exact: true }).click();
  await sheet
    .getByRole('button', { name: spaced(`${TAKEN} min`), exact: false })
    .first()
    .click();
  await sheet.getByRole('button', { name: fr.regie.minutes.apply(false, LATE_ROOMS.length) }).click();
  await expect(sheet).toBeHidden();
  for (const room of LATE_ROOMS)
    await expect(rowOf(regie, room)).toContainText(late(LATE_BY_MINUTES - TAKEN));
  for (const page of consoles)
    await expect(page.locator('body')).toContainText(late(LATE_BY_MINUTES - TAKEN));
  await expect.poll(() => lateRemaining(lateScreen)).toBeLessThan(before - 1);
  await expect.poll(() => lateRemaining(phone)).toBeLessThan(before - 1);
  const shown = await Promise.all([lateScreen, phone, consoles[0] as Page].map(lateRemaining));
  expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(1);

  // A restart in the middle changes nothing that anyone sees.
  const { port } = server;
  await server.end('SIGKILL');
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn', PORT: String(port) });
  // Without a connection a console runs on alone, and says so: here it waits until the others follow again.
  for (const page of consoles) {
    await expect(page.getByText(fr.console.cutOff.mark)).toBeHidden();
    await expect(page.getByText(fr.common.connection.reconnecting)).toBeHidden();
  }
  await consoles[0]?.getByRole('button', { name: fr.console.bar.next }).first().click();
  await expect(rowOf(regie, LATE_ROOM)).toContainText(/Ce qui tient dans la durée\s:/);
  await expect(lateScreen.locator('body')).toContainText('Ce qui tient dans la durée');
  await expect(phone.locator('body')).toContainText('Ce qui tient dans la durée');
  await expect(rowOf(regie, OTHER_LATE_ROOM)).toContainText(late(LATE_BY_MINUTES - TAKEN));

  // One tap takes the minutes back where nothing happened since.
  await regie.getByRole('button', { name: fr.regie.done.undoIn(1) }).click();
  await expect(rowOf(regie, OTHER_LATE_ROOM)).toContainText(late(LATE_BY_MINUTES));
  expect(problems).toEqual([]);
});
