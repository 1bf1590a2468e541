/** What a device keeps and what it lets go of: tabs that share it, a page that is left, plain http, rights withdrawn. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import fr from '#i18n/fr.ts';
import { commanded, connected, createdSeminar, Device, subscribed } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { caretAt, notesOf } from './notes-room.ts';

let dataDir: string;
let server: ServerProcess;
let organiser: Device;
let regie: ReturnType<Device['socket']>;
let sittingId: string;
let code: string;
let people: Device[] = [];
let context: BrowserContext;
const problems: string[] = [];

test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-kept-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  const made = await createdSeminar(server.url);
  ({ organiser, sittingId } = made);
  code = made.view.ateliers[0]?.sittings[0]?.code ?? '';
  regie = organiser.socket();
  await connected(regie);
});

test.afterAll(async () => {
  for (const it of [organiser, ...people]) it.close();
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

test.afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
});

/** Somebody who joined, in a browser of their own, at the server's address or under another name of this machine. */
async function joined(browser: Browser, firstName: string, host = 'localhost'): Promise<Page> {
  const person = new Device(server.url);
  people = [...people, person];
  await person.join(code, firstName);
  context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  // What bears no name leaves within a minute, at random: here at once, for the sake of time.
  await context.addInitScript(() => (Math.random = () => 0.001));
  const [name = '', value = ''] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: at(host) }]);
  return tab(host);
}

const at = (host: string): string => `http://${host}:${server.port}`;

async function tab(host = 'localhost', query = ''): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${at(host)}/seances/${sittingId}${query}`);
  return page;
}

async function say(page: Page, text: string, unnamed = false): Promise<void> {
  await page.getByLabel(fr.participant.field).fill(text);
  await page.getByLabel(fr.participant.unnamed, { exact: true }).setChecked(unnamed);
  await page.getByRole('button', { name: fr.participant.send }).click();
}

const room = () => subscribed(regie, { channel: 'sitting', sittingId, audience: 'console' });
const saidBy = async (words: RegExp): Promise<string[]> =>
  (await room()).contributions.map((it) => it.text ?? '').filter((text) => words.test(text));

/** Closes the tab as a person does, and answers whether it asked back. */
async function leaves(page: Page): Promise<boolean> {
  const asked = new Promise<true>((resolve) =>
    page.once('dialog', (dialog) => void dialog.accept().then(() => resolve(true))),
  );
  const gone = new Promise<false>((resolve) => page.once('close', () => resolve(false)));
  await page.close({ runBeforeUnload: true });
  return Promise.race([asked, gone]);
}

test('two tabs of one device share what waits: each contribution arrives once', async ({ browser }) => {
  const one = await joined(browser, 'Soazig');
  const other = await tab();
  for (const page of [one, other]) await expect(page.getByLabel(fr.participant.field)).toBeVisible();
  await context.setOffline(true);
  await say(one, 'Tab : un');
  await say(other, 'Tab : deux');
  await say(one, 'Tab : trois', true);
  for (const page of [one, other])
    await expect(page.getByRole('heading', { name: fr.participant.pending(3) })).toBeVisible();
  await context.setOffline(false);
  for (const page of [one, other]) await expect(page.getByText(/^Tab : /)).toHaveCount(3);
  await expect
    .poll(async () => (await saidBy(/^Tab : /)).sort())
    .toEqual(['Tab : deux', 'Tab : trois', 'Tab : un']);
  await expect(one.getByRole('heading', { name: /en attente/ })).toBeHidden();
});

test('a page is left without a word, but asks back while something has not left', async ({ browser }) => {
  const calm = await joined(browser, 'Gaël');
  await say(calm, 'Parti aussitôt');
  await expect.poll(() => saidBy(/^Parti aussitôt/)).toHaveLength(1);
  await expect(calm.getByText(fr.participant.sent)).toBeVisible();
  expect(await leaves(calm)).toBe(false);

  const page = await tab();
  await expect(page.getByLabel(fr.participant.field)).toBeVisible();
  await context.setOffline(true);
  await say(page, 'Pas encore parti');
  await expect(page.getByRole('heading', { name: fr.participant.pending(1) })).toBeVisible();
  expect(await leaves(page)).toBe(true);
});

test('plain http under another name: said, kept and its own, and what is missing is told', async ({
  browser,
}) => {
  const host = 'pleniere.test';
  const page = await joined(browser, 'Erwan', host);
  await expect(page.getByLabel(fr.participant.field)).toBeVisible();
  expect(await page.evaluate(() => [isSecureContext, 'subtle' in crypto])).toEqual([false, false]);
  await expect(page.getByText(fr.participant.device.wakeUnavailable)).toBeAttached();
  await expect(page.getByText(fr.participant.device.offlineUnavailable)).toBeAttached();
  await say(page, 'Http : avec mon nom');
  await say(page, 'Http : sans mon nom', true);
  await expect.poll(() => saidBy(/^Http : /)).toHaveLength(2);

  await context.setOffline(true);
  await say(page, 'Http : pendant la coupure');
  await expect(page.getByRole('heading', { name: fr.participant.pending(1) })).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const again = await tab(host);
  await expect.poll(() => saidBy(/^Http : /)).toHaveLength(3);

  // The key that says whose it is stayed on the device: nobody else could take it back.
  await again.getByRole('button', { name: fr.ownWords.open(3) }).click();
  const own = again.getByRole('listitem').filter({ hasText: 'Http : sans mon nom' });
  await expect(own).toBeVisible();
  await again.keyboard.press('Escape');

  await again.getByRole('link', { name: fr.participant.notes }).click();
  // What is typed while it still loads goes nowhere.
  await expect(notesOf(again)).toHaveAttribute('aria-readonly', 'false');
  await notesOf(again).click();
  await caretAt(again, 'Control+End');
  await again.keyboard.type('Noté sans certificat.');
  await expect(again.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();
  await again.reload();
  await expect(notesOf(again)).toContainText('Noté sans certificat.');
});

test('the right to the notes withdrawn in mid-sentence: the words are shown, and it goes on when it is back', async ({
  browser,
}) => {
  const page = await joined(browser, 'Nolwenn');
  await page.getByRole('link', { name: fr.participant.notes }).click();
  const notes = notesOf(page);
  const mayWrite = (writable: boolean) => expect(notes).toHaveAttribute('aria-readonly', String(!writable));
  const turn = async (type: 'notes/open' | 'notes/close') =>
    expect(await commanded(regie, 'organiser', { type, sittingId })).toMatchObject({ ok: true });
  await mayWrite(true);

  // While nothing was being written.
  await turn('notes/close');
  await mayWrite(false);
  await turn('notes/open');
  await mayWrite(true);

  await context.setOffline(true);
  await notes.click();
  await caretAt(page, 'Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Au milieu d’une phr');
  await turn('notes/close');
  await context.setOffline(false);
  await expect(page.getByLabel(fr.sharedText.setAsideLabel)).toHaveValue('Au milieu d’une phr');
  await expect(page.getByRole('button', { name: fr.common.copy })).toBeVisible();
  await turn('notes/open');
  await mayWrite(true);
  await notes.click();
  await caretAt(page, 'Control+End');
  await page.keyboard.type('Et la suite.');
  await expect(page.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();
  await expect(notes).toContainText('Et la suite.');
  await expect(notes).not.toContainText('Au milieu');
  await expect(page.getByLabel(fr.sharedText.setAsideLabel)).toHaveValue('Au milieu d’une phr');
});
