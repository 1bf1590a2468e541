import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import fr from '#i18n/fr.ts';
import { commanded, connected, createdSeminar, subscribed } from '../support/device.ts';
import type { Device } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';

const LAPTOP = { viewport: { width: 1440, height: 900 } } as const;
/** Milliseconds by which a page's idea of the server's time may be off. */
const BLINK = 250;

let dataDir: string;
let server: ServerProcess;
let organiser: Device;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-cut-off-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
});

test.afterEach(async () => {
  organiser.close();
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

/** The page behind a link, in a browser context of its own. */
async function opened(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ ...LAPTOP, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  const { pathname, hash } = new URL(link);
  await page.goto(`${server.url}${pathname}${hash}`);
  return page;
}

test('a console that is cut off runs on, and what it did counts at its moments once it says so', async ({
  browser,
}) => {
  const made = await createdSeminar(server.url);
  organiser = made.organiser;
  const { sittingId } = made;
  const links = made.view.ateliers[0]?.sittings[0]?.links;
  if (!links) throw new Error('no sitting');
  const desk = await opened(browser, links.animateur);
  const screen = await opened(browser, links.screen);
  const { bar, cutOff } = fr.console;
  const press = (name: string) => desk.getByRole('button', { name }).click();
  const point = (page: Page, question: string) => page.getByRole('heading', { name: question }).first();

  await press(bar.start);
  await expect(point(screen, 'Qui vient ?')).toBeVisible();

  await desk.context().setOffline(true);
  await expect(desk.getByText(cutOff.mark)).toBeVisible();
  const given: (readonly [from: number, to: number])[] = [];
  const giveAlone = async (name: string, shown: () => Promise<void>) => {
    const from = Date.now();
    await press(name);
    await shown();
    given.push([from, Date.now()]);
  };
  await giveAlone(bar.next, () => expect(point(desk, 'Comment ?')).toBeVisible());
  await giveAlone(bar.suspend, () => expect(desk.getByRole('button', { name: bar.resume })).toBeVisible());
  await giveAlone(bar.resume, () => expect(desk.getByRole('button', { name: bar.suspend })).toBeVisible());
  // One more, taken back before anybody hears of it.
  await press(bar.suspend);
  await desk.getByRole('button', { name: fr.console.undo.label(fr.console.undo.suspended) }).click();
  await expect(desk.getByText(cutOff.kept(3))).toBeVisible();
  await expect(point(screen, 'Qui vient ?')).toBeVisible();

  const back = Date.now();
  await desk.context().setOffline(false);
  const sheet = desk.getByRole('dialog', { name: /^Pendant la coupure/ });
  await expect(sheet.getByRole('listitem')).toHaveCount(3);
  await expect(point(screen, 'Qui vient ?')).toBeVisible();
  await sheet.getByRole('button', { name: cutOff.apply }).click();
  await expect(sheet).toBeHidden();
  await expect(point(screen, 'Comment ?')).toBeVisible();
  await expect(point(desk, 'Comment ?')).toBeVisible();

  const regie = organiser.socket();
  await connected(regie);
  const { run } = await subscribed(regie, { channel: 'sitting', sittingId, audience: 'console' });
  const [suspension] = run.suspensions;
  const moments = [run.visits[1]?.from, suspension?.from, suspension?.to];
  expect(run.suspensions.length).toBe(1);
  moments.forEach((moment, index) => {
    const [from = 0, to = 0] = given[index] ?? [];
    expect(moment).toBeGreaterThanOrEqual(from - BLINK);
    expect(moment).toBeLessThanOrEqual(Math.min(to, back) + BLINK);
  });

  // Cut off again, while somebody else acts: what was done alone can be read, and the room is followed.
  await desk.context().setOffline(true);
  await expect(desk.getByText(cutOff.mark)).toBeVisible();
  await press(bar.finish);
  await expect(desk.getByText(cutOff.kept(1))).toBeVisible();
  const suspended = { type: 'run/suspend', sittingId, expectedRunEvents: run.eventCount } as const;
  expect(await commanded(regie, 'organiser', suspended)).toMatchObject({ ok: true });
  await desk.context().setOffline(false);
  await expect(sheet.getByText(cutOff.otherwise)).toBeVisible();
  await expect(sheet.getByRole('button', { name: cutOff.apply })).toBeHidden();
  await sheet.getByRole('button', { name: cutOff.resume }).click();
  await expect(desk.getByRole('button', { name: bar.resume })).toBeVisible();
});
