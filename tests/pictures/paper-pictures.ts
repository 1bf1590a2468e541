/** What becomes of what was said: synthesis and actes; what is printed and comes back on paper; help. */
import type { Page } from 'playwright';
import fr from '#i18n/fr.ts';
import { heldRoom, paperboard } from './held-room.ts';
import { LAPTOP, SHARP_PHONE, shot, singles, WIDE } from './shot.ts';
import type { Studio } from './shot.ts';

const NAMES = ['synthesis-filters', 'actes-paperboards', 'paper', 'help', 'help-phone'];
const STOPS: Parameters<typeof paperboard>[1] = [
  ['Où nous allons', 'la gare', 'le marché'],
  ['Pas encore', 'la tour 4', 'le terminus'],
];
const STOPS_READ = 'Où nous allons\u00a0: la gare, le marché. Pas encore\u00a0: la tour 4, le terminus.';

export async function paperPictures(studio: Studio): Promise<void> {
  if (!NAMES.some(studio.wanted)) return;
  const { one, all } = singles(studio);
  one('help', { frame: LAPTOP, address: '/aide' });
  one('help-phone', { frame: SHARP_PHONE, address: '/aide' });
  const room = await heldRoom(studio.demo.url, studio.now);
  const { seminarId, sittingId, claire, other, order } = room;
  await room.note('Il faudrait une permanence le samedi matin, même une heure.', claire.personId);
  await room.note('Demander aux communes un local commun.', other(2).personId, 'slip');
  await order({
    ...{ type: 'presentation/write', sittingId, personId: other(2).personId },
    ...{ quotation: 'On vient pour un dossier, on reste pour un café.', text: 'Quatre permanences à Brest.' },
  });
  for (const who of [claire, other(0), other(1)])
    await who.command({
      ...{ type: 'presentation/write', sittingId, personId: who.personId, quotation: '' },
      text: 'À l’accueil du jeudi depuis quatre ans.',
    });
  await room.hang(
    await paperboard(studio.browser),
    'Ce qui tient\u00a0: le café, le minibus. Ce qui casse\u00a0: les départs.',
  );
  await room.hang(await paperboard(studio.browser, STOPS), STOPS_READ);

  one('synthesis-filters', {
    ...{ frame: LAPTOP, address: room.links.rapporteur },
    show: (page) => page.getByRole('button', { name: fr.sorting.filters.more, exact: true }).first().click(),
  });
  const device = room.organiser;
  const of = (page: string): string => `/seminaires/${seminarId}/${page}`;
  one('actes-paperboards', {
    ...{ frame: LAPTOP, address: of('actes'), device },
    async show(page) {
      const { title, includeOf, included } = fr.actes.paperboards;
      const part = fr.actesLabels.parts.seminar.paperboards;
      await page.getByRole('button', { name: new RegExp(`^${part}`) }).click();
      await page.getByRole('switch', { name: includeOf(STOPS_READ) }).click();
      await page.getByRole('region', { name: title }).getByText(included(1, 2)).waitFor();
      await page.getByAltText(fr.actes.pages.page(1)).waitFor();
    },
  });
  if (studio.wanted('paper')) {
    const printed = (name: string, page: string, show?: (page: Page) => Promise<void>) =>
      shot(studio, { name, frame: LAPTOP, address: of(page), device, ...(show ? { show } : {}) });
    const shots = await Promise.all([
      printed('slips', 'bulletins'),
      printed('the sign-in sheet', 'emargement'),
      printed('words to confirm', 'a-confirmer', (page) =>
        page
          .getByRole('button', { name: /^Oui pour toutes/ })
          .first()
          .click(),
      ),
      printed('personal cards', 'cartes'),
      printed('posters of the rooms', 'affiches'),
    ]);
    await studio.keep({ name: 'paper', shots, sheet: WIDE });
  }
  await all();
  room.close();
}
