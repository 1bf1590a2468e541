/** The day of eight rooms, two of them late, as the organiser and a late animateur see it. */
import fr from '#i18n/fr.ts';
import { eightRooms, LATE_ROOMS } from '../support/eight-rooms.ts';
import { LAPTOP, SHARP_PHONE, singles } from './shot.ts';
import type { Studio } from './shot.ts';

const NAMES = ['regie', 'regie-phone', 'regie-move', 'regie-minutes', 'catch-up'];
const TAKEN = 5;

export async function regiePictures(studio: Studio): Promise<void> {
  if (!NAMES.some(studio.wanted)) return;
  const { one, all } = singles(studio);
  const rooms = await eightRooms(studio.demo.url, studio.now());
  const { organiser: device, seminarId } = rooms;
  const address = `/seminaires/${seminarId}/regie`;
  one('regie', { frame: LAPTOP, address, device });
  one('regie-phone', { frame: SHARP_PHONE, address, device });
  one('regie-move', {
    ...{ frame: LAPTOP, address, device },
    async show(page) {
      await page.getByRole('button', { name: fr.regie.bar.move }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^\+\s?10\smin/ })
        .click();
    },
  });
  one('regie-minutes', {
    ...{ frame: LAPTOP, address, device },
    async show(page) {
      await page.getByRole('button', { name: fr.regie.bar.minutes }).click();
      const sheet = page.getByRole('dialog');
      for (const room of LATE_ROOMS)
        await sheet
          .getByRole('button', { name: new RegExp(room) })
          .first()
          .click();
      await sheet.getByRole('button', { name: fr.regie.minutes.take, exact: true }).click();
      await sheet
        .getByRole('button', { name: new RegExp(`${TAKEN}\\smin`) })
        .first()
        .click();
    },
  });
  const late = await rooms.sittingIn(LATE_ROOMS[0]);
  one('catch-up', {
    ...{ frame: LAPTOP, address: late.links.animateur },
    show: (page) =>
      page
        .getByRole('button', { name: /^Rattraper/ })
        .first()
        .click(),
  });
  await all();
  device.close();
}
