/** A phone without a network, and a computer that several people use after each other. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import fr from '#i18n/fr.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { everythingKept, textsKept } from './everything-kept.ts';
import { caretAt } from './notes-room.ts';
import { seesSaid } from './on-the-phone.ts';
import { SeminarDay } from './seminar-day.ts';

test.use({ serviceWorkers: 'allow' });

let dataDir: string;
let server: ServerProcess;
let day: SeminarDay;
let code: string;
let animateur: Page;

test.beforeEach(async ({ browser }) => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-offline-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  day = new SeminarDay(browser, server.url);
  const links = await day.links(await day.organise());
  code = links.code;
  animateur = await day.open(links.animateur, 'laptop');
});

test.afterEach(async () => {
  await day.close();
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
  expect(day.problems).toEqual([]);
});

test('what is said and written without a network survives the tab and arrives once', async () => {
  let phone = await day.join(code, 'Inès', 'CARADEC', 'présidente', 'Morlaix');
  const context = phone.context();
  const address = phone.url();
  await opensOffline(phone);
  await openNotes(phone);
  await write(phone, 'Avant la coupure.');
  await expect(phone.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();
  await expect.poll(() => textsKept(phone)).toContain('Avant la coupure.');

  await context.setOffline(true);
  await phone.goto(address);
  await expect(phone.getByText(/^Hors ligne\. Voici où en était l’atelier à/)).toBeVisible();
  const said = ['Un relais à la gare.', 'Une salle ouverte le soir.', 'Un car le mercredi.'];
  for (const text of said) await day.contribute(phone, text);
  await expect(phone.getByRole('heading', { name: fr.participant.pending(3) })).toBeVisible();
  await openNotes(phone);
  await expect(notesOf(phone)).toContainText('Avant la coupure.');
  await write(phone, 'Pendant la coupure.');
  await expect(phone.getByText(fr.common.saved.offline)).toBeVisible();
  // Who closes the tab in the instant of the last letter may lose it.
  await expect.poll(() => textsKept(phone)).toContain('Avant la coupure.Pendant la coupure.');

  await phone.close();
  phone = await context.newPage();
  await phone.goto(address);
  await expect(phone.getByRole('heading', { name: fr.participant.pending(3) })).toBeVisible();
  for (const text of said) await expect(phone.getByText(text)).toBeVisible();
  await openNotes(phone);
  await expect(notesOf(phone)).toContainText('Pendant la coupure.');

  await context.setOffline(false);
  await seesSaid(animateur, ...said);
  for (const text of said) await expect(animateur.getByText(text)).toHaveCount(1);
  await expect(phone.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();
  const yann = await day.join(code, 'Yann', 'LE GOFF', 'directeur', 'Lorient');
  for (const text of said) await expect(yann.getByText(text)).toHaveCount(1);
  await openNotes(yann);
  await expect(notesOf(yann)).toHaveText(/Avant la coupure\.Pendant la coupure\./);
});

test('a shared computer forgets who is done', async () => {
  const computer = await day.join(code, 'Gwenola', 'TANGUY', 'secrétaire', 'Quimper', { shared: true });
  await opensOffline(computer);
  await day.contribute(computer, 'Une permanence au marché.');
  await expect(animateur.getByText('Une permanence au marché.')).toBeVisible();
  await openNotes(computer);
  await write(computer, 'Le marché est le jeudi.');
  await expect(computer.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();
  await computer.getByRole('button', { name: fr.participant.sharedDevice.done }).click();
  await computer.waitForURL((url) => url.pathname === '/');
  await expect(computer.getByText(fr.myself.left)).toBeVisible();

  const kept = await everythingKept(computer);
  expect(kept).toContain('pleniere');
  for (const words of ['Gwenola', 'TANGUY', 'marché', 'Rencontre régionale'])
    expect(kept).not.toContain(words);
  // The next one begins with nobody.
  await computer.getByLabel(fr.home.code).fill(code);
  await computer.getByRole('button', { name: fr.home.join }).click();
  await expect(computer.getByLabel(fr.join.firstName)).toHaveValue('');
  await expect(computer.getByText(fr.join.alreadyIn)).toHaveCount(0);
});

test('a shared computer without a network forgets at once, and the server when it is back', async () => {
  const computer = await day.join(code, 'Gwenola', 'TANGUY', 'secrétaire', 'Quimper', { shared: true });
  await opensOffline(computer);
  await computer.context().setOffline(true);
  await day.contribute(computer, 'Une permanence au marché.');
  await computer.getByRole('button', { name: fr.participant.sharedDevice.done }).click();
  await computer.getByRole('button', { name: fr.participant.sharedDevice.endAnyway }).click();
  await expect(computer.getByText(fr.myself.forgetting)).toBeVisible();
  const kept = await everythingKept(computer);
  for (const words of ['Gwenola', 'TANGUY', 'marché']) expect(kept).not.toContain(words);

  await computer.context().setOffline(false);
  await expect(computer.getByText(fr.myself.forgetting)).toHaveCount(0);
  await computer.getByLabel(fr.home.code).fill(code);
  await computer.getByRole('button', { name: fr.home.join }).click();
  await expect(computer.getByLabel(fr.join.firstName)).toHaveValue('');
  await expect(computer.getByText(fr.join.alreadyIn)).toHaveCount(0);
});

const notesOf = (page: Page) => day.editor(page, fr.participant.notesLabel);

async function openNotes(page: Page): Promise<void> {
  await page.getByRole('link', { name: fr.participant.notes }).click();
  await expect(notesOf(page)).toBeVisible();
}

async function write(page: Page, text: string): Promise<void> {
  await expect(notesOf(page)).toHaveAttribute('contenteditable', 'true');
  await notesOf(page).click();
  await caretAt(page, 'ControlOrMeta+End');
  await notesOf(page).pressSequentially(text);
}

/** The service worker holds the page. */
const opensOffline = (page: Page): Promise<unknown> =>
  page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
