/** Everything that is said in two groups arrives once and at its point, whatever networks, devices and paper do to it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { jpegWithMetadata, TELL_TALE } from '#core/photos/images.test-support.ts';
import fr from '#i18n/fr.ts';
import { Device } from '../support/device.ts';
import { refusingProxy } from '../support/refusing-proxy.ts';
import type { RefusingProxy } from '../support/refusing-proxy.ts';
import { startServer } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { wholeSitting } from '../support/whole-sitting.ts';
import type { WholeSitting } from '../support/whole-sitting.ts';
import * as desk from './at-the-console.ts';
import { everythingKept } from './everything-kept.ts';
import { actesOf, expectActesToQuote, findsEverythingOnce, findsTheSameNotes } from './found-at-the-end.ts';
import * as phone from './on-the-phone.ts';
import { SeminarDay } from './seminar-day.ts';
import * as cast from './twelve-people.ts';
import type { Room, TwoGroups } from './twelve-people.ts';
import { FIRST, inOrder, press, QUOTED, said, saidIn, SECOND, textsOf } from './twelve-people.ts';

// Ten pages at once, on a machine that may do other things too.
test.describe.configure({ timeout: 300_000 });

const BOARD = 'Trois colonnes : ce qui marche, ce qui manque, qui appelle.';
const MINIBUS = 'Un minibus le mercredi.';
const COFFEE = 'Un café devant l’école.';
const DOOR = 'On n’ose pas pousser la porte.';
const SON = 'Je ne viens que pour mon fils.';
const TRIPS = 'Il faut payer les trajets.';
const SHAME = 'J’ai honte de demander.';
const MEETINGS = 'Moins de réunions.';
const SILENT = [TRIPS, SHAME, MEETINGS] as const;
const RESTARTED_WITHIN = { timeout: 40_000 };

let dataDir: string;
let server: ServerProcess;
let proxy: RefusingProxy;
let day: SeminarDay;
let groups: TwoGroups;
let fresh: Device;

test.beforeEach(async ({ browser }) => {
  dataDir = await mkdtemp(join(tmpdir(), 'pleniere-twelve-'));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  proxy = await refusingProxy(server.url);
  day = new SeminarDay(browser, server.url);
  groups = await cast.twoGroups(server.url);
  fresh = new Device(server.url);
});

test.afterEach(async () => {
  await day.close();
  groups.organiser.close();
  fresh.close();
  await proxy.close();
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

for (const { name, runs } of [
  { name: 'twelve people in two groups lose nothing', runs: true },
  { name: 'nor do they with a run never started', runs: false },
] as const) {
  test(name, async () => {
    const room = await cast.gathered(day, groups, proxy);
    if (runs) await cast.start(room.animateur, room.ines);
    const [theirNotes] = await Promise.all([
      otherGroup(runs),
      withoutPhones(room),
      firstWords(room),
      beginsNotes(room),
    ]);
    await movesOnWhileSomebodyTypes(room, runs);
    await Promise.all([saysOffline(room, runs), handsOnTheComputer(room), theirNotes.close()]);
    await writesTogether(room);
    await losesPower(room);
    await writesInSilence(room);
    await placesGommettes(room);
    await goesAroundTheTable(room);
    await givesTheFloor(room);
    await photographsThePaperboard(room, runs);
    await hidesWithAReason(room);
    await takesOver(room);
    await changesWithoutAName(room);
    await signsOnPaper();

    // Without a run the room is where it was.
    const now = runs ? SECOND : FIRST;
    const ours = [
      said('Une permanence le samedi matin.', FIRST, QUOTED.ines),
      said(MINIBUS, FIRST, QUOTED.maelle),
      said('Ma mère ne lit pas les affiches.', FIRST, QUOTED.nobody),
      said(COFFEE, FIRST, QUOTED.yann),
      said('Il fait froid dans la salle.', FIRST, QUOTED.nobody),
      said('Personne ne prévient du changement.', FIRST, QUOTED.nobody, 'to-confirm'),
      said('Le car passe trop tôt.', FIRST, QUOTED.nolwenn),
      said('La porte est lourde à pousser.', FIRST, QUOTED.nobody),
      said(SON, FIRST, QUOTED.nobody, 'withdrawn'),
      said('Les horaires changent chaque mois.', now, QUOTED.erwan),
      said('Écrit pendant la coupure.', now, QUOTED.ines),
      said('Un relais à la gare.', SECOND, QUOTED.yann),
      said('Une salle ouverte le soir.', SECOND, QUOTED.yann),
      said(TRIPS, now, QUOTED.ines),
      said(SHAME, now, QUOTED.nobody),
      said(MEETINGS, now, QUOTED.erwan, 'hidden'),
    ];
    const theirs = [
      said('Une liste commune des numéros.', FIRST, QUOTED.soazig),
      said('Un repas avant la réunion.', FIRST, QUOTED.nobody),
      said('Dans l’autre groupe, on chante.', FIRST, QUOTED.ines),
    ];
    await fresh.openLink(groups.organiserLink);
    await findsEverythingOnce(fresh, groups, ours, theirs);
    await findsTheSameNotes(fresh, groups, room);
    expectActesToQuote(await actesOf(fresh, groups.seminarId), [...ours, ...theirs]);
    expect(day.problems).toEqual([]);
  });
}

const wholeRoom = (): Promise<WholeSitting> => wholeSitting(groups.organiser, groups.first.sittingId);
const textsSoFar = async (): Promise<readonly string[]> => textsOf(saidIn(await wholeRoom()));

/** Answers one of their pages, on which the notes are open. */
async function otherGroup(runs: boolean): Promise<Page> {
  const { code, links } = groups.second;
  const [animateur, soazig, brieuc] = await Promise.all([
    day.open(day.here(links.animateur), 'laptop'),
    day.join(code, 'Soazig', 'HENRY', 'éducatrice', 'Redon'),
    day.join(code, 'Brieuc', 'MORVAN', 'animateur', 'Dinan', { consent: 'none' }),
  ]);
  if (runs) await cast.start(animateur, soazig);
  await day.contribute(soazig, 'Une liste commune des numéros.');
  await day.contribute(brieuc, 'Un repas avant la réunion.');
  await phone.seesSaid(animateur, 'Une liste commune des numéros.', 'Un repas avant la réunion.');
  await phone.openNotes(brieuc);
  await phone.writeInNotes(brieuc, 0, 'Le repas ouvre la parole.');
  await phone.notesAreSaved(brieuc);
  return brieuc;
}

async function withoutPhones({ rapporteur }: Room): Promise<void> {
  await rapporteur.getByRole('link', { name: fr.synthesis.console }).click();
  await desk.addPeople(rapporteur, [cast.NOLWENN, cast.NOEL]);
  await desk.enterSpoken(rapporteur, [
    'PRIGENT : Le car passe trop tôt.',
    'Noël Quemener : Personne ne prévient du changement.',
    'Il fait froid dans la salle.',
  ]);
}

async function firstWords({ ines, maelle, computer }: Room): Promise<void> {
  await day.contribute(ines, 'Une permanence le samedi matin.');
  await day.contribute(ines, DOOR, { unnamed: true });
  await day.contribute(ines, SON, { unnamed: true });
  await day.contribute(maelle, MINIBUS);
  await day.contribute(computer, 'Ma mère ne lit pas les affiches.');
}

async function beginsNotes({ yann }: Room): Promise<void> {
  await phone.openNotes(yann);
  await phone.writeInNotes(yann, 1, 'Avant la coupure.');
  await phone.notesAreSaved(yann);
  await phone.openContributions(yann);
}

/** Words stay where they were begun. */
async function movesOnWhileSomebodyTypes({ animateur, yann }: Room, runs: boolean): Promise<void> {
  const field = yann.getByLabel(fr.participant.field);
  await field.fill('Un café');
  if (runs) {
    await press(animateur, fr.console.bar.next);
    await expect(yann.getByText(fr.participant.aboutBound)).toBeVisible();
  }
  await field.fill(COFFEE);
  await press(yann, fr.participant.send);
  await expect
    .poll(async () => saidIn(await wholeRoom()))
    .toEqual(
      inOrder([
        said('Une permanence le samedi matin.', FIRST, QUOTED.ines),
        said(DOOR, FIRST, QUOTED.nobody),
        said(SON, FIRST, QUOTED.nobody),
        said(MINIBUS, FIRST, QUOTED.maelle),
        said('Ma mère ne lit pas les affiches.', FIRST, QUOTED.nobody),
        said(COFFEE, FIRST, QUOTED.yann),
        said('Le car passe trop tôt.', FIRST, QUOTED.nobody, 'to-confirm'),
        said('Personne ne prévient du changement.', FIRST, QUOTED.nobody, 'to-confirm'),
        said('Il fait froid dans la salle.', FIRST, QUOTED.nobody),
      ]),
    );
}

/** Of the second point; without a run that is chosen. */
async function saysOffline({ yann }: Room, runs: boolean): Promise<void> {
  await yann.context().setOffline(true);
  for (const text of ['Un relais à la gare.', 'Une salle ouverte le soir.']) {
    if (!runs) await yann.getByLabel(fr.participant.about).selectOption(SECOND);
    await day.contribute(yann, text);
  }
  await expect(yann.getByRole('heading', { name: fr.participant.pending(2) })).toBeVisible();
  await phone.openNotes(yann);
  await phone.writeInNotes(yann, 1, ' Et pendant.');
  await expect(yann.getByText(fr.common.saved.offline)).toBeVisible();
}

/** « Poste partagé »: nothing of whoever was there before is left. */
async function handsOnTheComputer({ computer }: Room): Promise<void> {
  await press(computer, fr.participant.sharedDevice.done);
  await computer.waitForURL((url) => url.pathname === '/');
  const kept = await everythingKept(computer);
  expect(kept).toContain('pleniere');
  for (const words of ['Gwenola', 'TANGUY', 'Ma mère', 'samedi matin']) expect(kept).not.toContain(words);
  const { code } = groups.first;
  await day.comeIn(computer, code, 'Erwan', 'KERBRAT', 'trésorier', 'Quimperlé', { shared: true });
  await day.contribute(computer, 'Les horaires changent chaque mois.');
  await expect.poll(textsSoFar).toContain('Les horaires changent chaque mois.');
}

/** At the same time, one of them without a WebSocket. */
async function writesTogether({ ines, maelle }: Room): Promise<void> {
  await Promise.all([phone.openNotes(ines), phone.openNotes(maelle)]);
  await Promise.all([
    phone.writeInNotes(ines, 0, 'Inès note le premier point.'),
    phone.writeInNotes(maelle, 1, 'Maëlle note le second. '),
  ]);
  await Promise.all([phone.notesAreSaved(ines), phone.notesAreSaved(maelle)]);
  await expect(phone.notesOf(ines)).toContainText('Maëlle note le second.');
  await expect(phone.notesOf(maelle)).toContainText('Inès note le premier point.');
  expect(proxy.refused()).toContain('/socket.io/');
}

/** The server is killed while somebody sends and somebody is cut off; both arrive once it is back. */
async function losesPower({ animateur, rapporteur, ines, yann, maelle, computer }: Room): Promise<void> {
  await phone.openContributions(ines);
  await server.end('SIGKILL');
  await day.contribute(ines, 'Écrit pendant la coupure.');
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn', PORT: String(server.port) });
  await yann.context().setOffline(false);
  const waited = ['Écrit pendant la coupure.', 'Un relais à la gare.', 'Une salle ouverte le soir.'];
  await expect.poll(textsSoFar, RESTARTED_WITHIN).toEqual(expect.arrayContaining(waited));
  await phone.notesAreSaved(yann);
  await Promise.all([phone.openContributions(yann), phone.openContributions(maelle)]);
  for (const page of [animateur, rapporteur, computer, maelle])
    await expect(page.getByText(fr.common.connection.reconnecting)).toBeHidden();
}

/** Nobody sees it, then everybody does. */
async function writesInSilence({ animateur, rapporteur, ines, yann, maelle, computer }: Room): Promise<void> {
  const before = await textsSoFar();
  await desk.openSilence(animateur);
  for (const page of [ines, maelle, computer])
    await expect(page.getByRole('heading', { name: fr.ownWords.silence.title })).toBeVisible();
  await Promise.all([
    day.contribute(ines, TRIPS),
    day.contribute(maelle, SHAME, { unnamed: true }),
    day.contribute(computer, MEETINGS),
  ]);
  await expect(animateur.getByText(fr.conduct.silence.written(SILENT.length))).toBeVisible();
  expect(await textsSoFar()).toEqual(before);
  for (const page of [animateur, rapporteur, yann])
    for (const text of SILENT) await expect(page.getByText(text)).toHaveCount(0);
  await expect(ines.getByText(SHAME)).toHaveCount(0);
  await expect(ines.getByText(TRIPS)).toBeVisible();
  await press(animateur, fr.conduct.silence.reveal);
  await Promise.all([phone.seesSaid(yann, ...SILENT), phone.seesSaid(animateur, ...SILENT)]);
  expect(await textsSoFar()).toEqual([...before, ...SILENT].toSorted());
}

/** On three contributions, secret until they are shown. */
async function placesGommettes({ animateur, ines, yann, maelle, computer }: Room): Promise<void> {
  await desk.openDots(animateur, 3, [MINIBUS, COFFEE, TRIPS]);
  await Promise.all([
    phone.placeDots(ines, MINIBUS, 2).then(() => phone.placeDots(ines, COFFEE, 1)),
    phone.placeDots(yann, MINIBUS, 1),
    phone.placeDots(maelle, COFFEE, 3),
    phone.placeDots(computer, TRIPS, 1),
  ]);
  await expect(animateur.getByText(fr.conduct.dots.voters(4))).toBeVisible();
  expect((await wholeRoom()).state.dots?.counts).toBeNull();
  // In words, to be told where a figure came from.
  // A time that ends in 4 stands before the heading « Gommettes ».
  const told = new RegExp(`\\b${fr.ownWords.dots.count(4)}`);
  await expect.poll(() => yann.getByText(told).allTextContents()).toEqual([]);
  for (const [page, count] of [
    [ines, 3],
    [maelle, 3],
  ] as const)
    await expect.poll(() => dotsOf(page)).toBe(count);
  await press(animateur, fr.conduct.dots.show);
  const results = yann.getByRole('region', { name: fr.ownWords.dots.results }).getByRole('listitem');
  const placed: readonly (readonly [string, number])[] = [
    [MINIBUS, 3],
    [COFFEE, 4],
    [TRIPS, 1],
  ];
  for (const [text, count] of placed)
    await expect(results.filter({ hasText: text })).toContainText(fr.ownWords.dots.count(count));
}

/** How many of this phone's have arrived. */
async function dotsOf(page: Page): Promise<number> {
  const device = new Device(server.url);
  const cookies = await page.context().cookies();
  device.cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { me } = (await wholeSitting(device, groups.first.sittingId, 'participant')).state;
  return Object.values(me.dots).reduce((sum, count) => sum + count, 0);
}

/** One presents herself on her phone; of another the rapporteur notes what she says. */
async function goesAroundTheTable({ animateur, rapporteur, ines }: Room): Promise<void> {
  await desk.openRound(animateur);
  await desk.giveTurn(animateur, 'Inès CARADEC');
  await phone.presentOneself(ines, 'On vient pour un dossier.', 'Vingt ans d’accueil.');
  await desk.giveTurn(animateur, 'Nolwenn PRIGENT');
  await desk.completePresentation(rapporteur, 'Nolwenn PRIGENT', 'Trois jours par semaine à Carhaix.');
  await press(animateur, fr.conduct.round.end);
}

async function givesTheFloor({ animateur, maelle }: Room): Promise<void> {
  await phone.askForTheFloor(maelle, 'le prix du car');
  await animateur
    .getByRole('button', { name: fr.conduct.floor.next('Maëlle ABGRALL') })
    .last()
    .click();
  await expect(maelle.getByRole('button', { name: fr.floor.yours })).toBeVisible();
  await press(animateur, fr.conduct.floor.end);
  await expect(maelle.getByRole('button', { name: fr.floor.ask })).toBeVisible();
}

/** It joins its point without the place that the camera wrote into it. */
async function photographsThePaperboard({ rapporteur, yann }: Room, runs: boolean): Promise<void> {
  await desk.addPhoto(rapporteur, jpegWithMetadata(), BOARD);
  const { photos } = (await wholeRoom()).state;
  const itemId = runs ? 'item-two' : 'item-one';
  expect(photos).toMatchObject([{ description: BOARD, itemId, included: false }]);
  const bytes = Buffer.from(await (await groups.organiser.request(photos[0]?.path ?? '')).arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  for (const told of [TELL_TALE, 'Exif', 'GPS']) expect(bytes.includes(told)).toBe(false);
  await expect(yann.getByRole('button', { name: fr.ownWords.photos.open(BOARD) })).toBeVisible();
}

async function hidesWithAReason({ animateur, yann, computer }: Room): Promise<void> {
  await desk.hide(animateur, MEETINGS, 'Dit à voix haute depuis');
  await phone.openOwnWords(computer);
  await expect(computer.getByText(fr.ownWords.reason('Dit à voix haute depuis'))).toBeVisible();
  await expect(yann.getByText(MEETINGS)).toHaveCount(0);
}

/** Into the synthesis, as a quotation. */
async function takesOver({ rapporteur }: Room): Promise<void> {
  await rapporteur.getByRole('link', { name: fr.console.synthesis, exact: true }).click();
  await expect(day.editor(rapporteur, fr.synthesis.editorLabel)).toBeVisible();
  await rapporteur.getByRole('tab', { name: fr.synthesis.allItems }).click();
  await press(rapporteur, fr.synthesis.takeOver(fr.synthesis.asQuotation, MINIBUS));
  await expect(rapporteur.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();
}

/** After a reload: this device has the keys. Then into the other group, as the same person. */
async function changesWithoutAName({ ines }: Room): Promise<void> {
  await ines.reload();
  await phone.openOwnWords(ines);
  await phone.changeOwn(ines, DOOR, 'La porte est lourde à pousser.');
  await phone.withdrawOwn(ines, SON);
  await ines.getByRole('button', { name: fr.common.close }).click();
  await phone.joinAnother(ines, groups.second.code, 'Inès CARADEC');
  await day.contribute(ines, 'Dans l’autre groupe, on chante.');
}

/** One of those without a phone; then the photo may stand in the actes. */
async function signsOnPaper(): Promise<void> {
  const { seminarId, organiser } = groups;
  const { toConfirm } = fr.paperwork;
  const page = await day.openAs(organiser.cookie, `/seminaires/${seminarId}/a-confirmer`);
  await press(page, toConfirm.allYesOf('Nolwenn PRIGENT'));
  await press(page, toConfirm.save);
  await page.getByRole('alertdialog').getByRole('button', { name: toConfirm.apply }).click();
  await expect(page.getByText(toConfirm.saved(2))).toBeVisible();
  expect(await actesOf(organiser, seminarId)).not.toContain(BOARD.slice(0, 14));
  await page.goto(`${server.url}/seminaires/${seminarId}/actes`);
  await page
    .getByRole('button', { name: fr.actesLabels.parts.seminar.paperboards })
    .and(page.locator('[data-part]'))
    .click();
  await page.getByLabel(fr.actes.paperboards.includeOf(BOARD)).check();
  await expect(page.getByText(fr.actes.paperboards.included(1, 1))).toBeVisible();
}
