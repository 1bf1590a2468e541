/** One atelier from its three sides while much happens in it: console, the console on a phone, projector. */
import type { Locator, Page } from 'playwright';
import fr from '#i18n/fr.ts';
import { spacedCode } from '#lib/ui/join-code.ts';
import { connected, Device, freshId, subscribed } from '../support/device.ts';
import { heldRoom, OTHER_QUESTION, paperboard } from './held-room.ts';
import type { HeldRoom } from './held-room.ts';
import { LAPTOP, NARROW, opened, PHONE, PROJECTOR, sheets, press, WIDE } from './shot.ts';
import type { Studio } from './shot.ts';

const SHEETS = { 'console-room': WIDE, 'console-phone-room': NARROW, 'screen-room': WIDE };
const BOARD = 'Ce qui tient\u00a0: le café, le minibus. Ce qui casse\u00a0: les départs.';
const HEARD = `ABGRALL : Une permanence le samedi matin.
Yann Le Goff : Le minibus du club est libre.
DURAND : Il manque un bus après 18 h.
On n’a jamais demandé aux jeunes.`;

const closed = async (page: Page): Promise<void> => {
  await press(page, fr.common.close);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

/** That a contribution is on the room's screen. */
const pinned = (page: Page): Locator => page.getByText(fr.sorting.row.pinned, { exact: true }).first();

const tabsOnTop = (page: Page): Promise<void> =>
  page.locator('.console-tabs').evaluate((element) => {
    element.scrollIntoView();
    // Below the head, which stays.
    scrollBy(0, -60);
  });

export async function roomPictures(studio: Studio): Promise<void> {
  if (!Object.keys(SHEETS).some(studio.wanted)) return;
  const taken = sheets(studio, SHEETS);
  const room = await heldRoom(studio.demo.url, studio.now);
  const animateur = await animateurOf(studio, room);
  const address = `/seances/${room.sittingId}/animer`;
  const pages = {
    laptop: await opened(studio, { frame: LAPTOP, address, device: animateur }),
    phone: await opened(studio, { frame: PHONE, address, device: animateur }),
    screen: await opened(studio, { frame: PROJECTOR, address: room.links.screen }),
  };
  const { laptop, phone, screen } = pages;
  /** Once what was commanded last is seen there. */
  const add = {
    laptop: (state: string, seen: Locator) => taken.add('console-room', state, laptop, seen),
    phone: (state: string, seen: Locator) => taken.add('console-phone-room', state, phone, seen),
    screen: (state: string, seen: Locator) => taken.add('screen-room', state, screen, seen),
  };
  const onScreen = (name: string) => screen.getByRole('region', { name, exact: true });
  const band = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const { sittingId, order, other, said, claire } = room;

  await order({ type: 'floor/announce', sittingId, announced: true });
  const asks: string[] = [];
  for (const [index, about] of [
    [1, 'le minibus'],
    [2, ''],
    [3, 'les clés du local'],
  ] as const)
    asks.push(await room.ask(other(index), about));
  await order({ type: 'floor/give', sittingId, askId: asks[0] ?? '', minutes: 2 });
  await order({ type: 'contribution/pin', sittingId, contributionId: said(1) });
  await add.laptop('the floor, a filled list with a group', pinned(laptop));
  await add.screen('one contribution, who speaks', onScreen(fr.screen.pinned));
  await order({ type: 'contribution/pin', sittingId, contributionId: said(3) });
  await order({ type: 'contribution/pin', sittingId, contributionId: said(4) });
  await add.screen('three contributions', onScreen(fr.screen.pinned).locator('blockquote').nth(2));
  for (const index of [1, 3, 4])
    await order({ type: 'contribution/unpin', sittingId, contributionId: said(index) });
  await order({ type: 'wall/set', sittingId, shows: 'all' });
  await add.screen('the wall', screen.getByRole('list', { name: fr.screen.wall }));

  await pinned(phone).waitFor({ state: 'detached' });
  await tabsOnTop(phone);
  await add.phone('the list', phone.getByRole('button', { name: /^Actions : / }).first());
  await press(phone, /^Actions : /);
  await add.phone('what is done with one', phone.getByRole('menu'));
  await phone.keyboard.press('Escape');
  await phone.getByRole('menu').waitFor({ state: 'detached' });
  await phone.getByRole('tab', { name: new RegExp(fr.conduct.floor.tab) }).click();
  await add.phone('the floor', phone.getByRole('button', { name: fr.conduct.floor.end }));
  await phone.getByRole('tab', { name: fr.console.tabs.contributions }).click();
  for (const page of [laptop, phone]) {
    await press(page, new RegExp(fr.sorting.spoken.open));
    await page.getByLabel(fr.sorting.spoken.field).fill(HEARD);
  }
  const understood = /^Enregistrer 3\s/;
  await add.laptop('what is said, entered', laptop.getByRole('button', { name: understood }));
  await add.phone('what is said, entered', phone.getByRole('button', { name: understood }));
  await closed(laptop);
  await closed(phone);
  await room.note('Demander aux communes un local commun.', other(2).personId);
  for (const page of [laptop, phone]) await press(page, /: voir la liste$/);
  const toConfirm = fr.conduct.people.toConfirm(1);
  await add.laptop('its people', laptop.getByRole('dialog').getByText(toConfirm));
  await add.phone('its people', phone.getByRole('dialog').getByText(toConfirm));
  await closed(laptop);
  await closed(phone);
  await press(laptop, fr.sorting.filters.more);
  await order({
    ...{ type: 'contribution/hide', sittingId, contributionId: said(5) },
    reason: 'À redire en séance, devant tous.',
  });
  await press(laptop, /^Masquées et retirées/);
  await add.laptop('filtered', laptop.getByText(/^Masquée, motif lu/));
  await press(laptop, fr.sorting.filters.reset);

  for (const askId of asks.slice(1)) await order({ type: 'floor/withdraw', sittingId, askId });
  await order({ type: 'floor/end', sittingId, askId: asks[0] ?? '' });
  const silenceId = freshId();
  await order({ type: 'silence/open', sittingId, silenceId, ...OTHER_QUESTION, minutes: 5 });
  await room.say(other(1), 'Un lieu neutre, et un numéro qui répond.', null, {
    silenceId,
    ...OTHER_QUESTION,
  });
  const written = fr.screen.silence.written(1);
  await add.laptop('silent writing', band(laptop, fr.conduct.silence.title).getByText(written));
  await add.phone('silent writing', band(phone, fr.conduct.silence.title).getByText(written));
  await add.screen('silent writing', onScreen(fr.screen.silence.title).getByText(written));
  await order({ type: 'silence/reveal', sittingId, silenceId });

  const dotsId = freshId();
  const contributionIds = [said(0), said(1), said(3), said(4)];
  await order({ type: 'dots/open', sittingId, dotsId, budget: 3, contributionIds });
  for (const [index, count] of [1, 3, 2, 2].entries())
    await other(index).command({
      ...{ type: 'dots/place', sittingId, dotsId, contributionId: contributionIds[index % 3] ?? '', count },
    });
  await add.screen('gommettes', onScreen(fr.screen.dots.vote).getByText(fr.screen.dots.voters(4)));
  await order({ type: 'dots/show', sittingId, dotsId });
  await add.screen('their result', onScreen(fr.screen.dots.results));
  await press(laptop, fr.conduct.dots.seeResults);
  await add.laptop('gommettes, their result', laptop.getByRole('dialog'));
  await closed(laptop);
  await order({ type: 'dots/put-away', sittingId, dotsId });

  const roundId = freshId();
  await other(2).command({
    ...{ type: 'presentation/write', sittingId, personId: other(2).personId },
    quotation: 'On vient pour un dossier, on reste pour un café.',
    text: 'Quatre permanences à Brest ; cherche des relais dans les quartiers.',
  });
  await order({ type: 'round/open', sittingId, roundId });
  await order({ type: 'round/turn', sittingId, roundId, personId: claire.personId });
  await order({ type: 'round/turn', sittingId, roundId, personId: other(2).personId });
  const hasTurn = (page: Page) => page.getByText('Quatre permanences à Brest').first();
  await add.laptop('tour de table', hasTurn(laptop));
  await phone.getByRole('tab', { name: new RegExp(fr.conduct.floor.tab) }).click();
  await tabsOnTop(phone);
  await add.phone('tour de table', hasTurn(phone));
  await add.screen('tour de table', onScreen(fr.screen.round.title).getByText(/Prigent/i));
  await order({ type: 'round/close', sittingId, roundId });

  const board = await paperboard(studio.browser);
  await room.hang(board, BOARD);
  for (const page of [laptop, phone]) await press(page, fr.conduct.photos.menu);
  await phone
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'tableau.jpg', mimeType: 'image/jpeg', buffer: board });
  await phone.getByLabel(fr.conduct.photos.description).fill(BOARD);
  await add.laptop('photos of the paperboard', laptop.getByRole('dialog').getByAltText(BOARD));
  await add.phone('a photo, described', phone.getByAltText(fr.conduct.photos.preview));
  await room.organiser.json(`/api/sittings/${sittingId}/code/rotate`, {});
  await screen.getByText(spacedCode(room.code)).waitFor({ state: 'detached' });
  await add.screen('a new code', screen.getByRole('complementary', { name: fr.screen.welcome }));

  for (const page of Object.values(pages)) await page.context().close();
  await taken.keep();
  animateur.close();
  room.close();
}

/** Whoever runs it, by their link, and introduced. */
async function animateurOf({ demo }: Studio, { links, sittingId }: HeldRoom): Promise<Device> {
  const device = new Device(demo.url);
  await device.openLink(links.animateur);
  const socket = device.socket();
  await connected(socket);
  const { me } = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
  socket.disconnect();
  await device.request('/api/introduction', {
    ...{ personId: me.personId, firstName: 'Anne', lastName: 'KERVELLA', function: 'animatrice' },
    ...{ town: 'Quimper', consent: 'name-and-function' },
  });
  return device;
}
