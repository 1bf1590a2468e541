/**
 * A phone in the room, step by step: coming in, the floor, the tour de table, « Moi », a shared device.
 * `node tests/pictures/phone-in-the-room.ts <address of a running server> <folder>`
 */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { chromium } from 'playwright';
import fr from '#i18n/fr.ts';
import type { Command } from '#protocol/inputs.ts';
import { chromiumArguments, findChromium } from '../support/chromium.ts';
import { commanded, connected, createdSeminar, Device, freshId } from '../support/device.ts';
import { LAPTOP, PHONE, SCHEMES } from './shot.ts';

const [url = '', folder = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const { organiser, view, sittingId } = await createdSeminar(url);
const sitting = view.ateliers[0]?.sittings[0];
if (!sitting) throw new Error('no sitting');
const animateur = new Device(url);
await animateur.openLink(sitting.links.animateur);
const socket = animateur.socket();
await connected(socket);
const give = async (command: Command): Promise<void> => {
  const answer = await commanded(socket, 'animateur', command);
  if (!answer.ok) throw new Error(`${command.type}: ${answer.error.code}`);
};
const others = ['Yann', 'Maëlle', 'Nolwenn'].map((name) => ({
  name,
  device: new Device(url),
  id: freshId(),
}));
for (const { name, device, id } of others) await device.join(sitting.code, name, id);
const asks = async ({ device }: (typeof others)[number]): Promise<string> => {
  const askId = freshId();
  const theirs = device.socket();
  await connected(theirs);
  await commanded(theirs, 'participant', {
    type: 'floor/ask',
    sittingId,
    askId,
    personId: null,
    about: 'Les horaires',
  });
  theirs.disconnect();
  return askId;
};
await give({ type: 'run/start', sittingId, expectedRunEvents: 0 });

const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: [...chromiumArguments, '--lang=fr-FR'],
});
const context = await browser.newContext({
  ...PHONE,
  locale: 'fr-FR',
  timezoneId: 'Europe/Paris',
  reducedMotion: 'reduce',
});
const phone = await context.newPage();
let count = 0;
async function take(name: string, page: Page = phone): Promise<void> {
  count += 1;
  await page.waitForTimeout(500);
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(120);
    await page.screenshot({ path: `${folder}/${String(count).padStart(2, '0')}-${name}-${scheme}.png` });
  }
}
const press = (name: string | RegExp, page: Page = phone): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

async function say(page: Page, first: string, last: string): Promise<void> {
  await page.getByLabel(fr.join.firstName, { exact: true }).fill(first);
  await page.getByLabel(fr.join.lastName, { exact: true }).fill(last);
  await page.getByLabel(fr.join.function, { exact: true }).fill('Présidente du CCAS');
  await page.getByLabel(fr.join.town).fill('Plouguerneau');
  await page.getByLabel(fr.join.consents['name-and-function']).check();
}

await phone.goto(`${url}/#${sitting.code}`);
await say(phone, 'yann', 'Le Goff');
await take('join');
await press(fr.join.enter);
await phone.getByRole('heading', { name: fr.join.sameName }).waitFor();
await take('same-name');
await press(fr.join.correctName);
await say(phone, 'Jeanne', 'MARTIN');
await press(fr.join.enter);
await phone.waitForURL(/seances/);
await phone.getByRole('button', { name: fr.floor.ask }).waitFor();
await take('at-work');
await press(fr.floor.ask);
await take('floor-ask');
await phone.getByLabel(fr.floor.about).fill('Le transport du mercredi');
await asks(others[0]!);
await take('floor-ask-others-wait');
await phone.getByRole('dialog').getByRole('button', { name: fr.floor.apply }).click();
await phone.getByRole('dialog').waitFor({ state: 'detached' });
await take('floor-waits');
await press(fr.floor.place(2));
await take('floor-place');
await press(fr.common.close);
await give({ type: 'floor/announce', sittingId, announced: true });
const people = await animateur.json<{ people: { personId: string; firstName: string }[] }>(
  `/api/sittings/${sittingId}/people`,
);
const jeanne = people.people.find(({ firstName }) => firstName === 'Jeanne')?.personId ?? '';
const { asks: waiting } = await new Promise<{ asks: { id: string; person: { personId: string | null } }[] }>(
  (resolve, reject) => {
    socket.emit('subscribe', { channel: 'sitting', sittingId, audience: 'console', by: null }, (answer) => {
      if (answer.ok && 'floor' in answer.value) resolve(answer.value.floor as never);
      else reject(new Error('no console'));
    });
  },
);
const mine = waiting.find(({ person }) => person.personId === jeanne)?.id ?? '';
await give({ type: 'floor/give', sittingId, askId: mine, minutes: 2 });
await take('floor-speaks');
await give({ type: 'floor/end', sittingId, askId: mine });
const roundId = freshId();
await give({ type: 'round/open', sittingId, roundId });
await give({ type: 'round/turn', sittingId, roundId, personId: others[1]!.id });
await take('round-another');
await give({ type: 'round/turn', sittingId, roundId, personId: jeanne });
await take('round-my-turn');
await press(fr.floor.round.present);
await phone
  .getByLabel(fr.floor.presentation.quotation)
  .fill('On vient pour un dossier, on reste pour un café.');
await phone
  .getByLabel(fr.floor.presentation.text, { exact: true })
  .fill('Présidente du CCAS depuis 2014.\nDouze bénévoles, une permanence le jeudi sur le marché.');
await take('present');
await press(fr.floor.presentation.save);
await phone.getByRole('dialog').waitFor({ state: 'detached' });
await give({
  type: 'presentation/write',
  sittingId,
  personId: jeanne,
  quotation: 'On vient pour un dossier, on reste pour un café.',
  text: 'Présidente du CCAS de Plouguerneau depuis 2014. Douze bénévoles.',
});
await take('presentation-to-confirm');
await press(fr.floor.presentation.agree);
await give({ type: 'round/close', sittingId, roundId });
await press(fr.myself.open);
await take('me');
await press(fr.myself.change);
await take('me-change');
await phone.getByLabel(fr.join.town).fill('Plouguerneau et Lannilis');
await press(fr.myself.save);
await press(fr.myself.showLink);
await phone.getByText(fr.myself.otherPhoneSecret).waitFor();
await phone.getByText(fr.myself.otherPhoneMeaning).scrollIntoViewIfNeeded();
await take('me-link');
const link = await phone.getByLabel(fr.myself.link, { exact: true }).inputValue();
await phone.getByText(fr.myself.another).scrollIntoViewIfNeeded();
await take('me-sittings');
await press(fr.common.close);

const otherPhone = await (
  await browser.newContext({ ...LAPTOP, locale: 'fr-FR', reducedMotion: 'reduce' })
).newPage();
await otherPhone.goto(link.replace(/^https?:\/\/[^/]+/, url));
await otherPhone.getByRole('button', { name: fr.myself.open }).click();
await otherPhone.getByText('Jeanne MARTIN').waitFor();
await take('laptop-other-phone', otherPhone);
await otherPhone.keyboard.press('Escape');
await otherPhone.getByRole('button', { name: fr.floor.ask }).click();
await take('laptop-floor', otherPhone);

await context.setOffline(true);
await phone
  .getByText(/Connexion perdue/)
  .first()
  .waitFor();
await press(fr.floor.ask);
await take('floor-offline');
await press(fr.common.cancel);
await context.setOffline(false);
await phone
  .getByText(/Connexion perdue/)
  .first()
  .waitFor({ state: 'detached' });

const shared = await (
  await browser.newContext({ ...PHONE, locale: 'fr-FR', reducedMotion: 'reduce' })
).newPage();
await shared.goto(`${url}/#${sitting.code}`);
await say(shared, 'Gwenola', 'TANGUY');
await shared.getByLabel(fr.join.shared).check();
await press(fr.join.enter, shared);
await shared.waitForURL(/seances/);
await shared.getByRole('button', { name: fr.participant.sharedDevice.done }).scrollIntoViewIfNeeded();
await take('shared', shared);
// The page is there; only what the server is told does not get through.
await shared.route('**/api/leave', (route) => route.abort());
await press(fr.participant.sharedDevice.done, shared);
await shared.getByText(fr.myself.forgetting).waitFor();
await take('shared-offline-done', shared);

await give({ type: 'person/remove', sittingId, personId: jeanne });
await otherPhone.getByText(fr.myself.removed.title).waitFor();
await phone.getByText(fr.myself.removed.title).waitFor();
await take('removed');
await phone.getByRole('link', { name: fr.common.enterCode }).click();
await phone.getByLabel(fr.home.code).fill(sitting.code);
await press(fr.home.join);
await say(phone, 'Jeanne', 'MARTIN');
await press(fr.join.enter);
await phone.waitForURL(/seances/);

const admin = organiser.socket();
await connected(admin);
await commanded(admin, 'organiser', { type: 'sitting/close', sittingId });
await take('atelier-closed');
await commanded(admin, 'organiser', { type: 'seminar/close', seminarId: view.seminarId });
await take('seminar-closed');
await press(fr.myself.open);
await take('me-closed');
await browser.close();
for (const device of [organiser, animateur, ...others.map((it) => it.device)]) device.close();
