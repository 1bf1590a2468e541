/** The participant's way in the two other engines: in by the code, a contribution, a support, the notes, all there again. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import fr from '#i18n/fr.ts';
import { commanded, connected, createdSeminar, Device, freshId } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import type { DrivenBrowser } from './driven-browser.ts';
import { startFirefox } from './firefox.ts';
import { Visitor } from './visitor.ts';
import { startWebKit } from './webkit.ts';

const PICTURES = fileURLToPath(new URL('../../test-results/other-browsers', import.meta.url));
const SAID = 'Une convention type : trois pages, à l’essentiel.';
const HEARD = 'Un interlocuteur nommé dans chaque association.';
const NOTED = 'Deux bénévoles tiennent l’accueil, « à tour de rôle ».';

let dataDir: string;
let server: ServerProcess;
let browser: DrivenBrowser | null = null;
const devices: Device[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-browsers-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
});

afterEach(async () => {
  await browser?.close();
  browser = null;
  devices.splice(0).forEach((it) => it.close());
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

for (const start of [startFirefox, startWebKit]) {
  test(`${start.name.replace('start', '')}: join, contribute, support, write in the notes, find it again`, async () => {
    const [{ organiser, view }, started] = await Promise.all([createdSeminar(server.url), start()]);
    browser = started;
    devices.push(organiser);
    const code = view.ateliers[0]?.sittings[0]?.code ?? '';
    const sittingId = view.ateliers[0]?.sittings[0]?.sittingId ?? '';
    await saidByAnother(code, sittingId);

    const person = new Visitor(started);
    await started.open(server.url);
    await person.press('Français');
    await person.fill(fr.home.code, `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase());
    await person.press(fr.home.join);
    await person.fill(fr.join.firstName, 'Maëlle');
    await person.fill(fr.join.lastName, 'ABGRALL');
    await person.fill(fr.join.function, 'chargée de projets');
    await person.fill(fr.join.town, 'Brest');
    await person.press(fr.join.consents['name-and-function']);
    await person.press(fr.join.enter);

    await person.fill(fr.participant.field, SAID);
    await person.tabsOn();
    await person.press(fr.participant.send);
    await person.sees(fr.participant.sent);
    await person.sees(SAID);
    await person.press(fr.participant.supportOf(HEARD));
    await person.findsPressed(fr.participant.supportOf(HEARD));
    await keep(started, 'contributions');

    await person.press(fr.participant.notes);
    await person.fill(fr.participant.notesLabel, NOTED);
    await person.sees(fr.common.saved.saved);
    await person.sees(NOTED);
    // Tab leaves the text: nobody is caught in it.
    await person.tabsOn();
    await person.finds(`document.activeElement.getAttribute('role') !== 'textbox'`);
    await keep(started, 'notes');

    await started.open(`${server.url}/seances/${sittingId}?onglet=notes`);
    await person.sees(NOTED);
    await person.press(fr.participant.contribute);
    await person.sees(SAID);
    await person.findsPressed(fr.participant.supportOf(HEARD));
    expect(started.problems()).toEqual([]);
  }, 60_000);
}

async function saidByAnother(code: string, sittingId: string): Promise<void> {
  const other = new Device(server.url);
  devices.push(other);
  await other.join(code, 'Yann');
  const socket = other.socket();
  await connected(socket);
  const answer = await commanded(socket, 'participant', {
    type: 'contribution/make',
    sittingId,
    contributionId: freshId(),
    text: HEARD,
    kind: null,
    itemId: 'item-one',
    questionId: null,
    unnamed: false,
    keyHash: null,
    withFunction: false,
    silenceId: null,
    entry: 'typed',
    attributedTo: null,
  });
  expect(answer.ok).toBe(true);
}

async function keep(seen: DrivenBrowser, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await writeFile(join(PICTURES, `${seen.name.toLowerCase()}-${name}.png`), await seen.picture());
}
