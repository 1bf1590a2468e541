/** Every page, at its device's size, light and dark: nothing that WCAG 2.2 A and AA forbid and a program can see. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { startDemo } from '../support/demo-process.ts';
import type { Demo } from '../support/demo-process.ts';
import { AROUND_THE_ROOMS } from './organiser-visits.ts';
import { REREADING } from './rereading-visits.ts';
import { RESTITUTION } from './restitution-visits.ts';
import { IN_THE_ROOM } from './room-visits.ts';

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

const turn = (page: Page, colorScheme: 'light' | 'dark'): Promise<void> =>
  page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

async function violations(page: Page): Promise<string[]> {
  const inLight = [...(await tooWide(page)), ...(await found(builder(page).withTags(RULES), 'light'))];
  await turn(page, 'dark');
  // The other scheme changes colours and nothing else.
  const inDark = await found(builder(page).withRules(['color-contrast']), 'dark');
  return [...inLight, ...inDark];
}

/** What makes the page wider than its device: the whole of it would then move sideways. */
async function tooWide(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const room = page.viewportSize()?.width ?? 0;
  return wide > room ? [`the page is ${wide} pixels wide, its device ${room}`] : [];
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

for (const { by, device, come, views } of [
  ...[...AROUND_THE_ROOMS, ...IN_THE_ROOM],
  ...[...RESTITUTION, ...REREADING],
]) {
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
