import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import fr from '#i18n/fr.ts';
import { flat, pagesOf } from '../support/pdf-text.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { expectContentsToMatchPages } from './contents.ts';
import { caretAt } from './notes-room.ts';
import { SeminarDay } from './seminar-day.ts';

/** The same day three times: as usual, on plain http under another name than localhost, and without a started run. */
const DAYS = [
  { name: 'from the pasted agenda to the actes', host: 'localhost', runs: true },
  { name: 'on plain http under a name that is not localhost', host: 'pleniere.test', runs: true },
  { name: 'with a run never started', host: 'localhost', runs: false },
] as const;

let dataDir: string;
let server: ServerProcess;
let day: SeminarDay;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-day-'));
});

test.afterEach(async () => {
  await day.close();
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

for (const { name, host, runs } of DAYS) {
  test(name, async ({ browser }) => {
    const environment = { DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
    server = await startServer(environment);
    const { port } = server;
    day = new SeminarDay(browser, `http://${host}:${port}`);

    const organiser = await day.organise();
    const links = await day.links(organiser);
    const animateur = await day.open(links.animateur, 'laptop');
    const rapporteur = await day.open(links.rapporteur, 'laptop');
    const screen = await day.open(links.screen, 'projector');
    const ines = await day.join(links.code, 'Inès', 'CARADEC', 'présidente', 'Morlaix');
    const yann = await day.join(links.code, 'Yann', 'LE GOFF', 'directeur', 'Lorient');
    const maelle = await day.join(links.code, 'Maëlle', 'ABGRALL', 'chargée de projets', 'Brest');

    if (runs) {
      await animateur.getByRole('button', { name: fr.console.bar.start }).click();
      await expect(remaining(screen)).toHaveText(/60\s*min/);
      await expect(remaining(ines)).toHaveText(/60\s*min/);
      await animateur.getByRole('button', { name: new RegExp(`^${fr.console.bar.next}`) }).click();
      await expect(remaining(animateur)).toHaveText(/30\s*min/);
      await expect(remaining(screen)).toHaveText(/30\s*min/);
      await expect(screen.getByText(/Comment s[’']est-\u2060?il fait connaître/)).toBeVisible();
    } else {
      await expect(screen.getByText(fr.screen.notStarted)).toBeVisible();
    }

    await day.contribute(ines, 'Une convention type que chaque comité adapte : trois pages, pas plus.');
    await expect(yann.getByText('Une convention type que chaque comité adapte')).toBeVisible();
    await expect(animateur.getByText('Une convention type que chaque comité adapte')).toBeVisible();
    await yann
      .getByRole('button', { name: /^Soutenir/ })
      .first()
      .click();
    await day.contribute(yann, 'Un interlocuteur nommé dans chaque association, avec un remplaçant.');
    await day.contribute(maelle, 'On prête la salle, ils prêtent les mains, et rien n’est écrit.', {
      unnamed: true,
    });
    // What bears no name leaves at a moment of its own.
    await animateur.getByRole('button', { name: fr.sorting.list.fresh(2) }).click({ timeout: 75_000 });
    await expect(animateur.getByText('On prête la salle')).toBeVisible();

    // The notes are written together, the synthesis by the rapporteur.
    await maelle
      .getByRole('tab', { name: fr.participant.notes })
      .or(maelle.getByRole('link', { name: fr.participant.notes }))
      .or(maelle.getByRole('button', { name: fr.participant.notes }))
      .first()
      .click();
    const notes = day.editor(maelle, fr.participant.notesLabel);
    await notes.click();
    await caretAt(maelle, 'ControlOrMeta+End');
    await notes.pressSequentially('Deux bénévoles tiennent la permanence.');
    await expect(maelle.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();

    const synthesis = day.editor(rapporteur, fr.synthesis.editorLabel);
    await synthesis.click();
    await caretAt(rapporteur, 'ControlOrMeta+End');
    await synthesis.pressSequentially('Le comité existe d’abord par ceux qui l’ont croisé.');
    await rapporteur
      .getByRole('button', { name: new RegExp(`^${fr.synthesis.asQuotation}`) })
      .first()
      .click();
    await expect(rapporteur.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();

    // The power goes. What was said and written is there when it comes back, on the same pages.
    await server.end('SIGKILL');
    await day.contribute(yann, 'Écrit pendant la coupure : une fiche d’une page par action.');
    server = await startServer({ ...environment, PORT: String(port) });
    await animateur.getByRole('button', { name: fr.sorting.list.fresh(1) }).click({ timeout: 30_000 });
    await expect(animateur.getByText('Écrit pendant la coupure')).toBeVisible();
    await expect(animateur.getByText('Écrit pendant la coupure')).toHaveCount(1);
    if (runs) await expect(remaining(screen)).toHaveText(/(29|30)\s*min/);
    await synthesis.click();
    await caretAt(rapporteur, 'ControlOrMeta+End');
    await synthesis.press('Enter');
    await synthesis.pressSequentially('La suite est écrite après la coupure.');
    await expect(rapporteur.getByText(fr.common.saved.saved, { exact: true })).toBeVisible({
      timeout: 30_000,
    });
    await rapporteur.reload();
    await expect(day.editor(rapporteur, fr.synthesis.editorLabel)).toContainText(
      'La suite est écrite après la coupure.',
    );

    // The organiser downloads the actes.
    await organiser.getByRole('link', { name: fr.prepare.pages.actes }).click();
    const { preamble: preambleTitle } = fr.actesLabels.parts.seminar;
    await organiser.getByRole('button', { name: new RegExp(`^${preambleTitle}`) }).click();
    const preamble = day.editor(organiser, fr.actes.properties.bodyLabel(preambleTitle));
    await preamble.click();
    await preamble.pressSequentially('Cette journée a voulu rendre le temps de penser ensemble.');
    const settings = organiser.getByRole('complementary', { name: fr.actes.properties.title });
    await expect(settings.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();
    const { files } = fr.actesLife;
    await organiser.getByRole('button', { name: files.title }).click();
    const markdown = flat((await download(organiser, files.md)).toString('utf8'));
    await expect(organiser.getByText(files.made)).toBeVisible();
    const pages = await pagesOf(await download(organiser, files.pdf));
    const pdf = flat(pages.join('\n'));

    for (const words of [
      'Une convention type que chaque comité adapte',
      'Un interlocuteur nommé dans chaque association, avec un remplaçant.',
      'On prête la salle, ils prêtent les mains, et rien n’est écrit.',
      'Écrit pendant la coupure',
      'Le comité existe d’abord par ceux qui l’ont croisé.',
      'La suite est écrite après la coupure.',
      'Cette journée a voulu rendre le temps de penser ensemble.',
      'Union des comités d’entraide',
    ]) {
      expect.soft(markdown).toContain(words);
      expect.soft(pdf).toContain(words);
    }
    expect(markdown.match(/Écrit pendant la coupure/g)).toHaveLength(1);
    // Said without a name, it stays so: she is only said to have been there.
    expect(pdf.match(/ABGRALL/g)).toHaveLength(1);
    expectContentsToMatchPages(pages, 2);
    expect(day.problems).toEqual([]);
  });
}

const remaining = (page: Page) => page.getByRole('timer').first();

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .or(page.getByRole('button', { name: new RegExp(`^${name}`) }))
      .first()
      .click(),
  ]);
  return readFile(await file.path());
}
