/** A synthesis on the plenary's screen: turned from a phone, followed on others, there again after the server was not. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { agendaItem } from '#core/agenda/plan.ts';
import { minutes } from '#core/time/instant.ts';
import fr from '#i18n/fr.ts';
import type { Command } from '#protocol/inputs.ts';
import type { SessionView, SittingLinks } from '#protocol/views.ts';
import { commanded, connected, createdSeminar, Device, freshId } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { caretAt } from './notes-room.ts';

const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const PROJECTOR = { width: 1920, height: 1080 };
const FIRST = 'Ouvrir le samedi matin, avec un café.';
const SECOND = 'Tenir une permanence dans chaque service.';
const POINT = 'Ce que dit l’atelier Accueillir';
const { band, remote, phone: words } = fr.restitution;

let dataDir: string;
let server: ServerProcess;
const contexts: BrowserContext[] = [];
const devices: Device[] = [];
const problems: string[] = [];
/** More than all pages together read the slides for what is turned and cut: one that reads without end soon passes it. */
const MOST_READINGS = 60;
let readings = 0;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-restitution-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
});
test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  devices.splice(0).forEach((device) => device.close());
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

type Size = { readonly width: number; readonly height: number };

/** The page of a device that holds its rights already. */
async function pageOf(browser: Browser, device: Device, path: string, viewport: Size): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  contexts.push(context);
  const [name = '', value = ''] = device.cookie.split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  // After a cut devices wait at random before they come back: here as briefly as they may.
  await context.addInitScript(() => (Math.random = () => 0.001));
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (request.url().endsWith('/slides')) readings += 1;
  });
  await page.goto(`${server.url}${path}`);
  return page;
}

/** A séminaire of one atelier and of a plenary whose only point presents it, and which has begun. */
async function preparedDay() {
  const { organiser, view, sittingId } = await createdSeminar(server.url);
  const atelierId = view.ateliers[0]?.atelierId ?? '';
  const plenary = freshId();
  const socket = organiser.socket();
  await connected(socket);
  const command = async (it: Command): Promise<void> => {
    const answer = await commanded(socket, 'organiser', it);
    if (!answer.ok) throw new Error(`${it.type}: ${answer.error.code}`);
  };
  await command({
    type: 'atelier/add',
    ...{ seminarId: view.seminarId, atelierId: freshId(), sittingId: plenary, plenary: true },
    ...{ title: 'Plénière de restitution', room: 'Amphithéâtre', start: null },
    items: [
      agendaItem({ id: 'item-present', title: POINT, plannedMinutes: minutes(7), restitutes: atelierId }),
      agendaItem({ id: 'item-after', title: 'Échanges', plannedMinutes: minutes(20) }),
    ],
  });
  await command({ type: 'run/start', sittingId: plenary, expectedRunEvents: 0 });
  const linked = async (of: string, role: 'rapporteur' | 'screen'): Promise<Device> => {
    const links = await organiser.json<SittingLinks>(`/api/sittings/${of}/links`);
    const device = new Device(server.url);
    await device.openLink(links[role]);
    return device;
  };
  const links = await organiser.json<SittingLinks>(`/api/sittings/${sittingId}/links`);
  const participant = new Device(server.url);
  await participant.join(new URL(links.join).hash.slice(1), 'Yann');
  const [rapporteur, screen] = [await linked(sittingId, 'rapporteur'), await linked(plenary, 'screen')];
  const { grants } = await rapporteur.json<SessionView>('/api/session');
  const maelle = { personId: grants[0]?.personId ?? '', firstName: 'Maëlle', lastName: 'LE GOFF' };
  const said = { ...maelle, function: 'bénévole', town: 'Lorient', consent: 'name-and-function' };
  const introduced = await rapporteur.request('/api/introduction', said);
  if (!introduced.ok) throw new Error(await introduced.text());
  devices.push(organiser, participant, rapporteur, screen);
  return { organiser, participant, rapporteur, screen, atelierId, plenary };
}

/** Under the headings that the points have given the text. */
async function write(page: Page, under: number, text: string): Promise<void> {
  const editor = page
    .getByRole('textbox', { name: fr.synthesis.editorLabel })
    .and(page.locator('[contenteditable="true"]'));
  await editor.getByRole('heading').nth(under).click();
  await caretAt(page, 'End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(text);
}

test('one turns, all see the same slide, and find it again after a cut', async ({ browser }) => {
  const { organiser, participant, rapporteur, screen, atelierId, plenary } = await preparedDay();

  const synthesis = await pageOf(browser, rapporteur, `/ateliers/${atelierId}/synthese`, LAPTOP);
  await write(synthesis, 0, FIRST);
  await write(synthesis, 1, SECOND);
  await expect(synthesis.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();

  const projector = await pageOf(browser, screen, `/seances/${plenary}/ecran`, PROJECTOR);
  const phone = await pageOf(browser, participant, `/seances/${plenary}`, PHONE);
  const console = await pageOf(browser, organiser, `/seances/${plenary}/animer`, LAPTOP);
  await expect(projector.getByRole('heading', { name: POINT })).toBeVisible();

  // The plenary is at the point: one tap.
  await expect(console.getByText(remote.state.draft)).toBeVisible();
  await console.getByRole('button', { name: band.show }).click();
  await expect(projector.getByRole('heading', { name: 'Accueillir', exact: true })).toBeVisible();
  await expect(projector.getByText(fr.restitution.presentedBy('Maëlle LE GOFF'))).toBeVisible();
  await phone.getByRole('button', { name: words.follow }).click();
  await expect(phone.getByRole('heading', { name: 'Accueillir', exact: true })).toBeVisible();
  await expect(phone.getByLabel(fr.participant.field)).toBeVisible();

  // The rapporteur turns, phone in hand; the console sees it.
  await synthesis.getByRole('link', { name: fr.restitution.present }).click();
  await synthesis.setViewportSize(PHONE);
  await synthesis.getByRole('button', { name: remote.forward }).click();
  for (const page of [projector, phone, synthesis])
    await expect(page.getByText(FIRST, { exact: true })).toBeVisible();
  await expect(projector.getByText(fr.restitution.count(2, 3))).toBeVisible();
  await expect(console.getByText(fr.restitution.count(2, 3))).toBeVisible();

  // The power goes, and comes back.
  const { port } = server;
  await server.end('SIGKILL');
  await expect(synthesis.getByText(remote.cutOff)).toBeVisible();
  await expect(synthesis.getByRole('button', { name: remote.forward })).toBeDisabled();
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn', PORT: String(port) });
  await expect(synthesis.getByText(remote.cutOff)).toBeHidden();
  for (const page of [projector, phone]) await expect(page.getByText(FIRST, { exact: true })).toBeVisible();

  await synthesis.keyboard.press('ArrowRight');
  for (const page of [projector, phone]) await expect(page.getByText(SECOND, { exact: true })).toBeVisible();
  await expect(synthesis.getByText(remote.last)).toBeVisible();
  await console.getByRole('button', { name: remote.previous }).click();
  for (const page of [projector, phone, synthesis])
    await expect(page.getByText(FIRST, { exact: true })).toBeVisible();

  // What stood there before comes back.
  await synthesis.keyboard.press('Escape');
  await expect(projector.getByRole('heading', { name: POINT })).toBeVisible();
  await expect(phone.getByText(FIRST, { exact: true })).toBeHidden();
  await expect(phone.getByRole('button', { name: words.stop })).toBeHidden();

  await synthesis.getByRole('link', { name: remote.handout }).click();
  for (const text of [FIRST, SECOND]) await expect(synthesis.getByText(text, { exact: true })).toBeVisible();
  expect(problems).toEqual([]);
  expect(readings).toBeLessThan(MOST_READINGS);
});
