/** Where the focus goes on a phone with a keyboard: never under what stays at an edge, never lost with what closes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import fr from '#i18n/fr.ts';
import { commanded, connected, createdSeminar, Device, freshId } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';

test.describe.configure({ mode: 'serial' });

/** More than one screen of them. */
const SAID = 12;
const STOPS = 60;
const { synthesis, sharedText } = fr;

let dataDir: string;
let server: ServerProcess;
let animateur: Page;
let atelierId: string;

test.beforeAll(async ({ browser }) => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-phone-focus-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  const { organiser, view } = await createdSeminar(server.url);
  const [atelier] = view.ateliers;
  const [sitting] = atelier?.sittings ?? [];
  if (!atelier || !sitting) throw new Error('no sitting');
  ({ atelierId } = atelier);
  await say(sitting.sittingId, sitting.code);
  organiser.close();

  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    ...{ locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce' },
  });
  animateur = await context.newPage();
  const { pathname, hash } = new URL(sitting.links.animateur);
  await animateur.goto(`${server.url}${pathname}${hash}`);
});

test.afterAll(async () => {
  await animateur.context().close();
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

async function say(sittingId: string, code: string): Promise<void> {
  const claire = new Device(server.url);
  await claire.join(code, 'Claire');
  const socket = claire.socket();
  await connected(socket);
  for (let index = 1; index <= SAID; index += 1) {
    const answer = await commanded(socket, 'participant', {
      ...{ type: 'contribution/make', sittingId, contributionId: freshId(), itemId: null, questionId: null },
      ...{ kind: null, text: `Une permanence le jour ${index}.`, unnamed: false },
    });
    expect(answer.ok).toBe(true);
  }
  claire.close();
}

const button = (name: string | RegExp): Locator =>
  animateur.getByRole('button', { name, exact: typeof name === 'string' });

test('no bar lies over what the tab key leads to', async () => {
  await expect(animateur.locator('[data-row]')).toHaveCount(SAID);
  await expect(button(fr.console.bar.start)).toBeVisible();
  expect(await underBars(animateur)).toEqual([]);
  // It is the room asked for beside the foot that keeps them clear: with the same for every page, some lie under it.
  await animateur.evaluate(() => (document.documentElement.style.scrollPaddingBlock = '120px 96px'));
  expect(await underBars(animateur)).not.toEqual([]);
});

test('the contributions take the focus, and give it back to the text’s page', async () => {
  const page = animateur;
  await page.goto(`${server.url}/ateliers/${atelierId}/synthese`);
  const opener = button(synthesis.showContributions(SAID));
  const heading = page.getByRole('heading', { name: synthesis.contributions, exact: true });
  const back = button(synthesis.backToText);
  const drawer = page.getByRole('complementary', { name: synthesis.contributions });
  await opener.press('Enter');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(back).toBeFocused();
  // Nothing of what lies under them is met.
  for (let stop = 0; stop < 2 * SAID; stop += 1) {
    await page.keyboard.press('Tab');
    const isUnder = await drawer.evaluate(
      (it) => document.activeElement !== document.body && !it.contains(document.activeElement),
    );
    expect(isUnder).toBe(false);
  }
  await back.press('Enter');
  await expect(drawer).toBeHidden();
  await expect(opener).toBeFocused();

  await opener.press('Enter');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(opener).toBeFocused();

  // From the figures, which fold away.
  const unfolder = button(new RegExp(`${synthesis.figures}$`));
  await unfolder.press('Enter');
  await button(synthesis.left(SAID)).press('Enter');
  await expect(heading).toBeFocused();
  // What stands above them closes first.
  await button(fr.sorting.spoken.open).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(drawer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(unfolder).toBeFocused();
});

test('the state of the synthesis is two rows, and what leads elsewhere stands in its menu', async () => {
  const page = animateur;
  const bar = page.getByRole('group', { name: synthesis.standing.menu });
  await expect(bar.getByRole('switch')).toBeVisible();
  await expect(bar.getByRole('button', { name: synthesis.standing.validate })).toBeVisible();
  expect((await bar.boundingBox())?.height).toBeLessThan(110);
  await button(sharedText.menu.label).press('Enter');
  await expect(page.getByRole('menuitem', { name: fr.restitution.print })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button(sharedText.menu.label)).toBeFocused();

  // What changes the state leaves with it.
  const text = page.getByRole('textbox', { name: synthesis.editorLabel });
  // Headings alone are not written yet.
  await text.press('Control+End');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('Ouvrir le lundi.');
  await expect(button(synthesis.template.offer)).toBeHidden();
  await expect(page.getByText(fr.common.saved.saved)).toBeVisible();
  await bar.getByRole('button', { name: synthesis.standing.validate }).press('Enter');
  await expect(bar.getByRole('paragraph')).toContainText(synthesis.standing.state.validated);
  await expect(bar.getByRole('paragraph')).toBeFocused();
});

/** What has the focus and is not wholly seen, from the head of the page down to its foot and back. */
async function underBars(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
  const found = new Set<string>();
  for (const key of ['Tab', 'Shift+Tab'])
    for (let stop = 0; stop < STOPS; stop += 1) {
      await page.keyboard.press(key);
      const hidden = await page.evaluate(hiddenFocus);
      if (hidden !== '') found.add(hidden);
    }
  return [...found];
}

/** The element with the focus, when something lies over a part of its height; '' when it is whole. */
function hiddenFocus(): string {
  const it = document.activeElement ?? document.body;
  const { left, top, width, height } = it.getBoundingClientRect();
  const seen = [0.1, 0.5, 0.9].map((down) =>
    [0.1, 0.5, 0.9].some((across) => {
      const at = document.elementFromPoint(left + width * across, top + height * down);
      return at !== null && (it.contains(at) || at.contains(it));
    }),
  );
  // What is taller than the room between the bars cannot be whole.
  const isSeen = height > innerHeight / 2 ? seen.some(Boolean) : seen.every(Boolean);
  return isSeen ? '' : it.outerHTML.slice(0, 160);
}
