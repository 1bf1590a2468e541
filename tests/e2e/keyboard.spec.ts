/** A day by the keyboard alone: no step touches a mouse or a screen, and what is not reached by keys fails the test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import fr from '#i18n/fr.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { createdSeminar } from '../support/device.ts';
import type { Device } from '../support/device.ts';
import { caretAt } from './notes-room.ts';

test.describe.configure({ mode: 'serial' });
test.use({ trace: 'off' });

/** Stops of the tab key until what is looked for must have been met. */
const MOST_STOPS = 90;
const { editor } = fr.common;

let dataDir: string;
let server: ServerProcess;
let organiser: Device;
let claire: Page;
let desk: Page;
let code: string;
const problems: string[] = [];

test.beforeAll(async ({ browser }) => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-keyboard-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  const made = await createdSeminar(server.url);
  organiser = made.organiser;
  const sitting = made.view.ateliers[0]?.sittings[0];
  if (!sitting) throw new Error('no sitting');
  code = sitting.code;
  const { pathname, hash } = new URL(sitting.links.animateur);
  [claire, desk] = await Promise.all([
    opened(browser, server.url),
    opened(browser, `${server.url}${pathname}${hash}`),
  ]);
});

test.afterAll(async () => {
  await claire.context().close();
  await desk.context().close();
  organiser.close();
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

test.afterEach(() => expect(problems).toEqual([]));

async function opened(browser: Browser, address: string): Promise<Page> {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  // What bears no name leaves within a minute, at random: here at once, for the sake of time.
  await context.addInitScript(() => (Math.random = () => 0.001));
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(address);
  return page;
}

const isFocused = (it: Locator): Promise<boolean> =>
  it.evaluate((element) => element === document.activeElement);

/** By the tab key to it, whatever stands between. */
async function tabTo(it: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(it).toBeVisible();
  const keyboard = it.page().keyboard;
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isFocused(it)) return;
    await keyboard.press(key);
  }
  throw new Error(`the tab key does not reach ${String(it)}`);
}

async function fill(it: Locator, text: string): Promise<void> {
  await tabTo(it);
  await it.page().keyboard.type(text);
}

/** Whatever is pressed, by the key that presses it. */
async function press(it: Locator, key = 'Enter'): Promise<void> {
  await tabTo(it);
  await it.page().keyboard.press(key);
}

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const editorOf = (page: Page, label: string): Locator =>
  page.getByRole('textbox', { name: label }).and(page.locator('[contenteditable="true"]'));
const toolbarOf = (page: Page): Locator => page.getByRole('group', { name: editor.toolbar });

/** The tab key leaves it for what follows and for what stands before. */
async function leadsOut(from: Locator): Promise<void> {
  for (const key of ['Tab', 'Shift+Tab'] as const) {
    await tabTo(from, key === 'Tab' ? 'Shift+Tab' : 'Tab');
    await from.page().keyboard.press(key);
    expect(await isFocused(from)).toBe(false);
  }
}

test('joins by code, says who they are, contributes and supports', async () => {
  const { keyboard } = claire;
  await fill(claire.getByLabel(fr.home.code), code);
  await keyboard.press('Enter');
  await fill(claire.getByLabel(fr.join.firstName), 'Claire');
  await fill(claire.getByLabel(fr.join.lastName, { exact: true }), 'TANGUY');
  await fill(claire.getByRole('textbox', { name: fr.join.function }), 'trésorière');
  await fill(claire.getByLabel(fr.join.town), 'Quimperlé');
  await press(claire.getByLabel(fr.join.consents['name-and-function']), 'Space');
  await keyboard.press('Enter');
  await claire.waitForURL(/\/seances\//);

  const field = claire.getByLabel(fr.participant.field);
  await fill(field, 'Une convention d’un an.');
  await press(claire.getByLabel(fr.participant.about), 'ArrowDown');
  await press(button(claire, fr.kinds.contribution.proposal), 'Space');
  await expect(button(claire, fr.kinds.contribution.proposal)).toHaveAttribute('aria-pressed', 'true');
  await press(button(claire, fr.participant.send));
  await expect(field).toBeFocused();

  await keyboard.type('Personne ne vient le lundi.');
  await press(claire.getByLabel(fr.participant.unnamed, { exact: true }), 'Space');
  await tabTo(field, 'Shift+Tab');
  await keyboard.press('Control+Enter');
  await expect(field).toHaveValue('');
  await expect(claire.getByText('Personne ne vient le lundi.')).toBeVisible();
});

test('conducts the time, supports, gives the floor and sorts', async () => {
  const { bar } = fr.console;
  const point = (title: string) => desk.getByRole('heading', { name: title }).first();
  await press(button(desk, bar.start));
  await expect(point('Qui vient ?')).toBeVisible();
  await desk.keyboard.press('ArrowRight');
  await expect(point('Comment ?')).toBeVisible();
  // On a button the space bar presses the button, so that one goes elsewhere first.
  await tabTo(desk.getByRole('tab', { name: fr.console.tabs.contributions }));
  await press(button(desk, new RegExp(`^${bar.suspend}`)));
  await expect(button(desk, new RegExp(`^${bar.resume}`))).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(button(desk, new RegExp(`^${bar.suspend}`))).toBeVisible();

  // Asked for on the phone, with a word of what about.
  await press(button(claire, fr.floor.ask));
  await expect(claire.getByRole('dialog')).toBeVisible();
  await fill(claire.getByLabel(fr.floor.about), 'le lundi');
  await claire.keyboard.press('Enter');
  await expect(button(claire, fr.floor.nextIsYou)).toBeFocused();
  await press(button(desk, fr.conduct.floor.next('Claire TANGUY')).last());
  await expect(button(claire, new RegExp(`^${fr.floor.yours}`))).toBeVisible();
  await press(button(desk, fr.conduct.floor.end));
  await expect(button(claire, fr.floor.ask)).toBeVisible();

  // The room is at another point: the whole atelier's words are asked for.
  await press(claire.getByLabel(fr.participant.scope), 'ArrowDown');
  await press(button(claire, /^Soutenir : Personne ne vient/), 'Space');
  await expect(button(claire, /^Soutenir : Personne ne vient/)).toHaveAttribute('aria-pressed', 'true');

  const rows = desk.locator('[data-row]');
  await tabTo(rows.first());
  await desk.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await desk.keyboard.press('Home');
  await desk.keyboard.press('p');
  await expect(rows.first().getByText(fr.sorting.row.pinned)).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('menu')).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('menu')).toBeHidden();
  await tabTo(rows.first());
  await desk.keyboard.press('m');
  await expect(desk.getByRole('dialog', { name: fr.sorting.hide.title })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toBeHidden();
});

test('writes in the notes whatever they can hold, and leaves them', async () => {
  const { keyboard } = desk;
  await tabTo(desk.getByRole('tab', { name: fr.console.tabs.contributions }));
  await keyboard.press('ArrowRight');
  const text = editorOf(desk, fr.console.notes.label);
  await tabTo(text);
  await caretAt(desk, 'Control+End');
  await keyboard.press('Control+Enter');

  // A heading: through the tools, by the key that leads there, and back.
  await keyboard.type('Accueil');
  await keyboard.press('Alt+F10');
  await expect(desk.getByLabel(editor.block)).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(text).toBeFocused();
  await expect(text.getByRole('heading', { name: 'Accueil' })).toBeVisible();
  await keyboard.press('Enter');
  await keyboard.type('- un local');
  await keyboard.press('Enter');
  await keyboard.type('une salle');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('> On vient pour un dossier.');
  await keyboard.press('Control+Enter');
  await keyboard.press('Control+b');
  await keyboard.type('Tous les lundis');
  await keyboard.press('Control+b');
  await expect(text.getByRole('listitem')).toHaveText(['un local', 'une salle']);
  await expect(text.locator('blockquote')).toHaveText('On vient pour un dossier.');
  await expect(text.locator('strong')).toHaveText('Tous les lundis');

  for (let letter = 0; letter < 'lundis'.length; letter += 1) await caretAt(desk, 'Shift+ArrowLeft');
  await expect.poll(() => desk.evaluate(() => String(getSelection()))).toBe('lundis');
  await keyboard.press('Alt+F10');
  await press(button(desk, editor.link));
  await expect(desk.getByLabel(editor.linkAddress)).toBeFocused();
  await keyboard.type('https://example.org/');
  await keyboard.press('Enter');
  await expect(text).toBeFocused();
  await expect(text.getByRole('link', { name: 'lundis' })).toBeVisible();

  await caretAt(desk, 'End');
  await keyboard.press('Control+Enter');
  await keyboard.press('Alt+F10');
  await press(button(desk, editor.table));
  await keyboard.press('Escape');
  await expect(text).toBeFocused();
  const rows = text.getByRole('row');
  const before = await rows.count();
  await keyboard.type('Qui');
  await keyboard.press('Tab');
  await keyboard.type('Quand');
  await keyboard.press('Alt+Shift+ArrowDown');
  await keyboard.type('lundi');
  await keyboard.press('Shift+Tab');
  await keyboard.type('Yann');
  await expect(rows).toHaveCount(before + 1);
  await expect(rows.nth(0)).toHaveText(/^QuiQuand/);
  await expect(rows.nth(1)).toHaveText(/^Yannlundi/);

  // Every tool is a stop between the text and the page.
  await keyboard.press('Alt+F10');
  const tools = await toolbarOf(desk).locator('button:enabled, select:enabled').all();
  expect(tools.length).toBeGreaterThan(14);
  for (const tool of tools) {
    await expect(tool).toBeFocused();
    await keyboard.press('Tab');
  }
  // A tool that goes away gives the focus back to the text.
  await tabTo(button(desk, editor.removeTable), 'Shift+Tab');
  await keyboard.press('Space');
  await expect(rows).toHaveCount(0);
  await expect(text).toBeFocused();
  await keyboard.press('Alt+F10');
  await press(button(desk, editor.undo));
  await expect(rows.nth(1)).toHaveText(/^Yannlundi/);
  await enterUntil(desk, async () => !(await has(text, 'Yann')));
  await expect(button(desk, editor.undo)).toBeFocused();
  await tabTo(button(desk, editor.redo));
  await enterUntil(desk, () => has(text, 'Yannlundi'));
  await enterUntil(desk, async () => !(await has(text, 'Yannlundi')));
  // One that is off now, keeps it.
  await expect(button(desk, editor.redo)).toBeDisabled();
  await expect(button(desk, editor.redo)).toBeFocused();
  await tabTo(button(desk, editor.undo), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(rows.nth(1)).toHaveText(/^Yannlundi/);
  await keyboard.press('Escape');
  await expect(text).toBeFocused();
  // Out of the table, and out of the text on either side: no trap.
  await keyboard.press('Control+Enter');
  await leadsOut(text);
});

test('two write: each takes back only their own words, and sees whose caret stands there', async () => {
  await press(claire.getByRole('link', { name: fr.participant.notes, exact: true }));
  const hers = editorOf(claire, fr.participant.notesLabel);
  const theirs = editorOf(desk, fr.console.notes.label);
  await tabTo(hers);
  await caretAt(claire, 'Control+End');
  await tabTo(theirs);
  await expect(theirs.locator('.ProseMirror-yjs-cursor')).toHaveText(/Claire/);
  await expect(hers.locator('.ProseMirror-yjs-cursor')).toHaveText(/\S/);
  await caretAt(desk, 'Control+End');
  await desk.keyboard.type('DU BUREAU');
  await expect(hers).toContainText('DU BUREAU');
  await caretAt(claire, 'Control+End');
  await claire.keyboard.type(' de Claire');
  await expect(theirs).toContainText('DU BUREAU de Claire');

  await undoUntil(desk, theirs, 'DU BUREAU');
  await expect(hers).toContainText('de Claire');
  await expect(hers).not.toContainText('DU BUREAU');
  await undoUntil(claire, hers, 'de Claire');
  await expect(theirs).not.toContainText('de Claire');
  await expect(theirs.getByRole('link', { name: 'lundis' })).toBeVisible();
  await claire.keyboard.press('Escape');
  await leadsOut(hers);
});

async function undoUntil(page: Page, text: Locator, gone: string): Promise<void> {
  await page.keyboard.press('Alt+F10');
  await tabTo(button(page, editor.undo));
  await enterUntil(page, async () => !(await has(text, gone)));
}

const has = async (text: Locator, words: string): Promise<boolean> =>
  ((await text.textContent()) ?? '').includes(words);

/** One step of the history holds what was typed without a pause: a slow machine makes several. */
async function enterUntil(page: Page, done: () => Promise<boolean>): Promise<void> {
  await expect(async () => {
    if (await done()) return;
    await page.keyboard.press('Enter');
    expect(await done()).toBe(true);
  }).toPass();
}
