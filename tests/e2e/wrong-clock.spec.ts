import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { agendaItem } from '#core/agenda/plan.ts';
import { minutes } from '#core/time/instant.ts';
import { commanded, connected, createdSeminar } from '../support/device.ts';
import type { Device } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { shiftedChromium } from '../support/shifted-chromium.ts';

/** Hours that the clocks of the three computers are wrong by. */
const SHIFTS = [0, 12, -12] as const;
/** Seconds of the countdown that are watched. */
const WATCHED = ['1 min 55', '1 min 54', '1 min 53', '1 min 52', '1 min 51'] as const;

let dataDir: string;
let server: ServerProcess;
let organiser: Device;
const browsers: Browser[] = [];

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-clock-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
});

test.afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
  organiser.close();
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

/** Notes, on this machine's monotonic clock, when the page began to show each figure. */
async function watched(page: Page): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>();
  await page.exposeFunction('sawFigure', (figure: string) => {
    if (!seen.has(figure)) seen.set(figure, performance.now());
  });
  await page.evaluate(() => {
    const tell = (): void => {
      const figure = document.querySelector('[role="timer"]')?.textContent ?? '';
      (window as unknown as { sawFigure: (figure: string) => void }).sawFigure(
        figure.replace(/\s+/g, ' ').trim(),
      );
    };
    new MutationObserver(tell).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  return seen;
}

test('three projectors whose clocks are twelve hours apart show the same second', async () => {
  const made = await createdSeminar(server.url);
  organiser = made.organiser;
  const [atelier] = made.view.ateliers;
  const { sittingId } = made;
  const socket = organiser.socket();
  await connected(socket);
  const items = [
    agendaItem({ id: 'one-point', title: 'Tour de table', plannedMinutes: minutes(2) }),
    agendaItem({ id: 'two-point', title: 'Échanges', plannedMinutes: minutes(30) }),
  ];
  const atelierId = atelier?.atelierId ?? '';
  const revised = await commanded(socket, 'organiser', {
    type: 'plan/revise',
    atelierId,
    expectedRevision: 1,
    items,
  });
  expect(revised.ok).toBe(true);

  const screens: Page[] = [];
  for (const hours of SHIFTS) {
    const browser = await shiftedChromium(hours);
    browsers.push(browser);
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'fr-FR' });
    const { pathname, hash } = new URL(atelier?.sittings[0]?.links.screen ?? '');
    await page.goto(`${server.url}${pathname}${hash}`);
    const wrongBy = await page.evaluate(() => Date.now());
    expect(Math.abs(wrongBy - Date.now() - hours * 3_600_000)).toBeLessThan(60_000);
    screens.push(page);
  }

  const started = await commanded(socket, 'organiser', {
    type: 'run/start',
    sittingId,
    expectedRunEvents: 0,
  });
  expect(started.ok).toBe(true);
  for (const page of screens) await expect(page.getByRole('timer').first()).toContainText(/1\s+min\s+\d\d/);
  const seen = await Promise.all(screens.map(watched));
  for (const page of screens)
    await expect(page.getByRole('timer').first()).toContainText(WATCHED.at(-1) ?? '', { timeout: 30_000 });

  const apart = WATCHED.map((figure) => {
    const moments = seen.map((it) => it.get(figure) ?? Number.NaN);
    return Math.max(...moments) - Math.min(...moments);
  });
  process.stdout.write(
    `\nthree browsers, clocks 0, +12 h and −12 h: each second shown within ${apart.map((it) => it.toFixed(0)).join(', ')} ms\n`,
  );
  const median = apart.toSorted((a, b) => a - b)[Math.floor(apart.length / 2)];
  expect(median).toBeLessThan(400);

  const ofDay = await Promise.all(screens.map((page) => page.locator('header b').last().textContent()));
  expect(ofDay[0]).toMatch(/\d\sh/);
  expect(new Set(ofDay).size).toBe(1);
});
