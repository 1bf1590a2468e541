/** Every state of the participant's page, side by side: what one says, what passes in the room, oneself, the way in. */
import type { Page } from 'playwright';
import fr from '#i18n/fr.ts';
import { connected, freshId, subscribed } from '../support/device.ts';
import { heldRoom, OTHER_QUESTION, paperboard } from './held-room.ts';
import type { HeldRoom } from './held-room.ts';
import { NARROW, opened, PHONE, press, sheets } from './shot.ts';
import type { Studio } from './shot.ts';

const SHEETS = {
  'participant-words': NARROW,
  'participant-room': NARROW,
  'participant-self': NARROW,
  'participant-ways': NARROW,
};
type Sheets = ReturnType<typeof sheets<keyof typeof SHEETS>>;
const MINUTE = 60_000;
const OWN = {
  said: 'Une clé du local chez la voisine : depuis, la salle ouvre même quand je suis absente.',
  hidden: 'Le comité de l’an dernier n’a rien fait, tout le monde le sait.',
  gone: 'À effacer, dit trop vite.',
  changed: 'Relire ensemble ce qui fut promis.',
};
const QUOTATION = 'On vient pour un dossier, on reste pour un café.';
const PRESENTED = 'Trésorière du comité depuis 2014. Douze bénévoles, une permanence le jeudi sur le marché.';

const write = (page: Page, text: string): Promise<void> => page.getByLabel(fr.participant.field).fill(text);
/** « Envoyer », or « Envoyer sans mon nom ». */
const send = (page: Page): Promise<void> => press(page, new RegExp(`^${fr.participant.send}`));
const top = (page: Page): Promise<void> => page.evaluate(() => scrollTo(0, 0));
const unnamed = (page: Page) => page.getByLabel(fr.participant.unnamed, { exact: true });
const sheetGone = (page: Page): Promise<void> => page.getByRole('dialog').waitFor({ state: 'detached' });
const center = (page: Page, selector: string): Promise<void> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'center' }));

export async function participantPictures(studio: Studio): Promise<void> {
  if (!Object.keys(SHEETS).some(studio.wanted)) return;
  const taken = sheets(studio, SHEETS);
  const room = await heldRoom(studio.demo.url, studio.now);
  const address = `/seances/${room.sittingId}`;
  const phone = await opened(studio, { frame: PHONE, address, device: room.claire.device });
  // The page opens again without a network once its worker holds it.
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  if (studio.wanted('participant-words')) await says(taken, room, phone);
  if (studio.wanted('participant-room')) await hears(studio, taken, room, phone);
  if (studio.wanted('participant-self')) await isThere(taken, room, phone);
  if (studio.wanted('participant-ways')) {
    await comesAndGoes(studio, taken, room);
    await ends(studio, taken, room, phone);
  }
  await phone.context().close();
  await taken.keep();
  room.close();
}

/** What one says, in each state it can be in. */
async function says(taken: Sheets, room: HeldRoom, phone: Page): Promise<void> {
  const { claire, sittingId, order, other } = room;
  const add = (state: string): Promise<void> => taken.add('participant-words', state, phone);
  await phone.getByLabel(fr.participant.field).waitFor();
  await add('coming in late');
  await phone.locator('summary').first().click();
  await write(phone, 'Chez nous une convention d’un an, relue chaque automne. Ce qui manque, c’est');
  await press(phone, fr.kinds.contribution.experience);
  await add('typing, with a kind');
  await unnamed(phone).check();
  await add('without a name, few connected');
  await room.arrive(5);
  await phone.getByText(fr.participant.unnamedFew).waitFor({ state: 'detached' });
  await phone.getByLabel(fr.participant.withFunction).check();
  await add('without a name, with one’s function');
  // The delay it is mixed with, drawn long.
  await phone.evaluate(() => (Math.random = () => 0.95));
  await send(phone);
  await phone.getByText(fr.participant.pendingMixed).waitFor();
  await center(phone, 'form .send');
  await add('waiting to be mixed');
  await unnamed(phone).uncheck();

  await room.note('Il faudrait une permanence le samedi matin, même une heure.', claire.personId);
  await room.note('Demander aux communes un local commun.', null, 'slip');
  await room.say(claire, OWN.said, 'proposal');
  const changed = await room.say(claire, OWN.changed);
  const hidden = await room.say(claire, OWN.hidden);
  await order({
    ...{ type: 'contribution/hide', sittingId, contributionId: hidden },
    reason: 'Vise des personnes : à redire sans les viser.',
  });
  const gone = await room.say(claire, OWN.gone);
  await claire.command({ type: 'contribution/withdraw', sittingId, contributionId: gone, key: null });
  const noted = phone.getByRole('button', { name: fr.ownWords.noted.agree });
  await noted.waitFor();
  await top(phone);
  await add('words noted for oneself');
  await press(phone, /^Ce que j’ai dit/);
  await phone.getByText(OWN.hidden).waitFor();
  await add('one’s own words');
  await press(phone, fr.ownWords.changeOf(OWN.said));
  await phone.getByRole('dialog').getByLabel(fr.ownWords.changeField).waitFor();
  await add('changing them');
  await phone.keyboard.press('Escape');
  await sheetGone(phone);
  await noted.click();
  await noted.waitFor({ state: 'detached' });

  await center(phone, 'button.fresh, #contributions, .entries');
  await room.say(other(7), 'Deux rencontres par an, c’est trop peu pour se connaître.');
  await room.say(other(8), 'Inviter les élus avant, pas après.', 'proposal');
  await phone.locator('button.fresh').waitFor();
  await center(phone, 'button.fresh');
  await add('something new was said');
  await phone.locator('button.fresh').click();

  const context = phone.context();
  await top(phone);
  await context.setOffline(true);
  await phone
    .getByText(/Connexion perdue/)
    .first()
    .waitFor();
  await write(phone, 'Un car le mercredi, même un seul.');
  await send(phone);
  await press(phone, /^Ce que j’ai dit/);
  await press(phone, fr.ownWords.changeOf(OWN.changed));
  await phone.getByLabel(fr.ownWords.changeField).fill('Relire ensemble, chaque automne, ce qui fut promis.');
  await press(phone, fr.ownWords.changeApply);
  await phone.keyboard.press('Escape');
  await sheetGone(phone);
  await center(phone, 'form .send');
  await add('offline, with words that wait');
  await phone.reload();
  await phone.getByText(/^Hors ligne\. Voici où en était/).waitFor();
  await phone.getByRole('heading', { name: /en attente/ }).waitFor();
  await add('opened again without a network');
  // Withdrawn on another phone meanwhile: what this one changed is refused.
  await claire.command({ type: 'contribution/withdraw', sittingId, contributionId: changed, key: null });
  await context.setOffline(false);
  await phone.getByRole('heading', { name: fr.participant.refusedChange }).waitFor();
  await top(phone);
  await add('refused, its words kept');
  await press(phone, fr.participant.giveUp);
}

/** What passes in the room: silence, gommettes, floor, tour de table. */
async function hears(studio: Studio, taken: Sheets, room: HeldRoom, phone: Page): Promise<void> {
  const { claire, other, order, sittingId, said } = room;
  const add = (state: string): Promise<void> => taken.add('participant-room', state, phone);
  // It stands open for whoever comes in late.
  const whereWeAre = phone.locator('details[open] > summary').first();
  if (await whereWeAre.isVisible()) await whereWeAre.click();
  const silenceId = freshId();
  await order({ type: 'silence/open', sittingId, silenceId, ...OTHER_QUESTION, minutes: 1 });
  await phone.getByText(fr.ownWords.silence.meaning).waitFor();
  const begun = studio.now();
  await top(phone);
  await write(phone, 'Un lieu neutre, et un numéro qui répond.');
  await send(phone);
  await room.say(other(1), 'Deux heures par mois, prises sur le temps de travail.', null, {
    ...{ silenceId, ...OTHER_QUESTION },
  });
  await phone.getByText(fr.ownWords.silence.written(2)).waitFor();
  await phone.getByText(fr.common.saved.saved, { exact: true }).first().waitFor();
  await top(phone);
  await add('silent writing');
  await phone.getByText(fr.ownWords.silence.over).waitFor({ timeout: 2 * MINUTE - (studio.now() - begun) });
  await top(phone);
  await add('its time is over');
  await order({ type: 'silence/reveal', sittingId, silenceId });
  await phone.getByText('Deux heures par mois, prises sur le temps de travail.').waitFor();
  await center(phone, '#contributions');
  await add('what was written is shown');

  const dotsId = freshId();
  const contributionIds = [said(0), said(1), said(3), said(4)];
  await order({ type: 'dots/open', sittingId, dotsId, budget: 3, contributionIds });
  const more = phone.getByRole('button', { name: /^Ajouter une gommette/ });
  await more.first().click();
  await more.first().click();
  await center(phone, '#dots');
  await add('gommettes');
  for (const [index, count] of [1, 3, 2, 2].entries())
    await other(index).command({
      ...{ type: 'dots/place', sittingId, dotsId, contributionId: contributionIds[index % 3] ?? '', count },
    });
  await order({ type: 'dots/show', sittingId, dotsId });
  await phone.getByText(fr.ownWords.dots.results).first().waitFor();
  await center(phone, '#dots');
  await add('their result');
  await order({ type: 'dots/put-away', sittingId, dotsId });

  await top(phone);
  await press(phone, fr.floor.ask);
  const earlier = await room.ask(other(1), 'le minibus');
  await phone.getByLabel(fr.floor.about).fill('La clé du local');
  await phone.getByText(fr.floor.waiting(1)).waitFor();
  await add('asking for the floor');
  await phone.getByRole('dialog').getByRole('button', { name: fr.floor.apply }).click();
  await sheetGone(phone);
  await phone.getByRole('button', { name: fr.floor.place(2) }).waitFor();
  await press(phone, fr.floor.place(2));
  await add('waiting for it');
  await press(phone, fr.common.close);
  await order({ type: 'floor/announce', sittingId, announced: true });
  await order({ type: 'floor/withdraw', sittingId, askId: earlier });
  const mine = await askOf(room);
  await order({ type: 'floor/give', sittingId, askId: mine, minutes: 2 });
  await phone.getByRole('button', { name: new RegExp(fr.floor.yours) }).waitFor();
  await add('speaking');
  await order({ type: 'floor/end', sittingId, askId: mine });

  const roundId = freshId();
  await order({ type: 'round/open', sittingId, roundId });
  await order({ type: 'round/turn', sittingId, roundId, personId: other(1).personId });
  await phone.getByText(/^Se présente/).waitFor();
  await add('tour de table');
  await order({ type: 'round/turn', sittingId, roundId, personId: claire.personId });
  await phone.getByText(fr.floor.round.yourTurn).first().waitFor();
  await add('one’s own turn');
  await press(phone, fr.floor.round.present);
  await phone.getByLabel(fr.floor.presentation.quotation).fill(QUOTATION);
  await phone.getByLabel(fr.floor.presentation.text, { exact: true }).fill(PRESENTED);
  await add('presenting oneself');
  await press(phone, fr.floor.presentation.save);
  await sheetGone(phone);
  await order({ type: 'round/close', sittingId, roundId });
  await order({
    ...{ type: 'presentation/write', sittingId, personId: claire.personId, quotation: QUOTATION },
    text: 'Trésorière du comité de Quimperlé depuis 2014.',
  });
  await phone.getByText(fr.floor.presentation.written).waitFor();
  await add('a presentation to confirm');
  await press(phone, fr.floor.presentation.agree);
}

/** Which ask is Claire's, as those who conduct see it. */
async function askOf({ organiser, claire, sittingId }: HeldRoom): Promise<string> {
  const socket = organiser.socket();
  await connected(socket);
  const { floor } = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
  socket.disconnect();
  return floor.asks.find(({ person }) => person.personId === claire.personId)?.id ?? '';
}

/** « Moi », and the notes. */
async function isThere(taken: Sheets, room: HeldRoom, phone: Page): Promise<void> {
  const { order, sittingId } = room;
  const add = (state: string): Promise<void> => taken.add('participant-self', state, phone);
  await press(phone, fr.myself.open);
  await add('oneself');
  await press(phone, fr.myself.showLink);
  await phone.getByText(fr.myself.otherPhoneSecret).waitFor();
  await phone.getByText(fr.myself.otherPhoneMeaning).scrollIntoViewIfNeeded();
  await add('for another phone');
  await phone.getByLabel(fr.myself.another).scrollIntoViewIfNeeded();
  await add('one’s sittings');
  await press(phone, fr.common.close);

  await order({ type: 'notes/open', sittingId });
  await phone.getByRole('link', { name: fr.participant.notes }).click();
  const notes = phone.getByRole('textbox', { name: fr.participant.notesLabel });
  await notes.and(phone.locator('[contenteditable=true]')).waitFor();
  await notes.click();
  await phone.keyboard.press('ControlOrMeta+End');
  await phone.keyboard.type('Les conventions se relisent en octobre ; Yann apporte le modèle de Lorient.');
  await phone.getByText(fr.common.saved.saved, { exact: true }).waitFor();
  await add('notes');
  await order({ type: 'notes/close', sittingId });
  await phone.getByText(fr.common.saved['read-only']).first().waitFor();
  await phone.getByText(fr.participant.notesReadOnly).click();
  await add('notes, closed to participants');
  await phone.getByRole('link', { name: fr.participant.contribute }).click();
}

/** Joining under a name that is there, a shared device, being taken off the list. */
async function comesAndGoes(studio: Studio, taken: Sheets, room: HeldRoom): Promise<void> {
  const { code, other, order, sittingId } = room;
  const address = `/#${code}`;
  const page = await opened(studio, { frame: PHONE, address });
  const add = (state: string): Promise<void> => taken.add('participant-ways', state, page);
  await page.getByLabel(fr.join.firstName).fill('yann');
  await page.getByLabel(fr.join.lastName, { exact: true }).fill('Le Goff');
  await page.getByRole('textbox', { name: fr.join.function }).fill('bénévole');
  await page.getByLabel(fr.join.town).fill('Lorient');
  await page.getByLabel(fr.join.consents['name-and-function']).check();
  await page.getByLabel(fr.join.shared).check();
  await add('joining, on a shared device');
  await press(page, fr.join.enter);
  await page.getByRole('heading', { name: fr.join.sameName }).waitFor();
  await add('someone of that name is there');
  await press(page, new RegExp(fr.join.another));
  await page.waitForURL(/seances/);
  await page.getByRole('button', { name: fr.participant.sharedDevice.done }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await center(page, 'section:has-text("' + fr.participant.sharedDevice.title + '") >> nth=-1');
  await add('on a shared device');
  await page.context().setOffline(true);
  await write(page, 'Une permanence au marché.');
  await send(page);
  await press(page, fr.participant.sharedDevice.done);
  await add('done, with words that wait');
  await press(page, fr.participant.sharedDevice.endAnyway);
  await page.getByText(fr.myself.forgetting).waitFor();
  await add('done, without a network');
  await page.context().close();

  const there = { frame: PHONE, address: `/seances/${sittingId}`, device: other(6).device };
  const removed = await opened(studio, there);
  await write(removed, 'Des mots qui ne sont pas encore partis.');
  await order({ type: 'person/remove', sittingId, personId: other(6).personId });
  await removed.getByText(fr.myself.removed.title).waitFor();
  await taken.add('participant-ways', 'taken off the list', removed);
  await removed.context().close();
}

/** The atelier is closed, then the séminaire. */
async function ends(studio: Studio, taken: Sheets, room: HeldRoom, phone: Page): Promise<void> {
  const { order, sittingId, seminarId } = room;
  const description = 'Ce qui tient\u00a0: le café, le minibus. Ce qui casse\u00a0: les départs.';
  await room.hang(await paperboard(studio.browser), description);
  await press(phone, /^Agrandir la photo/);
  await taken.add('participant-ways', 'a photo of the paperboard', phone);
  await press(phone, fr.common.close);
  await top(phone);
  await order({ type: 'sitting/close', sittingId });
  await phone.getByText(fr.ownWords.over.atelier).waitFor();
  await taken.add('participant-ways', 'the atelier is closed', phone);
  await order({ type: 'seminar/close', seminarId });
  await phone.getByText(fr.ownWords.over.seminar).waitFor();
  await taken.add('participant-ways', 'the séminaire is closed', phone);
}
