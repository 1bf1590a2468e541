/** From the day itself to actes that anyone opens: assembled, reread, approved, published, corrected, withdrawn. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { ActesPart } from '#core/actes/actes.ts';
import { blockTexts } from '#core/actes/block-texts.ts';
import { composedPartOf } from '#core/actes/composed-part.ts';
import fr from '#i18n/fr.ts';
import published from '#i18n/fr/published-actes.ts';
import type { ActesView, PagesView } from '#protocol/actes-views.ts';
import type { ActesFormat } from '../support/actes-words.ts';
import { wordsIn, wordsInArchive } from '../support/actes-words.ts';
import { freshId } from '../support/device.ts';
import { flat, pagesOf } from '../support/pdf-text.ts';
import { structureOf } from '../support/pdf-structure.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { filesIn } from '../support/zip-reader.ts';
import {
  ATELIERS,
  heldSeminar,
  LEFT_OVER,
  NEVER,
  PEOPLE,
  PHOTO,
  PRESENTED,
  PROPOSED,
  QUESTIONS,
  QUOTED,
  SIGNED,
  TITLE,
  UNNAMED,
} from './actes-seminar.ts';
import type { Held } from './actes-seminar.ts';
import { expectContentsToMatchPages } from './contents.ts';
import { caretAt } from './notes-room.ts';
import * as on from './on-the-actes.ts';
import { SeminarDay } from './seminar-day.ts';

const { actesLabels, actesLife, rereading } = fr;
const parts = actesLabels.parts.seminar;

const PREAMBLE = 'Nous nous étions donné **une journée** pour parler de ceux qui ne viennent pas.';
const PREAMBLE_LINES = ['écouter avant d’équiper ;', 'dire ce qui ne marche pas.'];
const SPEAKER = 'Marcher pour voir, par Soazig HENRY';
const SPOKEN = [
  '## Ce que disent les rues',
  'Trois communes, trois marches, les mêmes bancs retirés.',
  '| Commune | Bancs | Marches |',
  '| --- | --- | --- |',
  '| Redon | onze | deux |',
  '| Plouay | quatre | une |',
]
  .join('\n\n')
  .replaceAll('|\n\n|', '|\n|');
const NEXT_MEETING = 'Le jeudi 18 mars 2027 à Redon, sur le répit.';
const EXCUSED: on.Absent = {
  ...{ firstName: 'Paul', lastName: 'RIOU', function: 'élu', town: 'Auray' },
  ...{ presence: 'excused', by: '' },
};
const REPRESENTED: on.Absent = {
  ...{ firstName: 'Anne', lastName: 'LE BRIS', function: 'directrice', town: 'Carhaix' },
  ...{ presence: 'represented', by: 'M. Jean GUEGUEN' },
};
const STEP = { who: 'Le comité de Morlaix', byWhen: 'fin janvier' } as const;
const CORRECTION = 'Écrire « la factrice » : c’est une femme.';
const REMARKS = 'Page 3 : dire aussi le rôle des mairies.';
const ERRATUM = 'Préambule : la journée était la quatrième.';
const ADDED = 'C’était la quatrième.';

let dataDir: string;
let server: ServerProcess;
let day: SeminarDay;
let held: Held;

test.beforeAll(async ({ browser }) => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-actes-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  day = new SeminarDay(browser, server.url);
});

test.afterAll(async () => {
  held?.close();
  await day.close();
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

const actesView = (): Promise<ActesView> =>
  held.organiser.json<ActesView>(`/api/seminars/${held.seminarId}/actes`);

/** Where the heading stands above the words that the one correction is about. */
async function pageOfTheCorrection(): Promise<number> {
  const { actes, composition, corrections } = await actesView();
  const [correction] = corrections;
  const isIt = (it: Pick<ActesPart, 'kind' | 'subject'>): boolean =>
    composedPartOf(it, composition)?.id === correction?.part;
  const block = actes.parts.find(isIt)?.blocks[correction?.block ?? -1];
  expect(block && flat(blockTexts(block).join(' '))).toContain(QUOTED.ines);
  const pages = await held.organiser.json<PagesView>(`/api/seminars/${held.seminarId}/actes/pages`);
  return pages.parts.find(isIt)?.blocks[correction?.block ?? -1] ?? 0;
}

const bytesAt = async (path: string): Promise<Buffer> => {
  const response = await held.organiser.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
};
const fileOf = (ending: string): Promise<Buffer> =>
  bytesAt(`/api/seminars/${held.seminarId}/actes.${ending}`);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function downloaded(page: Page, link: Locator): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFile(await file.path());
}

/** Every word that has to be told, as it stands in the formats for people. */
function expectAllAsTheyConsented(format: ActesFormat, words: string): void {
  const people = ['ines', 'maelle', 'erwan'] as const;
  const lines = people.map((who) => {
    const { firstName, lastName, function: role, town } = PEOPLE[who];
    return `${lastName} ${firstName} – ${role} (${town})`;
  });
  for (const told of [
    ...[TITLE, ...ATELIERS, ...QUESTIONS, ...PROPOSED, LEFT_OVER, UNNAMED, PHOTO, ...lines],
    ...['ines', 'yann', 'maelle', 'erwan'].map((who) => PRESENTED[who as keyof typeof PRESENTED].text),
    ...[PRESENTED.ines.quotation, PRESENTED.maelle.quotation, 'directeur (Lorient)'],
    ...['une journée', ...PREAMBLE_LINES, SPEAKER, 'Ce que disent les rues', 'onze', 'Plouay', NEXT_MEETING],
    ...['RIOU Paul – élu (Auray)', 'LE BRIS Anne – directrice (Carhaix)', 'M. Jean GUEGUEN'],
    ...[STEP.who, STEP.byWhen, 'le facteur, la pharmacie, le marché ;', 'Mme la présidente de l’union'],
  ])
    expect.soft([format, told, words.includes(told)]).toEqual([format, told, true]);
  for (const [who, text] of Object.entries(QUOTED)) {
    expect.soft([format, text, words.split(text).length - 1]).toEqual([format, text, 1]);
    const signed = SIGNED[who as keyof typeof QUOTED];
    const after = words.slice(words.indexOf(text) + text.length).replace(/^[\s»—]+/, '');
    if (format !== 'json')
      expect.soft([format, text, after.startsWith(signed)]).toEqual([format, text, true]);
  }
  expectNobodyBeyond(format, words);
}

function expectNobodyBeyond(place: string, words: string): void {
  for (const secret of NEVER)
    expect.soft([place, secret, words.includes(secret)]).toEqual([place, secret, false]);
}

test('from the day to published actes, corrected and withdrawn', async () => {
  const { url } = server;
  held = await heldSeminar(url);
  const page = await day.open(day.here(held.organiserLink), 'laptop');
  await on.openActes(page, url, held.seminarId);

  await test.step('the organiser assembles them', async () => {
    await on.selectPart(page, parts.preamble);
    await on.importMarkdown(page, [PREAMBLE, ...PREAMBLE_LINES.map((it) => `- ${it}`)].join('\n\n'), 'file');
    await on.addSpeaker(page, SPEAKER);
    await on.importMarkdown(page, SPOKEN, 'paste');
    await on.selectPart(page, parts.attendance);
    await on.listAbsent(page, EXCUSED);
    await on.listAbsent(page, REPRESENTED);
    await on.selectPart(page, parts['next-meeting']);
    await on.importMarkdown(page, NEXT_MEETING, 'paste');
    await on.selectPart(page, parts.paperboards);
    await page.getByRole('switch', { name: fr.actes.paperboards.includeOf(PHOTO) }).check();
    await expect(page.getByText(fr.actes.paperboards.included(1, 1))).toBeVisible();
    await on.selectPart(page, parts['next-steps']);
    const first = page.getByRole('group', { name: fr.actes.steps.step(1) });
    await expect(first.getByLabel(fr.actes.steps.what)).toHaveValue(PROPOSED[0]);
    await first.getByLabel(fr.actes.steps.who).fill(STEP.who);
    await first.getByLabel(fr.actes.steps.byWhen).fill(STEP.byWhen);
    await expect.poll(async () => (await actesView()).nextSteps[0]).toMatchObject(STEP);
    await expect(page.getByAltText(fr.actes.pages.page(1)).first()).toBeVisible();
  });

  await test.step('choosing a part shows the page it opens on, also once the pages are others', async () => {
    const pages = await held.organiser.json<PagesView>(`/api/seminars/${held.seminarId}/actes/pages`);
    const there = pages.parts.find(({ kind }) => kind === 'attendance')?.page ?? 0;
    expect(there).toBeGreaterThan(3);
    await on.selectPart(page, parts.attendance);
    await expect.poll(() => on.shownPage(page)).toBe(there);
    const preamble = page.getByRole('switch', {
      name: fr.actes.outline.include(parts.preamble),
      exact: true,
    });
    await preamble.uncheck();
    await expect.poll(() => on.shownPage(page)).toBe(there - 1);
    await on.selectPart(page, parts.preamble);
    await expect(page.getByText(fr.actes.pages.absent(parts.preamble))).toBeVisible();
    expect(await on.shownPage(page)).toBe(there - 1);
    await on.selectPart(page, parts.attendance);
    await expect(page.getByText(fr.actes.pages.absent(parts.preamble))).toBeHidden();
    await preamble.check();
    await expect.poll(() => on.shownPage(page)).toBe(there);
    await on.selectPart(page, parts.preamble);
    await expect.poll(() => on.shownPage(page)).toBe(3);
    await preamble.uncheck();
    await on.selectPart(page, parts.attendance);
    await expect.poll(() => on.shownPage(page)).toBe(there - 1);
    await on.selectPart(page, parts.preamble);
    await expect(page.getByText(fr.actes.pages.absent(parts.preamble))).toBeVisible();
    await preamble.check();
    await expect.poll(() => on.shownPage(page)).toBe(3);
  });

  await test.step('what someone else changes meanwhile shows by itself', async () => {
    const other = page.getByRole('switch', {
      name: fr.actes.outline.include(parts['next-meeting']),
      exact: true,
    });
    for (const included of [false, true]) {
      const { revision, composition } = await actesView();
      const changed = composition.parts.map((it) => (it.kind === 'next-meeting' ? { ...it, included } : it));
      const answer = await held.organiser.request(`/api/seminars/${held.seminarId}/actes/composition`, {
        ...{ commandId: freshId(), expectedRevision: revision },
        composition: { ...composition, parts: changed },
      });
      expect(answer.status).toBe(200);
      await expect(other).toBeChecked({ checked: included });
    }
  });

  await test.step('the relevé à chaud is kept, with everything in it', async () => {
    await on.takeStep(page, actesLife.action.provisional);
    const link = page.getByRole('link', { name: actesLife.provisionalPdf });
    const pdf = await downloaded(page, link);
    const [version] = (await actesView()).versions;
    expect(version).toMatchObject({ number: 1, kind: 'provisional', pdfHash: sha256(pdf) });
    const pages = await pagesOf(pdf);
    expect(flat(pages[0] ?? '')).toContain('Version provisoire du');
    expectContentsToMatchPages(pages, 10);
    await expectTags(pdf);
    const kept = `version=${version?.id ?? ''}`;
    expect(await fileOf(`pdf?${kept}`)).toEqual(pdf);
    expectAllAsTheyConsented('pdf', await wordsIn('pdf', pdf));
    for (const format of ['docx', 'odt', 'html', 'md', 'json'] as const) {
      const [bytes, again] = [await fileOf(`${format}?${kept}`), await fileOf(`${format}?${kept}`)];
      expect([format, sha256(again)]).toEqual([format, sha256(bytes)]);
      expectAllAsTheyConsented(format, await wordsIn(format, bytes));
      if (format === 'json') expect(sha256(bytes)).toBe(version?.treeHash);
    }
    const zip = await fileOf(`zip?${kept}`);
    expectManifest(zip);
    const archived = await wordsInArchive(zip);
    expect([...archived.keys()]).toEqual(expect.arrayContaining(['actes.pdf', 'contributions.csv']));
    for (const [path, words] of archived) expectNobodyBeyond(path, words);
    for (const text of [...Object.values(QUOTED), ...PROPOSED, LEFT_OVER, UNNAMED])
      expect.soft(archived.get('contributions.csv')).toContain(text);
  });

  await test.step('whoever is quoted rereads their own words, and nothing else', async () => {
    await on.takeStep(page, actesLife.action.review);
    const sheet = on.sheetOf(page, actesLife.review.title);
    await sheet.getByRole('button', { name: actesLife.review.open }).click();
    const linkOf = sheet.getByLabel(actesLife.review.link('Inès CARADEC'), { exact: true });
    const link = await linkOf.inputValue();
    await on.close(sheet);
    const ines = await day.open(day.here(link), 'phone');
    await expect(ines.getByText(rereading.as.participant)).toBeVisible();
    for (const own of [QUOTED.ines, PROPOSED[0], PRESENTED.ines.quotation])
      await expect(ines.getByText(own).first()).toBeVisible();
    const seen = await ines.getByRole('main').innerText();
    for (const others of [QUOTED.yann, QUOTED.maelle, PROPOSED[1], 'une journée', 'ABGRALL', 'RIOU'])
      expect.soft([others, seen.includes(others)]).toEqual([others, false]);
    const refused = await ines.request.get(`${url}/api/seminars/${held.seminarId}/actes.pdf`);
    expect(refused.status()).toBe(403);
    const ask = rereading.correctOf(QUOTED.ines.slice(0, 60));
    await ines.getByRole('button', { name: ask }).click();
    await ines.getByLabel(rereading.field).fill(CORRECTION);
    await ines.getByRole('button', { name: rereading.send }).click();
    await expect(ines.getByText(CORRECTION).first()).toBeVisible();

    await page.reload();
    await on.takeStep(page, actesLife.action.corrections(1));
    const corrections = on.sheetOf(page, actesLife.corrections.title);
    await expect(corrections.getByText(CORRECTION)).toBeVisible();
    await corrections.getByRole('button', { name: new RegExp(`^${fr.actes.report.go}`) }).click();
    await expect(
      on.settings(page).getByRole('link', { name: fr.actes.properties.synthesis }).first(),
    ).toBeVisible();
    await expect.poll(() => on.shownPage(page)).toBe(await pageOfTheCorrection());
    await on.takeStep(page, actesLife.action.corrections(1));
    await corrections.getByRole('button', { name: new RegExp(`^${actesLife.corrections.accept}`) }).click();
    await expect(corrections.getByText(actesLife.corrections.left(0))).toBeVisible();
    await on.close(corrections);
    await ines.reload();
    await expect(ines.getByText(rereading.settled.accepted).first()).toBeVisible();
  });

  await test.step('the valideur asks for changes once, then gives the bon pour diffusion', async () => {
    await on.takeOtherStep(page, actesLife.action.approval);
    const sheet = on.sheetOf(page, actesLife.approval.title);
    await sheet.getByRole('button', { name: actesLife.approval.ask }).click();
    const link = await sheet.getByLabel(actesLife.approval.link, { exact: true }).inputValue();
    const valideur = await day.open(day.here(link), 'laptop');
    await on.answerApproval(valideur, { given: false, by: 'La présidente', remarks: REMARKS });
    await page.reload();
    await expect(page.getByText(REMARKS)).toBeVisible();
    await on.takeStep(page, actesLife.action.approval);
    await sheet.getByRole('button', { name: actesLife.approval.ask }).click();
    await expect(sheet.getByLabel(actesLife.approval.link, { exact: true })).toHaveValue(link);
    await on.close(sheet);
    await valideur.reload();
    await on.answerApproval(valideur, { given: true, by: 'La présidente', remarks: '' });
    await page.reload();
  });

  const reader = await day.open(url, 'phone');
  await test.step('anybody reads them at their address, and keeps the files', async () => {
    await on.takeStep(page, actesLife.action.publish);
    const sheet = on.sheetOf(page, actesLife.publish.title);
    await sheet.getByRole('button', { name: actesLife.publish.publish }).click();
    const address = await sheet.getByLabel(actesLife.publish.address).inputValue();
    await on.close(sheet);
    const response = await reader.goto(address);
    expect(response?.headers()['x-robots-tag']).toBe('noindex');
    await expect(reader.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
    await expect(reader.getByText(PROPOSED[1]).first()).toBeVisible();
    expectAllAsTheyConsented('html', await wordsIn('html', await (await reader.request.get(address)).body()));
    const pdf = await downloaded(reader, reader.getByRole('link', { name: 'PDF' }));
    const view = await actesView();
    const version = view.versions.find(({ id }) => id === view.published?.versionId);
    expect(version).toMatchObject({ kind: 'approved', pdfHash: sha256(pdf) });
    expectAllAsTheyConsented('pdf', await wordsIn('pdf', pdf));
    const again = await reader.request.get(`${address}/actes.pdf`);
    expect(sha256(await again.body())).toBe(version?.pdfHash);
  });

  await test.step('an erratum stands at the same address, until they are withdrawn', async () => {
    await on.selectPart(page, parts.preamble);
    const text = day.editor(page, fr.actes.properties.bodyLabel(parts.preamble));
    await text.click();
    await caretAt(page, 'ControlOrMeta+End');
    await text.press('Enter');
    await text.pressSequentially(ADDED);
    await expect(on.settings(page).getByText(fr.common.saved.saved, { exact: true })).toBeVisible();
    await on.takeOtherStep(page, actesLife.action.correct);
    const sheet = on.sheetOf(page, actesLife.correct.title);
    await sheet.getByLabel(actesLife.correct.text).fill(ERRATUM);
    await sheet.getByRole('button', { name: actesLife.correct.apply }).click();
    await expect(sheet).toBeHidden();
    await reader.reload();
    await expect(reader.getByText(ADDED)).toBeVisible();
    await expect(reader.getByText(/^Erratum du/)).toContainText('la journée était la quatrième');
    await on.takeOtherStep(page, actesLife.action.withdraw);
    const sure = on.sureOf(page, actesLife.withdraw.sure);
    await sure.getByRole('button', { name: actesLife.withdraw.apply }).click();
    await expect(page.getByText(actesLife.stageHint.withdrawn)).toBeVisible();
    expect((await reader.reload())?.status()).toBe(410);
    await expect(reader.getByRole('heading', { name: published.gone.title })).toBeVisible();
    expect((await reader.request.get(`${reader.url()}/actes.pdf`)).status()).toBe(410);
  });
  expect(day.problems).toEqual([]);
});

/** What a reading aid finds in the PDF: headings, contents, lists, tables with their heads, quotations. */
async function expectTags(pdf: Uint8Array): Promise<void> {
  const { tagged, bookmarks, xmp } = await structureOf(pdf);
  const saidIn = (role: string): string =>
    tagged
      .filter((it) => it.role === role)
      .map(({ words }) => words)
      .join('\n');
  expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  for (const title of [parts.preamble, SPEAKER, parts.people, parts['next-steps']].map(flat)) {
    expect.soft(saidIn('H1')).toContain(title);
    expect.soft(saidIn('TOCI')).toContain(title);
    expect.soft(bookmarks).toContain(title);
  }
  expect.soft(saidIn('H2')).toContain('Ce que disent les rues');
  for (const item of PREAMBLE_LINES) expect.soft(saidIn('LI')).toContain(item);
  for (const head of ['Commune', 'Bancs', actesLabels.steps.what, actesLabels.steps.byWhen])
    expect.soft(saidIn('TH')).toContain(head);
  for (const cell of ['onze', STEP.who, STEP.byWhen]) expect.soft(saidIn('TD')).toContain(cell);
  for (const text of Object.values(QUOTED)) expect.soft(saidIn('BlockQuote')).toContain(text);
  expect.soft(saidIn('BlockQuote')).toContain(SIGNED.ines);
  expect.soft(tagged.some(({ role }) => role === 'Figure')).toBe(true);
}

/** Each file of the archive is as its list says. */
function expectManifest(zip: Uint8Array): void {
  const files = filesIn(zip);
  const manifest = files.find(({ path }) => path === 'manifest.json');
  const listed = JSON.parse(manifest?.bytes.toString('utf8') ?? '{}') as {
    files: { path: string; bytes: number; sha256: string }[];
  };
  const real = files
    .filter(({ path }) => path !== 'manifest.json')
    .map(({ path, bytes }) => ({ path, bytes: bytes.byteLength, sha256: sha256(bytes) }));
  expect(listed.files).toEqual(real);
  expect(real.map(({ path }) => path).join(' ')).toMatch(/images\/\S+\.jpg/);
}
